//! Browser packs with altered content and a valid checksum are rejected or safe to use.

use eligibility_check::rulebook::{BrowserPack, BrowserPackError, ProvisionId, RulePack, When};
use serde_json::{Value, json};

use crate::rulebook::browser_pack::{encoded, full_pack};
use crate::rulebook::mutations::{delete, other_types, pointers};
use crate::support::HARBOUR;

/// The contents of a browser pack.
fn contents(authored: &str) -> Value {
    let file: Value = serde_json::from_str(&encoded(authored)).unwrap();
    file["pack"].clone()
}

/// A file with these contents and their checksum, 64-bit FNV-1a of the text.
fn file(contents: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let checksum = contents.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    format!("{{\"eligibility-pack\":8,\"checksum\":\"{checksum:016x}\",\"pack\":{contents}}}")
}

/// Whether contents with a valid checksum decode. Checks the pack if they do.
fn is_accepted(contents: &Value) -> bool {
    match BrowserPack::decode(&file(&contents.to_string())) {
        Ok(decoded) => {
            assert_consistent(&decoded.rules);
            true
        }
        Err(error) => {
            assert_eq!(error, BrowserPackError::Damaged);
            false
        }
    }
}

/// Evaluates an index, which panics if it is out of range.
fn exists<T>(_: &T) {}

/// Checks that every id of a decoded pack is in range, and that encoding loses nothing.
fn assert_consistent(pack: &RulePack) {
    let provisions = |ids: &[ProvisionId]| ids.iter().for_each(|id| exists(&pack.provisions[*id]));
    let when = |when: &When| {
        when.each_fact(&mut |fact| exists(&pack.facts[fact]));
        when.each_reference(&mut |reference| pack.each_condition_of(reference, &mut |_| ()));
    };
    pack.provisions.iter().for_each(|(_, provision)| exists(&pack.documents[provision.document]));
    pack.notices.iter().for_each(|notice| provisions(&notice.provision));
    pack.terms.iter().for_each(|(_, term)| when(&term.when));
    for (_, fact) in pack.facts.iter() {
        exists(&pack.sections[fact.section]);
        fact.ask_when.iter().for_each(when);
    }
    for (id, measure) in pack.measures.iter() {
        provisions(&measure.provision);
        provisions(&measure.grants.provision);
        measure.office.iter().for_each(|office| exists(&pack.offices[*office]));
        measure.applies_when.iter().for_each(when);
        for criterion in &measure.criteria {
            provisions(&criterion.provision);
            criterion.when.iter().for_each(when);
        }
        for used in &measure.materials {
            exists(&pack.materials[used.material]);
            used.when.iter().for_each(when);
        }
        measure.windows.iter().for_each(|window| window.only_for.iter().for_each(when));
        pack.facts_of(id).iter().for_each(|fact| exists(&pack.facts[*fact]));
    }
    for limit in &pack.limits {
        provisions(&limit.provision);
        limit.measures.iter().for_each(|measure| exists(&pack.measures[*measure]));
    }
    // Encoding would lose an option that its fact does not have.
    let text = BrowserPack::encode(pack, pack.languages[0], &Default::default());
    let decoded = BrowserPack::decode(&text).unwrap();
    assert_eq!(format!("{:?}", decoded.rules), format!("{pack:?}"));
}

/// Values that a browser pack contains elsewhere.
fn misplaced() -> Vec<Value> {
    let mut misplaced = other_types();
    misplaced.extend(
        [0, 1, 2, 5, 9, 255, 65_535, 65_536, i64::MAX, i64::MIN].map(|number| json!(number)),
    );
    misplaced.extend(
        ["0", "-1", "100000000001", "2019-02-30", "2019-02-28", "en", "fr", "date", "at-least"]
            .map(|text| json!(text)),
    );
    misplaced.extend([
        json!({ "all": [{ "all": [] }] }),
        json!({ "term": 0 }),
        json!({ "is": [0, true] }),
        json!({ "fact": 4 }),
        json!({ "choice": [{ "id": "a", "label": "x" }] }),
        json!({ "compare": [{ "fact": 4 }, "at-least", { "constant": "500" }] }),
    ]);
    misplaced
}

#[test]
fn a_pack_with_any_value_deleted_or_replaced_is_rejected_or_consistent() {
    let source = contents(&full_pack());
    assert!(is_accepted(&source), "the checksum of this test differs from the encoder's");
    // The misplaced values take turns, five at each pointer.
    let mut misplaced = misplaced().into_iter().cycle();
    for pointer in pointers(&source).iter().filter(|pointer| !pointer.is_empty()) {
        let mut without = source.clone();
        delete(&mut without, pointer);
        is_accepted(&without);
        for value in misplaced.by_ref().take(5) {
            let mut other = source.clone();
            *other.pointer_mut(pointer).unwrap() = value;
            is_accepted(&other);
        }
    }
}

/// Whether a pack with every operator decodes with another value at a pointer below `/rules`.
fn accepts(pointer: &str, value: Value) -> bool {
    let mut source = contents(&full_pack());
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match source.pointer_mut(&format!("/rules{parent}")).unwrap() {
        Value::Object(map) => drop(map.insert(key.to_owned(), value)),
        other => other[key.parse::<usize>().unwrap()] = value,
    }
    is_accepted(&source)
}

