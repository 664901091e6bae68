//! Writes the tables as an XLSX workbook: a frozen header, wrapped texts, read-only cells in grey.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, ProtectionOptions, Workbook,
    Worksheet, XlsxError,
};

use crate::rulebook::Locale;

use super::error::SheetError;
use super::table::{Column, ColumnKey, Table};

/// The most UTF-16 units of a cell.
const MAX_CELL_LENGTH: usize = 32_767;

/// Columns to the right of the table that stay open, for notes and another language.
const SPARE_COLUMNS: u16 = 5;

/// The format of texts: a spreadsheet does not turn them into numbers or dates.
const TEXT: &str = "@";

/// Writes the tables, each on a worksheet. The names of the worksheets are in a language.
pub(super) fn write_xlsx(tables: &[Table], locale: Locale) -> Result<Vec<u8>, SheetError> {
    tables.iter().try_for_each(check_lengths)?;
    workbook(tables, locale).map_err(|error| SheetError::Write(error.to_string()))
}

fn check_lengths(table: &Table) -> Result<(), SheetError> {
    for row in &table.rows {
        for cell in row {
            let length = cell.encode_utf16().count();
            if length > MAX_CELL_LENGTH {
                let place = row.first().cloned().unwrap_or_default();
                return Err(SheetError::TooLong { place, length });
            }
        }
    }
    Ok(())
}

fn workbook(tables: &[Table], locale: Locale) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same pack gives the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.kind.sheet_name(locale))?;
        write_table(sheet, table)?;
    }
    workbook.save_to_buffer()
}

fn write_table(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format(TEXT);
    let editable = wrapped.clone().set_unlocked();
    let grey = wrapped.clone().set_background_color(Color::RGB(0xf0_f0_f0));
    let head = grey.clone().set_bold();
    let mut last = 0;
    for (index, column) in (0..).zip(&table.columns) {
        sheet.set_column_width(index, width(column))?;
        sheet.write_string_with_format(0, index, &column.header, &head)?;
        for (row, cells) in (1..).zip(&table.rows) {
            let cell = cells.get(usize::from(index)).map(String::as_str).unwrap_or_default();
            let place = cells.first().map(String::as_str).unwrap_or_default();
            let format = if column.is_editable(place) { &editable } else { &grey };
            sheet.write_string_with_format(row, index, cell, format)?;
        }
        last = index;
    }
    for spare in 1..=SPARE_COLUMNS {
        sheet.set_column_format(last + spare, &editable)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, rows, last)?;
    sheet.protect_with_options(&protection());
    Ok(())
}

/// Without a password: it prevents accidents, and anyone can remove it. Sorting is not allowed:
/// Excel refuses to sort locked cells, and says so.
fn protection() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_columns: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    }
}

/// The width in characters.
fn width(column: &Column) -> f64 {
    match column.key {
        ColumnKey::Text(_) | ColumnKey::Label(_) => 50.0,
        ColumnKey::ReadOnly("condition" | "quote") => 50.0,
        ColumnKey::Title(_) | ColumnKey::Remark => 30.0,
        ColumnKey::ReadOnly("what" | "grants") => 30.0,
        ColumnKey::Place => 24.0,
        ColumnKey::Was | ColumnKey::ReadOnly(_) => 14.0,
    }
}
