//! Regression tests: each failed before its fault was fixed.

use eligibility_check::engine::{
    AnswerError, EvalContext, Example, amount_if_met, answers_from_json, example, parse_answer,
};
use eligibility_check::rulebook::{FactKind, Json};
use eligibility_check::widget::Action;

use crate::markup::unique_ids;
use crate::support::{HARBOUR, date, fact, parse_answers, parse_pack};
use crate::widget::screens::render_questions;

#[test]
fn a_class_is_rendered_natively_as_in_a_browser() {
    let html = render_questions(&parse_pack(HARBOUR), "2019-05-10", "{}", vec![]);
    assert!(html.contains("<fieldset class=\"ec-question\""));
}

#[test]
fn a_number_outside_all_tiers_has_no_amount() {
    let pack = parse_pack(
        &HARBOUR.replace("\"to\": \"100000\", \"amount\"", "\"to\": \"2000\", \"amount\""),
    );
    let growth = pack.find_measure("growth").unwrap();
    let range = |answers: &str| {
        let answers = parse_answers(&pack, answers);
        let context = EvalContext { pack: &pack, answers: &answers, as_of: date("2019-05-10") };
        amount_if_met(&context, growth)
    };
    assert!(range("{}").is_some());
    assert_eq!(range(r#"{"revenue": 3000}"#), None, "no tier includes 3000");
}

#[test]
fn the_id_of_an_option_does_not_collide_with_other_parts_of_its_question() {
    for id in ["none", "not-sure", "hint"] {
        let pack = parse_pack(&HARBOUR.replace("old-brand", id));
        let html = render_questions(&pack, "2019-05-10", "{}", vec![]);
        unique_ids(&html);
    }
}

#[test]
fn an_expression_is_not_parsed_as_a_number() {
    let pack = parse_pack(HARBOUR);
    let kind: &FactKind = &pack.facts[fact(&pack, "revenue")].kind;
    assert_eq!(parse_answer(&pack, kind, "5+5"), Err(AnswerError::SeveralNumbers));
    for text in ["1,5", "1 2", "1,,2"] {
        let unclear = AnswerError::UnclearSeparators(text.to_owned());
        assert_eq!(parse_answer(&pack, kind, text), Err(unclear), "{text}");
    }
}

#[test]
fn a_disabled_box_shows_no_error() {
    let pack = parse_pack(HARBOUR);
    let revenue = fact(&pack, "revenue");
    let not_sure = Some(eligibility_check::engine::Answer::NotSure);
    let actions =
        vec![Action::CommitDraft(revenue, "o600".to_owned()), Action::Answer(revenue, not_sure)];
    let html = render_questions(&pack, "2019-05-10", "{}", actions);
    assert!(!html.contains("revenue.error"));
}

#[test]
fn deeply_nested_terms_are_rejected_quickly() {
    let term =
        |n: usize| format!(r#"{{"id": "t{n}", "when": {{"not": {{"term": "t{}"}}}}}}"#, n + 1);
    let mut terms: Vec<String> = (0..60_000).map(term).collect();
    terms.push(r#"{"id": "t60000", "when": {"is": ["registered", true]}}"#.to_owned());
    let json = with_terms(&terms.join(","));
    let error = eligibility_check::rulebook::RulePack::from_json(&json).unwrap_err();
    assert_eq!(error.faults().len(), 1);
    assert!(error.to_string().contains("at most 8 levels of nested definitions"), "{error}");
}

#[test]
fn terms_that_expand_to_too_many_others_have_one_fault() {
    let ten = |below: usize| vec![format!(r#"{{"term": "t{below}"}}"#); 10].join(",");
    let term = |n: usize| format!(r#"{{"id": "t{n}", "when": {{"any": [{}]}}}}"#, ten(n - 1));
    let mut terms = vec![r#"{"id": "t0", "when": {"is": ["registered", true]}}"#.to_owned()];
    terms.extend((1..=5).map(term));
    let error = eligibility_check::rulebook::RulePack::from_json(&with_terms(&terms.join(",")))
        .unwrap_err();
    assert_eq!(error.faults().len(), 1);
    assert!(
        error
            .to_string()
            .contains("at most 100 nested definitions, counting repetitions, found more in `t2`"),
        "{error}"
    );
}

#[test]
fn a_json_number_that_a_binary_float_would_round_is_exact() {
    let pack =
        parse_pack(&HARBOUR.replace(r#""max": "100000", "decimals": 2"#, r#""decimals": 6"#));
    let read = |text: &str| answers_from_json(&pack, &Json::parse(text).unwrap());
    assert_eq!(read(r#"{"revenue": 12345.678901}"#), read(r#"{"revenue": "12345.678901"}"#));
    let exact = read(r#"{"revenue": "12345678901.123456"}"#);
    assert!(exact.is_ok());
    assert_eq!(read(r#"{"revenue": 12345678901.123456}"#), exact);
}

#[test]
fn an_example_tries_all_values_of_numbers_with_few_values() {
    // `revenue` is 0 to 3 and `staff` 1 to 3, both whole. The bounds alone have none of these
    // ratios.
    for (ratio, revenue_and_staff) in
        [(r#""2""#, Some((2, 1))), (r#""1.5""#, Some((3, 2))), (r#""2.5""#, None)]
    {
        let term = format!(
            r#"{{"id": "tried", "when": {{"is": [{{"ratio": ["revenue", "staff"]}}, {ratio}]}}}}"#
        );
        let json = with_terms(&term)
            .replace(r#""max": "100000", "decimals": 2"#, r#""max": 3"#)
            .replace(r#"{"unit": "人", "min": 1}"#, r#"{"unit": "人", "min": 1, "max": 3}"#);
        let pack = parse_pack(&json);
        let (_, tried) = pack.terms.iter().find(|(_, term)| &*term.id == "tried").unwrap();
        let found = example(&pack, std::iter::once(date("2019-05-10")), &[&tried.when]);
        let expected = revenue_and_staff.map_or(Example::Unsatisfiable, |(revenue, staff)| {
            let answers = format!(r#"{{"revenue": {revenue}, "staff": {staff}}}"#);
            Example::Answers(date("2019-05-10"), parse_answers(&pack, &answers))
        });
        assert_eq!(found, expected, "{ratio}");
    }
}

/// The small pack with more terms.
fn with_terms(terms: &str) -> String {
    match HARBOUR.split_once(r#""terms": ["#) {
        Some((before, after)) => format!(r#"{before}"terms": [{terms},{after}"#),
        None => HARBOUR.replacen('{', &format!(r#"{{"terms": [{terms}],"#), 1),
    }
}
