//! The gaps in the coverage of a pack: each has a sentence, and the position of the untested part.

use eligibility_check::coverage::{Coverage, GapKind, Lack};
use eligibility_check::diagnostics::{AuthoredPack, parse};
use eligibility_check::engine::{CompiledCache, Outcome};
use eligibility_check::rulebook::Json;
use eligibility_check::scenario::parse_scenarios;

use crate::support::{FERRY, HARBOUR};

fn value_at<'a>(json: &'a Json, pointer: &str) -> Option<&'a Json> {
    pointer.split('/').skip(1).try_fold(json, |json, token| match json {
        Json::Array(items) => items.get(token.parse::<usize>().unwrap()),
        _ => json.get(token),
    })
}

#[test]
fn every_gap_of_an_untested_pack_has_a_position_in_the_pack() {
    for text in [HARBOUR, FERRY] {
        let AuthoredPack { pack, json, .. } = &parse(text).unwrap();
        let gaps = Coverage::new(pack, json).report().gaps;
        for gap in &gaps {
            let value = value_at(json, &gap.pointer).unwrap();
            if let GapKind::AtomicCondition(_) = gap.kind {
                assert!(gap.sentence.ends_with(&value.to_text()), "{gap}: {}", value.to_text());
            }
        }
        let has = |kind: fn(&GapKind) -> bool| gaps.iter().any(|gap| kind(&gap.kind));
        assert!(has(|kind| matches!(kind, GapKind::AtomicCondition(Lack::Both))));
        assert!(has(|kind| matches!(kind, GapKind::Outcome(_, Outcome::NotMet))));
        assert!(has(|kind| *kind == GapKind::Days));
    }
}

#[test]
fn a_scenario_fills_the_gap_of_the_outcome_that_it_expects() {
    let AuthoredPack { pack, json, .. } = &parse(HARBOUR).unwrap();
    let measure = &pack.measures.iter().next().unwrap().1.id;
    let scenario = format!(
        r#"[{{"name": "foreign", "as-of": "2018-06-01", "answers": {{"registered": false}},
             "expect": {{"{measure}": {{"outcome": "not-met"}}}}}}]"#
    );
    let scenarios = parse_scenarios(pack, &Json::parse(&scenario).unwrap()).unwrap();
    let mut coverage = Coverage::new(pack, json);
    let is_expected = |coverage: &Coverage<'_>| {
        let gap = format!("{measure}: never expected not met");
        coverage.report().gaps.iter().all(|found| found.to_string() != gap)
    };
    assert!(!is_expected(&coverage));
    let result = scenarios[0].run(pack, &mut CompiledCache::default());
    assert!(result.passed(), "{:?}", result.differences);
    coverage.add(&scenarios[0], &result.assessment);
    assert!(is_expected(&coverage));
}

/// The outcomes that no scenario expects of a measure, in a pack without scenarios.
fn unexpected(text: &str, measure: &str) -> Vec<Outcome> {
    let AuthoredPack { pack, json, .. } = &parse(text).unwrap();
    let wanted = pack.find_measure(measure).unwrap();
    let gaps = Coverage::new(pack, json).report().gaps;
    let outcomes = gaps.iter().filter_map(|gap| match gap.kind {
        GapKind::Outcome(measure, outcome) if measure == wanted => Some(outcome),
        _ => None,
    });
    outcomes.collect()
}

#[test]
fn a_measure_that_only_the_office_decides_is_never_open() {
    assert_eq!(unexpected(FERRY, "flag"), [Outcome::Met]);
}

#[test]
fn a_measure_with_a_condition_can_be_met_not_met_and_open() {
    let all = [Outcome::Met, Outcome::NotMet, Outcome::Open];
    assert_eq!(unexpected(FERRY, "fuel"), all);
    assert_eq!(unexpected(FERRY, "old-ferry"), all);
}

#[test]
fn a_measure_whose_condition_always_holds_is_never_open() {
    let burns = r#""when": {"more-than": ["fuel", 0]}"#;
    assert!(FERRY.contains(burns));
    let always = FERRY.replacen(burns, r#""when": {"at-least": ["fuel", 0]}"#, 1);
    assert_eq!(unexpected(&always, "fuel"), [Outcome::Met]);
}

#[test]
fn a_measure_for_somebody_who_plans_to_come_is_open_until_they_say_so() {
    let settling = r#""assumptions": [{"id": "settling", "when": {"is": ["licensed", false]},
        "answers": {"licensed": true},
        "label": {"zh-Hans": "会办许可证", "zh-Hant": "會辦許可證", "en": "Will be licensed"}}],
      "terms": ["#;
    let text = FERRY.replacen(r#""terms": ["#, settling, 1);
    let text = text.replacen(r#""id": "flag","#, r#""id": "flag", "assume": "settling","#, 1);
    assert_eq!(unexpected(&text, "flag"), [Outcome::Met, Outcome::Open]);
}
