//! Reads the tables of an XLSX workbook.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, copy, sink};

use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxError};
use zip::ZipArchive;

use super::csv_file::has_place;
use super::error::{MAX_UNPACKED_SIZE, SheetError};
use super::raw::{CellProblem, MAX_COLUMNS, RawCell, RawFile, RawRow, RawTable};

/// Reads every worksheet that has a table.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<RawFile, SheetError> {
    check_unpacked_size(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(sheet_error)?;
    let sheets = workbook.sheets_metadata().iter();
    let names: Vec<String> = sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut tables = Vec::new();
    for name in names {
        let rows = rows(&mut workbook, &name).map_err(sheet_error)?;
        tables.extend(RawTable::new(name, rows, has_place));
    }
    if tables.is_empty() {
        return Err(SheetError::NoTable);
    }
    Ok(RawFile { tables, encoding: None })
}

/// Unpacks every part without keeping it. The sizes that an archive states can be wrong.
fn check_unpacked_size(bytes: &[u8]) -> Result<(), SheetError> {
    let damaged = |error: &dyn std::error::Error| SheetError::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut left = MAX_UNPACKED_SIZE;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let size = copy(&mut part.take(left + 1), &mut sink()).map_err(|error| damaged(&error))?;
        left = left.checked_sub(size).ok_or(SheetError::TooLargeUnpacked)?;
    }
    Ok(())
}

/// The rows of a worksheet that have a cell. Cell by cell, because `worksheet_range` allocates the
/// rectangle between the first and the last cell, however far apart they are.
fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<RawRow>, XlsxError> {
    let mut rows: BTreeMap<u32, Vec<RawCell>> = BTreeMap::new();
    let mut reader = workbook.worksheet_cells_reader(name)?;
    while let Some(record) = reader.next_cell_with_formula()? {
        let (row, column) = record.pos;
        let index = column as usize;
        if index >= MAX_COLUMNS || matches!(record.value, DataRef::Empty) {
            continue;
        }
        let cells = rows.entry(row).or_default();
        if cells.len() <= index {
            cells.resize(index + 1, RawCell::default());
        }
        let cell = cell(&record.value, record.formula.is_some());
        cells.iter_mut().skip(index).take(1).for_each(|place| place.clone_from(&cell));
    }
    let rows = rows.into_iter();
    Ok(rows.map(|(row, cells)| RawRow { number: row as usize + 1, cells }).collect())
}

fn cell(value: &DataRef<'_>, is_formula: bool) -> RawCell {
    let (text, problem) = match value {
        DataRef::String(text) => (text.clone(), None),
        DataRef::SharedString(text) => ((*text).to_owned(), None),
        DataRef::Int(number) => (number.to_string(), Some(CellProblem::Number)),
        DataRef::Float(number) => (number.to_string(), Some(CellProblem::Number)),
        DataRef::Bool(value) => {
            (if *value { "TRUE" } else { "FALSE" }.to_owned(), Some(CellProblem::Number))
        }
        DataRef::DateTime(date) => (date.as_f64().to_string(), Some(CellProblem::Date)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            (text.clone(), Some(CellProblem::Date))
        }
        DataRef::Error(error) => (error.to_string(), Some(CellProblem::Error)),
        DataRef::Empty => (String::new(), None),
    };
    RawCell { text, problem: problem.or(is_formula.then_some(CellProblem::Formula)) }
}

fn sheet_error(error: XlsxError) -> SheetError {
    match error {
        XlsxError::Password => SheetError::OldOrLocked,
        error => SheetError::Damaged(error.to_string()),
    }
}
