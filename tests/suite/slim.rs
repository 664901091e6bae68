//! The slim form: it says what the authored pack says, in one language, and a damaged one is refused.

use std::sync::LazyLock;

use eligibility_check::rulebook::{Json, Locale, ProvisionId, RuleBook, SlimError, When};
use eligibility_check::widget::Catalogue;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate;
use crate::mutations::{delete, other_types, pointers};
use crate::support::{HARBOUR, PUBLISHED};

/// The small pack with what it lacks: a second language, every operator, and limits.
fn everything() -> String {
    let mut pack: Value = serde_json::from_str(HARBOUR).unwrap();
    pack["languages"] = json!(["zh-Hans", "en"]);
    pack["facts"][3]["changeable"] = json!(false);
    pack["units"] = json!([
        { "unit": "万元", "title": { "zh-Hans": "万元" },
            "written-out": { "times": 10_000, "text": { "zh-Hans": "{number} 元" } } },
        { "unit": "人", "title": { "zh-Hans": "人" } },
    ]);
    // A term may stand on one that comes later.
    pack["terms"] = json!([
        { "id": "upper", "when": { "not": { "term": "lower" } } },
        { "id": "local", "when": { "is": ["registered", true] } },
        { "id": "lower", "when": { "at-least-of": [2, { "before": ["founded", "as-of"] }, { "term": "local" },
            { "at-least": [{ "days-since": "founded" }, 30] }, { "after": ["founded", "2018-02-28"] }] } },
    ]);
    pack["measures"][0]["criteria"][0]["when"] = json!({ "all": [
        { "term": "upper" },
        { "between": [{ "percent": ["12.5", "revenue"] }, "-0.5", { "ratio": ["revenue", "staff"] }] },
        { "more-than": [{ "growth": ["revenue", { "sum": ["staff", 1, "0.000001"] }] }, { "difference": ["staff", 2] }] },
    ] });
    pack["measures"][0]["grants"]["period"] = json!({ "every": "quarter", "times": 12 });
    pack["measures"][1]["grants"]["period"] = json!({ "every": "month" });
    pack["materials"] = json!([{ "id": "licence", "title": { "zh-Hans": "营业执照" } }]);
    pack["offices"] = json!([{ "id": "desk", "title": { "zh-Hans": "窗口" }, "hours": { "zh-Hans": "9点到17点" },
        "phone": "020-12345678" }]);
    pack["measures"][0]["materials"] = json!([{ "material": "licence", "exempt": true }, "licence",
        { "material": "licence", "copies": 1 }, { "material": "licence", "exempt": true, "copies": 99 }]);
    pack["measures"][0]["office"] = json!("desk");
    let limit = |kind: &str| {
        json!({ "kind": kind, "measures": ["growth", "newcomer"], "label": { "zh-Hans": "从高不重复，二者择一。" },
            "provision": ["d1-9", "d1-1"] })
    };
    let mut cap = limit("cap");
    cap["amount"] = json!("99.5");
    cap["unit"] = json!("万元");
    pack["limits"] = json!([limit("at-most-one"), limit("highest-only"), limit("same-matter"), cap]);
    each_text(&mut pack, &|text| {
        let english = format!("In English: {}", text["zh-Hans"].as_str().unwrap());
        text["en"] = json!(english);
    });
    pack.to_string()
}

/// What an interface might say: a text of the pack among it, and nothing.
const INTERFACE: [&str; 3] = ["需要的材料", "从高不重复，二者择一。", ""];

/// Changes every text of an authored pack.
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

/// The authored pack as its author would have written it in one language.
fn in_one_language(authored: &str, locale: Locale) -> RuleBook {
    let mut pack: Value = serde_json::from_str(authored).unwrap();
    pack["languages"] = json!([locale.tag()]);
    each_text(&mut pack, &|text| *text = json!({ locale.tag(): text[locale.tag()] }));
    RuleBook::from_json(&pack.to_string()).unwrap()
}

fn shown(book: &RuleBook) -> String {
    format!("{book:?}")
}

