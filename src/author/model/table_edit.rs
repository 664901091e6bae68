//! Changes of tables, as edits of the document.

use crate::author::document::{Document, EditError, Edits, join};
use crate::rulebook::Json;

use super::build::{list, object, one, str_at, string};
use super::facts::Facts;
use super::table::{Cell, TableForm, TableKind, band_operators};
use super::template::any_condition;

/// Adds a row at an index, with values like those of the row before it. The case for all others
/// stays the last.
///
/// # Errors
///
/// [`EditError::NoValue`], [`EditError::NoIndex`]
pub fn add_row(document: &Document, table: &TableForm, index: usize) -> Result<Edits, EditError> {
    let index = table.last_fixed().map_or(index, |last| index.min(last));
    let rows = document
        .value(&table.pointer)
        .ok_or_else(|| EditError::NoValue(table.pointer.clone()))?
        .items();
    let neighbour = rows.get(index.saturating_sub(1)).filter(|row| {
        // The case for all others has no condition to copy.
        table.kind != TableKind::Cases || row.get("when").is_some()
    });
    let row = match (table.kind, neighbour) {
        (TableKind::Tiers, Some(row)) => {
            let next = row.get("to").cloned().unwrap_or(Json::Integer(0));
            let amount = row.get("amount").cloned().unwrap_or(Json::Integer(0));
            object([("from", next.clone()), ("to", next), ("amount", amount)])
        }
        (TableKind::Values, Some(row)) => {
            let taken = rows.iter().map(|row| str_at(row, "id"));
            let id = super::template::unused_id("value", taken);
            with_key(row, "id", string(id))
        }
        (_, Some(row)) => row.clone(),
        (kind, None) => first_row(document, kind, &table.pointer),
    };
    document.insert(&table.pointer, index, &row)
}

/// Removes a row.
///
/// # Errors
///
/// [`EditError::NoIndex`]
pub fn remove_row(
    document: &Document,
    table: &TableForm,
    index: usize,
) -> Result<Edits, EditError> {
    document.remove(&join(&table.pointer, index)).map_err(|_| no_index(table, index))
}

/// Moves a row. The case for all others stays the last.
///
/// # Errors
///
/// [`EditError::NoIndex`]
pub fn move_row(
    document: &Document,
    table: &TableForm,
    from: usize,
    to: usize,
) -> Result<Edits, EditError> {
    match table.last_fixed() {
        Some(last) if from >= last || to >= last => Err(no_index(table, from.max(to))),
        _ => document.move_item(&table.pointer, from, to),
    }
}

/// Sets the cell of a column; `None` removes its key. The key of the test of a band is its
/// operator, which may be another than before.
///
/// # Errors
///
/// [`EditError::NoIndex`], [`EditError::NoValue`]
pub fn set_cell(
    document: &Document,
    table: &TableForm,
    row: usize,
    key: &str,
    value: Option<&Json>,
) -> Result<Edits, EditError> {
    let pointer = join(&table.pointer, row);
    let json = document.value(&pointer).ok_or_else(|| no_index(table, row))?;
    let other_operator = band_operators().find(|other| {
        table.kind == TableKind::Bands
            && *other != key
            && json.get(other).is_some()
            && band_operators().any(|operator| operator == key)
    });
    match (value, other_operator) {
        (Some(value), Some(old)) => {
            let entries = json.entries().iter().map(|(name, old_value)| match name == old {
                true => (key, value.clone()),
                false => (name.as_str(), old_value.clone()),
            });
            document.set(&pointer, &object(entries))
        }
        (Some(value), None) => document.put(&pointer, key, value),
        (None, _) if json.get(key).is_some() => document.remove(&join(&pointer, key)),
        (None, _) => Ok(Edits::none()),
    }
}

fn no_index(table: &TableForm, index: usize) -> EditError {
    EditError::NoIndex { pointer: table.pointer.clone(), len: table.rows.len(), index }
}

fn with_key(row: &Json, key: &str, value: Json) -> Json {
    let entries = row.entries().iter().map(|(name, old)| match name == key {
        true => (key, value.clone()),
        false => (name.as_str(), old.clone()),
    });
    object(entries)
}

fn first_row(document: &Document, kind: TableKind, pointer: &str) -> Json {
    let zero = || Json::Integer(0);
    match kind {
        TableKind::Bands => object([("at-least", zero()), ("points", zero())]),
        TableKind::Tiers => object([("from", zero()), ("to", zero()), ("amount", zero())]),
        TableKind::Values => super::template::option(document.json(), "value"),
        TableKind::Cases => {
            // `/classes/0/cases`, or deeper
            let class = pointer.split('/').take(3).collect::<Vec<_>>().join("/");
            let values = document.value(&join(&class, "values")).map(Json::items);
            let first = values.unwrap_or_default().first().map(|value| str_at(value, "id"));
            let facts = Facts::read(document.json(), "");
            let is = ("is", string(first.unwrap_or_default()));
            match any_condition(&facts) {
                Some(when) => object([("when", when), is]),
                None => object([is]),
            }
        }
    }
}

/// The value of a band's test with another operator: the bound stays, and a condition begins with
/// the first fact.
pub fn default_row_test(cell: &Cell, key: &str, facts: &Facts) -> Json {
    let old = cell.value.clone();
    if key == "when" {
        return any_condition(facts).unwrap_or_else(|| one("all", list([])));
    }
    old.filter(|_| cell.key != "when").unwrap_or(Json::Integer(0))
}
