//! A browser pack means what its authored pack means in one language, and damage is detected.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use eligibility_check::rulebook::{
    BrowserPack, BrowserPackError, Decimal, Locale, NumberKind, RulePack, is_sealed,
};
use eligibility_check::widget::Catalogue;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate;
use crate::support::{HARBOUR, KIOSK, PUBLISHED, cases};

/// The small pack with a second language, every operator, units, materials and limits.
pub(crate) fn full_pack() -> String {
    let mut source: Value = serde_json::from_str(HARBOUR).unwrap();
    source["languages"] = json!(["zh-Hans", "en"]);
    source["facts"][3]["changeable"] = json!(false);
    source["units"] = json!([
        { "unit": "万元", "title": { "zh-Hans": "万元" },
            "written-out": { "times": 10_000, "text": { "zh-Hans": "{number} 元" } } },
        { "unit": "人", "title": { "zh-Hans": "人" } },
    ]);
    // A term may refer to a later one.
    source["terms"] = json!([
        { "id": "upper", "when": { "not": { "term": "lower" } } },
        { "id": "local", "when": { "is": ["registered", true] } },
        { "id": "lower", "when": { "at-least-of": [2, { "before": ["founded", "as-of"] }, { "term": "local" },
            { "at-least": [{ "days-since": "founded" }, 30] }, { "after": ["founded", "2018-02-28"] }] } },
    ]);
    source["measures"][0]["criteria"][0]["when"] = json!({ "all": [
        { "term": "upper" },
        { "between": [{ "percent": ["12.5", "revenue"] }, "-0.5", { "ratio": ["revenue", "staff"] }] },
        { "more-than": [{ "growth": ["revenue", { "sum": ["staff", 1, "0.000001"] }] }, { "difference": ["staff", 2] }] },
    ] });
    source["measures"][0]["grants"]["period"] = json!({ "every": "quarter", "times": 12 });
    source["measures"][1]["grants"]["period"] = json!({ "every": "month" });
    source["materials"] = json!([{ "id": "licence", "title": { "zh-Hans": "营业执照" } }]);
    source["offices"] = json!([{ "id": "desk", "title": { "zh-Hans": "窗口" }, "hours": { "zh-Hans": "9点到17点" },
        "phone": "020-12345678", "url": "https://desk.example/" }]);
    source["documents"][0]["url"] = json!("https://example.org/d1?a=1&b=2");
    source["measures"][0]["url"] = json!("https://example.org/guide");
    source["instead"] = json!({ "text": { "zh-Hans": "请看新政策。" }, "url": "https://example.org/new",
        "phone": "+86 (20) 12345" });
    source["measures"][0]["materials"] = json!([{ "material": "licence", "exempt": true }, "licence",
        { "material": "licence", "copies": 1 }, { "material": "licence", "exempt": true, "copies": 99 }]);
    source["measures"][0]["office"] = json!("desk");
    source["measures"][0]["windows"] = json!([
        { "to": "2018-06-30", "only-for": { "term": "local" }, "label": { "zh-Hans": "第一批" } },
        { "from": "2018-09-01" },
    ]);
    let limit = |kind: &str| {
        json!({ "kind": kind, "measures": ["growth", "newcomer"], "label": { "zh-Hans": "从高不重复，二者择一。" },
            "provision": ["d1-9", "d1-1"] })
    };
    let mut cap = limit("cap");
    cap["amount"] = json!("99.5");
    cap["unit"] = json!("万元");
    source["limits"] =
        json!([limit("at-most-one"), limit("highest-only"), limit("same-matter"), cap]);
    each_text(&mut source, &|text| {
        let english = format!("In English: {}", text["zh-Hans"].as_str().unwrap());
        text["en"] = json!(english);
    });
    source.to_string()
}

/// Interface texts, with one that JSON and HTML escape, and an empty one.
fn interface() -> BTreeMap<String, String> {
    [("materials", "需要的材料"), ("quoted", "</script> \"\\\n"), ("empty", "")]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into()
}

/// Calls `change` with every text of an authored pack.
fn each_text(value: &mut Value, change: &dyn Fn(&mut Value)) {
    match value {
        Value::Object(map) if Locale::ALL.iter().any(|locale| map.contains_key(locale.tag())) => {
            change(value)
        }
        Value::Object(map) => map.values_mut().for_each(|child| each_text(child, change)),
        Value::Array(list) => list.iter_mut().for_each(|child| each_text(child, change)),
        _ => {}
    }
}

/// The authored pack with only the texts of one language.
fn in_one_language(authored: &str, locale: Locale) -> RulePack {
    let mut source: Value = serde_json::from_str(authored).unwrap();
    source["languages"] = json!([locale.tag()]);
    each_text(&mut source, &|text| *text = json!({ locale.tag(): text[locale.tag()] }));
    RulePack::from_json(&source.to_string()).unwrap()
}

fn debug_text(pack: &RulePack) -> String {
    format!("{pack:?}")
}

/// Checks that decoding returns the pack in that language, and that encoding it again returns the
/// same text.
fn assert_round_trip(authored: &str) {
    let pack = RulePack::from_json(authored).unwrap();
    for locale in pack.languages.clone() {
        let interface = Catalogue::of(locale).interface();
        let text = BrowserPack::encode(&pack, locale, &interface);
        let decoded = BrowserPack::decode(&text).unwrap();
        let mut expected = in_one_language(authored, locale);
        // The names of the other languages remain.
        expected.offered = pack.offered.clone();
        assert_eq!(debug_text(&decoded.rules), debug_text(&expected));
        assert_eq!(decoded.interface, interface);
        assert_eq!(BrowserPack::encode(&decoded.rules, locale, &interface), text);
    }
}

