//! Units: texts have the unit in their language; computed, sent and checked numbers have the unit
//! of the pack.

use std::rc::Rc;

use eligibility_check::engine::{
    Amount, CompiledPack, EvalContext, assess_json, candidates, combine,
};
use eligibility_check::rulebook::{Benefit, Decimal, Evidence, FaultCode, Grant, Locale, RulePack};
use eligibility_check::widget::{
    Action, Catalogue, Screen, amount_text, combination_text, fact_text,
};
use serde_json::{Value, json};

use crate::dom::elements;
use crate::engine::receipt::{code, kiosk};
use crate::markup::{render_in, state, text};
use crate::support::{HARBOUR, KIOSK, date, fact, parse_answers, parse_pack};

/// The kiosk pack in three languages, with a list of units.
fn with_units() -> Value {
    let mut source: Value = serde_json::from_str(KIOSK).unwrap();
    source["languages"] = json!(["zh-Hans", "zh-Hant", "en"]);
    add_traditional(&mut source);
    source["units"] = json!([
        { "unit": "万元", "title": { "zh-Hans": "万元", "zh-Hant": "萬元", "en": "RMB 10,000" }, "written-out":
            { "times": 10_000, "text": { "zh-Hans": "{number} 元", "zh-Hant": "{number} 元", "en": "RMB {number}" } } },
        { "unit": "名", "title": { "zh-Hans": "名", "zh-Hant": "名", "en": "place" }, "written-out":
            { "times": 1, "text": { "zh-Hans": "第 {number} 名", "zh-Hant": "第 {number} 名", "en": "place {number}" } } },
        { "unit": "%", "title": { "zh-Hans": "%", "zh-Hant": "%", "en": "per cent" } },
    ]);
    source
}

/// Copies each simplified text as the traditional one.
fn add_traditional(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(simplified) = map.get("zh-Hans").cloned() {
                map.insert("zh-Hant".to_owned(), simplified);
            }
            map.values_mut().for_each(add_traditional);
        }
        Value::Array(list) => list.iter_mut().for_each(add_traditional),
        _ => {}
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn an_amount_has_the_form_of_its_language() {
    let pack = parse_pack(&with_units().to_string());
    let grant = Grant {
        benefit: Benefit::Unspecified,
        evidence: Evidence::OfficialText,
        provision: Vec::new(),
        note: None,
        period: None,
    };
    for (unit, min, max, in_chinese, in_english) in [
        ("万元", "2000", Some("2000"), "2000 萬元", "RMB 20,000,000"),
        ("万元", "37.5", Some("37.5"), "37.5 萬元", "RMB 375,000"),
        ("万元", "0", Some("500"), "最高 500 萬元", "Up to RMB 5,000,000"),
        ("万元", "0.000001", Some("5"), "0.000001 至 5 萬元", "RMB 0.01 to RMB 50,000"),
        (
            "万元",
            "50",
            None,
            "50 萬元以上，上限沒有公布",
            "RMB 500,000 or more (no upper limit published)",
        ),
        ("名", "3", Some("3"), "3 名", "place 3"),
        ("%", "1234.5", Some("1234.5"), "1234.5 %", "1,234.5 per cent"),
        // Not in the list of units: as in the pack.
        ("台", "1000", Some("1000"), "1000 台", "1,000 台"),
    ] {
        let (min, max) = (decimal(min), max.map(decimal));
        let amount = Amount { min, max, unit: Rc::from(unit), evidence: Evidence::OfficialText };
        for (locale, text) in [(Locale::ZhHant, in_chinese), (Locale::En, in_english)] {
            let formatted =
                amount_text(Catalogue::of(locale), locale, &pack, &grant, Some(&amount));
            assert_eq!(formatted, text);
        }
    }
}

