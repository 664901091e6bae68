//! Files that are no tables of a pack, or too large, and other encodings.

use std::io::{Cursor, Write};

use eligibility_check::author::sheet::{
    CellProblem, Encoding, MAX_FILE_SIZE, MAX_UNPACKED_SIZE, Notice, SheetError, TableKind,
    export_xlsx,
};
use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::tables::{cell, csv, imported, rows, saved, try_import, with_export, xlsx};
use crate::support::{FERRY, KIOSK};

const FENNMARK: &str = include_str!("../../../packs/example-fennmark.json");

#[test]
fn files_that_are_no_spreadsheet_are_errors() {
    let zip = b"PK\x03\x04 and then nothing".as_slice();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice();
    assert_eq!(try_import(KIOSK, b""), Err(SheetError::NoTable));
    assert_eq!(try_import(KIOSK, b"a,b\n1,2\n"), Err(SheetError::NoTable));
    assert_eq!(try_import(KIOSK, b"{\"place\": 1}"), Err(SheetError::NoTable));
    assert_eq!(try_import(KIOSK, b"place\0"), Err(SheetError::NotASpreadsheet));
    assert_eq!(try_import(KIOSK, old), Err(SheetError::OldOrLocked));
    assert!(matches!(try_import(KIOSK, zip), Err(SheetError::Damaged(_))));
    assert_eq!(try_import(KIOSK, &vec![b'a'; MAX_FILE_SIZE + 1]), Err(SheetError::TooLarge));
}

#[test]
fn a_workbook_without_a_table_is_an_error() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "something").unwrap();
    let file = workbook.save_to_buffer().unwrap();
    assert_eq!(try_import(KIOSK, &file), Err(SheetError::NoTable));
}

#[test]
fn a_workbook_that_unpacks_to_more_than_the_limit_is_an_error() {
    let mut part = ZipWriter::new(Cursor::new(Vec::new()));
    part.start_file("zeros", SimpleFileOptions::default()).unwrap();
    part.write_all(&vec![0; 10_000_000]).unwrap();
    let mut part = ZipArchive::new(part.finish().unwrap()).unwrap();
    // The same compressed part again and again.
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..=MAX_UNPACKED_SIZE / 10_000_000 {
        let zeros = part.by_index_raw(0).unwrap();
        archive.raw_copy_file_rename(zeros, format!("xl/worksheets/sheet{number}.xml")).unwrap();
    }
    let file = archive.finish().unwrap().into_inner();
    assert!(file.len() < 1_000_000);
    assert_eq!(try_import(KIOSK, &file), Err(SheetError::TooLargeUnpacked));
}

#[test]
fn a_cell_at_the_end_of_a_worksheet_takes_no_memory() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "place").unwrap();
    sheet.write_string(1, 0, "title").unwrap();
    sheet.write_string(1_048_575, 16_383, "far away").unwrap();
    let import = imported(KIOSK, &workbook.save_to_buffer().unwrap());
    assert_eq!(import.edits, []);
}

#[test]
fn a_damaged_workbook_never_panics() {
    let file = xlsx(KIOSK);
    for index in (0..file.len()).step_by(37) {
        let mut damaged = file.clone();
        damaged[index] ^= 0x55;
        drop(try_import(KIOSK, &damaged));
        drop(try_import(KIOSK, &file[..index]));
    }
}

#[test]
fn a_chinese_table_in_gbk_is_read_with_a_notice() {
    let mut rows = rows(&csv(KIOSK, TableKind::Texts, &[]));
    *cell(&mut rows, "title", "zh-Hans") = "报刊亭补贴".to_owned();
    let text = String::from_utf8(saved(&rows, b',')).unwrap();
    let (gbk, _, _) = encoding_rs::GBK.encode(&text);
    let import = imported(KIOSK, &gbk);
    assert_eq!(import.changes.len(), 1);
    assert_eq!(import.changes[0].after, "报刊亭补贴");
    assert_eq!(import.notices, [Notice::Encoding(Encoding::Gb18030)]);
}

#[test]
fn a_table_in_another_encoding_is_an_error_for_a_pack_without_chinese() {
    let text = String::from_utf8(csv(FENNMARK, TableKind::Texts, &[])).unwrap();
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text.trim_start_matches('\u{feff}'));
    assert!(matches!(try_import(FENNMARK, &bytes), Err(SheetError::Encoding(_))));
}

#[test]
fn unicode_text_of_excel_is_read_with_a_notice() {
    let rows = rows(&csv(KIOSK, TableKind::Texts, &[]));
    let text = String::from_utf8(saved(&rows, b'\t')).unwrap();
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    let file: Vec<u8> = [0xff, 0xfe].into_iter().chain(units).collect();
    let import = imported(KIOSK, &file);
    assert_eq!((import.edits.len(), import.notices.len()), (0, 1));
    assert_eq!(import.notices, [Notice::Encoding(Encoding::Utf16)]);
}

#[test]
fn a_line_that_declares_the_separator_is_no_row() {
    let rows = rows(&csv(KIOSK, TableKind::Texts, &[]));
    let file = [b"sep=;\r\n".as_slice(), &saved(&rows, b';')].concat();
    assert_eq!(imported(KIOSK, &file), Default::default());
}

#[test]
fn formulas_numbers_and_errors_are_reported() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, place) in (1..).zip(["title", "documents/d1/title", "sections/s/title"]) {
        sheet.write_string(row, 0, place).unwrap();
    }
    sheet.write_string(0, 0, "place").unwrap();
    sheet.write_string(0, 1, "en").unwrap();
    sheet.write_formula(1, 1, Formula::new("=\"Aid\"&\"\"").set_result("Aid")).unwrap();
    sheet.write_number(2, 1, 2019).unwrap();
    sheet.write_formula(3, 1, Formula::new("=NA()").set_result("#N/A")).unwrap();
    let import = imported(KIOSK, &workbook.save_to_buffer().unwrap());
    let problems: Vec<CellProblem> = import.notices.iter().filter_map(problem).collect();
    assert_eq!(problems, [CellProblem::Formula, CellProblem::Number, CellProblem::Error]);
    let after: Vec<&str> = import.changes.iter().map(|change| change.after.as_str()).collect();
    assert_eq!(after, ["Aid", "2019"]);
}

fn problem(notice: &Notice) -> Option<CellProblem> {
    match notice {
        Notice::Cell { problem, .. } => Some(*problem),
        _ => None,
    }
}

#[test]
fn a_text_that_is_too_long_for_a_workbook_is_an_error_with_its_place() {
    let long = "长".repeat(32_768);
    let pack = KIOSK.replace("报刊亭扶持", &long);
    let error = with_export(&pack, &[], export_xlsx).unwrap_err();
    assert_eq!(error, SheetError::TooLong { place: "title".to_owned(), length: 32_768 });
    assert_eq!(imported(&pack, &csv(&pack, TableKind::Texts, &[])), Default::default());
    // A text of the most characters fits.
    let pack = KIOSK.replace("报刊亭扶持", &"长".repeat(32_767));
    assert_eq!(imported(&pack, &xlsx(&pack)), Default::default());
}

#[test]
fn a_pack_with_faults_has_no_table_of_measures() {
    let pack = FERRY.replacen("\"grade\"", "\"grades\"", 1);
    let csv = with_export(&pack, &[], |export| {
        eligibility_check::author::sheet::export_csv(export, TableKind::Measures)
    });
    assert_eq!(csv, Err(SheetError::Faults));
    assert_eq!(imported(&pack, &xlsx(&pack)), Default::default());
}
