//! Replaced values, and numbers and texts as they are written.

use super::{GUIDE, PACKS, after, assert_changes, json};

#[test]
fn only_the_value_changes() {
    let new = after(GUIDE, |document| document.set("/version", &json("\"2019.1\"")));
    assert_eq!(new, GUIDE.replace("2018.1", "2019.1"));
}

#[test]
fn the_same_value_is_no_edit() {
    let same = after(GUIDE, |document| {
        let edits = document.set("/measures", document.value("/measures").unwrap());
        assert!(edits.as_ref().unwrap().is_empty());
        edits
    });
    assert_eq!(same, GUIDE);
}

#[test]
fn chinese_is_written_without_escapes() {
    let new = after(GUIDE, |document| document.set("/title/zh-Hans", &json(r#""“新”\n\u4f01业""#)));
    assert!(new.contains(r#""title": {"zh-Hans": "“新”\n企业"}"#));
}

#[test]
fn numbers_keep_their_notation_in_old_and_new_text() {
    let text = r#"{"a": 1.50, "b": [1e3, 12345678901234567890123456789]}"#;
    let new = after(text, |document| document.insert("/b", 2, &json("0.10")));
    assert_eq!(new, r#"{"a": 1.50, "b": [1e3, 12345678901234567890123456789, 0.10]}"#);
    let new = after(text, |document| document.set("/a", &json("1.500")));
    assert_eq!(new, text.replace("1.50", "1.500"));
}

#[test]
fn a_change_inside_a_new_value_edits_that_part_only() {
    let new = after(GUIDE, |document| {
        let mut measure = document.value("/measures/0").unwrap().to_text();
        measure = measure.replace(r#"["registered",true]"#, r#"["registered",false]"#);
        document.set("/measures/0", &json(&measure))
    });
    assert_eq!(new, GUIDE.replace(r#"["registered", true]"#, r#"["registered", false]"#));
}

#[test]
fn a_condition_that_becomes_long_is_broken_like_others_of_its_length() {
    let pack = PACKS[0];
    let when = r#"{"any": [{"term": "firm"}, {"all": [{"is": ["registered-in-tianhe", true]},
        {"is": ["taxed-in-tianhe", true]}, {"at-least": [{"months-since": "founded-on"}, 12]},
        {"one-of": ["settled-how", ["new", "moved-in"]]}]}]}"#;
    let new = after(pack, |document| document.set("/terms/0/when", &json(when)));
    assert_changes("a-condition-that-becomes-long", &[(pack, new)]);
}

#[test]
fn a_condition_that_stays_short_stays_on_its_line() {
    let pack = PACKS[0];
    let when = json(r#"{"is": ["registered-in-tianhe", true]}"#);
    let new = after(pack, |document| document.set("/terms/0/when", &when));
    assert_changes("a-condition-that-stays-short", &[(pack, new)]);
}

#[test]
fn a_text_in_one_line_stays_in_one_line() {
    let text = r#"{"a":[1,2],"b":{"c":null}}"#;
    let long = format!("[{}]", (0..60).map(|n| n.to_string()).collect::<Vec<_>>().join(","));
    let new = after(text, |document| document.set("/b/c", &json(&long)));
    assert_eq!(new, text.replace("null", &long));
}

#[test]
fn the_whole_document_can_be_replaced() {
    assert_eq!(after("  1\n", |document| document.set("", &json("[1]"))), "  [1]\n");
}
