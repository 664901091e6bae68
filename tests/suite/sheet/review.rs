//! The table for reviewers.

use eligibility_check::author::sheet::{Change, Import, Notice, TableKind};
use eligibility_check::rulebook::Locale;

use super::tables::{Rows, cell, csv, imported, rows, saved, saved_xlsx};
use crate::support::KIOSK;

const MEASURE: &str = "measures/old-kiosk";
const CRITERION: &str = "measures/old-kiosk/criteria/old";

fn exported() -> Rows {
    rows(&csv(KIOSK, TableKind::Measures, &[]))
}

fn returned(pack: &str, rows: &Rows) -> Import {
    let import = imported(pack, &saved(rows, b';'));
    assert_eq!(imported(pack, &saved_xlsx(rows)), import);
    import
}

#[test]
fn conditions_are_in_the_words_of_the_rules_page() {
    let mut rows = exported();
    assert_eq!(
        cell(&mut rows, CRITERION, "condition"),
        "从“哪天开业”到查询日期的整月数：不少于 120 个月"
    );
    assert_eq!(cell(&mut rows, CRITERION, "grade"), "明确条件");
    assert_eq!(cell(&mut rows, MEASURE, "grants"), "1 万元");
}

#[test]
fn titles_and_labels_can_be_changed() {
    let mut rows = exported();
    *cell(&mut rows, MEASURE, "title:zh-Hans") = "老报刊亭奖励".to_owned();
    *cell(&mut rows, CRITERION, "label:zh-Hans") = "开业10年以上".to_owned();
    // The title in the rows of criteria is a copy for reading.
    let import = returned(KIOSK, &rows);
    let changed: Vec<(&str, &str)> = import.changes.iter().map(change).collect();
    let title = ("measures/old-kiosk/title", "老报刊亭奖励");
    let label = ("measures/old-kiosk/criteria/old/label", "开业10年以上");
    assert_eq!(changed, [title, label]);
    assert_eq!((import.notices.len(), import.conflicts.len()), (0, 0), "{import:?}");
}

fn change(change: &Change) -> (&str, &str) {
    assert_eq!(change.language, Locale::ZhHans);
    (&change.place, &change.after)
}

#[test]
fn a_changed_read_only_cell_is_reported() {
    let mut rows = exported();
    *cell(&mut rows, CRITERION, "condition") = "开业满5年".to_owned();
    *cell(&mut rows, CRITERION, "title:zh-Hans") = "别的标题".to_owned();
    let import = returned(KIOSK, &rows);
    assert_eq!(import.edits, []);
    let columns: Vec<&str> = import.notices.iter().map(read_only).collect();
    assert_eq!(columns, ["title:zh-Hans", "condition"]);
}

fn read_only(notice: &Notice) -> &str {
    let Notice::ReadOnly { place, column, .. } = notice else { panic!("{notice:?}") };
    assert_eq!(place, CRITERION);
    column
}

#[test]
fn a_condition_that_changed_in_the_pack_is_no_change_of_the_reviewer() {
    let rows = exported();
    let pack = KIOSK.replace("120", "60");
    assert_ne!(pack, KIOSK);
    assert_eq!(returned(&pack, &rows), Import::default());
}

#[test]
fn a_pack_with_faults_takes_texts_without_comparing_read_only_cells() {
    let mut rows = exported();
    *cell(&mut rows, MEASURE, "title:zh-Hans") = "老报刊亭奖励".to_owned();
    let import = returned(&KIOSK.replace("120", "\"x\""), &rows);
    assert_eq!(import.changes.len(), 1);
    assert_eq!(import.notices, [Notice::NotCompared]);
}