#[test]
fn conditions_with_wrong_operands_are_rejected() {
    // Facts: 0 yes-no, 1 choice of three, 2 choices, 3 date, 4 and 5 numbers.
    for when in [
        json!({ "is": [0, false] }),
        json!({ "one-of": [1, [0, 2]] }),
        json!({ "compare-date": [3, "at-most", "2019-02-28"] }),
        json!({ "at-least-of": [1, [{ "is": [0, true] }]] }),
        json!({ "compare": [{ "sum": [{ "fact": 4 }] }, "is", { "constant": "100000000000" }] }),
    ] {
        assert!(accepts("/terms/1/when", when.clone()), "{when}");
    }
    for (what, when) in [
        ("a term that depends on itself", json!({ "term": 1 })),
        ("a cycle of two terms", json!({ "term": 2 })),
        ("a term out of range", json!({ "term": 3 })),
        ("a fact of another kind", json!({ "is": [1, true] })),
        ("a fact out of range", json!({ "is": [6, true] })),
        ("an index beyond 16 bits", json!({ "is": [65_536, true] })),
        ("an option that the fact does not have", json!({ "one-of": [1, [3]] })),
        ("an option beyond the maximum of 128", json!({ "one-of": [1, [128]] })),
        ("no option", json!({ "one-of": [1, []] })),
        ("`includes` with a single choice", json!({ "includes": [1, [0]] })),
        ("`one-of` with several choices", json!({ "one-of": [2, [0]] })),
        ("at least 0", json!({ "at-least-of": [0, [{ "is": [0, true] }]] })),
        ("at least 2 of 1", json!({ "at-least-of": [2, [{ "is": [0, true] }]] })),
        ("`all` of nothing", json!({ "all": [] })),
        ("`any` of nothing", json!({ "any": [] })),
        ("an empty condition below another", json!({ "not": { "any": [{ "all": [] }] } })),
        ("an unknown operator", json!({ "none": [{ "is": [0, true] }] })),
        ("two operators", json!({ "term": 0, "is": [0, true] })),
        ("an operand too many", json!({ "is": [0, true, true] })),
        ("an unknown comparison", json!({ "compare-date": [3, "after", "2019-02-28"] })),
        ("a day that does not exist", json!({ "compare-date": [3, "is", "2019-02-29"] })),
        ("a number compared with a date", json!({ "compare-date": [4, "is", "2019-02-28"] })),
        ("a sum of nothing", json!({ "compare": [{ "sum": [] }, "is", { "constant": "0" }] })),
        (
            "`months-since` of a number",
            json!({ "compare": [{ "months-since": 4 }, "is", { "constant": "0" }] }),
        ),
        ("a date as a number", json!({ "compare": [{ "constant": "0" }, "is", { "fact": 3 }] })),
        (
            "a number too large",
            json!({ "compare": [{ "fact": 4 }, "is", { "constant": "100000000001" }] }),
        ),
        (
            "a number that is not a string",
            json!({ "compare": [{ "fact": 4 }, "is", { "constant": 1 }] }),
        ),
    ] {
        assert!(!accepts("/terms/1/when", when.clone()), "{what}");
    }
}

#[test]
fn conditions_are_checked_in_every_part_of_a_pack() {
    for pointer in [
        "/facts/0/ask-when",
        "/measures/0/applies-when",
        "/measures/0/criteria/0/when",
        "/measures/0/materials/0/when",
        "/measures/0/windows/0/only-for",
    ] {
        assert!(accepts(pointer, json!({ "term": 2 })), "{pointer}");
        assert!(!accepts(pointer, json!({ "term": 3 })), "{pointer}");
    }
    let tiers =
        |fact: usize| json!({ "tiers": { "by": { "fact": fact }, "unit": "万元", "tiers": [] } });
    let rate =
        |fact: usize| json!({ "rate": { "percent": "1", "of": { "fact": fact }, "unit": "万元" } });
    for benefit in [tiers, rate] {
        assert!(accepts("/measures/0/grants/benefit", benefit(4)));
        assert!(!accepts("/measures/0/grants/benefit", benefit(3)), "{}", benefit(3));
    }
}

#[test]
fn ids_out_of_range_are_rejected() {
    let contents = contents(&full_pack());
    let count = |list: &str| contents["rules"][list].as_array().unwrap().len();
    for (pointer, list, is_list) in [
        ("/provisions/0/document", "documents", false),
        ("/facts/0/section", "sections", false),
        ("/measures/0/office", "offices", false),
        ("/measures/0/materials/0/material", "materials", false),
        ("/notices/0/provision", "provisions", true),
        ("/measures/0/provision", "provisions", true),
        ("/measures/0/criteria/0/provision", "provisions", true),
        ("/measures/0/grants/provision", "provisions", true),
        ("/limits/0/provision", "provisions", true),
        ("/limits/0/measures", "measures", true),
    ] {
        let id = |id: usize| if is_list { json!([id]) } else { json!(id) };
        assert!(accepts(pointer, id(count(list) - 1)), "{pointer}");
        assert!(!accepts(pointer, id(count(list))), "{pointer}");
        assert!(!accepts(pointer, json!(-1)), "{pointer}");
    }
}

