//! Tables of a pack: the bands of points, the tiers of a grant, the cases and values of a class.

use crate::author::document::join;
use crate::rulebook::{Comparison, Json};

/// What a table lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// The bands of a table of points
    Bands,
    /// The tiers of a grant
    Tiers,
    /// The cases of a class; the last has no condition
    Cases,
    /// The values of a class
    Values,
}

impl TableKind {
    /// The columns: keys of a row, in order. The test of a band is in the column `test`.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            TableKind::Bands => &["test", "points", "label"],
            TableKind::Tiers => &["from", "to", "amount"],
            TableKind::Cases => &["when", "is"],
            TableKind::Values => &["id", "label"],
        }
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableForm {
    /// What it lists
    pub kind: TableKind,
    /// The JSON Pointer to the list
    pub pointer: String,
    /// The rows, in source order
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The JSON Pointer to it
    pub pointer: String,
    /// A cell for each column
    pub cells: Vec<Cell>,
    /// The cases inside a case
    pub inner: Option<TableForm>,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The key: that of the column, or the operator of a band
    pub key: String,
    /// The JSON Pointer to the value, also if there is none
    pub pointer: String,
    /// The value
    pub value: Option<Json>,
}

impl TableForm {
    /// Reads the list at a pointer. Returns `None` if there is no list.
    pub fn read(pack: &Json, pointer: &str, kind: TableKind) -> Option<TableForm> {
        let list = value_at(pack, pointer).filter(|json| matches!(json, Json::Array(_)))?;
        let rows = list.items().iter().enumerate().map(|(index, row)| {
            let pointer = join(pointer, index);
            let cell = |column: &&'static str| cell(row, &pointer, column);
            let cells = kind.columns().iter().map(cell).collect();
            let inner = TableForm::read(pack, &join(&pointer, "cases"), kind);
            Row { cells, inner: inner.filter(|_| kind == TableKind::Cases), pointer }
        });
        Some(TableForm { kind, pointer: pointer.to_owned(), rows: rows.collect() })
    }

    /// The index of the row that has to stay the last: the case for all others.
    pub(super) fn last_fixed(&self) -> Option<usize> {
        let last = self.rows.len().checked_sub(1)?;
        let has_condition = self.rows.last()?.cells.first()?.value.is_some();
        (self.kind == TableKind::Cases && !has_condition).then_some(last)
    }
}

/// The operators of the test of a band.
pub(super) fn band_operators() -> impl Iterator<Item = &'static str> {
    Comparison::ALL.into_iter().map(Comparison::name).chain(["when"])
}

fn cell(row: &Json, pointer: &str, column: &str) -> Cell {
    let key = match column {
        "test" => band_operators().find(|key| row.get(key).is_some()).unwrap_or("at-least"),
        other => other,
    };
    Cell { key: key.to_owned(), pointer: join(pointer, key), value: row.get(key).cloned() }
}

/// The value at a pointer.
pub(super) fn value_at<'a>(json: &'a Json, pointer: &str) -> Option<&'a Json> {
    crate::author::document::split(pointer).try_fold(json, |json, token| match json {
        Json::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => json.get(&token),
    })
}
