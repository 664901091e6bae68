//! Receipt codes round-trip, are unique for their content, and keep their format.

use eligibility_check::engine::{Answer, Answers, Receipt, ReceiptError, answers_from_json};
use eligibility_check::rulebook::{
    Date, Decimal, Json, Options, RulePack, Value, date_from_day_number,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value as Tree, json};

use crate::support::{
    HARBOUR, KIOSK, PUBLISHED, cases, changed_pack, date, fact, parse_answers, parse_pack,
    scenario_files,
};
use crate::{answer_space, generate};

/// The as-of date and answers of every scenario.
pub(crate) fn scenarios(pack: &RulePack) -> Vec<Receipt> {
    let mut cases = Vec::new();
    for file in scenario_files() {
        let scenarios = Json::parse(&std::fs::read_to_string(file).unwrap()).unwrap();
        for scenario in scenarios.items() {
            let as_of = date(scenario.get("as-of").and_then(Json::as_str).unwrap());
            let answers = answers_from_json(pack, scenario.get("answers").unwrap()).unwrap();
            cases.push(Receipt { as_of, topics: Vec::new(), answers, other_rules: None });
        }
    }
    cases
}

pub(crate) fn code(pack: &RulePack, receipt: &Receipt) -> String {
    Receipt::encode(pack, receipt.as_of, &receipt.topics, &receipt.answers)
}

/// A receipt with an answer to every fact of the kiosk pack.
pub(crate) fn kiosk(pack: &RulePack) -> Receipt {
    let answers = parse_answers(
        pack,
        r#"{"licensed": true, "site": "park", "sells": ["drinks"], "takings": "37.5", "change": "-4.2",
            "opened": "2004-02-29"}"#,
    );
    Receipt { as_of: date("2019-05-10"), topics: Vec::new(), answers, other_rules: None }
}

fn no_answers(pack: &RulePack) -> Receipt {
    Receipt {
        as_of: date("2019-05-10"),
        topics: Vec::new(),
        answers: Answers::none(pack),
        other_rules: None,
    }
}

fn assert_round_trip(pack: &RulePack, receipt: &Receipt) -> TestCaseResult {
    let code = code(pack, receipt);
    prop_assert_eq!(Receipt::decode(pack, &code), Ok(receipt.clone()), "{}", code);
    Ok(())
}

