//! The measures that a new version of a pack changes, and a case of a firm that it affects.

use eligibility_check::diagnostics::parse;
use eligibility_check::diff::{Comparison, Subject, Witness};
use eligibility_check::rulebook::Json;

use crate::support::HARBOUR;

#[test]
fn a_higher_threshold_has_a_case_that_is_no_longer_met() {
    let old = parse(HARBOUR).unwrap();
    let changed = HARBOUR.replacen(r#"["revenue", "500"]"#, r#"["revenue", "600"]"#, 1);
    let new = parse(&changed).unwrap();
    let comparison = Comparison::new(&old, &new);
    let subjects: Vec<Subject> = comparison.changes.iter().map(|change| change.subject).collect();
    assert_eq!(subjects, [Subject::Condition]);
    assert_eq!(comparison.meanings.len(), 1);
    let meaning = &comparison.meanings[0];
    let change = meaning.change.as_ref().unwrap();
    let case = match &change.no_longer_met {
        Witness::Example(case) => Some(case),
        Witness::None | Witness::Unknown => None,
    };
    let case = case.unwrap();
    assert!(case.get("answers").and_then(|answers| answers.get("revenue")).is_some());
    assert_eq!(change.newly_met, Witness::None);

    let scenario = Json::Object(vec![
        ("name".to_owned(), Json::String("the example".to_owned())),
        ("as-of".to_owned(), case.get("as-of").unwrap().clone()),
        ("answers".to_owned(), case.get("answers").unwrap().clone()),
    ]);
    let text = Json::Array(vec![scenario]).to_text();
    let mut results = comparison.clone();
    results.add_scenarios(&old.pack, &new.pack, &text).unwrap();
    let found = &results.outcomes.found;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].measure, meaning.measure);
    assert_eq!(found[0].results.0.name(), "met");
}

#[test]
fn a_pack_is_the_same_as_itself() {
    let pack = parse(HARBOUR).unwrap();
    let comparison = Comparison::new(&pack, &pack);
    assert!(comparison.is_same() && comparison.text(false).contains("the packs are equivalent"));
}
