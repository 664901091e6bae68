//! Conditions as trees, which are written as they were read.

use eligibility_check::author::model::{ConditionForm, Facts, NumberForm};
use eligibility_check::rulebook::Json;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::document::value_as_json;
use super::{PACKS, json, values_of};
use crate::support::{FERRY, HARBOUR, cases};

const CONDITION_KEYS: [&str; 5] = ["when", "applies-when", "ask-when", "only-for", "holds"];

/// A fact of each kind.
const FACTS: &str = r#"{"facts": [
    {"id": "registered", "kind": "yes-no"}, {"id": "founded", "kind": "date"},
    {"id": "closed", "kind": "date"}, {"id": "staff", "kind": {"number": {"unit": "人"}}},
    {"id": "sector", "kind": {"choice": [{"id": "film"}, {"id": "other"}]}},
    {"id": "honours", "kind": {"choices": [{"id": "patent"}, {"id": "prize"}]}}
]}"#;

fn facts() -> Facts {
    Facts::read(&json(FACTS), "en")
}

fn read(text: &str) -> ConditionForm {
    ConditionForm::read(&json(text), &facts())
}

#[test]
fn every_condition_of_the_packs_is_a_tree_and_is_written_as_it_was_read() {
    for pack in PACKS.into_iter().chain([FERRY, HARBOUR]) {
        let pack = json(pack);
        let facts = Facts::read(&pack, "en");
        let mut conditions = Vec::new();
        values_of(&pack, &CONDITION_KEYS, &mut conditions);
        assert!(conditions.len() > 5);
        for condition in conditions {
            let form = ConditionForm::read(condition, &facts);
            assert!(!form.has_raw(), "{}", condition.to_text());
            assert_eq!(form.to_json(), *condition);
        }
    }
}

#[test]
fn every_number_of_the_packs_is_a_tree_and_is_written_as_it_was_read() {
    for pack in PACKS.into_iter().chain([FERRY, HARBOUR]) {
        let pack = json(pack);
        let facts = Facts::read(&pack, "en");
        let mut numbers = Vec::new();
        values_of(&pack, &["by", "of", "computed", "quantity"], &mut numbers);
        for number in numbers.into_iter().filter(|number| !number.entries().is_empty()) {
            let form = NumberForm::read(number, &facts);
            assert!(!form.has_raw(), "{}", number.to_text());
            assert_eq!(form.to_json(), *number);
        }
    }
}