#[test]
fn lists_and_values_beyond_their_limits_are_rejected() {
    let named = |count: usize, text: &str| -> Value {
        (0..count).map(|index| json!({ "id": format!("o{index}"), text: "x" })).collect()
    };
    let written_out = |zeros: u64| json!({ "zeros": zeros, "text": "{number} 元" });
    let number = |decimals: u8| json!({ "number": { "unit": "万元", "decimals": decimals } });
    for (pointer, value) in [
        ("/sections", named(65_535, "title")),
        ("/facts/2/kind", json!({ "choices": named(128, "label") })),
        ("/facts/4/kind", number(6)),
        ("/units/0/written-out", written_out(12)),
        ("/languages", json!(["en"])),
        ("/fingerprint", json!("0123456789abcdef")),
        ("/measures/0/title", json!("")),
    ] {
        assert!(accepts(pointer, value), "{pointer}");
    }
    for (what, pointer, value) in [
        ("more sections than ids", "/sections", named(65_536, "title")),
        ("more options than fit a set", "/facts/2/kind", json!({ "choices": named(129, "label") })),
        ("no option", "/facts/2/kind", json!({ "choices": [] })),
        ("a seventh decimal place", "/facts/4/kind", number(7)),
        ("a thirteenth zero", "/units/0/written-out", written_out(13)),
        ("no `zeros`", "/units/0/written-out", json!({ "text": "{number} 元" })),
        ("zero copies", "/measures/0/materials/2/copies", json!(0)),
        ("no language", "/languages", json!([])),
        ("two languages", "/languages", json!(["zh-Hans", "en"])),
        ("a language that it does not offer", "/languages", json!(["fr"])),
        ("a language that is no tag", "/languages", json!(["English"])),
        ("a language without a name", "/offered", json!([{ "tag": "zh-Hans" }])),
        ("an unknown key", "/facts/0/hidden", json!(true)),
        ("an unknown kind of evidence", "/measures/0/grants/evidence", json!("hearsay")),
        ("no text", "/measures/0/title", Value::Null),
        ("a text in all languages", "/measures/0/title", json!({ "zh-Hans": "x" })),
        ("no id", "/facts/0/id", Value::Null),
        ("a fingerprint with 15 digits", "/fingerprint", json!("0123456789abcde")),
        ("a fingerprint in upper case", "/fingerprint", json!("0123456789ABCDEF")),
        ("a fingerprint with a sign", "/fingerprint", json!("+123456789abcdef")),
        ("a month that does not exist", "/in-force/from", json!("2018-13-01")),
    ] {
        assert!(!accepts(pointer, value), "{what}");
    }
}

#[test]
fn terms_have_the_same_depth_limit_as_in_an_authored_pack() {
    let is_stack_accepted = |depth: usize, is_upwards: bool| {
        let base = if is_upwards { 0 } else { depth - 1 };
        let term = |index: usize| {
            let below = if is_upwards { index.wrapping_sub(1) } else { index + 1 };
            let when =
                if index == base { json!({ "is": [0, true] }) } else { json!({ "term": below }) };
            json!({ "id": format!("t{index}"), "when": when })
        };
        let mut source = contents(HARBOUR);
        source["rules"]["terms"] = (0..depth).map(term).collect();
        is_accepted(&source)
    };
    for is_upwards in [false, true] {
        assert!(is_stack_accepted(8, is_upwards) && !is_stack_accepted(9, is_upwards));
    }
}

#[test]
fn a_term_that_expands_to_too_many_others_is_rejected() {
    let is_expansion_accepted = |depth: usize| {
        let term = |index: usize| {
            let ten = |below: usize| json!({ "all": vec![json!({ "term": below }); 10] });
            let when = if index == 0 { json!({ "is": [0, true] }) } else { ten(index - 1) };
            json!({ "id": format!("t{index}"), "when": when })
        };
        let mut source = contents(HARBOUR);
        source["rules"]["terms"] = (0..depth).map(term).collect();
        is_accepted(&source)
    };
    assert!(is_expansion_accepted(2) && !is_expansion_accepted(3));
}

#[test]
fn deeply_nested_conditions_are_rejected() {
    let nested = |depth: usize| {
        let when = [r#"{"not":"#.repeat(depth), r#"{"is":[0,true]}"#.to_owned(), "}".repeat(depth)]
            .concat();
        let source = contents(HARBOUR).to_string();
        let text = source.replacen(
            "\"measures\":[{",
            &format!("\"measures\":[{{\"applies-when\":{when},"),
            1,
        );
        BrowserPack::decode(&file(&text)).map(|decoded| assert_consistent(&decoded.rules))
    };
    assert_eq!(nested(100), Ok(()));
    for depth in [128, 100_000] {
        assert_eq!(nested(depth), Err(BrowserPackError::Damaged), "{depth}");
    }
}
