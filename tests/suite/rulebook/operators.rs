//! Faults in points, classes, named quantities and references to measures.

use eligibility_check::rulebook::RulePack;
use serde_json::{Value, json};

/// A pack with two number facts, one class, one quantity and two measures.
fn pack() -> Value {
    let measure = |id: &str, when: Value| {
        json!({
            "id": id, "title": "T", "summary": "S", "provision": ["p"],
            "criteria": [
                { "id": "c", "label": "L", "provision": ["p"], "grade": "explicit", "when": when },
            ],
            "grants": { "unspecified": {}, "evidence": "official-text", "provision": ["p"] },
        })
    };
    json!({
        "format": 2, "id": "o", "version": "1", "languages": ["en"], "title": "T",
        "in-force": { "from": "2019-01-01" },
        "documents": [{ "id": "d", "title": "D" }],
        "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
        "sections": [{ "id": "s", "title": "S" }],
        "facts": [
            { "id": "rd", "kind": { "number": { "unit": "u", "min": 0 } }, "section": "s", "question": "Q" },
            { "id": "sales", "kind": { "number": { "unit": "u", "min": 0 } }, "section": "s", "question": "R" },
        ],
        "quantities": [{ "id": "score", "quantity": { "points": {
            "by": { "ratio": ["rd", "sales"] },
            "bands": [{ "at-least": "0.06", "points": 50 }], "otherwise": 0,
        } } }],
        "classes": [{
            "id": "size", "title": "Size", "provision": ["p"],
            "values": [{ "id": "small", "label": "Small" }, { "id": "large", "label": "Large" }],
            "cases": [{ "when": { "at-least": ["sales", 100] }, "is": "large" }, { "is": "small" }],
        }],
        "measures": [
            measure("one", json!({ "at-least": [{ "quantity": "score" }, 50] })),
            measure("two", json!({ "all": [{ "met": "one" }, { "class": ["size", "small"] }] })),
        ],
    })
}

/// The faults of the pack after a change, one per line.
fn faults(change: impl FnOnce(&mut Value)) -> String {
    let mut pack = pack();
    change(&mut pack);
    match RulePack::from_json(&pack.to_string()) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn the_pack_of_these_tests_is_valid() {
    assert_eq!(faults(|_| {}), "");
}

#[test]
fn measures_that_need_each_other_are_a_cycle() {
    let found = faults(|pack| {
        pack["measures"][0]["criteria"][0]["when"] = json!({ "met": "two" });
    });
    assert_eq!(
        found,
        "/measures/0/criteria/0/when/met: cycle `one` → `two` → `one`, expected a measure that \
         does not depend on itself"
    );
}

#[test]
fn a_class_needs_a_last_case_for_all_others() {
    let found = faults(|pack| {
        pack["classes"][0]["cases"][1]["when"] = json!({ "less-than": ["sales", 100] });
    });
    assert_eq!(
        found,
        "/classes/0/cases/1: expected a last case without `when`, for all others, found a last \
         case with `when`"
    );
    let found = faults(|pack| {
        pack["classes"][0]["cases"][0] = json!({ "is": "large" });
    });
    assert_eq!(
        found,
        "/classes/0/cases/0: expected a `when` in every case but the last, found none"
    );
}

#[test]
fn an_unknown_value_of_a_class_is_reported_with_a_suggestion() {
    let found = faults(|pack| {
        pack["measures"][1]["criteria"][0]["when"] = json!({ "class": ["size", ["smal"]] });
    });
    assert_eq!(
        found,
        "/measures/1/criteria/0/when/class/1/0: unknown option `smal`, expected a value of the \
         class: `small`, `large`"
    );
}

#[test]
fn only_a_quantity_with_a_denominator_takes_if_zero() {
    let found = faults(|pack| {
        pack["measures"][0]["criteria"][0]["when"] =
            json!({ "at-least": [{ "sum": ["rd", "sales"], "if-zero": 0 }, 1] });
    });
    assert_eq!(
        found,
        "/measures/0/criteria/0/when/at-least/0/if-zero: unknown key `if-zero`, expected only with \
         `percent`, `ratio` or `growth`"
    );
}

#[test]
fn a_band_needs_the_number_of_its_table_or_a_condition() {
    let found = faults(|pack| {
        pack["quantities"][0]["quantity"]["points"].as_object_mut().unwrap().remove("by");
    });
    assert_eq!(
        found,
        "/quantities/0/quantity/points/bands/0: missing a table with `by`, or a band with `when`"
    );
}

#[test]
fn a_quantity_names_only_quantities_above_it() {
    let found = faults(|pack| {
        pack["quantities"][0]["quantity"] = json!({ "sum": [{ "quantity": "later" }, 1] });
        let later = json!({ "id": "later", "quantity": "rd" });
        pack["quantities"].as_array_mut().unwrap().push(later);
    });
    assert_eq!(
        found,
        "/quantities/0/quantity/sum/0/quantity: expected a quantity that is defined above this \
         one, found `later`, which is defined below"
    );
}
