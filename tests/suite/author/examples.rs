//! Examples in the authoring page: each is a scenario that passes, or fills the gap that it is for.

use eligibility_check::author::checks::{CheckInput, GapText, ScenarioChecks, check};
use eligibility_check::author::examples::{
    About, SuggestInput, Suggestion, Suggestions, Why, suggest,
};
use eligibility_check::author::scenario_files::ScenarioFiles;
use eligibility_check::rulebook::Locale;

use super::{GUIDE, json};
use crate::support::{FERRY, HARBOUR};

fn suggested(pack: &str, scenarios: &str, about: About) -> Suggestions {
    suggest(&SuggestInput {
        text: pack.into(),
        scenarios: scenarios.into(),
        locale: Locale::ZhHans,
        about,
    })
}

fn checked(pack: &str, scenarios: &str) -> ScenarioChecks {
    let input =
        CheckInput { text: pack.into(), scenarios: scenarios.into(), ..CheckInput::default() };
    check(&input).scenarios.unwrap()
}

/// The scenarios with an example, whose outcome an author has confirmed.
fn confirmed(scenarios: &str, one: &Suggestion) -> String {
    let files =
        ScenarioFiles::default().open([("scenarios.json".to_owned(), scenarios.to_owned())]);
    let (files, _) = files.add(&one.scenario(&one.result.outcome).unwrap()).unwrap();
    files.joined().to_string()
}

fn measures(pack: &str) -> Vec<String> {
    let pack = json(pack);
    let id = |one: &eligibility_check::rulebook::Json| {
        one.get("id").and_then(|id| id.as_str()).unwrap().to_owned()
    };
    pack.get("measures").unwrap().items().iter().map(id).collect()
}

#[test]
fn every_measure_has_a_firm_that_meets_it_and_the_examples_pass_as_scenarios() {
    for pack in [GUIDE, HARBOUR, FERRY] {
        for measure in measures(pack) {
            let found = suggested(pack, "", About::Measure(measure.clone()));
            assert_eq!(found.list[0].why, Why::Meets, "{measure}");
            assert!(!found.is_never_met, "{measure}");
            for one in &found.list {
                assert_eq!(one.result.measure, measure);
                assert!(!one.answers.is_empty(), "the day is always shown: {one:?}");
                let checks = checked(pack, &confirmed("", one));
                assert!(checks.faults.is_empty(), "{measure}: {:?}", checks.faults);
                assert_eq!(checks.results[0].differences, [], "{measure}");
            }
        }
    }
}

#[test]
fn a_firm_that_fails_says_by_which_criterion() {
    let found = suggested(GUIDE, "", About::Measure("welcome".to_owned()));
    let fails = found.list.iter().find(|one| one.why == Why::Fails("在港区注册".to_owned()));
    let fails = fails.unwrap();
    assert_eq!(fails.result.outcome, "not-met");
    assert_eq!(fails.result.reasons, ["在港区注册"]);
    assert_eq!(fails.answers[1], "企业在港区注册吗：否");
    let scenario = json(&fails.scenario("not-met").unwrap());
    let expected = scenario.get("expect").unwrap().get("welcome").unwrap();
    assert_eq!(expected.to_text(), r#"{"outcome":"not-met","because":["registered"]}"#);
}

#[test]
fn a_corrected_outcome_is_not_as_expected_until_the_rules_are_corrected() {
    let found = suggested(GUIDE, "", About::Measure("welcome".to_owned()));
    let scenarios = format!("[{}]", found.list[0].scenario("not-met").unwrap());
    let results = checked(GUIDE, &scenarios).results;
    assert!(!results[0].has_passed());
    assert_eq!(results[0].found[0].outcome, "met");
}

#[test]
fn a_measure_that_nobody_can_meet_is_called_so() {
    let never = GUIDE.replace(
        r#"{"is": ["registered", true]}"#,
        r#"{"all": [{"is": ["registered", true]}, {"not": {"is": ["registered", true]}}]}"#,
    );
    let found = suggested(&never, "", About::Measure("welcome".to_owned()));
    assert!(found.is_never_met, "{found:?}");
    assert!(found.list.iter().all(|one| one.why != Why::Meets));
}

/// Confirms a suggestion for the first gap that has one, until none has. Returns the gaps that
/// are left.
fn filled(pack: &str) -> Vec<GapText> {
    let mut scenarios = String::new();
    let mut without = Vec::new();
    for _ in 0..200 {
        let gaps = checked(pack, &scenarios).gaps;
        let Some(gap) = gaps.into_iter().find(|gap| !without.contains(gap)) else {
            return without;
        };
        let found = suggested(pack, &scenarios, About::Gap(gap.clone()));
        let Some(one) = found.list.first() else {
            without.push(gap);
            continue;
        };
        scenarios = confirmed(&scenarios, one);
        let checks = checked(pack, &scenarios);
        assert!(checks.faults.is_empty(), "{gap:?}: {:?}", checks.faults);
        assert!(checks.results.iter().all(|result| result.has_passed()), "{gap:?}");
        assert!(!checks.gaps.contains(&gap), "{gap:?} is not filled by {one:?}");
    }
    panic!("the gaps of the pack do not end");
}

#[test]
fn suggestions_fill_the_gaps_of_a_pack_one_by_one() {
    let left =
        |pack: &str| -> Vec<String> { filled(pack).into_iter().map(|gap| gap.sentence).collect() };
    assert_eq!(left(GUIDE), [""; 0]);
    assert_eq!(left(HARBOUR), [""; 0]);
    assert_eq!(left(FERRY), [""; 0]);
}

#[test]
fn the_example_of_a_finding_is_about_the_measure_with_the_finding() {
    let case = r#"{"as-of": "2018-06-01", "answers": {"registered": true}}"#;
    let about = About::Case(case.to_owned(), "/measures/0/criteria/0/when".to_owned());
    let found = suggested(GUIDE, "", about);
    assert_eq!(found.list[0].result.measure, "welcome");
    assert_eq!(found.list[0].result.outcome, "met");
    let about = About::Case("{".to_owned(), "/measures/0".to_owned());
    assert_eq!(suggested(GUIDE, "", about), Suggestions::default());
}