#[test]
fn the_code_format_does_not_change() {
    // Another code here means another format: receipts on paper would no longer decode.
    let kiosk_pack = parse_pack(KIOSK);
    let empty = no_answers(&kiosk_pack);
    assert_eq!(code(&kiosk_pack, &empty), "64QRX-TXFZM-D9PM4-VYGTM-2E7Q9-MG");
    assert_eq!(
        code(&kiosk_pack, &kiosk(&kiosk_pack)),
        "64QRX-TXFZM-D9PM4-VYGXT-N355E-356BC-TXH1F-3K809-56"
    );
    let not_sure = parse_answers(&kiosk_pack, r#"{"site": {"not-sure": true}, "sells": []}"#);
    assert_eq!(
        code(
            &kiosk_pack,
            &Receipt {
                as_of: date("2018-12-31"),
                topics: Vec::new(),
                answers: not_sure,
                other_rules: None
            }
        ),
        "64QRX-TXFZM-D9PM4-XYHAT-S2ZMQ-4P8V"
    );
}

#[test]
fn codes_of_earlier_formats_are_rejected_by_their_format() {
    let pack = parse_pack(KIOSK);
    let without_topics = "24QRD-7QBNZ-S8MRT-DQFT3-D9N5V-N6BCT-XH14Y-9YK9";
    assert_eq!(Receipt::decode(&pack, without_topics), Err(ReceiptError::OldFormat(1)));
    let without_lines = "44QRD-7QBNZ-YHN6T-GKFT2-PMTJX-TK5PD-ERKWB-42WG";
    assert_eq!(Receipt::decode(&pack, without_lines), Err(ReceiptError::OldFormat(2)));
    // Their format is not reported for a code with a typing error.
    let damaged = without_lines.replacen("PMTJX", "PMTJ8", 1);
    assert_eq!(Receipt::decode(&pack, &damaged), Err(ReceiptError::Damaged));
}

#[test]
fn a_receipt_has_the_chosen_topics_unless_the_pack_has_others_now() {
    let with_topics = |topics: &[(&str, &str)]| {
        changed_pack(KIOSK, |pack| {
            let topics = topics.iter().map(|(id, measure)| {
                let text = json!({"zh-Hans": "标题", "en": "Title"});
                json!({"id": id, "title": text, "summary": text, "measures": [measure]})
            });
            pack["topics"] = topics.collect();
        })
    };
    let measures: Vec<String> =
        parse_pack(KIOSK).measures.iter().map(|(_, measure)| measure.id.to_string()).collect();
    let pack = with_topics(&[("age", &measures[0]), ("trade", &measures[0])]);
    let trade = pack.find_topic("trade").unwrap();
    let receipt = Receipt { topics: vec![trade], ..kiosk(&pack) };
    let encoded = code(&pack, &receipt);
    assert_eq!(Receipt::decode(&pack, &encoded), Ok(receipt.clone()));
    for other in [
        with_topics(&[("trade", &measures[0]), ("age", &measures[0])]),
        with_topics(&[("age", &measures[0])]),
        with_topics(&[]),
    ] {
        let decoded = Receipt::decode(&other, &encoded).unwrap();
        assert_eq!((decoded.topics, &decoded.answers), (Vec::new(), &receipt.answers));
        assert!(decoded.other_rules.is_some());
    }
}

#[test]
fn every_scenario_of_the_published_pack_round_trips() {
    let pack = parse_pack(PUBLISHED);
    let cases = scenarios(&pack);
    assert!(cases.len() > 100);
    for case in &cases {
        assert_round_trip(&pack, case).unwrap();
    }
}

#[test]
fn every_scenario_fits_a_small_qr_symbol() {
    let pack = parse_pack(PUBLISHED);
    for case in scenarios(&pack) {
        let code = code(&pack, &case);
        // Version 5, 37 modules wide, with error correction M, alphanumeric.
        assert!(code.len() <= 122, "{} characters: {code}", code.len());
    }
}

/// A software firm that asks about research: the number of characters that an officer types.
#[test]
fn the_code_of_one_topic_is_short() {
    let pack = parse_pack(PUBLISHED);
    let answers = parse_answers(
        &pack,
        r#"{"applicant-kind": "enterprise", "registered-in-tianhe": true, "taxed-in-tianhe": true,
            "reports-in-tianhe": true, "independent-legal-person": true,
            "rd-sectors": ["information"], "rd-spending": "900", "rd-spending-before": "700",
            "projects": [], "innovation-items": ["city-rd-subsidy"], "hnte-certificate": true,
            "hnte-issued-on": "2017-12-11", "hnte-valid-until": "2020-12-10"}"#,
    );
    let topics = vec![pack.find_topic("rd").unwrap()];
    let receipt = Receipt { as_of: date("2019-05-10"), topics, answers, other_rules: None };
    let code = code(&pack, &receipt);
    assert!(code.replace('-', "").len() <= 56, "{code}");
    assert_eq!(Receipt::decode(&pack, &code), Ok(receipt));
}

#[test]
fn unanswered_facts_after_the_last_answer_take_no_characters() {
    let published = parse_pack(PUBLISHED);
    let receipt = no_answers(&published);
    let first = published.facts.iter().next().map(|(id, _)| id).unwrap();
    let mut one = receipt.clone();
    one.answers.set(first, Some(Answer::NotSure));
    let letters = |receipt: &Receipt| code(&published, receipt).replace('-', "").len();
    assert!(letters(&one) <= letters(&receipt) + 1);
}

#[test]
fn a_code_decodes_in_lower_case_full_width_and_other_separators() {
    let pack = parse_pack(KIOSK);
    let receipt = kiosk(&pack);
    let code = code(&pack, &receipt);
    let wide = |char: char| match char {
        '!'..='~' => char::from_u32(u32::from(char) + 0xFEE0).unwrap(),
        _ => '\u{3000}',
    };
    for typed in [
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', " "),
        code.replace('-', "\r\n\t"),
        code.replace('-', "—"),
        code.chars().map(wide).collect(),
        code.to_lowercase().replace('-', " ").chars().map(wide).collect(),
        code.chars().flat_map(|char| [wide(char), '\u{3000}']).collect(),
    ] {
        assert_eq!(Receipt::decode(&pack, &typed), Ok(receipt.clone()), "{typed}");
    }
}

