//! CSV (RFC 4180): in UTF-8 with a byte order mark, so that Excel recognises it. Every cell is
//! quoted.

use csv::{QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};

use super::decode::decode;
use super::error::SheetError;
use super::guard::{guard, unguard};
use super::raw::{MAX_COLUMNS, RawCell, RawFile, RawRow, RawTable};
use super::table::{ColumnKey, Table};

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Writes a table.
pub(super) fn write_csv(table: &Table) -> Result<Vec<u8>, SheetError> {
    let error = |error: csv::Error| SheetError::Write(error.to_string());
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(BOM.to_vec());
    let header = table.columns.iter().map(|column| column.header.as_str());
    writer.write_record(header).map_err(error)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| guard(cell))).map_err(error)?;
    }
    writer.into_inner().map_err(|error| SheetError::Write(error.to_string()))
}

/// Reads the table of a CSV file whose cells are separated by commas, semicolons or tabs: Excel
/// takes the separator from the settings of the computer.
pub(super) fn read_csv(bytes: &[u8], is_chinese: bool) -> Result<RawFile, SheetError> {
    let (text, encoding) = decode(bytes, is_chinese)?;
    // A line for Excel that declares the separator.
    let declared = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let (skipped, content) = match text.split_once('\n') {
        Some((_, content)) if declared => (1, content),
        _ => (0, text.as_str()),
    };
    // The header begins with `place` and a space, whatever the separator is. Only with the right
    // one, the other columns have keys, too.
    let mut best: Option<(usize, RawTable)> = None;
    for delimiter in [b',', b';', b'\t'] {
        let rows = records(content, delimiter, skipped)?;
        let Some(table) = RawTable::new(String::new(), rows, has_place) else { continue };
        let known = table.header.iter().filter(|header| ColumnKey::parse(header).is_some()).count();
        if best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, table));
        }
    }
    let (_, table) = best.ok_or(SheetError::NoTable)?;
    Ok(RawFile { tables: vec![table], encoding: Some(encoding) })
}

/// Whether a row has the header of the column of places.
pub(super) fn has_place(row: &RawRow) -> bool {
    let is_place =
        |cell: &RawCell| matches!(ColumnKey::parse(&cell.text), Some((ColumnKey::Place, _)));
    row.cells.iter().any(is_place)
}

fn records(text: &str, delimiter: u8, skipped: usize) -> Result<Vec<RawRow>, SheetError> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows = reader.records().enumerate().map(|(index, record)| {
        let record = record.map_err(|error| SheetError::Damaged(error.to_string()))?;
        let cells = record
            .iter()
            .take(MAX_COLUMNS)
            .map(|cell| RawCell { text: unguard(cell), problem: None });
        Ok(RawRow { number: index + 1 + skipped, cells: cells.collect() })
    });
    rows.collect()
}