#[test]
fn an_unknown_part_stays_as_text_and_the_rest_is_a_tree() {
    let text = r#"{"all": [{"is": ["registered", true]}, {"perhaps": 1}]}"#;
    let ConditionForm::All(parts) = read(text) else { panic!("not a group") };
    assert_eq!(parts[0], ConditionForm::YesNo("registered".to_owned(), true));
    assert_eq!(parts[1], ConditionForm::Raw(json(r#"{"perhaps": 1}"#)));
}

#[test]
fn what_the_forms_could_not_write_again_stays_as_text() {
    let texts = [
        r#"{"is": ["unknown", true]}"#,
        r#"{"is": ["registered", "yes"]}"#,
        r#"{"all": [], "any": []}"#,
        r#"{"at-least-of": ["2", {"term": "a"}]}"#,
        r#"{"before": ["founded", "2020-02-31"]}"#,
        r#"{"not": null, "comment": 1}"#,
        r#"{"one-of": ["sector", [1]]}"#,
        "[]",
        "{}",
        "null",
    ];
    for text in texts {
        assert_eq!(read(text), ConditionForm::Raw(json(text)), "{text}");
    }
    let swapped = json(r#"{"if-zero": 0, "ratio": ["staff", "staff"]}"#);
    assert_eq!(NumberForm::read(&swapped, &facts()), NumberForm::Raw(swapped.clone()));
}

#[test]
fn the_parts_of_a_group_have_pointers() {
    let text = r#"{"at-least-of": [1, {"term": "a"}, {"not": {"term": "b"}}]}"#;
    let form = read(text);
    let pointers: Vec<String> = form.parts().into_iter().map(|part| part.pointer).collect();
    assert_eq!(pointers, ["/at-least-of/1", "/at-least-of/2"]);
    let document = super::parsed(text);
    for part in form.parts() {
        assert_eq!(document.value(&part.pointer), Some(&part.condition.to_json()));
    }
}

/// A number of the language.
fn number() -> impl Strategy<Value = Json> {
    let leaf = select(vec![
        "\"staff\"",
        "200",
        "\"37.50\"",
        r#"{"months-since": "founded"}"#,
        r#"{"days-since": "closed"}"#,
        r#"{"quantity": "intensity"}"#,
        r#"{"points": {"by": "staff", "bands": [{"at-least": 1, "points": 2}], "otherwise": 0}}"#,
    ]);
    leaf.prop_map(str::to_owned)
        .prop_recursive(3, 12, 3, |inner| {
            let operators =
                select(vec!["difference", "ratio", "growth", "percent", "sum", "highest-of"]);
            (operators, inner.clone(), inner, any::<bool>()).prop_map(
                |(operator, left, right, zero)| {
                    let has_zero = zero && ["ratio", "growth", "percent"].contains(&operator);
                    let if_zero = if has_zero { r#", "if-zero": 0"# } else { "" };
                    format!(r#"{{"{operator}": [{left}, {right}]{if_zero}}}"#)
                },
            )
        })
        .prop_map(|text| json(&text))
}

/// A condition of the language.
fn condition() -> impl Strategy<Value = Json> {
    let tests = select(vec![
        r#"{"is": ["registered", false]}"#,
        r#"{"is": ["sector", "film"]}"#,
        r#"{"term": "a"}"#,
        r#"{"one-of": ["sector", ["film"]]}"#,
        r#"{"includes": ["honours", "prize"]}"#,
        r#"{"class": ["size", ["small", "large"]]}"#,
        r#"{"met": "prize"}"#,
        r#"{"before": ["founded", "as-of"]}"#,
        r#"{"after": ["founded", "closed"]}"#,
        r#"{"between": ["founded", "2020-01-01", "2020-12-31"]}"#,
        r#"{"is": ["founded", "2020-01-01"]}"#,
    ]);
    let comparison =
        (select(vec!["at-least", "more-than", "at-most", "less-than", "is"]), number(), number())
            .prop_map(|(operator, left, right)| {
                format!(r#"{{"{operator}": [{}, {}]}}"#, left.to_text(), right.to_text())
            });
    let leaf = prop_oneof![tests.prop_map(str::to_owned), comparison];
    leaf.prop_recursive(3, 12, 3, |inner| {
        (select(vec!["all", "any", "not", "at-least-of"]), inner.clone(), inner).prop_map(
            |(group, left, right)| match group {
                "not" => format!(r#"{{"not": {left}}}"#),
                "at-least-of" => format!(r#"{{"at-least-of": [1, {left}, {right}]}}"#),
                _ => format!(r#"{{"{group}": [{left}, {right}]}}"#),
            },
        )
    })
    .prop_map(|text| json(&text))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn generated_conditions_are_trees_and_are_written_as_they_were_read(condition in condition()) {
        let form = ConditionForm::read(&condition, &facts());
        prop_assert!(!form.has_raw(), "{}", condition.to_text());
        prop_assert_eq!(form.to_json(), condition);
    }

    #[test]
    fn any_json_is_written_as_it_was_read(value in value_as_json(), condition in condition()) {
        let group = Json::Object(vec![("all".to_owned(), Json::Array(vec![value.clone(), condition]))]);
        for json in [value, group] {
            prop_assert_eq!(ConditionForm::read(&json, &facts()).to_json(), json);
        }
    }
}
