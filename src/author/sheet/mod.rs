//! The texts, measures and criteria of a pack as spreadsheets, for colleagues who translate or
//! review, and back.
//!
//! [`export_csv`] and [`export_xlsx`] write tables. [`import`] compares a table with the pack as it
//! is now, and returns what would change, what conflicts, and what it did not use. It changes
//! nothing: [`apply`] does, in the text of the pack, and keeps its order and formatting.
//!
//! # Laws
//!
//! - A table that comes back unchanged changes nothing, in CSV and in XLSX, whatever its texts are.
//! - A missing row or an emptied cell deletes nothing.
//! - A text that changed on both sides is a conflict. Neither side is lost.
//! - What is not used is reported.

// From a pack to tables.
mod describe; // Descriptions of texts.
mod measures; // The table for reviewers.
mod place; // Names of texts that survive a new order.
mod table; // Columns and rows.
mod texts; // The table for translators.
mod was; // Hashes of the exported row.
mod words; // Words for people, in the languages of the interface.

// Files.
mod csv_file; // CSV.
mod decode; // Encodings of CSV.
mod error; // Errors and limits.
mod guard; // Texts in cells of CSV.
mod raw; // Tables of a file.
mod xlsx_read; // Reading XLSX.
mod xlsx_write; // Writing XLSX.

// From tables to a pack.
mod apply; // Edits of the text of a pack.
mod columns; // The columns of a file.
mod edits; // Edits from changed texts.
mod import; // The comparison of a file with the pack.
mod merge; // The comparison of one text.
mod report; // The result.
mod review; // The read-only cells.

use crate::rulebook::{Json, Locale, RulePack};

pub use apply::{ApplyError, apply, text_edits};
pub use decode::Encoding;
pub use error::{MAX_FILE_SIZE, MAX_UNPACKED_SIZE, SheetError};
pub use import::import;
pub use raw::CellProblem;
pub use report::{Change, Conflict, ConflictKind, Edit, Import, Notice, Remark};
pub use table::TableKind;

/// The request for an export.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The document of the pack, which may have faults
    pub document: &'a Json,
    /// The pack, if it has no faults. The table of measures needs it
    pub pack: Option<&'a RulePack>,
    /// Languages to translate the pack into: each gets an empty column
    pub further: &'a [Locale],
    /// The language of the table of measures; the first of the pack if absent
    pub review: Option<Locale>,
}

impl Export<'_> {
    fn locale(&self) -> Locale {
        place::declared_languages(self.document).first().copied().unwrap_or(Locale::En)
    }

    fn table(&self, kind: TableKind) -> Result<table::Table, SheetError> {
        match kind {
            TableKind::Texts => Ok(texts::texts_table(self.document, self.further)),
            TableKind::Measures => {
                let pack = self.pack.ok_or(SheetError::Faults)?;
                Ok(measures::measures_table(pack, self.review.unwrap_or(self.locale())))
            }
        }
    }
}

/// Writes one table as CSV.
///
/// # Errors
///
/// The table of measures of a pack with faults.
pub fn export_csv(export: &Export<'_>, kind: TableKind) -> Result<Vec<u8>, SheetError> {
    csv_file::write_csv(&export.table(kind)?)
}

/// Writes an XLSX workbook with the table of texts and, for a pack without faults, the table of
/// measures.
///
/// # Errors
///
/// A text is too long for a cell.
pub fn export_xlsx(export: &Export<'_>) -> Result<Vec<u8>, SheetError> {
    let mut tables = vec![export.table(TableKind::Texts)?];
    if export.pack.is_some() {
        tables.push(export.table(TableKind::Measures)?);
    }
    xlsx_write::write_xlsx(&tables, export.locale())
}

/// Reads the tables of a file.
fn read(bytes: &[u8], is_chinese: bool) -> Result<raw::RawFile, SheetError> {
    match bytes {
        _ if bytes.len() > MAX_FILE_SIZE => Err(SheetError::TooLarge),
        [b'P', b'K', 3, 4, ..] => xlsx_read::read_xlsx(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(SheetError::OldOrLocked),
        _ => csv_file::read_csv(bytes, is_chinese),
    }
}
