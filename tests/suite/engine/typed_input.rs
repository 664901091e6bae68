//! Typed and pasted input that earlier versions refused, rounded, or accepted without a word.

use eligibility_check::engine::{
    Answers, Case, CaseError, Doubt, Receipt, check_relations, doubt, parse_answer,
};
use eligibility_check::rulebook::{Locale, RulePack, Value};
use serde_json::json;

use crate::support::{HARBOUR, KIOSK, changed_pack, date, fact, parse_answers, parse_pack};

const DAY: &str = "2019-05-10";

/// Harbour with the date of a move, and a relation between it and the date of foundation.
fn pack() -> std::rc::Rc<RulePack> {
    changed_pack(HARBOUR, |json| {
        let facts = json["facts"].as_array_mut().unwrap();
        let founded = facts.iter().find(|fact| fact["id"] == "founded").unwrap();
        let (mut moved, mut expires) = (founded.clone(), founded.clone());
        moved["id"] = json!("moved");
        (expires["id"], expires["future"]) = (json!("expires"), json!(true));
        facts.extend([moved, expires]);
        for fact in facts.iter_mut().filter(|fact| fact["id"] == "revenue") {
            fact["kind"]["number"]["usual"] = json!([10, 5000]);
        }
        json["relations"] = json!([{
            "holds": {"at-most": ["founded", "moved"]},
            "message": {"zh-Hans": "迁入日期早于成立日期。"},
        }]);
    })
}

fn errors(pack: &RulePack, case: &str) -> Vec<(String, String)> {
    let parsed = Case::parse(pack, case)
        .and_then(|case| case.check_relations(pack, date(DAY)).map(|()| case));
    match parsed {
        Err(CaseError::Answers(errors)) => {
            errors.into_iter().map(|error| (error.field, error.message)).collect()
        }
        Err(error) => vec![(String::new(), error.to_string())],
        Ok(_) => Vec::new(),
    }
}

fn error(field: &str, message: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), message.to_owned())]
}

