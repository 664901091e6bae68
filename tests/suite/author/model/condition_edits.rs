//! Groups of conditions are made, filled and removed.

use eligibility_check::author::document::EditError;
use eligibility_check::author::model::{
    Group, add_part, begin_condition, remove_part, unwrap_part, wrap,
};

use super::{GUIDE, after, assert_valid, json, parsed};

const WHEN: &str = "/measures/0/criteria/0/when";
const GRADE: &str = "/measures/0/criteria/0/grade";

/// The condition of the criterion of the guide.
fn condition(text: &str) -> String {
    parsed(text).value(WHEN).unwrap().to_text()
}

#[test]
fn a_condition_is_put_into_a_group_and_taken_out_of_it() {
    for (group, key) in [(Group::All, "all"), (Group::Any, "any"), (Group::Not, "not")] {
        let wrapped = after(GUIDE, |document| wrap(document, WHEN, group));
        assert!(condition(&wrapped).contains(key));
        assert_valid(&wrapped);
        assert_eq!(after(&wrapped, |document| unwrap_part(document, WHEN)), GUIDE);
    }
}

#[test]
fn a_second_condition_makes_a_group_and_a_third_joins_it() {
    let second = json(r#"{"not": {"is": ["registered", false]}}"#);
    let two = after(GUIDE, |document| add_part(document, WHEN, &second));
    assert_eq!(
        condition(&two),
        r#"{"all":[{"is":["registered",true]},{"not":{"is":["registered",false]}}]}"#
    );
    let three = after(&two, |document| add_part(document, WHEN, &second));
    assert_eq!(parsed(&three).value(WHEN).unwrap().get("all").unwrap().items().len(), 3);
    assert_valid(&three);
}

#[test]
fn the_last_part_takes_its_groups_along() {
    let nested = after(GUIDE, |document| {
        document.set(WHEN, &json(r#"{"all": [{"not": {"at-least-of": [1, {"term": "a"}]}}]}"#))
    });
    let part = format!("{WHEN}/all/0/not/at-least-of/1");
    let removed = after(&nested, |document| remove_part(document, &part));
    assert_eq!(parsed(&removed).value(WHEN), None);
    assert_eq!(parsed(&removed).value(GRADE), Some(&json("\"directional\"")));
}

#[test]
fn without_its_last_condition_a_criterion_is_decided_by_the_office() {
    let removed = after(GUIDE, |document| remove_part(document, WHEN));
    let document = parsed(&removed);
    assert_eq!(document.value(WHEN), None);
    assert_eq!(document.value(GRADE), Some(&json("\"directional\"")));
    assert_valid(&removed);
    let when = json(&condition(GUIDE));
    let criterion = WHEN.strip_suffix("/when").unwrap();
    let begun = after(&removed, |document| begin_condition(document, criterion, "when", &when));
    assert_eq!(parsed(&begun).json(), parsed(GUIDE).json());
}

#[test]
fn a_criterion_that_keeps_a_condition_keeps_its_grade() {
    let two = after(GUIDE, |document| {
        document.set(WHEN, &json(r#"{"all": [{"term": "a"}, {"term": "b"}]}"#))
    });
    let removed = after(&two, |document| remove_part(document, &format!("{WHEN}/all/1")));
    assert_eq!(parsed(&removed).value(GRADE), Some(&json("\"explicit\"")));
}

#[test]
fn another_part_stays() {
    let two = after(GUIDE, |document| {
        document.set(WHEN, &json(r#"{"all": [{"term": "a"}, {"not": {"term": "b"}}]}"#))
    });
    let removed = after(&two, |document| remove_part(document, &format!("{WHEN}/all/1/not")));
    assert_eq!(condition(&removed), r#"{"all":[{"term":"a"}]}"#);
}

#[test]
fn a_group_of_several_conditions_has_no_only_part() {
    let two = after(GUIDE, |document| {
        document.set(WHEN, &json(r#"{"all": [{"term": "a"}, {"term": "b"}]}"#))
    });
    let error = unwrap_part(&parsed(&two), WHEN).unwrap_err();
    assert_eq!(error, EditError::NoValue(WHEN.to_owned()));
}
