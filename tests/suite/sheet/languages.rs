//! The translation of a pack into another language.

use eligibility_check::author::sheet::{Notice, TableKind};
use eligibility_check::rulebook::{Locale, RulePack};
use serde_json::Value;

use super::tables::{Rows, applied, column, csv, imported, rows, saved};
use crate::support::{HARBOUR, KIOSK};

/// The table of a pack with a translated column.
fn translated(pack: &str, language: &str, header: &str) -> Rows {
    let further = Locale::from_any_tag(language).unwrap();
    let mut rows = rows(&csv(pack, TableKind::Texts, &[further]));
    let index = column(&rows, language);
    rows[0][index] = header.to_owned();
    for row in rows.iter_mut().skip(1) {
        row[index] = format!("{language} {}", row[2]);
    }
    rows
}

#[test]
fn a_complete_column_adds_a_language_to_the_pack() {
    for (language, header) in [("zh-Hant", "zh-Hant"), ("de", "de Deutsch")] {
        let import = imported(KIOSK, &saved(&translated(KIOSK, language, header), b','));
        assert_eq!((import.conflicts.len(), import.notices.len()), (0, 0), "{import:?}");
        let pack = RulePack::from_json(&applied(KIOSK, &import)).unwrap();
        let locale = Locale::from_any_tag(language).unwrap();
        assert_eq!(pack.languages.last(), Some(&locale));
        assert_eq!(&*pack.title.get(locale), format!("{language} 报刊亭扶持"));
        if language == "de" {
            assert_eq!(&*pack.native_name(locale), "Deutsch");
        }
    }
}

#[test]
fn a_pack_in_one_language_with_plain_strings_gets_a_second_one() {
    let pack = one_language(KIOSK);
    let import = imported(&pack, &saved(&translated(&pack, "en", "en"), b','));
    assert_eq!(import.notices, []);
    let parsed = RulePack::from_json(&applied(&pack, &import)).unwrap();
    assert_eq!(parsed.languages, [Locale::ZhHans, Locale::En]);
    assert_eq!(&*parsed.title.get(Locale::ZhHans), "报刊亭扶持");
    assert_eq!(&*parsed.title.get(Locale::En), "en 报刊亭扶持");
}

/// A pack in its first language, with texts as strings.
fn one_language(pack: &str) -> String {
    fn reduce(json: &mut Value) {
        if let Some(text) = json.get("zh-Hans") {
            *json = text.clone();
        }
        match json {
            Value::Object(entries) => entries.values_mut().for_each(reduce),
            Value::Array(items) => items.iter_mut().for_each(reduce),
            _ => {}
        }
    }
    let mut json: Value = serde_json::from_str(pack).unwrap();
    reduce(&mut json);
    json["languages"] = serde_json::json!(["zh-Hans"]);
    json.to_string()
}

#[test]
fn an_incomplete_language_of_the_interface_is_kept_and_the_pack_stays_usable() {
    let mut rows = translated(KIOSK, "zh-Hant", "zh-Hant");
    let index = column(&rows, "zh-Hant");
    let last = rows.last_mut().unwrap();
    let place = last[0].clone();
    last[index].clear();
    let import = imported(KIOSK, &saved(&rows, b','));
    let language = Locale::ZhHant;
    let places = vec![place];
    assert_eq!(import.notices, [Notice::Incomplete { language, is_added: false, places }]);
    let half = applied(KIOSK, &import);
    assert_eq!(RulePack::from_json(&half).unwrap().languages.len(), 2);
    // The next table has the column, and the last text completes it.
    let mut rows = self::rows(&csv(&half, TableKind::Texts, &[]));
    rows.last_mut().unwrap()[index] = "完".to_owned();
    let import = imported(&half, &saved(&rows, b','));
    assert_eq!((import.changes.len(), import.notices.len()), (1, 0), "{import:?}");
    let pack = RulePack::from_json(&applied(&half, &import)).unwrap();
    assert_eq!(pack.languages.len(), 3);
}

#[test]
fn an_incomplete_other_language_is_added_and_reported() {
    let mut rows = translated(KIOSK, "de", "de Deutsch");
    let index = column(&rows, "de");
    rows.last_mut().unwrap()[index].clear();
    let import = imported(KIOSK, &saved(&rows, b','));
    assert!(matches!(import.notices.as_slice(), [Notice::Incomplete { is_added: true, .. }]));
    let error = RulePack::from_json(&applied(KIOSK, &import)).unwrap_err();
    assert_eq!(error.faults().len(), 1);
}

#[test]
fn an_empty_column_for_a_language_changes_nothing() {
    let german = Locale::from_any_tag("de").unwrap();
    for pack in [KIOSK, HARBOUR] {
        let import = imported(pack, &csv(pack, TableKind::Texts, &[german]));
        assert_eq!((import.edits.len(), import.notices.len()), (0, 0), "{import:?}");
    }
}

#[test]
fn the_order_and_formatting_of_the_pack_remain() {
    let import = imported(KIOSK, &saved(&translated(KIOSK, "zh-Hant", "zh-Hant"), b','));
    let after = applied(KIOSK, &import);
    assert_eq!(after.lines().count(), KIOSK.lines().count());
    // Without the additions, the text is the old one.
    let removed = after.lines().map(|line| {
        let mut line = line.to_owned();
        while let Some(start) = line.find(", \"zh-Hant\"") {
            let end = line[start..].find(['}', ']']).unwrap();
            line.replace_range(start..start + end, "");
        }
        line + "\n"
    });
    assert_eq!(removed.collect::<String>(), KIOSK);
}
