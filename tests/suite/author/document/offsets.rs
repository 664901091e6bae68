//! Byte offsets and UTF-16 offsets.

use eligibility_check::author::document::{Document, Offsets};
use proptest::prelude::*;

use super::PACKS;
use crate::support::cases;

/// The UTF-16 offset of a byte offset, counted from the beginning.
fn counted(text: &str, byte: usize) -> usize {
    text[..byte].encode_utf16().count()
}

#[test]
fn a_chinese_character_has_three_bytes_and_one_unit_and_an_emoji_four_and_two() {
    let offsets = Offsets::new("a企\u{1f600}b");
    let pairs = [(0, 0), (1, 1), (4, 2), (8, 4), (9, 5)];
    for (byte, utf16) in pairs {
        assert_eq!((offsets.to_utf16(byte), offsets.to_byte(utf16)), (utf16, byte));
    }
}

#[test]
fn an_offset_within_a_character_counts_as_that_of_the_character() {
    let offsets = Offsets::new("企\u{1f600}");
    assert_eq!([1, 2, 3, 4, 6].map(|byte| offsets.to_utf16(byte)), [0, 0, 1, 1, 1]);
    assert_eq!(offsets.to_byte(2), 3);
}

#[test]
fn an_offset_beyond_the_end_counts_as_the_end() {
    let offsets = Offsets::new("企业");
    assert_eq!((offsets.to_utf16(99), offsets.to_byte(99)), (2, 6));
}

#[test]
fn every_value_of_a_pack_is_found_by_its_utf16_offset() {
    let text = PACKS[0];
    let offsets = Offsets::new(text);
    for (byte, _) in text.char_indices().step_by(7001) {
        let utf16 = counted(text, byte);
        assert_eq!((offsets.to_utf16(byte), offsets.to_byte(utf16)), (utf16, byte));
    }
}

#[test]
fn edits_are_converted_for_the_editor() {
    let text = r#"{"title": "企业", "id": "a"}"#;
    let edits = Document::parse(text).unwrap().rename_key("/id", "number").unwrap();
    let range = edits.iter().next().unwrap().range.clone();
    let converted = edits.to_utf16(&Offsets::new(text)).iter().next().unwrap().range.clone();
    assert_eq!(range.start - converted.start, 4);
    assert_eq!(range.len(), converted.len());
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn conversions_agree_with_counting_from_the_beginning(
        text in "([a-z]|企|\u{1f600}|é){0,700}",
        at in any::<prop::sample::Index>(),
    ) {
        let starts: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        let byte = *at.get(&starts);
        let offsets = Offsets::new(text.as_str());
        prop_assert_eq!(offsets.to_utf16(byte), counted(&text, byte));
        prop_assert_eq!(offsets.to_byte(counted(&text, byte)), byte);
    }
}
