//! The comparison with the published version, as the authoring page shows it.

use eligibility_check::author::checks::{CheckInput, check};
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
    assert!(example.scenario.contains("：不再符合\""), "{example:?}");

    // The scenario expects the result of the new version.
    let scenarios = format!("[{}]", example.scenario);
    let input = CheckInput {
        text: new.as_str().into(),
        scenarios: scenarios.as_str().into(),
        ..CheckInput::default()
    };
    let results = check(&input).scenarios.unwrap();
    assert!(results.faults.is_empty(), "{:?}", results.faults);
    assert_eq!(results.results[0].differences, []);
    let changes = compared(HARBOUR, &new, &scenarios).unwrap();
    assert_eq!(changes.compared_scenarios, 1);
    assert_eq!(changes.scenarios.len(), 1);
    let result = &changes.scenarios[0];
    assert!(
        result.before.starts_with("满足条件") && result.after.starts_with("不符合"),
        "{result:?}"
    );
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

#[test]
fn changed_amounts_of_scenarios_are_in_the_language_of_the_page() {
    let scenario = r#"[{"name": "a young firm", "as-of": "2018-06-01",
        "answers": {"registered": true, "founded": "2018-01-01", "revenue": "600"},
        "expect": {"newcomer": {"outcome": "met"}}}]"#;
    let new = replaced(r#"{"fixed": {"amount": "20""#, r#"{"fixed": {"amount": "25""#);
    let result = |locale: Locale| {
        let input = CompareInput {
            old: HARBOUR.into(),
            new: new.as_str().into(),
            scenarios: scenario.into(),
            locale,
        };
        let changes = compare(&input).unwrap();
        let [change] = changes.scenarios.as_slice() else { panic!("{:?}", changes.scenarios) };
        [change.before.clone(), change.after.clone()]
    };
    assert_eq!(result(Locale::ZhHans), ["满足条件，20 万元", "满足条件，25 万元"]);
    assert_eq!(result(Locale::ZhHant), ["符合條件，20 万元", "符合條件，25 万元"]);
    assert_eq!(result(Locale::En), ["Conditions met, 20 万元", "Conditions met, 25 万元"]);
}

#[test]
fn a_removed_measure_and_a_removed_reason_have_words() {
    let scenario = r#"[{"name": "a foreign firm", "as-of": "2018-06-01",
        "answers": {"registered": false, "revenue": "100"},
        "expect": {"newcomer": {"outcome": "not-met", "because": ["local", "earning"]}}}]"#;
    let earning = HARBOUR.lines().find(|line| line.contains(r#""id": "earning""#)).unwrap();
    let new = replaced(earning, "").replacen(
        "\"grade\": \"explicit\"},\n\n",
        "\"grade\": \"explicit\"}\n",
        1,
    );
    let changes = compared(HARBOUR, &new, scenario).unwrap();
    let removed = changes.scenarios.iter().find(|change| change.measure.contains(" · ")).unwrap();
    assert!(removed.measure.ends_with(" · 营业收入500万元以上"), "{removed:?}");
    assert_eq!([&*removed.before, &*removed.after], ["理由", "删除"]);
}