#[test]
fn letters_that_look_like_digits_decode_as_digits() {
    let pack = parse_pack(PUBLISHED);
    let mut seen = 0;
    for receipt in scenarios(&pack).into_iter().take(20) {
        let code = code(&pack, &receipt);
        seen += usize::from(code.contains('0') && code.contains('1'));
        for (zero, one) in [("O", "I"), ("o", "i"), ("Ｏ", "L"), ("ｏ", "l")] {
            let typed = code.replace('0', zero).replace('1', one);
            assert_eq!(Receipt::decode(&pack, &typed).as_ref(), Ok(&receipt), "{typed}");
        }
    }
    assert!(seen > 0);
}

#[test]
fn an_answer_outside_the_domain_of_its_fact_is_omitted() {
    let pack = parse_pack(KIOSK);
    let empty = no_answers(&pack);
    let number = |text: &str| Value::Number(text.parse::<Decimal>().unwrap());
    for (id, value) in [
        ("licensed", number("1")),
        ("site", Value::Options(Options::EMPTY)),
        ("site", Value::Options(Options::single(0).union(Options::single(1)))),
        ("site", Value::Options(Options::single(3))),
        ("sells", Value::Options(Options::single(2))),
        ("takings", number("0.49")),
        ("takings", number("5000.01")),
        ("takings", number("1.001")),
        ("change", Value::Number(Decimal::from_integer(100_000_000_001))),
        ("opened", Value::Date(Date::new(-1, 1, 1).unwrap())),
        ("opened", Value::YesNo(true)),
    ] {
        let mut wrong = empty.clone();
        wrong.answers.set(fact(&pack, id), Some(Answer::Value(value)));
        assert_eq!(code(&pack, &wrong), code(&pack, &empty), "{id} {value:?}");
    }
}

/// Replaces each text by its form in one language.
fn in_one_language(json: &mut Tree, tag: &str) {
    match json {
        Tree::Object(entries) if entries.contains_key(tag) => *json = entries[tag].take(),
        Tree::Object(entries) => entries.values_mut().for_each(|value| in_one_language(value, tag)),
        Tree::Array(items) => items.iter_mut().for_each(|item| in_one_language(item, tag)),
        _ => {}
    }
}

#[test]
fn a_code_decodes_after_changes_of_texts_and_languages() {
    let pack = parse_pack(KIOSK);
    let receipt = kiosk(&pack);
    let code = code(&pack, &receipt);
    for other in [
        changed_pack(KIOSK, |source| {
            source["facts"][1]["kind"]["choice"][0]["label"]["en"] = "In the street".into()
        }),
        changed_pack(KIOSK, |source| {
            source["facts"][0]["hint"] =
                serde_json::json!({ "zh-Hans": "看墙上。", "en": "On the wall." })
        }),
        changed_pack(KIOSK, |source| {
            source["measures"][0]["steps"] =
                serde_json::json!([{ "zh-Hans": "交件", "en": "Hand it in" }])
        }),
        changed_pack(KIOSK, |source| source["languages"] = serde_json::json!(["en", "zh-Hans"])),
        changed_pack(KIOSK, |source| {
            in_one_language(source, "en");
            source["languages"] = serde_json::json!(["en"]);
        }),
    ] {
        assert_eq!(Receipt::decode(&other, &code), Ok(receipt.clone()));
    }
}

#[test]
fn a_code_of_other_rules_with_the_same_facts_decodes_with_their_hash() {
    let old = parse_pack(KIOSK);
    let receipt = kiosk(&old);
    let code = code(&old, &receipt);
    assert_eq!(old.short_hash().len(), 8);
    for new in [
        changed_pack(KIOSK, |source| source["version"] = "2".into()),
        changed_pack(KIOSK, |source| source["in-force"]["from"] = "2018-12-31".into()),
        changed_pack(KIOSK, |source| {
            source["measures"][0]["criteria"][1]["when"]["at-least"][1] = 96.into()
        }),
    ] {
        assert_ne!(new.short_hash(), old.short_hash());
        let expected = Receipt { other_rules: Some(old.short_hash()), ..receipt.clone() };
        assert_eq!(Receipt::decode(&new, &code), Ok(expected));
    }
}

