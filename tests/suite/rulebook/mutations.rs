//! Damaged packs: whatever is done to a file, reading it says what is wrong and never panics.

use eligibility_check::lint::{Pack, lint};
use eligibility_check::rulebook::{FaultCode, Json, RulePack};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{HARBOUR, PUBLISHED};

/// A pointer to every value of a document, the whole included.
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

/// A document and a pointer to each of its values.
fn mapped(text: &str) -> (Value, Vec<String>) {
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

/// Reads a pack; if it is refused, each fault says something and points at something that stands in it.
fn read(source: &Value) -> Result<bool, TestCaseError> {
    let text = source.to_string();
    let error = match RulePack::from_json(&text) {
        Err(error) => error,
        Ok(pack) => {
            // Of a pack that is sound, findings say something and point at something, too.
            let json = Json::parse(&text).unwrap();
            for finding in lint(&Pack::new(&pack, &json, &[])) {
                let related = finding.related.iter().map(|related| &related.pointer);
                for pointer in related.chain([&finding.pointer]) {
                    prop_assert!(
                        source.pointer(pointer).is_some(),
                        "{}: nothing at {pointer}",
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
        prop_assert!(
            source.pointer(&fault.pointer).is_some(),
            "{}: nothing stands there",
            fault.pointer
        );
        prop_assert!(!fault.expected.is_empty() && !fault.found.is_empty());
        let related = fault.related.as_deref().unwrap_or_default();
        prop_assert!(source.pointer(related).is_some(), "{related}: nothing stands there");
    }
    Ok(false)
}

fn damaged(
    source: &Value,
    pointers: &[String],
    index: prop::sample::Index,
    value: &Value,
) -> TestCaseOutcome {
    let pointer = index.get(pointers);
    let mut other = source.clone();
    *other.pointer_mut(pointer).unwrap() = value.clone();
    let sound = read(&other)?;
    // Nothing in a pack may be null.
    prop_assert!(!sound || !value.is_null(), "{pointer} may be null");
    let mut without = source.clone();
    delete(&mut without, pointer);
    read(&without)?;
    Ok(())
}

type TestCaseOutcome = Result<(), TestCaseError>;

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

fn cut(text: &str, index: prop::sample::Index) -> TestCaseOutcome {
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
fn every_value_of_a_small_pack_deleted_or_made_null_is_survived_and_null_is_refused() {
    let (source, pointers) = mapped(HARBOUR);
    for pointer in &pointers {
        let mut other = source.clone();
        *other.pointer_mut(pointer).unwrap() = Value::Null;
        assert!(!read(&other).unwrap(), "{pointer} may be null");
        let mut without = source.clone();
        delete(&mut without, pointer);
        read(&without).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_small_pack_is_read_or_refused_with_faults(
        index in any::<prop::sample::Index>(), value in prop::sample::select(other_types()),
    ) {
        let (source, pointers) = mapped(HARBOUR);
        damaged(&source, &pointers, index, &value)?;
    }

    #[test]
    fn a_truncated_small_pack_is_a_syntax_fault(index in any::<prop::sample::Index>()) {
        cut(HARBOUR, index)?;
    }

    #[test]
    fn any_text_at_all_is_refused(text in "\\PC{0,40}|[\\[\\]{}\",:0-9a-z ]{0,40}") {
        let error = RulePack::from_json(&text).err().map(|error| error.faults().is_empty());
        prop_assert_eq!(error, Some(false));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_published_pack_damaged_is_read_or_refused_with_faults(
        index in any::<prop::sample::Index>(), value in prop::sample::select(other_types()),
    ) {
        let (source, pointers) = mapped(PUBLISHED);
        damaged(&source, &pointers, index, &value)?;
    }

    #[test]
    fn the_published_pack_truncated_is_a_syntax_fault(index in any::<prop::sample::Index>()) {
        cut(PUBLISHED, index)?;
    }
}
