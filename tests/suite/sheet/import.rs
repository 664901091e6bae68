//! Changes of colleagues, conflicts, and what is not used.

use eligibility_check::author::sheet::{Change, ConflictKind, Import, Notice, Remark, TableKind};
use eligibility_check::rulebook::{Json, Locale};
use serde_json::{Value, json};

use super::tables::{Rows, applied, cell, csv, imported, rows, saved, saved_xlsx};
use crate::support::KIOSK;

/// The table of a pack as a spreadsheet program shows it.
fn exported(pack: &str) -> Rows {
    rows(&csv(pack, TableKind::Texts, &[]))
}

/// The import of changed rows into a pack, as CSV and as a workbook, which must agree.
fn returned(pack: &str, rows: &Rows) -> Import {
    let import = imported(pack, &saved(rows, b','));
    assert_eq!(imported(pack, &saved_xlsx(rows)), import);
    import
}

/// The small pack after a change.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut pack = serde_json::from_str(KIOSK).unwrap();
    change(&mut pack);
    pack.to_string()
}

#[test]
fn a_changed_cell_changes_its_text_and_nothing_else() {
    let mut rows = exported(KIOSK);
    *cell(&mut rows, "measures/old-kiosk/criteria/old/label", "en") =
        "Open for ten years".to_owned();
    let import = returned(KIOSK, &rows);
    let change = Change {
        place: "measures/old-kiosk/criteria/old/label".to_owned(),
        language: Locale::En,
        before: Some("Ten years old".to_owned()),
        after: "Open for ten years".to_owned(),
    };
    assert_eq!((import.changes.as_slice(), import.edits.len()), ([change].as_slice(), 1));
    assert_eq!(import.notices, []);
    assert_eq!(applied(KIOSK, &import), KIOSK.replace("Ten years old", "Open for ten years"));
}

#[test]
fn rows_and_columns_in_another_order_are_the_same() {
    let mut rows = exported(KIOSK);
    rows[1..].reverse();
    rows.iter_mut().for_each(|row| row.reverse());
    assert_eq!(returned(KIOSK, &rows), Import::default());
}

#[test]
fn a_reordered_pack_takes_the_texts_at_their_places() {
    let mut rows = exported(KIOSK);
    *cell(&mut rows, "facts/site/hint", "en") = "Look it up.".to_owned();
    let pack = changed(|pack| pack["facts"].as_array_mut().unwrap().reverse());
    let after: Value = serde_json::from_str(&applied(&pack, &returned(&pack, &rows))).unwrap();
    let site = after["facts"].as_array().unwrap().iter().find(|fact| fact["id"] == "site").unwrap();
    assert_eq!(site["hint"]["en"], "Look it up.");
}

/// The small pack whose measure has these steps.
fn with_steps(steps: &[&str]) -> String {
    changed(|pack| {
        let steps = steps.iter().map(|step| json!({ "zh-Hans": step, "en": format!("en {step}") }));
        pack["measures"][0]["steps"] = steps.collect();
    })
}

#[test]
fn a_text_without_an_id_is_found_after_an_insertion_above_it() {
    let mut rows = exported(&with_steps(&["申请", "领取"]));
    *cell(&mut rows, "measures/old-kiosk/steps/#2", "en") = "Collect".to_owned();
    let pack = with_steps(&["准备", "申请", "领取"]);
    let import = returned(&pack, &rows);
    assert_eq!(import.conflicts, []);
    // The changed row no longer has all exported texts, but its hashes are those of the item.
    assert_eq!(import.changes.len(), 1);
    assert_eq!(import.changes[0].place, "measures/old-kiosk/steps/#3");
    assert_eq!(
        import.notices,
        [Notice::MissingRows(vec!["measures/old-kiosk/steps/#1".to_owned()])]
    );
}

#[test]
fn a_text_that_changed_on_both_sides_is_a_conflict() {
    let mut rows = exported(KIOSK);
    *cell(&mut rows, "title", "zh-Hans") = "报刊亭补贴".to_owned();
    let pack = KIOSK.replace("报刊亭扶持", "报刊亭奖励");
    let import = returned(&pack, &rows);
    assert_eq!((import.changes.len(), import.edits.len()), (0, 0));
    let [conflict] = import.conflicts.as_slice() else { panic!("{import:?}") };
    assert_eq!(conflict.kind, ConflictKind::BothChanged);
    assert_eq!(conflict.pack.as_deref(), Some("报刊亭奖励"));
    assert_eq!(conflict.sheet, "报刊亭补贴");
}

