//! The columns of a table in a file: their keys, and those that are not used.

use crate::rulebook::Locale;

use super::raw::{RawRow, RawTable};
use super::report::Notice;
use super::table::{ColumnKey, TableKind};

/// The columns of a table that have a key.
pub(super) struct Columns {
    pub(super) kind: TableKind,
    known: Vec<(usize, ColumnKey)>,
    /// New languages with their names
    pub(super) new_languages: Vec<(Locale, String)>,
}

impl Columns {
    /// Finds the columns of a table. A language that the pack does not have is new if the interface
    /// has it, or if its header gives its name: other headers of two or three letters, such as
    /// `ok`, have the form of a tag, too.
    pub(super) fn new(
        table: &RawTable,
        languages: &[Locale],
        notices: &mut Vec<Notice>,
    ) -> Columns {
        let mut known: Vec<(usize, ColumnKey)> = Vec::new();
        let mut new_languages = Vec::new();
        for (index, header) in table.header.iter().enumerate() {
            let parsed = ColumnKey::parse(header).filter(|(key, label)| match key {
                ColumnKey::Text(language) => {
                    let is_new = !languages.contains(language);
                    !is_new || language.is_of_interface() || !label.is_empty()
                }
                _ => true,
            });
            let is_first = |key: &ColumnKey| !known.iter().any(|(_, other)| other == key);
            match parsed {
                Some((key, label)) if is_first(&key) => {
                    if let ColumnKey::Text(language) = &key
                        && !languages.contains(language)
                    {
                        new_languages.push((*language, label.to_owned()));
                    }
                    known.push((index, key));
                }
                _ => {
                    let is_used = table.rows.iter().any(|row| !row.text(index).trim().is_empty());
                    if is_used {
                        notices.push(Notice::UnknownColumn(header.clone()));
                    }
                }
            }
        }
        let is_review =
            known.iter().any(|(_, key)| matches!(key, ColumnKey::Title(_) | ColumnKey::Label(_)));
        let kind = if is_review { TableKind::Measures } else { TableKind::Texts };
        Columns { kind, known, new_languages }
    }

    /// The index of a column.
    pub(super) fn find(&self, wanted: &ColumnKey) -> Option<usize> {
        self.known.iter().find(|(_, key)| key == wanted).map(|(index, _)| *index)
    }

    /// The text of a row in a column; empty without that column.
    pub(super) fn text<'a>(&self, row: &'a RawRow, wanted: &ColumnKey) -> &'a str {
        self.find(wanted).map(|index| row.text(index)).unwrap_or_default()
    }

    /// The columns with texts.
    pub(super) fn texts(&self) -> impl Iterator<Item = (usize, &ColumnKey)> {
        let is_text = |key: &ColumnKey| {
            matches!(key, ColumnKey::Text(_) | ColumnKey::Title(_) | ColumnKey::Label(_))
        };
        self.known.iter().filter(move |(_, key)| is_text(key)).map(|(index, key)| (*index, key))
    }
}
