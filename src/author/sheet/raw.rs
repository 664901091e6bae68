//! A table as it is in a file, before its columns are understood.

use serde::{Deserialize, Serialize};

use super::decode::Encoding;

/// The tables of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RawFile {
    pub(super) tables: Vec<RawTable>,
    /// The encoding of a CSV file
    pub(super) encoding: Option<Encoding>,
}

/// A table with a header.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RawTable {
    /// The name of the worksheet; empty for a CSV file
    pub(super) name: String,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<RawRow>,
}

/// A row below the header.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RawRow {
    /// The number that a spreadsheet displays, counted from 1
    pub(super) number: usize,
    pub(super) cells: Vec<RawCell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RawCell {
    pub(super) text: String,
    pub(super) problem: Option<CellProblem>,
}

/// The reason why a cell of a workbook may not have the text that a person sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellProblem {
    /// A formula. Its last result is used
    Formula,
    /// A number or truth value. Its text without formatting is used
    Number,
    /// A date or time. Its display depends on the computer, so it is not used
    Date,
    /// An error such as `#REF!`. It is not used
    Error,
}

impl CellProblem {
    /// Whether the text of the cell is used all the same.
    pub fn is_used(self) -> bool {
        matches!(self, CellProblem::Formula | CellProblem::Number)
    }
}

/// Columns that are read. A table of ours has fewer than 20.
pub(super) const MAX_COLUMNS: usize = 200;

/// Rows above the header that may hold a title.
const MAX_ROWS_ABOVE: usize = 20;

impl RawTable {
    /// The table whose header is the first row that satisfies a condition; `None` if there is none.
    pub(super) fn new(
        name: String,
        rows: Vec<RawRow>,
        is_header: impl Fn(&RawRow) -> bool,
    ) -> Option<RawTable> {
        let index = rows.iter().take(MAX_ROWS_ABOVE).position(is_header)?;
        let mut rows = rows.into_iter().skip(index);
        let header = rows.next()?.cells.into_iter().map(|cell| cell.text).collect();
        let is_blank = |row: &RawRow| row.cells.iter().all(|cell| cell.text.trim().is_empty());
        Some(RawTable { name, header, rows: rows.filter(|row| !is_blank(row)).collect() })
    }
}

impl RawRow {
    /// The cell of a column; an empty one beyond the end of the row.
    pub(super) fn cell(&self, column: usize) -> RawCell {
        self.cells.get(column).cloned().unwrap_or_default()
    }

    /// The text of a column; empty beyond the end of the row.
    pub(super) fn text(&self, column: usize) -> &str {
        self.cells.get(column).map(|cell| cell.text.as_str()).unwrap_or_default()
    }
}
