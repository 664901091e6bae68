//! Spreadsheets in the page: the same files and the same changes as those of `eligibility texts`.

use std::fs;

use eligibility_check::author::sheet::SheetError;
use eligibility_check::author::sheets::{
    SheetExport, SheetFailure, SheetFormat, SheetReview, export_sheet, review_sheet,
};
use eligibility_check::author::{Task, work};
use eligibility_check::rulebook::Locale;
use eligibility_check::widget::wait_for;

use crate::command_line::{empty_folder, run};
use crate::support::KIOSK;

fn export(text: &str, format: SheetFormat, further: Option<Locale>) -> SheetExport {
    SheetExport { text: text.into(), format, further }
}

/// The text after the edits of a review, from the last to the first.
fn edited(text: &str, review: &SheetReview) -> String {
    let mut edited = text.to_owned();
    for edit in review.edits.iter().rev() {
        edited.replace_range(edit.from..edit.to, &edit.text);
    }
    edited
}

/// The table of texts of the small pack, with other texts in English.
fn translated() -> Vec<u8> {
    let table = export_sheet(&export(KIOSK, SheetFormat::Texts, None)).unwrap();
    let table = String::from_utf8(table).unwrap();
    let changed = table.replace("Ten years old", "Open for ten years");
    assert_ne!(table, changed);
    changed.into_bytes()
}

#[test]
fn the_csv_files_are_those_of_the_command() {
    let folder = empty_folder("sheets-of-the-page");
    let (pack, out) = (folder.join("rules.json"), folder.join("out.csv"));
    fs::write(&pack, KIOSK).unwrap();
    let [pack, file] = [&pack, &out].map(|path| path.to_str().unwrap());
    let german = Locale::from_any_tag("de").unwrap();
    for (format, table, language) in [
        (SheetFormat::Texts, "texts", None),
        (SheetFormat::Texts, "texts", Some(german)),
        (SheetFormat::Measures, "measures", None),
    ] {
        let mut arguments = vec!["texts", "--pack", pack, "--export", file, "--table", table];
        arguments.extend(language.iter().flat_map(|_| ["--language", "de"]));
        let (status, text) = run(&arguments);
        assert_eq!(status, Some(0), "{text}");
        assert_eq!(
            export_sheet(&export(KIOSK, format, language)).unwrap(),
            fs::read(&out).unwrap()
        );
    }
}

#[test]
fn the_edits_give_the_text_that_the_command_writes() {
    let folder = empty_folder("sheets-back-to-the-page");
    let paths = ["rules.json", "texts.csv", "new.json"].map(|name| folder.join(name));
    let [pack, sheet, out] = paths.each_ref().map(|path| path.to_str().unwrap());
    fs::write(pack, KIOSK).unwrap();
    fs::write(sheet, translated()).unwrap();
    let (status, text) = run(&["texts", "--pack", pack, "--import", sheet, "--out", out]);
    assert_eq!(status, Some(0), "{text}");
    let review = review_sheet(KIOSK, &translated()).unwrap();
    assert_eq!((review.import.changes.len(), review.new_faults), (1, 0));
    assert_eq!(edited(KIOSK, &review), fs::read_to_string(out).unwrap());
}

#[test]
fn a_conflict_is_not_among_the_edits() {
    let newer = KIOSK.replace("Ten years old", "A decade old");
    let review = review_sheet(&newer, &translated()).unwrap();
    assert_eq!(review.import.conflicts.len(), 1);
    assert_eq!(edited(&newer, &review), newer);
}

#[test]
fn an_incomplete_language_that_causes_faults_is_announced() {
    let german = Locale::from_any_tag("de").unwrap();
    let table = export_sheet(&export(KIOSK, SheetFormat::Texts, Some(german))).unwrap();
    let table = String::from_utf8(table).unwrap();
    let header = table.lines().next().unwrap();
    let column = header.split(',').position(|cell| cell.starts_with("\"de")).unwrap();
    let rows = table.lines().enumerate().map(|(row, line)| match row {
        // The header of a new language has its name.
        0 => line.replace("\"de\"", "\"de Deutsch\""),
        1 => {
            let mut cells: Vec<&str> = line.split("\",\"").collect();
            cells[column] = "Kiosk";
            cells.join("\",\"")
        }
        _ => line.to_owned(),
    });
    let table = rows.collect::<Vec<_>>().join("\r\n");
    let review = review_sheet(KIOSK, table.as_bytes()).unwrap();
    assert!(review.new_faults > 0, "{:?}", review.import);
}

#[test]
fn a_file_or_a_text_that_cannot_be_used_is_refused() {
    assert_eq!(review_sheet("{", &translated()), Err(SheetFailure::NotJson));
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0];
    assert_eq!(review_sheet(KIOSK, &old), Err(SheetError::OldOrLocked.into()));
    assert_eq!(review_sheet(KIOSK, b"a,b"), Err(SheetError::NoTable.into()));
    let measures = export_sheet(&export("{}", SheetFormat::Measures, None));
    assert_eq!(measures, Err(SheetError::Faults.into()));
}

#[test]
fn the_worker_passes_files_as_attachments() {
    let do_task = |task: Task, input: String, file: &[u8]| {
        wait_for(work(task.name(), &input, file)).unwrap().unwrap()
    };
    let input = serde_json::to_string(&export(KIOSK, SheetFormat::Xlsx, None)).unwrap();
    let workbook = do_task(Task::SheetExport, input, &[]);
    assert_eq!(workbook.json, "{\"Ok\":null}");
    let text = serde_json::to_string(KIOSK).unwrap();
    let review = do_task(Task::SheetReview, text.clone(), &workbook.attachment);
    let review: Result<SheetReview, SheetFailure> = serde_json::from_str(&review.json).unwrap();
    assert_eq!(review.unwrap(), SheetReview::default());
    let review = do_task(Task::SheetReview, text, &translated());
    let review: Result<SheetReview, SheetFailure> = serde_json::from_str(&review.json).unwrap();
    // The edits of the document stay in the worker.
    let mut expected = review_sheet(KIOSK, &translated()).unwrap();
    expected.import.edits.clear();
    assert_eq!(review.unwrap(), expected);
}
