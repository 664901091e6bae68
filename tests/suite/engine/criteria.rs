//! Measures that are decided only by all their conditions together.

use eligibility_check::engine::{
    CompiledPack, EvalContext, Explanation, MeasureAssessment, Outcome, Truth, explain,
};
use eligibility_check::rulebook::{Id, RulePack};
use serde_json::{Value as Tree, json};

use crate::support::{date, parse_answers};

/// A pack with one measure with these criteria.
fn pack(criteria: &[Tree]) -> RulePack {
    let number = |id: &str, decimals: u8| {
        let kind =
            json!({ "number": { "unit": "u", "min": 0, "max": 1000, "decimals": decimals } });
        json!({ "id": id, "kind": kind, "section": "s", "question": "Question" })
    };
    let mut facts = [("revenue", 2), ("before", 2), ("more", 2), ("staff", 0), ("hired", 0)]
        .map(|(id, decimals)| number(id, decimals))
        .to_vec();
    facts.push(json!({ "id": "founded", "kind": "date", "section": "s", "question": "Question" }));
    let yes_no =
        |id: String| json!({ "id": id, "kind": "yes-no", "section": "s", "question": "Question" });
    facts.extend((0..60).map(|index| yes_no(format!("y{index}"))));
    let criteria = criteria.iter().enumerate().map(|(index, when)| {
        json!({ "id": format!("c{index}"), "label": "Criterion", "provision": ["p"], "grade": "explicit", "when": when })
    });
    let source = json!({
        "format": 2, "id": "exact", "version": "1", "languages": ["en"], "title": "Exact", "in-force": {},
        "documents": [{ "id": "d", "title": "Document" }],
        "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
        "sections": [{ "id": "s", "title": "Section" }],
        "facts": facts,
        "measures": [{
            "id": "m", "title": "Measure", "summary": "Summary", "provision": ["p"], "criteria": criteria.collect::<Tree>(),
            "grants": { "unspecified": {}, "evidence": "official-text", "provision": ["p"] },
        }],
    });
    RulePack::from_json(&source.to_string()).unwrap()
}

fn assessed(pack: &RulePack, answers: &str) -> MeasureAssessment {
    CompiledPack::new(pack, date("2019-06-30"))
        .assess(pack, &parse_answers(pack, answers))
        .of(Id::from_index(0))
        .clone()
}

fn outcome(criteria: &[Tree], answers: &str) -> Outcome {
    assessed(&pack(criteria), answers).outcome
}

fn explained<'a>(
    pack: &'a RulePack,
    answers: &'a eligibility_check::engine::Answers,
) -> Explanation<'a> {
    let context = EvalContext { pack, answers, as_of: date("2019-06-30") };
    explain(&CompiledPack::new(pack, date("2019-06-30")), &context, Id::from_index(0))
}

#[test]
fn a_condition_or_its_negation_is_met_without_answers() {
    let yes = json!({ "is": ["y0", true] });
    assert_eq!(outcome(&[json!({ "any": [yes, { "not": yes }] })], "{}"), Outcome::Met);
    let below = json!({ "less-than": ["revenue", 50] });
    let above = json!({ "at-least": ["revenue", 50] });
    let pack = pack(&[json!({ "any": [below, above] })]);
    assert_eq!(assessed(&pack, "{}").outcome, Outcome::Met);
    let no_answers = parse_answers(&pack, "{}");
    let explanation = explained(&pack, &no_answers);
    assert_eq!(explanation.criteria.first().unwrap().truth, Truth::True);
    assert!(explanation.reason.facts.is_empty(), "no answer is needed");
}