/// The law: what is read is the pack in that language, and is written as the same text again.
fn says_the_same(authored: &str) {
    let book = RuleBook::from_json(authored).unwrap();
    for locale in book.languages.clone() {
        let interface = Catalogue::of(locale).interface();
        let slim = book.to_slim(locale, &interface);
        let read = RuleBook::from_slim(&slim).unwrap();
        assert_eq!(shown(&read.book), shown(&in_one_language(authored, locale)));
        assert!(read.interface.iter().map(|text| &**text).eq(&interface));
        assert_eq!(read.book.to_slim(locale, &interface), slim);
    }
}

fn slim(authored: &str) -> String {
    RuleBook::from_json(authored).unwrap().to_slim(Locale::ZhHans, &INTERFACE.map(str::to_owned))
}

/// The text with a checksum that agrees: 64-bit FNV-1a of everything before it.
fn sealed(pack: &Value) -> String {
    let mut items = pack.as_array().unwrap().clone();
    items.pop();
    let text = Value::Array(items).to_string();
    let text = text.strip_suffix(']').unwrap();
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{text},\"{:016x}\"]", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

fn there<T>(_: &T) {}

/// What was read is whole: every place lies in its list, and writing it loses nothing.
fn whole(book: &RuleBook) {
    let provisions = |ids: &[ProvisionId]| ids.iter().for_each(|id| there(&book.provisions[*id]));
    let when = |when: &When| {
        when.each_fact(&mut |fact| there(&book.facts[fact]));
        when.each_term(&mut |term| there(&book.terms[term]));
    };
    book.provisions.iter().for_each(|(_, provision)| there(&book.documents[provision.document]));
    book.notices.iter().for_each(|notice| provisions(&notice.provision));
    book.terms.iter().for_each(|(_, term)| when(&term.when));
    for (_, fact) in book.facts.iter() {
        there(&book.sections[fact.section]);
        fact.ask_when.iter().for_each(when);
    }
    for (id, measure) in book.measures.iter() {
        provisions(&measure.provision);
        provisions(&measure.grants.provision);
        measure.office.iter().for_each(|office| there(&book.offices[*office]));
        measure.applies_when.iter().for_each(when);
        for criterion in &measure.criteria {
            provisions(&criterion.provision);
            criterion.when.iter().for_each(when);
        }
        for used in &measure.materials {
            there(&book.materials[used.material]);
            used.when.iter().for_each(when);
        }
        book.facts_of(id).iter().for_each(|fact| there(&book.facts[*fact]));
    }
    for limit in &book.limits {
        provisions(&limit.provision);
        limit.measures.iter().for_each(|measure| there(&book.measures[*measure]));
    }
    // An option that its fact does not have would be lost in writing.
    let again = RuleBook::from_slim(&book.to_slim(book.languages[0], &[])).unwrap();
    assert_eq!(shown(&again.book), shown(book));
}

#[test]
fn packs_say_the_same_in_their_slim_form() {
    for authored in [HARBOUR, PUBLISHED, &everything()] {
        says_the_same(authored);
    }
}

#[test]
fn a_slim_pack_can_stand_inside_a_script() {
    assert!(!slim(HARBOUR).contains('<') && HARBOUR.contains('<'));
}

#[test]
fn what_is_no_slim_pack_is_told_apart() {
    let slim = slim(HARBOUR);
    let later = slim.replacen("\",4,", "\",5,", 1);
    for (text, error) in [
        ("", SlimError::NotJson),
        ("<!doctype html><p>404</p>", SlimError::NotJson),
        ("[]", SlimError::NotAPack),
        ("{}", SlimError::NotAPack),
        ("[\"eligibility-slim\",4]", SlimError::NotAPack),
        (HARBOUR, SlimError::Authored),
        (&later, SlimError::OtherFormat),
        (&slim.replacen("20181231", "20181230", 1), SlimError::Damaged),
    ] {
        assert_eq!(RuleBook::from_slim(text).unwrap_err(), error, "{text}");
    }
    let advice = SlimError::Authored.to_string();
    assert!(advice.contains("eligibility bundle"), "{advice}");
}

#[test]
fn every_truncation_and_every_altered_byte_is_refused() {
    let slim = slim(HARBOUR);
    for cut in (0..slim.len()).filter_map(|end| slim.get(..end)) {
        assert!(RuleBook::from_slim(cut).is_err(), "cut off after {cut}");
    }
    for place in 0..slim.len() {
        altered(&slim, place, 1);
        altered(&slim, place, 0x20);
    }
}

/// A byte that makes the text no UTF-8 reaches the widget as U+FFFD.
fn altered(slim: &str, place: usize, bits: u8) {
    let mut bytes = slim.as_bytes().to_vec();
    bytes[place] ^= bits;
    assert!(RuleBook::from_slim(&String::from_utf8_lossy(&bytes)).is_err(), "byte {place} altered by {bits}");
}

/// Values that a slim pack is made of, in the wrong place.
fn strangers() -> Vec<Value> {
    let mut strangers = other_types();
    strangers
        .extend([0, 1, 2, 5, 9, 65_535, 65_536, 20_190_230, i64::MAX, i64::MIN].map(|number| json!(number)));
    strangers.extend([
        json!([0, [0]]),
        json!([4, 0]),
        json!([5, 0, 1]),
        json!([[1]]),
        json!([8, [1, 4], 1, 500]),
    ]);
    strangers
}

/// Reads a pack whose checksum agrees although the rest may not.
fn forged(pack: &Value) -> bool {
    let read = RuleBook::from_slim(&sealed(pack));
    read.iter().for_each(|read| whole(&read.book));
    read.is_ok()
}

#[test]
fn every_value_of_a_small_pack_deleted_or_replaced_under_a_new_checksum_is_whole_or_refused() {
    let pack: Value = serde_json::from_str(&slim(&everything())).unwrap();
    assert!(forged(&pack), "the checksum of this test is the program's");
    // Each place meets some of the strangers, by turns.
    let mut strangers = strangers().into_iter().cycle();
    for pointer in pointers(&pack).iter().filter(|pointer| !pointer.is_empty()) {
        let mut without = pack.clone();
        delete(&mut without, pointer);
        forged(&without);
        for stranger in strangers.by_ref().take(5) {
            let mut other = pack.clone();
            *other.pointer_mut(pointer).unwrap() = stranger;
            forged(&other);
        }
    }
}

#[test]
fn what_the_checksum_cannot_see_is_refused_for_what_it_says() {
    let pack: Value = serde_json::from_str(&slim(&everything())).unwrap();
    let with = |pointer: &str, value: &Value| {
        let mut other = pack.clone();
        *other.pointer_mut(pointer).unwrap() = value.clone();
        forged(&other)
    };
    assert!(with("/20/1/1", &json!([5, 0, 0])), "the second term can be another");
    for (what, when) in [
        ("a term that stands on itself", json!([4, 1])),
        ("a term that stands on one which stands on it", json!([4, 2])),
        ("a term that is not there", json!([4, 3])),
        ("a fact of another kind", json!([5, 1, 1])),
        ("a fact that is not there", json!([5, 6, 1])),
        ("an option that the fact does not have", json!([6, 1, 3])),
        ("no option", json!([6, 1])),
        ("at least none", json!([3, 0, [5, 0, 1]])),
        ("more of fewer", json!([3, 2, [5, 0, 1]])),
        ("all of none", json!([0])),
        ("an operator that is not there", json!([10])),
        ("more than belongs there", json!([5, 0, 1, 1])),
        ("a day that does not exist", json!([9, 3, 0, 20_190_229])),
        ("a sum of nothing", json!([8, [5], 1, 0])),
        ("a number too large", json!([8, 0, 1, 100_000_000_001_i64])),
    ] {
        assert!(!with("/20/1/1", &when), "{what}");
    }
    let options =
        |count: usize| (0..count).map(|place| json!([format!("o{place}"), "x"])).collect::<Vec<_>>();
    let kind = |count: usize| -> Value {
        let pairs = options(count);
        [json!(2)].into_iter().chain(pairs.iter().flat_map(|pair| pair.as_array().unwrap().clone())).collect()
    };
    assert!(with("/19/2/1", &kind(128)) && with("/18", &json!(options(65_535))));
    assert!(with("/26/0/3", &json!(12)) && with("/26/0", &json!(["万元", "万元"])));
    for (what, pointer, value) in [
        ("a thirteenth zero", "/26/0/3", json!(13)),
        ("a unit written out by no number of zeros", "/26/0", json!(["万元", "万元", "{number} 元"])),
        ("more options than fit a set", "/19/2/1", kind(129)),
        ("more sections than places", "/18", json!(options(65_536))),
        ("no id", "/19/0/0", Value::Null),
        ("a text that does not stand more than once", "/19/0/0", json!(99)),
        ("a fact more to ask than there are", "/21", json!([null, null, null, null, null, null, null])),
        ("a language that is not there", "/5", json!("fr")),
        ("a fingerprint with a digit less", "/2", json!("537baeb032d5970")),
        ("a fingerprint in capitals", "/2", json!("537BAEB032D59702")),
    ] {
        assert!(!with(pointer, &value), "{what}");
    }
}

#[test]
fn a_tower_of_terms_is_read_as_high_as_an_author_may_build_it() {
    let tower = |height: usize, upwards: bool| {
        let mut pack: Value = serde_json::from_str(&slim(HARBOUR)).unwrap();
        let ground = if upwards { 0 } else { height - 1 };
        let term = |place: usize| {
            let below = if upwards { place.wrapping_sub(1) } else { place + 1 };
            json!([format!("t{place}"), if place == ground { json!([5, 0, 1]) } else { json!([4, below]) }])
        };
        pack[20] = (0..height).map(term).collect();
        forged(&pack)
    };
    for upwards in [false, true] {
        assert!(tower(8, upwards) && !tower(9, upwards));
    }
}

#[test]
fn a_term_that_comes_to_too_many_others_is_refused() {
    let wide = |height: usize| {
        let mut pack: Value = serde_json::from_str(&slim(HARBOUR)).unwrap();
        let ten = |below: usize| -> Value {
            [json!(0)].into_iter().chain((0..10).map(|_| json!([4, below]))).collect()
        };
        let term = |place: usize| {
            json!([format!("t{place}"), if place == 0 { json!([5, 0, 1]) } else { ten(place - 1) }])
        };
        pack[20] = (0..height).map(term).collect();
        forged(&pack)
    };
    assert!(wide(2) && !wide(3));
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::Integer),
        (-9_000_000_000_i64..9_000_000_000).prop_map(|millionths| Json::Fraction(millionths as f64 / 1e6)),
        any::<String>().prop_map(Json::String),
        "[\\x00-\\x20\"\\\\<>/]{0,6}".prop_map(Json::String),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            prop::collection::vec((any::<String>(), inner), 0..4).prop_map(Json::Object),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_packs_say_the_same_in_their_slim_form(pack in generate::pack()) {
        says_the_same(&pack);
    }

    #[test]
    fn the_published_pack_altered_or_cut_off_is_refused(place in any::<prop::sample::Index>(), bits in 1..=255_u8) {
        static SLIM: LazyLock<String> = LazyLock::new(|| slim(PUBLISHED));
        let slim = &*SLIM;
        let place = place.index(slim.len());
        altered(slim, place, bits);
        if let Some(cut) = slim.get(..place) {
            prop_assert!(RuleBook::from_slim(cut).is_err());
        }
    }

    #[test]
    fn a_json_text_reads_back_as_the_same_value(json in any_json()) {
        let text = json.to_text();
        prop_assert_eq!(Json::parse(&text), Ok(json));
    }

    #[test]
    fn strings_are_written_as_serde_json_writes_them(text in any::<String>(), odd in "[\\x00-\\x20\"\\\\</\x7f]{0,6}") {
        for text in [text, odd] {
            prop_assert_eq!(Json::String(text.clone()).to_text(), serde_json::to_string(&text).unwrap());
        }
    }
}