#[test]
fn a_json_number_is_not_rounded_to_a_threshold() {
    let pack = pack();
    let found = "more than 2 decimal places, found the number `4999.9999999999999999`";
    assert_eq!(
        errors(&pack, r#"{"answers": {"revenue": 4999.9999999999999999}}"#),
        error("revenue", found)
    );
    let case = Case::parse(&pack, r#"{"answers": {"revenue": 5.00e3}}"#).unwrap();
    assert_eq!(case.answers, parse_answers(&pack, r#"{"revenue": "5000"}"#));
}

#[test]
fn a_year_before_1800_is_an_error_and_a_year_in_the_future_is_none() {
    let pack = pack();
    let found = "before the year 1800, found the string `0001-01-01`";
    assert_eq!(errors(&pack, r#"{"answers": {"founded": "0001-01-01"}}"#), error("founded", found));
    assert_eq!(errors(&pack, r#"{"answers": {"founded": "2030-01-01"}}"#), []);
}

#[test]
fn answers_that_contradict_each_other_are_an_error_of_the_last() {
    let pack = pack();
    let contradiction = error("moved", "contradicts `founded`: 迁入日期早于成立日期。");
    for (founded, moved, expected) in [
        ("2015-01-01", "2014-12-31", contradiction.clone()),
        ("2015-01-01", "2015-01-01", Vec::new()),
        // Both after the as-of date.
        ("2031-01-01", "2030-01-01", contradiction.clone()),
        ("2031-01-01", "2018-01-01", contradiction),
        ("2018-01-01", "2031-01-01", Vec::new()),
    ] {
        let case = format!(r#"{{"answers": {{"founded": "{founded}", "moved": "{moved}"}}}}"#);
        assert_eq!(errors(&pack, &case), expected, "{case}");
    }
    assert_eq!(errors(&pack, r#"{"answers": {"moved": "2014-01-01"}}"#), []);
    let not_sure = r#"{"answers": {"founded": {"not-sure": true}, "moved": "2014-01-01"}}"#;
    assert_eq!(errors(&pack, not_sure), []);
    assert_eq!(check_relations(&pack, &Answers::none(&pack), date(DAY)), []);
}

#[test]
fn a_fact_answered_twice_is_an_error_for_command_and_page() {
    let pack = pack();
    for answers in [
        r#"{"staff": 5, "staff": 5}"#,
        r#"{"staff": "bad", "staff": 5}"#,
        r#"{"staff": 5, "revenue": 1, "staff": {"not-sure": true}}"#,
    ] {
        let case = format!(r#"{{"answers": {answers}}}"#);
        assert_eq!(errors(&pack, &case), error("staff", "answered twice"), "{case}");
        assert_eq!(Case::parse_lenient(&pack, &case).err(), Case::parse(&pack, &case).err());
    }
}

#[test]
fn a_pasted_code_may_contain_characters_that_nobody_sees() {
    let pack = parse_pack(KIOSK);
    let answers = parse_answers(&pack, r#"{"sells": ["papers"], "opened": "2004-02-29"}"#);
    let code = Receipt::encode(&pack, date(DAY), &[], &answers);
    let spread: String = code.chars().flat_map(|char| ['\u{200b}', char, '\u{2009}']).collect();
    for pasted in [
        format!("\u{feff}\u{202a}{code}\u{202c}"),
        format!("回执码：{}", code.replace('-', "\u{ad}\u{a0}—\u{2060} ")),
        code.replace('-', "\u{205f}－\u{1680}"),
        spread.clone(),
        format!("{}{code}", "\u{200b}".repeat(10_000)),
    ] {
        assert_eq!(
            Receipt::decode(&pack, &pasted).map(|receipt| receipt.answers).as_ref(),
            Ok(&answers)
        );
    }
}

#[test]
fn improbable_answers_are_doubted() {
    let pack = pack();
    let doubt_of = |answers: &str, id: &str| {
        let answers = parse_answers(&pack, answers);
        match doubt(&pack, &answers, date(DAY), fact(&pack, id)) {
            None => "none".to_owned(),
            Some(Doubt::NotYet) => "not yet".to_owned(),
            Some(Doubt::Contradiction(text)) => text.get(Locale::ZhHans).to_string(),
            Some(Doubt::BelowUsual([low, _])) => format!("below {low}"),
            Some(Doubt::AboveUsual([_, high])) => format!("above {high}"),
        }
    };
    for (answers, id, expected) in [
        (r#"{"revenue": "9.99"}"#, "revenue", "below 10"),
        (r#"{"revenue": 10}"#, "revenue", "none"),
        (r#"{"revenue": "5000.01"}"#, "revenue", "above 5000"),
        (r#"{"revenue": {"not-sure": true}}"#, "revenue", "none"),
        (r#"{"founded": "2019-05-10"}"#, "founded", "none"),
        (r#"{"founded": "2019-05-11"}"#, "founded", "not yet"),
        (r#"{"expires": "2030-01-01"}"#, "expires", "none"),
        (
            r#"{"founded": "2015-01-01", "moved": "2014-01-01"}"#,
            "founded",
            "迁入日期早于成立日期。",
        ),
        (r#"{"founded": "2015-01-01", "moved": "2014-01-01"}"#, "moved", "迁入日期早于成立日期。"),
        (r#"{"founded": "2015-01-01", "moved": "2014-01-01"}"#, "expires", "none"),
    ] {
        assert_eq!(doubt_of(answers, id), expected, "{answers}");
    }
}

#[test]
fn an_amount_may_be_typed_in_the_unit_that_a_larger_unit_counts() {
    let pack = parse_pack(crate::rulebook::languages::FENNMARK);
    let turnover = &pack.facts[fact(&pack, "turnover")].kind;
    for (text, thousands) in [
        ("5000 Taler", "5"),
        ("5,000 taler", "5"),
        ("1.5 million Taler", "1500"),
        ("40", "40"),
        ("40 Tausend Taler", "40"),
        ("40 thousand taler", "40"),
    ] {
        let typed = parse_answer(&pack, turnover, text);
        let number = Value::Number(thousands.parse().unwrap());
        assert_eq!(typed, Ok(Some(number)), "{text}");
    }
    for text in ["5000 元", "RMB 5000", "5000 yuan"] {
        assert!(parse_answer(&pack, turnover, text).is_err(), "{text}");
    }
}
