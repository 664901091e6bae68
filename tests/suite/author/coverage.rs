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
