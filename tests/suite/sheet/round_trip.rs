//! An export that comes back unchanged changes nothing, whatever its texts are.

use eligibility_check::author::sheet::{Import, TableKind};
use eligibility_check::rulebook::RulePack;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::tables::{applied, cell, csv, imported, rows, saved, saved_xlsx, xlsx};
use crate::snapshots::assert_snapshot_in;
use crate::support::{FERRY, KIOSK, PUBLISHED, cases};

const FENNMARK: &str = include_str!("../../../packs/example-fennmark.json");
const NATIONAL: &str = include_str!("../../../packs/national-sme-2026.json");

#[test]
fn the_packs_of_the_repository_come_back_unchanged() {
    for pack in [PUBLISHED, FENNMARK, NATIONAL, FERRY] {
        for kind in [TableKind::Texts, TableKind::Measures] {
            assert_eq!(imported(pack, &csv(pack, kind, &[])), Import::default());
        }
        assert_eq!(imported(pack, &xlsx(pack)), Import::default());
    }
}

#[test]
fn every_text_of_a_pack_is_in_the_table() {
    // Texts differ only in their languages from the other strings of a pack in several languages.
    fn count(json: &Value) -> usize {
        match json {
            Value::Object(entries) if entries.contains_key("zh-Hans") => 1,
            Value::Object(entries) => entries.values().map(count).sum(),
            Value::Array(items) => items.iter().map(count).sum(),
            _ => 0,
        }
    }
    for pack in [PUBLISHED, NATIONAL, FERRY] {
        let texts = count(&serde_json::from_str(pack).unwrap());
        assert_eq!(rows(&csv(pack, TableKind::Texts, &[])).len(), texts + 1);
    }
}

#[test]
fn a_file_that_a_program_saved_with_its_own_separator_comes_back_unchanged() {
    let exported = rows(&csv(KIOSK, TableKind::Texts, &[]));
    for delimiter in [b',', b';', b'\t'] {
        assert_eq!(imported(KIOSK, &saved(&exported, delimiter)), Import::default());
    }
}

#[test]
fn the_tables_are_as_expected() {
    for (name, kind) in [("texts", TableKind::Texts), ("measures", TableKind::Measures)] {
        let file = csv(FENNMARK, kind, &[]);
        assert_snapshot_in("sheet", name, std::str::from_utf8(&file).unwrap());
    }
}

#[test]
fn the_same_pack_gives_the_same_workbook() {
    assert_eq!(xlsx(KIOSK), xlsx(KIOSK));
}

#[test]
fn cells_that_a_spreadsheet_would_change_are_guarded() {
    for text in ["=HYPERLINK(\"https://example.com\")", "+1", "-1", "@a", "007", "2026年1月1日"]
    {
        let pack = with_title(text, "x");
        let mut exported = rows(&csv(&pack, TableKind::Texts, &[]));
        assert_eq!(*cell(&mut exported, "title", "zh-Hans"), format!("'{text}"));
    }
}

/// A small pack with texts.
fn with_title(title: &str, other: &str) -> String {
    let mut pack: Value = serde_json::from_str(KIOSK).unwrap();
    pack["title"]["zh-Hans"] = json!(title);
    pack["title"]["en"] = json!(other);
    pack["measures"][0]["title"]["zh-Hans"] = json!(other);
    pack["measures"][0]["criteria"][0]["label"]["zh-Hans"] = json!(title);
    pack.to_string()
}

/// Pieces of texts that a format of files, a spreadsheet or an escape could take for something
/// else.
const PIECES: [&str; 60] = [
    "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", "\r", "\r\n", "\0", "\u{1}", "\u{1b}",
    "\u{7f}", "\u{85}", "\u{2028}", "\u{feff}", "\u{fffe}", "\u{ffff}", "_x000D_", "_x005F_",
    "_x0041_", "_", "x000D_", "_xD800_", "_xFFFE_", "_x000d_", "&amp;", "&#10;", "<", ">", "]]>",
    "<t>", "0", "1", "7", ".", "/", ":", "%", "e", "E", "true", "FALSE", "年", "月", "日", "may",
    " ", "\u{a0}", "\u{3000}", "😀", "文", "字", "a", "sep=;", "place", "#",
];

/// A text of such pieces and of any characters.
fn awkward() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_text_comes_back_unchanged(title in awkward(), other in awkward()) {
        let pack = with_title(&title, &other);
        prop_assert_eq!(imported(&pack, &csv(&pack, TableKind::Texts, &[])), Import::default());
        prop_assert_eq!(imported(&pack, &xlsx(&pack)), Import::default());
        if RulePack::from_json(&pack).is_ok() {
            let file = csv(&pack, TableKind::Measures, &[]);
            prop_assert_eq!(imported(&pack, &file), Import::default());
        }
    }

    #[test]
    fn any_new_text_arrives_as_it_was_typed(new in awkward()) {
        // An empty cell deletes nothing. Question marks alone are lost characters.
        prop_assume!(new.chars().any(char::is_alphanumeric) && !new.contains('\u{fffd}'));
        let pack = with_title("old", "old");
        let mut returned = rows(&csv(&pack, TableKind::Texts, &[]));
        *cell(&mut returned, "title", "zh-Hans") = new.clone();
        let workbook = saved_xlsx(&returned);
        let mut changed = rows(&csv(&with_title(&new, "old"), TableKind::Texts, &[]));
        *cell(&mut returned, "title", "zh-Hans") = cell(&mut changed, "title", "zh-Hans").clone();
        for file in [workbook, saved(&returned, b',')] {
            let import = imported(&pack, &file);
            prop_assert_eq!(&import.conflicts, &[]);
            let title: Value = serde_json::from_str(&applied(&pack, &import)).unwrap();
            let expected = if new == "old" { "old" } else { new.as_str() };
            prop_assert_eq!(&title["title"]["zh-Hans"], expected);
        }
    }
}