#[test]
fn contradictory_criteria_make_the_measure_not_met() {
    let (few, many) =
        (json!({ "less-than": ["staff", 50] }), json!({ "at-least": ["staff", 100] }));
    let pack = pack(&[json!({ "is": ["y0", true] }), few, many]);
    assert_eq!(assessed(&pack, "{}").outcome, Outcome::NotMet);
    let answers = parse_answers(&pack, r#"{"y0": true}"#);
    let explanation = explained(&pack, &answers);
    let reasons: Vec<&str> = explanation.reasons().map(|line| &*line.criterion.id).collect();
    assert_eq!(reasons, ["c1", "c2"], "the two criteria that contradict each other");
}

#[test]
fn no_whole_number_lies_between_two_consecutive_ones() {
    let between =
        |fact: &str| [json!({ "more-than": [fact, 2] }), json!({ "less-than": [fact, 3] })];
    assert_eq!(outcome(&between("staff"), "{}"), Outcome::NotMet);
    assert_eq!(outcome(&between("revenue"), "{}"), Outcome::Open);
}

#[test]
fn the_bounds_of_a_number_decide_a_comparison() {
    assert_eq!(outcome(&[json!({ "less-than": ["staff", 0] })], "{}"), Outcome::NotMet);
    assert_eq!(outcome(&[json!({ "at-most": ["staff", 1000] })], "{}"), Outcome::Met);
}

#[test]
fn the_bounds_of_two_unknown_numbers_can_decide_their_comparison() {
    let sum = json!({ "at-most": [{ "sum": ["revenue", "before", 1] }, 0] });
    let pack = pack(&[sum]);
    assert_eq!(assessed(&pack, "{}").outcome, Outcome::NotMet);
    let no_answers = parse_answers(&pack, "{}");
    let explanation = explained(&pack, &no_answers);
    assert_eq!(explanation.reasons().count(), 1, "the criterion that cannot hold");
}

#[test]
fn a_comparison_with_one_unknown_number_is_solved_for_it() {
    let growth = json!({ "at-least": [{ "difference": ["revenue", "before"] }, 200] });
    let criteria = [growth, json!({ "more-than": ["before", 300] })];
    assert_eq!(outcome(&criteria, r#"{"revenue": 500}"#), Outcome::NotMet);
    assert_eq!(outcome(&criteria, r#"{"revenue": "500.02"}"#), Outcome::Open);
    let pack = pack(&criteria);
    assert!(!assessed(&pack, "{}").is_exact, "another condition reads a number of the comparison");
    assert!(assessed(&pack, r#"{"revenue": 600}"#).is_exact);
}

#[test]
fn ratios_growth_and_percentages_are_not_rounded() {
    let third = json!({ "at-least": [{ "ratio": ["revenue", "before"] }, "0.333333"] });
    assert_eq!(outcome(&[third], r#"{"revenue": 1, "before": 3}"#), Outcome::Met);
    let third_exactly = json!({ "more-than": [{ "ratio": ["revenue", "before"] }, "0.333334"] });
    assert_eq!(outcome(&[third_exactly], r#"{"revenue": 1, "before": 3}"#), Outcome::NotMet);
    let growth = [json!({ "at-least": [{ "growth": ["revenue", "before"] }, "7.5"] })];
    assert_eq!(outcome(&growth, r#"{"revenue": "107.5", "before": 100}"#), Outcome::Met);
    assert_eq!(outcome(&growth, r#"{"revenue": "107.49", "before": 100}"#), Outcome::NotMet);
    let percent = json!({ "at-least": [{ "percent": ["2.5", "revenue"] }, "before"] });
    assert_eq!(outcome(&[percent], r#"{"revenue": 40, "before": 1}"#), Outcome::Met);
}

#[test]
fn a_division_by_zero_is_left_to_the_office() {
    let growth = || json!({ "at-least": [{ "growth": ["revenue", "before"] }, 5] });
    let zero = assessed(&pack(&[growth()]), r#"{"revenue": 5, "before": 0}"#);
    assert_eq!((zero.outcome, zero.missing.len()), (Outcome::MetInDirection, 0));
    // The dividend does not matter.
    assert_eq!(outcome(&[growth()], r#"{"before": 0}"#), Outcome::MetInDirection);
    assert_eq!(
        outcome(&[growth(), json!({ "is": ["y0", true] })], r#"{"before": 0, "y0": false}"#),
        Outcome::NotMet
    );
}

#[test]
fn a_fact_that_cannot_change_the_outcome_is_not_missing() {
    let (x, y) = (json!({ "is": ["y0", true] }), json!({ "is": ["y1", true] }));
    // `y0 and y1, or y0` equals `y0`.
    let pack = pack(&[json!({ "any": [{ "all": [x, y] }, x] })]);
    let missing = assessed(&pack, "{}").missing;
    assert_eq!(missing, [pack.find_fact("y0").unwrap()]);
}

/// The ids of the missing facts of a measure with this criterion.
fn missing(when: Tree, answers: &str) -> Vec<String> {
    let pack = pack(&[when]);
    let assessed = assessed(&pack, answers);
    assert!(assessed.is_exact, "the missing facts are claimed to be exact");
    assessed.missing.into_iter().map(|fact| pack.facts[fact].id.to_string()).collect()
}

#[test]
fn a_part_of_highest_of_below_the_threshold_is_not_missing() {
    let highest =
        |part: Tree, than: i64| json!({ "more-than": [{ "highest-of": ["revenue", part] }, than] });
    let less_one = json!({ "difference": ["before", 1] });
    assert_eq!(missing(highest(less_one.clone(), 999), "{}"), ["revenue"]);
    assert_eq!(missing(highest(less_one, 998), "{}"), ["revenue", "before"]);
    // Once `before` is known, its part cannot be more than 600.
    let growth = json!({ "difference": ["more", "before"] });
    assert_eq!(missing(highest(growth, 600), r#"{"before": 400}"#), ["revenue"]);
}

#[test]
fn a_part_of_lowest_of_above_the_threshold_is_not_missing() {
    let lowest = |part: Tree| json!({ "at-most": [{ "lowest-of": ["revenue", part] }, 0] });
    assert_eq!(missing(lowest(json!({ "sum": ["before", 1] })), "{}"), ["revenue"]);
    assert_eq!(missing(lowest(json!("before")), "{}"), ["revenue", "before"]);
}

#[test]
fn a_part_is_not_missing_if_what_is_around_it_makes_it_irrelevant() {
    // Never the highest, whatever the sum needs.
    let highest = json!({ "highest-of": ["revenue", { "difference": ["before", 1000] }] });
    let sum = json!({ "at-least": [{ "sum": [highest, "more"] }, 700] });
    assert_eq!(missing(sum, "{}"), ["revenue", "more"]);
    // With at most 999 in the place of `revenue`, the sum cannot be 2000.
    let highest = json!({ "highest-of": ["revenue", { "difference": ["before", 1] }] });
    let sum = json!({ "at-least": [{ "sum": [highest.clone(), "more"] }, 2000] });
    assert_eq!(missing(sum, "{}"), ["revenue", "more"]);
    let difference = json!({ "at-most": [{ "difference": ["more", highest.clone()] }, -1000] });
    assert_eq!(missing(difference, "{}"), ["revenue", "more"]);
    // Nested in a minimum.
    let lowest = json!({ "lowest-of": [highest.clone(), "more"] });
    assert_eq!(missing(json!({ "more-than": [lowest, 999] }), "{}"), ["revenue", "more"]);
    // A side of a comparison of two numbers.
    let two = json!({ "less-than": [highest, { "sum": ["more", -999] }] });
    assert_eq!(missing(two, "{}"), ["revenue", "before", "more"]);
    let never = json!({ "highest-of": ["revenue", { "difference": ["before", 1000] }] });
    assert_eq!(missing(json!({ "less-than": ["more", never] }), "{}"), ["revenue", "more"]);
}

#[test]
fn two_thresholds_of_a_number_that_no_answer_separates_are_not_open() {
    let sum = || json!({ "sum": ["staff", "hired"] });
    let (above, below) = (json!({ "more-than": [sum(), 2] }), json!({ "less-than": [sum(), 3] }));
    let pack = pack(&[above, below]);
    let open = assessed(&pack, "{}");
    assert_eq!((open.outcome, open.is_exact), (Outcome::Open, false));
    assert_eq!(assessed(&pack, r#"{"staff": 1}"#).outcome, Outcome::NotMet);
}

#[test]
fn a_known_part_of_a_number_excludes_its_other_thresholds() {
    let sum = || json!({ "sum": ["revenue", "before"] });
    let yes = json!({ "is": ["y0", true] });
    let either = json!({ "any": [
        { "all": [{ "at-least": [sum(), 500] }, yes] },
        { "at-least": [{ "sum": ["revenue", "before"] }, 1500] },
    ] });
    let pack = pack(&[either]);
    assert_eq!(assessed(&pack, r#"{"revenue": 100, "y0": false}"#).outcome, Outcome::NotMet);
}

#[test]
fn an_event_that_has_not_happened_fails_a_test_that_counts_from_it_and_reads_another_fact() {
    let months = json!({ "sum": [{ "months-since": "founded" }, "staff"] });
    let criteria = [json!({ "at-most": [months, 100] })];
    assert_eq!(outcome(&criteria, r#"{"founded": "2019-05-30", "staff": 5}"#), Outcome::Met);
    assert_eq!(outcome(&criteria, r#"{"founded": "2019-07-30", "staff": 5}"#), Outcome::NotMet);
    assert_eq!(outcome(&criteria, r#"{"founded": "2019-07-30"}"#), Outcome::NotMet);
    // The part with the event is never the smallest, but it still fails the test.
    let since = json!({ "highest-of": [1001, { "months-since": "founded" }] });
    let lowest = json!({ "at-least": [{ "lowest-of": ["revenue", "more", since] }, 5] });
    let late = r#"{"founded": "2019-07-30", "revenue": 6, "more": 7}"#;
    assert_eq!(outcome(&[lowest], late), Outcome::NotMet);
}

#[test]
fn a_number_that_is_counted_twice_is_marked_as_inexact() {
    let twice = json!({ "sum": ["revenue", { "difference": ["before", "revenue"] }] });
    let pack = pack(&[json!({ "at-most": [twice, -1] })]);
    let assessed = assessed(&pack, "{}");
    assert_eq!((assessed.outcome, assessed.is_exact), (Outcome::Open, false));
}

#[test]
fn a_measure_too_large_for_a_decision_diagram_is_assessed_soundly() {
    // Every order of these facts needs a diagram beyond the size limit.
    let pair = |index: usize| {
        let (one, other) = (format!("y{index}"), format!("y{}", index + 30));
        json!({ "any": [
            { "all": [{ "is": [one, true] }, { "is": [other, true] }] },
            { "all": [{ "is": [one, false] }, { "is": [other, false] }] },
        ] })
    };
    let first = json!({ "any": (0..30).map(|index| json!({ "is": [format!("y{index}"), true] })).collect::<Tree>() });
    let mut operands = vec![json!(15)];
    operands.extend((0..30).map(pair));
    let pack = pack(&[first, json!({ "at-least-of": operands })]);
    let assessment = assessed(&pack, "{}");
    assert_eq!((assessment.outcome, assessment.is_exact), (Outcome::Open, false));
    let all: Tree = (0..60).map(|index| (format!("y{index}"), json!(true))).collect();
    assert_eq!(assessed(&pack, &all.to_string()).outcome, Outcome::Met);
}

#[test]
fn five_hundred_measures_too_large_for_a_diagram_are_assessed_in_time() {
    let facts: Vec<String> = (0..40).map(|index| format!("y{index}")).collect();
    let pairs = facts.iter().zip(facts.iter().rev()).map(|(one, other)| {
        json!({ "any": [{ "all": [{ "is": [one, true] }, { "is": [other, false] }] }, { "is": [other, true] }] })
    });
    let mut operands = vec![json!(13)];
    operands.extend(pairs);
    let when = json!({ "at-least-of": operands });
    let measure = |index: usize| {
        json!({
            "id": format!("m{index}"), "title": "Measure", "summary": "Summary", "provision": ["p"],
            "criteria": [{ "id": "c", "label": "Criterion", "provision": ["p"], "grade": "explicit", "when": when }],
            "grants": { "unspecified": {}, "evidence": "official-text", "provision": ["p"] },
        })
    };
    let facts = facts.iter();
    let facts = facts
        .map(|id| json!({ "id": id, "kind": "yes-no", "section": "s", "question": "Question" }));
    let source = json!({
        "format": 2, "id": "large", "version": "1", "languages": ["en"], "title": "Large", "in-force": {},
        "documents": [{ "id": "d", "title": "Document" }],
        "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
        "sections": [{ "id": "s", "title": "Section" }],
        "facts": facts.collect::<Tree>(), "measures": (0..500).map(measure).collect::<Tree>(),
    });
    let pack = RulePack::from_json(&source.to_string()).unwrap();
    let assessment =
        CompiledPack::new(&pack, date("2019-06-30")).assess(&pack, &parse_answers(&pack, "{}"));
    assert_eq!(assessment.count(Outcome::Open), 500);
    assert!(
        assessment.iter().all(|(_, assessed)| !assessed.is_exact && assessed.missing.len() == 40)
    );
}
