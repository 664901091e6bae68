//! The read-only cells of the table for reviewers: a change there is reported.

use std::collections::HashMap;

use crate::rulebook::{Locale, RulePack};

use super::columns::Columns;
use super::measures::measures_table;
use super::raw::RawRow;
use super::report::Notice;
use super::table::{ColumnKey, Table, TableKind, is_criterion};
use super::was::{Was, same};

/// The cells of the pack to compare with.
pub(super) struct ReadOnlyCells<'a> {
    columns: &'a Columns,
    current: Option<Table>,
    rows: HashMap<String, usize>,
    is_reported: bool,
}

impl<'a> ReadOnlyCells<'a> {
    pub(super) fn new(pack: Option<&RulePack>, columns: &'a Columns) -> ReadOnlyCells<'a> {
        let is_review = columns.kind == TableKind::Measures;
        let current = pack.filter(|_| is_review).zip(language(columns));
        let current = current.map(|(pack, locale)| measures_table(pack, locale));
        let rows = current.iter().flat_map(|table| &table.rows).enumerate();
        let rows = rows.filter_map(|(index, row)| Some((row.first()?.clone(), index))).collect();
        ReadOnlyCells { columns, current, rows, is_reported: false }
    }

    /// Reports the changed read-only cells of a row.
    pub(super) fn compare(
        &mut self,
        row: &RawRow,
        place: &str,
        was: Option<&Was>,
        notices: &mut Vec<Notice>,
    ) {
        let Some(table) = &self.current else {
            if !self.is_reported {
                notices.push(Notice::NotCompared);
            }
            self.is_reported = true;
            return;
        };
        let Some(current) = self.rows.get(place).and_then(|index| table.rows.get(*index)) else {
            return;
        };
        let is_criterion = is_criterion(place);
        let is_read_only = |key: &ColumnKey| match key {
            ColumnKey::ReadOnly(_) => true,
            ColumnKey::Title(_) => is_criterion,
            ColumnKey::Label(_) => !is_criterion,
            _ => false,
        };
        let cells = table.columns.iter().zip(current);
        let cells = cells.filter(|(column, _)| is_read_only(&column.key));
        let cells: Vec<(&ColumnKey, &str, &str)> = cells
            .filter_map(|(column, pack)| {
                let index = self.columns.find(&column.key)?;
                Some((&column.key, pack.as_str(), row.text(index)))
            })
            .collect();
        let exported = cells.iter().filter(|(key, ..)| matches!(key, ColumnKey::ReadOnly(_)));
        // The pack changed since the export, and the file did not.
        if was.and_then(|was| was.is_rest(exported.map(|(.., sheet)| *sheet))) == Some(true)
            && cells.iter().all(|(key, pack, sheet)| {
                matches!(key, ColumnKey::ReadOnly(_)) || same(pack, sheet)
            })
        {
            return;
        }
        for (key, pack, sheet) in cells.into_iter().filter(|(_, pack, sheet)| !same(pack, sheet)) {
            let column = match key {
                ColumnKey::ReadOnly(key) => (*key).to_owned(),
                ColumnKey::Title(language) => format!("title:{}", language.tag()),
                ColumnKey::Label(language) => format!("label:{}", language.tag()),
                ColumnKey::Place => "place".to_owned(),
                ColumnKey::Text(_) | ColumnKey::Remark | ColumnKey::Was => continue,
            };
            let (pack, sheet) = (pack.to_owned(), sheet.to_owned());
            notices.push(Notice::ReadOnly { place: place.to_owned(), column, pack, sheet });
        }
    }
}

/// The language of the table.
fn language(columns: &Columns) -> Option<Locale> {
    columns.texts().find_map(|(_, key)| match key {
        ColumnKey::Title(language) | ColumnKey::Label(language) => Some(*language),
        _ => None,
    })
}