#[test]
fn totals_and_answers_have_the_form_of_their_language() {
    let pack = parse_pack(&with_units().to_string());
    let answers = parse_answers(
        &pack,
        r#"{"sells": ["papers"], "opened": "2004-02-29", "takings": "1234.56"}"#,
    );
    let english = Catalogue::of(Locale::En);
    let as_of = date("2019-05-10");
    let assessment = CompiledPack::new(&pack, as_of).assess(&pack, &answers);
    let combination = combine(
        &pack,
        &candidates(&EvalContext { pack: &pack, answers: &answers, as_of }, &assessment),
    );
    let combined = combination_text(english, Locale::En, &pack, &combination);
    assert!(combined.contains("Calculated so far: RMB 10,000\n"), "{combined}");
    let takings = fact(&pack, "takings");
    let answer_in =
        |locale| fact_text(Catalogue::of(locale), locale, &pack, takings, answers.get(takings));
    assert_eq!(answer_in(Locale::En), "Takings in a year: RMB 12,345,600");
    assert_eq!(answer_in(Locale::ZhHant), "年营业额：1234.56 萬元");
}

#[test]
fn a_box_names_its_unit() {
    let pack = parse_pack(&with_units().to_string());
    let takings = fact(&pack, "takings");
    for (locale, note, error) in [
        (Locale::ZhHans, "万元", "请填写不大于 5000 的数（万元）。请检查是否多写了位数。"),
        (Locale::ZhHant, "萬元", "請填寫不大於 5000 的數字（萬元）。請檢查是否多填了位數。"),
        (
            Locale::En,
            "× RMB 10,000",
            "Enter 5,000 or less. The unit is RMB 10,000. Check for extra digits.",
        ),
    ] {
        let typed = vec![
            Action::Show(Screen::AllQuestions),
            Action::CommitDraft(takings, "5001".to_owned()),
        ];
        let html = render_in(locale, &pack, &state(&pack, "2019-05-10", "{}", typed));
        let notes = elements(&html, |element| element.has("id", "takings.note"));
        assert_eq!(notes[0].text(), note, "{html}");
        assert!(html.contains(error), "{html}");
    }
}

#[test]
fn a_number_typed_in_another_unit_is_shown_in_the_unit_of_the_box() {
    let pack = parse_pack(&with_units().to_string());
    let takings = fact(&pack, "takings");
    for (locale, typed, reading) in [
        (Locale::ZhHans, "0.2亿", "读作 2000 万元"),
        (Locale::ZhHant, "0.2億元", "讀作 2000 萬元"),
        (Locale::En, "2000万", "We read this as RMB 20,000,000"),
    ] {
        let render = |text: &str| {
            let typed = vec![
                Action::Show(Screen::AllQuestions),
                Action::CommitDraft(takings, text.to_owned()),
            ];
            render_in(locale, &pack, &state(&pack, "2019-05-10", "{}", typed))
        };
        let readings = elements(&render(typed), |element| element.has("id", "takings.reading"));
        assert_eq!(readings[0].text(), reading, "{typed}");
        assert!(
            render(typed).contains("aria-describedby=\"takings.note takings.reading\""),
            "{typed}"
        );
        assert!(!render("2000").contains("takings.reading"));
    }
}

#[test]
fn english_screens_have_no_chinese_except_document_numbers() {
    let pack = parse_pack(&with_units().to_string());
    let answers =
        r#"{"sells": ["drinks"], "opened": "2018-02-28", "takings": 5000, "change": "-4.2"}"#;
    for screen in [Screen::AllQuestions, Screen::Plan] {
        let html = render_in(
            Locale::En,
            &pack,
            &state(&pack, "2022-05-10", answers, vec![Action::Show(screen)]),
        );
        // The sign on the menu is not a text.
        let page = text(&html).replace("亭〔2019〕1号", "");
        let chinese: String =
            page.chars().filter(|char| ('\u{2e80}'..'\u{a000}').contains(char)).collect();
        assert_eq!(chinese, "", "{page}");
    }
}

