//! Damaged packs are rejected with faults that identify the damage, and nothing panics.

use eligibility_check::lint::{Context, lint};
use eligibility_check::rulebook::{FaultCode, Json, RulePack};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};

use crate::support::{HARBOUR, PUBLISHED, cases};

/// The JSON Pointers of all values of a document, itself included.
pub(crate) fn pointers(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, child)| (key.clone(), child)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(index, child)| (index.to_string(), child)).collect()
        }
        _ => Vec::new(),
    };
    for (token, child) in children {
        found.extend(pointers(child).into_iter().map(|below| format!("/{token}{below}")));
    }
    found
}

/// A document and the pointers of its values.
fn with_pointers(text: &str) -> (Value, Vec<String>) {
    let source: Value = serde_json::from_str(text).unwrap();
    let pointers = pointers(&source);
    (source, pointers)
}

pub(crate) fn delete(source: &mut Value, pointer: &str) {
    let (parent, token) = pointer.rsplit_once('/').unwrap_or_default();
    match source.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.remove(token)),
        Some(Value::Array(list)) if !pointer.is_empty() => {
            drop(list.remove(token.parse().unwrap()))
        }
        _ => {}
    }
}

/// Whether a document is a valid pack. Checks that faults and findings have texts, and pointers to
/// values of the document.
fn is_valid(source: &Value) -> Result<bool, TestCaseError> {
    let text = source.to_string();
    let error = match RulePack::from_json(&text) {
        Err(error) => error,
        Ok(pack) => {
            let json = Json::parse(&text).unwrap();
            for finding in lint(&Context::new(&pack, &json, &[])) {
                let related = finding.related.iter().map(|related| &related.pointer);
                for pointer in related.chain([&finding.pointer]) {
                    prop_assert!(
                        source.pointer(pointer).is_some(),
                        "{}: no value at {pointer}",
                        finding.lint
                    );
                }
                prop_assert!(!finding.message.is_empty());
            }
            return Ok(true);
        }
    };
    prop_assert!(!error.faults().is_empty());
    for fault in error.faults() {
        prop_assert!(source.pointer(&fault.pointer).is_some(), "no value at {}", fault.pointer);
        prop_assert!(!fault.expected.is_empty() && !fault.found.is_empty());
        let related = fault.related.as_deref().unwrap_or_default();
        prop_assert!(source.pointer(related).is_some(), "no value at {related}");
    }
    Ok(false)
}

fn check_damage(
    source: &Value,
    pointers: &[String],
    index: prop::sample::Index,
    value: &Value,
) -> TestCaseResult {
    let pointer = index.get(pointers);
    let mut other = source.clone();
    *other.pointer_mut(pointer).unwrap() = value.clone();
    let is_valid_pack = is_valid(&other)?;
    // `null` is valid nowhere.
    prop_assert!(!is_valid_pack || !value.is_null(), "{pointer} may be null");
    let mut without = source.clone();
    delete(&mut without, pointer);
    is_valid(&without)?;
    Ok(())
}

/// Values of every type.
pub(crate) fn other_types() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(0.5),
        json!(""),
        json!("x"),
        json!("registered"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({ "all": [] }),
        json!({ "zh-Hans": "x" }),
        json!({ "~/": 1 }),
    ]
}

fn check_truncation(text: &str, index: prop::sample::Index) -> TestCaseResult {
    let mut end = index.index(text.trim_end().len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let error =
        RulePack::from_json(text.get(..end).unwrap()).err().map(|error| error.faults().to_vec());
    prop_assert_eq!(
        error.map(|faults| (faults.len(), faults[0].code)),
        Some((1, FaultCode::Syntax))
    );
    Ok(())
}

#[test]
fn null_is_rejected_everywhere_and_deleting_a_value_never_panics() {
    let (source, pointers) = with_pointers(HARBOUR);
    for pointer in &pointers {
        let mut other = source.clone();
        *other.pointer_mut(pointer).unwrap() = Value::Null;
        assert!(!is_valid(&other).unwrap(), "{pointer} may be null");
        let mut without = source.clone();
        delete(&mut without, pointer);
        is_valid(&without).unwrap();
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_small_pack_with_a_replaced_value_is_parsed_or_rejected_with_faults(
        index in any::<prop::sample::Index>(), value in prop::sample::select(other_types()),
    ) {
        let (source, pointers) = with_pointers(HARBOUR);
        check_damage(&source, &pointers, index, &value)?;
    }

    #[test]
    fn a_truncated_small_pack_has_a_syntax_fault(index in any::<prop::sample::Index>()) {
        check_truncation(HARBOUR, index)?;
    }

    #[test]
    fn arbitrary_text_is_rejected(text in "\\PC{0,40}|[\\[\\]{}\",:0-9a-z ]{0,40}") {
        let error = RulePack::from_json(&text).err().map(|error| error.faults().is_empty());
        prop_assert_eq!(error, Some(false));
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_published_pack_with_a_replaced_value_is_parsed_or_rejected_with_faults(
        index in any::<prop::sample::Index>(), value in prop::sample::select(other_types()),
    ) {
        let (source, pointers) = with_pointers(PUBLISHED);
        check_damage(&source, &pointers, index, &value)?;
    }

    #[test]
    fn the_truncated_published_pack_has_a_syntax_fault(index in any::<prop::sample::Index>()) {
        check_truncation(PUBLISHED, index)?;
    }
}