#[test]
fn a_translation_of_a_text_that_changed_since_is_a_conflict() {
    let mut rows = exported(KIOSK);
    *cell(&mut rows, "title", "en") = "Aid for kiosks".to_owned();
    let pack = KIOSK.replace("报刊亭扶持", "报刊亭奖励");
    let import = returned(&pack, &rows);
    assert_eq!(import.changes, []);
    let kinds: Vec<ConflictKind> = import.conflicts.iter().map(|conflict| conflict.kind).collect();
    assert_eq!(kinds, [ConflictKind::SourceChanged]);
    assert_eq!(
        import.notices,
        [Notice::NewerInPack { place: "title".to_owned(), language: Locale::ZhHans }]
    );
}

#[test]
fn different_texts_for_one_place_are_a_conflict() {
    let mut rows = exported(KIOSK);
    let mut copy = rows.iter().find(|row| row[0] == "title").unwrap().clone();
    *cell(&mut rows, "title", "en") = "One".to_owned();
    copy[3] = "Two".to_owned();
    rows.push(copy);
    let import = returned(KIOSK, &rows);
    assert_eq!(import.changes, []);
    let sheet: Vec<&str> =
        import.conflicts.iter().map(|conflict| conflict.sheet.as_str()).collect();
    assert_eq!(sheet, ["One", "Two"]);
}

#[test]
fn missing_rows_and_empty_cells_delete_nothing() {
    let mut rows = exported(KIOSK);
    rows.retain(|row| row[0] != "facts/licensed/question");
    cell(&mut rows, "title", "en").clear();
    let import = returned(KIOSK, &rows);
    assert_eq!(import.edits, []);
    assert_eq!(
        import.notices,
        [
            Notice::Emptied { place: "title".to_owned(), language: Locale::En },
            Notice::MissingRows(vec!["facts/licensed/question".to_owned()]),
        ]
    );
}

#[test]
fn places_columns_and_descriptions_that_a_colleague_changed_are_reported() {
    let mut rows = exported(KIOSK);
    rows[0].push("ok".to_owned());
    rows.iter_mut().skip(1).for_each(|row| row.push("yes".to_owned()));
    *cell(&mut rows, "documents/d1/title", "what") = "the law".to_owned();
    *cell(&mut rows, "title", "place") = "no-title".to_owned();
    let import = returned(KIOSK, &rows);
    assert_eq!(import.edits, []);
    let [unknown, place, read_only, missing] = import.notices.as_slice() else {
        panic!("{import:?}")
    };
    assert_eq!(*unknown, Notice::UnknownColumn("ok".to_owned()));
    let texts = vec!["报刊亭扶持".to_owned(), "Support for kiosks".to_owned()];
    assert_eq!(*place, Notice::UnknownPlace { row: 2, place: "no-title".to_owned(), texts });
    assert!(matches!(read_only, Notice::ReadOnly { column, .. } if column == "what"));
    assert_eq!(*missing, Notice::MissingRows(vec!["title".to_owned()]));
}

#[test]
fn a_table_without_hashes_is_used_with_a_notice() {
    let mut rows = exported(KIOSK);
    *cell(&mut rows, "title", "en") = "Aid for kiosks".to_owned();
    rows.iter_mut().for_each(|row| drop(row.pop()));
    let import = returned(KIOSK, &rows);
    assert_eq!(import.changes.len(), 1);
    let [Notice::NoWas { rows: without }] = import.notices.as_slice() else { panic!("{import:?}") };
    assert_eq!(without.len(), rows.len() - 1);
}

#[test]
fn characters_that_a_program_could_not_save_change_nothing() {
    let mut rows = exported(KIOSK);
    let sheet = "?".repeat("报刊亭扶持".chars().count());
    cell(&mut rows, "title", "zh-Hans").clone_from(&sheet);
    let import = returned(KIOSK, &rows);
    assert_eq!(import.edits, []);
    let (place, language) = ("title".to_owned(), Locale::ZhHans);
    assert_eq!(import.notices, [Notice::LostCharacters { place, language, sheet }]);
}

#[test]
fn remarks_are_returned_with_their_place() {
    let mut rows = exported(KIOSK);
    *cell(&mut rows, "title", "remark") = "太短".to_owned();
    let import = returned(KIOSK, &rows);
    assert_eq!(import.remarks, [Remark { place: "title".to_owned(), text: "太短".to_owned() }]);
    assert_eq!((import.edits.len(), import.notices.len()), (0, 0));
}

#[test]
fn a_pack_with_faults_can_be_translated() {
    let pack = changed(|pack| pack["measures"][0]["criteria"][0]["when"] = json!({ "is": [] }));
    let mut rows = exported(&pack);
    *cell(&mut rows, "title", "en") = "Aid for kiosks".to_owned();
    let import = returned(&pack, &rows);
    assert_eq!(import.changes.len(), 1);
    assert!(Json::parse(&applied(&pack, &import)).is_ok());
}