/// Encodes an authored pack as a browser pack.
pub(crate) fn encoded(authored: &str) -> String {
    BrowserPack::encode(&RulePack::from_json(authored).unwrap(), Locale::ZhHans, &interface())
}

#[test]
fn packs_round_trip_in_every_language() {
    let tech_sme = include_str!("../../acceptance/tech-sme.json");
    let innovative_sme = include_str!("../../acceptance/innovative-sme.json");
    for authored in [HARBOUR, KIOSK, PUBLISHED, tech_sme, innovative_sme, &full_pack()] {
        assert_round_trip(authored);
    }
}

#[test]
fn numbers_are_exact_strings() {
    let text = encoded(&full_pack());
    let file: Value = serde_json::from_str(&text).unwrap();
    let when = &file["pack"]["rules"]["measures"][0]["criteria"][0]["when"];
    assert_eq!(
        when["all"][1]["all"][0],
        json!({ "compare": [{ "percent": ["12.5", { "fact": 4 }, null] }, "at-least", { "constant": "-0.5" }] })
    );
    assert_eq!(
        file["pack"]["rules"]["limits"][3]["kind"]["cap"],
        json!({ "amount": "99.5", "unit": "万元" })
    );
    // A binary float would round these ends of the range.
    for number in ["99999999999.999999", "-99999999999.999999", "0.000001", "100000000000"] {
        let decimal: Decimal = number.parse().unwrap();
        let kind = NumberKind {
            unit: "万元".into(),
            min: Some(decimal),
            max: None,
            decimals: 6,
            usual: None,
        };
        let text = serde_json::to_string(&kind).unwrap();
        assert!(text.contains(&format!("\"min\":\"{number}\"")), "{text}");
        assert_eq!(serde_json::from_str::<NumberKind>(&text).unwrap(), kind);
    }
    assert!(serde_json::from_str::<Decimal>("37.5").is_err(), "a JSON number may be rounded");
}

#[test]
fn a_browser_pack_can_be_embedded_in_a_script_element() {
    let text = encoded(HARBOUR);
    assert!(!text.contains('<') && HARBOUR.contains('<'));
    assert_eq!(BrowserPack::decode(&text).unwrap().interface, interface());
}

#[test]
fn each_kind_of_unusable_file_has_its_own_error() {
    let text = encoded(HARBOUR);
    let later = text.replacen("\"eligibility-pack\":8,", "\"eligibility-pack\":9,", 1);
    for (text, error) in [
        ("", BrowserPackError::NotJson),
        ("<!doctype html><p>404</p>", BrowserPackError::NotJson),
        (HARBOUR.trim_end().strip_suffix('}').unwrap(), BrowserPackError::NotJson),
        (&format!("{text}x"), BrowserPackError::NotJson),
        ("[]", BrowserPackError::NotAPack),
        ("{}", BrowserPackError::NotAPack),
        ("null", BrowserPackError::NotAPack),
        ("{\"error\":\"not found\"}", BrowserPackError::NotAPack),
        ("{\"eligibility-pack\":8}", BrowserPackError::NotAPack),
        ("{\"eligibility-pack\":\"6\"}", BrowserPackError::NotAPack),
        (HARBOUR, BrowserPackError::Authored),
        (&later, BrowserPackError::OtherFormat),
        ("{\"eligibility-pack\":9}", BrowserPackError::OtherFormat),
        (&text.replacen("2018-12-31", "2018-12-30", 1), BrowserPackError::Damaged),
    ] {
        assert_eq!(BrowserPack::decode(text).unwrap_err(), error, "{text}");
    }
    for error in
        [BrowserPackError::Authored, BrowserPackError::OtherFormat, BrowserPackError::Damaged]
    {
        assert!(error.to_string().contains("`eligibility bundle`"), "{error}");
    }
}

#[test]
fn every_truncated_or_altered_pack_is_rejected() {
    let text = encoded(HARBOUR);
    for cut in (0..text.len()).filter_map(|end| text.get(..end)) {
        assert_eq!(
            BrowserPack::decode(cut).unwrap_err(),
            BrowserPackError::NotJson,
            "truncated after {cut}"
        );
    }
    for index in 0..text.len() {
        assert_altered_is_rejected(&text, index, 1);
        assert_altered_is_rejected(&text, index, 0x20);
    }
}

/// Checks that a pack with an altered byte is rejected. Invalid UTF-8 becomes U+FFFD, as in a
/// browser.
fn assert_altered_is_rejected(text: &str, index: usize, bits: u8) {
    let mut bytes = text.as_bytes().to_vec();
    bytes[index] ^= bits;
    let text = String::from_utf8_lossy(&bytes);
    assert!(BrowserPack::decode(&text).is_err(), "byte {index} altered by {bits}");
}

#[test]
fn a_browser_pack_is_recognised_by_its_first_key() {
    let text = encoded(HARBOUR);
    let indented =
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(&text).unwrap()).unwrap();
    assert!(is_sealed(&text) && is_sealed(&indented));
    assert!(!is_sealed(HARBOUR) && !is_sealed(""));
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn generated_packs_round_trip(source in generate::pack()) {
        assert_round_trip(&source);
    }

    #[test]
    fn the_published_pack_altered_or_truncated_is_rejected(index in any::<prop::sample::Index>(), bits in 1..=255_u8) {
        static TEXT: LazyLock<String> = LazyLock::new(|| encoded(PUBLISHED));
        let text = &*TEXT;
        let index = index.index(text.len());
        assert_altered_is_rejected(text, index, bits);
        if let Some(cut) = text.get(..index) {
            prop_assert!(BrowserPack::decode(cut).is_err());
        }
    }
}