#[test]
fn receipts_and_json_use_the_units_of_the_pack() {
    let (with, without) = (parse_pack(&with_units().to_string()), parse_pack(KIOSK));
    assert_eq!(
        code(&with, &kiosk(&with)),
        code(&without, &kiosk(&without)),
        "a list of units changes the receipt"
    );
    let case = |pack: &RulePack| {
        let answers = parse_answers(pack, r#"{"sells": ["papers"], "opened": "2004-02-29"}"#);
        let as_of = date("2019-05-10");
        assess_json(
            &CompiledPack::new(pack, as_of),
            &EvalContext { pack, answers: &answers, as_of },
            &[],
        )
        .to_text()
    };
    assert_eq!(case(&with), case(&without));
    assert!(case(&with).contains("\"unit\":\"万元\""));
}

/// The faults of a pack: code, pointer and suggestion.
fn faults(source: &Value) -> Vec<(FaultCode, String, Option<String>)> {
    let error = RulePack::from_json(&source.to_string()).unwrap_err();
    error
        .faults()
        .iter()
        .map(|fault| (fault.code, fault.pointer.clone(), fault.suggestion.clone()))
        .collect()
}

#[test]
fn a_unit_outside_the_list_is_a_fault_wherever_it_is_used() {
    let mut source: Value = serde_json::from_str(HARBOUR).unwrap();
    let money = |unit: &str| json!({ "amount": 1, "unit": unit });
    source["units"] = json!([
        { "unit": "万元", "title": { "zh-Hans": "万元" } },
        { "unit": "人", "title": { "zh-Hans": "人" } },
    ]);
    assert!(RulePack::from_json(&source.to_string()).is_ok());
    source["limits"] = json!([{ "kind": "cap", "measures": ["growth"], "amount": 1, "unit": "万元",
        "label": { "zh-Hans": "合计" }, "provision": ["d1-9"] }]);
    let by = json!("revenue");
    for (pointer, value) in [
        ("/facts/4/kind/number/unit", json!("万圆")),
        ("/limits/0/unit", json!("万圆")),
        ("/measures/0/grants/fixed", money("万圆")),
        ("/measures/0/grants/up-to", money("万圆")),
        ("/measures/0/grants/rate", json!({ "percent": 1, "of": by, "unit": "万圆" })),
        (
            "/measures/0/grants/tiers",
            json!({ "by": by, "unit": "万圆", "tiers": [{ "from": 0, "to": 1, "amount": 1 }] }),
        ),
    ] {
        let mut other = source.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = other.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        if !pointer.ends_with("unit") {
            parent.retain(|key, _| ["evidence", "provision"].contains(&key.as_str()));
        }
        parent.insert(key.to_owned(), value);
        let expected =
            if pointer.ends_with("unit") { pointer.to_owned() } else { format!("{pointer}/unit") };
        assert_eq!(faults(&other), [(FaultCode::UnknownId, expected, Some("万元".to_owned()))]);
        // Without a list, any unit is valid.
        other.as_object_mut().unwrap().remove("units");
        assert!(RulePack::from_json(&other.to_string()).is_ok(), "{pointer}");
    }
}

#[test]
fn a_unit_is_listed_once_and_its_factor_is_a_power_of_ten() {
    let with = |pointer: &str, value: Value| {
        let mut source = with_units();
        *source.pointer_mut(pointer).unwrap() = value;
        faults(&source)
    };
    let fault = |code, pointer: &str| vec![(code, pointer.to_owned(), None)];
    assert_eq!(
        with("/units/1/unit", json!("万元")),
        fault(FaultCode::DuplicateId, "/units/1/unit")
    );
    let times = "/units/0/written-out/times";
    for (value, code) in [
        (json!(12), FaultCode::BadRange),
        (json!(0), FaultCode::WrongType),
        (json!("10000"), FaultCode::WrongType),
        (json!(10_000_000_000_000_i64), FaultCode::WrongType),
    ] {
        assert_eq!(with(times, value.clone()), fault(code, times), "{value}");
    }
    let english = "/units/0/written-out/text/en";
    for text in ["RMB", "RMB {number} ({number})"] {
        assert_eq!(with(english, json!(text)), fault(FaultCode::WrongType, english));
    }
}