#[test]
fn a_code_of_other_facts_is_rejected_as_another_version() {
    let old = parse_pack(KIOSK);
    let code = code(&old, &kiosk(&old));
    for new in [
        changed_pack(KIOSK, |source| source["facts"].as_array_mut().unwrap().swap(0, 5)),
        changed_pack(KIOSK, |source| {
            source["facts"][1]["kind"]["choice"].as_array_mut().unwrap().swap(0, 1)
        }),
        changed_pack(KIOSK, |source| source["facts"][3]["kind"]["number"]["min"] = 0.into()),
        changed_pack(KIOSK, |source| source["facts"][3]["kind"]["number"]["unit"] = "元".into()),
        changed_pack(KIOSK, |source| source["facts"][3]["kind"]["number"]["decimals"] = 1.into()),
    ] {
        assert_eq!(Receipt::decode(&new, &code), Err(ReceiptError::OtherVersion));
    }
}

#[test]
fn a_code_of_another_pack_is_rejected_as_another_pack() {
    let kiosk_pack = parse_pack(KIOSK);
    let code = code(&kiosk_pack, &kiosk(&kiosk_pack));
    for other in [
        parse_pack(HARBOUR),
        parse_pack(PUBLISHED),
        changed_pack(KIOSK, |source| source["id"] = "kiosk-2020".into()),
    ] {
        assert_eq!(Receipt::decode(&other, &code), Err(ReceiptError::OtherPack));
    }
}

/// Any date that a receipt can hold.
fn any_date() -> impl Strategy<Value = Date> {
    // 1800-01-01 to 9999-12-31; three of four between 2008 and 2030.
    prop_oneof![1 => -62_091..=2_932_896_i64, 3 => 14_000..=22_000_i64]
        .prop_map(|number| date_from_day_number(number).unwrap())
}

/// No answer, not sure, or (mostly) a value.
fn answer(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Option<Answer>> {
    let answer = prop_oneof![1 => Just(Answer::NotSure), 4 => value.prop_map(Answer::Value)];
    prop::option::weighted(0.7, answer)
}

/// Any answers of the kiosk pack, with numbers up to their bounds and decimals.
fn any_kiosk() -> impl Strategy<Value = Receipt> {
    let pack = parse_pack(KIOSK);
    let hundredths = prop_oneof![50..=500_000_i64, Just(50), Just(500_000)];
    let most = 1_000_000_000_000_i64;
    let tenths = prop_oneof![-most..=most, -1_000..=1_000_i64, Just(-most), Just(most)];
    let number = |millionths| Value::Number(Decimal::from_millionths(millionths));
    let sells = |bits: u8| {
        let option =
            |index| if (bits >> index) & 1 == 1 { Options::single(index) } else { Options::EMPTY };
        Value::Options(option(0).union(option(1)))
    };
    let facts = (
        answer(any::<bool>().prop_map(Value::YesNo)),
        answer((0..3_usize).prop_map(|index| Value::Options(Options::single(index)))),
        answer((0..4_u8).prop_map(sells)),
        answer(hundredths.prop_map(move |value| number(value * 10_000))),
        answer(tenths.prop_map(move |value| number(value * 100_000))),
        answer(any_date().prop_map(Value::Date)),
    );
    (any_date(), facts).prop_map(move |(as_of, facts)| {
        let mut answers = Answers::none(&pack);
        let values: [Option<Answer>; 6] = facts.into();
        for ((id, _), value) in pack.facts.iter().zip(values) {
            answers.set(id, value);
        }
        Receipt { as_of, topics: Vec::new(), answers, other_rules: None }
    })
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn generated_answers_round_trip(source in generate::pack(), codes in answer_space::codes(), as_of in any_date()) {
        let pack = RulePack::from_json(&source).unwrap();
        assert_round_trip(&pack, &Receipt { as_of, topics: Vec::new(), answers: answer_space::answers(&pack, &codes), other_rules: None })?;
    }

    #[test]
    fn values_up_to_their_bounds_round_trip(receipt in any_kiosk()) {
        assert_round_trip(&parse_pack(KIOSK), &receipt)?;
    }

    #[test]
    fn different_contents_have_different_codes(
        source in generate::pack(), one in (any_date(), answer_space::codes()), other in (any_date(), answer_space::codes()),
    ) {
        let pack = RulePack::from_json(&source).unwrap();
        let [one, other] = [one, other].map(|(as_of, codes)| Receipt { as_of, topics: Vec::new(), answers: answer_space::answers(&pack, &codes), other_rules: None });
        prop_assert_eq!(code(&pack, &one) == code(&pack, &other), one == other);
        let same_day = Receipt { as_of: one.as_of, ..other };
        prop_assert_eq!(code(&pack, &one) == code(&pack, &same_day), one == same_day);
    }
}
