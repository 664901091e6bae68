//! The comparison with the published version, as the authoring page shows it.

use eligibility_check::author::checks::{ScenarioInput, check_scenarios};
use eligibility_check::author::compare::{
    CaseKind, Changes, CompareError, CompareInput, ItemKind, compare,
};
use eligibility_check::rulebook::Locale;

use crate::support::HARBOUR;

fn compared(old: &str, new: &str, scenarios: &str) -> Result<Changes, CompareError> {
    compare(&CompareInput {
        old: old.into(),
        new: new.into(),
        scenarios: scenarios.into(),
        locale: Locale::ZhHans,
    })
}

fn replaced(from: &str, to: &str) -> String {
    assert!(HARBOUR.contains(from), "{from}");
    HARBOUR.replacen(from, to, 1)
}

#[test]
fn a_higher_threshold_shows_a_firm_that_loses_and_the_firm_is_a_scenario() {
    let new = replaced(r#"["revenue", "500"]"#, r#"["revenue", "600"]"#);
    let changes = compared(HARBOUR, &new, "").unwrap();
    assert_eq!(changes.measures.len(), 1);
    let measure = &changes.measures[0];
    assert!(measure.is_comparable && !measure.is_met_alike && !measure.item.title.is_empty());
    let kinds: Vec<CaseKind> = measure.cases.iter().map(|case| case.kind).collect();
    assert_eq!(kinds, [CaseKind::NoLongerMet]);
    let example = measure.cases[0].example.as_ref().unwrap();
    assert!(example.answers.iter().any(|answer| answer.contains("万元")), "{example:?}");

    // The scenario expects the result of the new version.
    let scenarios = format!("[{}]", example.scenario);
    let input = ScenarioInput { text: new.as_str().into(), scenarios: scenarios.as_str().into() };
    let results = check_scenarios(&input).unwrap();
    assert!(results.faults.is_empty(), "{:?}", results.faults);
    assert_eq!(results.results[0].differences, [""; 0]);
    let changes = compared(HARBOUR, &new, &scenarios).unwrap();
    assert_eq!(changes.compared_scenarios, 1);
    assert_eq!(changes.scenarios.len(), 1);
    assert_eq!(changes.scenarios[0].before.split(',').next(), Some("met"));
}

#[test]
fn a_lower_threshold_shows_a_firm_that_gains() {
    let old = replaced(r#"["revenue", "500"]"#, r#"["revenue", "600"]"#);
    let changes = compared(&old, HARBOUR, "").unwrap();
    let cases = &changes.measures[0].cases;
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].kind.is_gain(), Some(true));
}

#[test]
fn changed_words_are_apart_from_changed_rules() {
    let title = HARBOUR.split("\"title\": {\"zh-Hans\": \"").nth(1).unwrap();
    let title = title.split('"').next().unwrap();
    let changes = compared(HARBOUR, &replaced(title, "另一个名称"), "").unwrap();
    assert!(changes.measures.is_empty() && changes.items.is_empty());
    assert_eq!(changes.wording.len(), 1);
    assert_eq!(changes.wording[0].kind, ItemKind::Changed);
    let value = &changes.wording[0].values[0];
    assert!(value.after.as_ref().unwrap().contains("另一个名称"), "{value:?}");
}

#[test]
fn a_version_with_faults_is_not_compared() {
    let error = compared("{}", HARBOUR, "").unwrap_err();
    assert!(
        matches!(error, CompareError::OldFaults(count, first) if count > 0 && !first.is_empty())
    );
    assert_eq!(compared(HARBOUR, "{", "").unwrap_err(), CompareError::NewFaults);
}

#[test]
fn another_policy_is_mentioned() {
    let other = replaced("\"id\": \"harbour", "\"id\": \"other");
    let changes = compared(&other, HARBOUR, "").unwrap();
    assert!(changes.other_policy.is_some_and(|id| id.starts_with("other")));
}
