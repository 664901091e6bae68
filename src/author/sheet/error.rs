//! The errors of reading and writing a spreadsheet.

use serde::{Deserialize, Serialize};

/// Most bytes of a file. The texts of the published pack have less than 1 MB.
pub const MAX_FILE_SIZE: usize = 20_000_000;

/// Most bytes of an unpacked workbook.
pub const MAX_UNPACKED_SIZE: u64 = 100_000_000;

/// The reason why a file cannot be read as a spreadsheet of a pack, or cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum SheetError {
    /// The file has more than [`MAX_FILE_SIZE`] bytes
    #[error("the file is larger than the limit of 20 MB")]
    TooLarge,
    /// The workbook has more than [`MAX_UNPACKED_SIZE`] bytes when it is unpacked
    #[error("the workbook is larger than the limit of 100 MB when it is unpacked")]
    TooLargeUnpacked,
    /// The file is neither a workbook nor text
    #[error("the file is neither a CSV file nor an XLSX workbook")]
    NotASpreadsheet,
    /// The file is a workbook in the format of Excel 97 to 2003, or it has a password
    #[error("the file is an old Excel workbook (.xls), or has a password")]
    OldOrLocked,
    /// The file is a ZIP archive, but not a workbook that can be read
    #[error("the file is not an XLSX workbook, or is damaged: {0}")]
    Damaged(String),
    /// The text is neither in UTF-8 nor in UTF-16, and the pack has no Chinese text for which it
    /// could be in GB18030
    #[error("the text is not in UTF-8 (at byte {0})")]
    Encoding(usize),
    /// No table has a column `place`
    #[error("no table of the file has a column `place`")]
    NoTable,
    /// A text is too long for a cell of XLSX
    #[error("the text `{place}` has {length} characters; a cell of XLSX has at most 32767")]
    TooLong {
        /// The place of the text
        place: String,
        /// Its length in UTF-16
        length: usize,
    },
    /// The pack has faults, so that its conditions cannot be put into words
    #[error("the table of measures needs a pack without faults")]
    Faults,
    /// The library could not write the file
    #[error("the spreadsheet cannot be written: {0}")]
    Write(String),
}
