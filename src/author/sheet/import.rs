//! The comparison of a file with the pack.

use std::collections::{HashMap, HashSet};

use crate::rulebook::{Json, Locale, RulePack};

use super::columns::Columns;
use super::decode::Encoding;
use super::describe::description;
use super::edits::{Proposal, finish};
use super::error::SheetError;
use super::merge::{Merge, merge};
use super::place::{PackText, declared_languages, languages, pack_texts, without_numbers};
use super::raw::{RawRow, RawTable};
use super::report::{Conflict, ConflictKind, Import, Notice, Remark};
use super::review::ReadOnlyCells;
use super::table::{ColumnKey, TableKind, is_criterion};
use super::was::{Was, same};

/// Compares a CSV file or XLSX workbook with a pack. `pack` is the parsed document, if it has no
/// faults: the read-only cells of the table of measures are compared with it.
///
/// # Errors
///
/// The file is not a spreadsheet of a pack, or is too large.
pub fn import(
    document: &Json,
    pack: Option<&RulePack>,
    bytes: &[u8],
) -> Result<Import, SheetError> {
    let declared = declared_languages(document);
    let is_chinese = declared.iter().any(|locale| locale.tag().starts_with("zh"));
    let file = super::read(bytes, is_chinese)?;
    let mut comparison = Comparison::new(document, pack);
    if let Some(encoding) = file.encoding.filter(|encoding| *encoding != Encoding::Utf8) {
        comparison.import.notices.push(Notice::Encoding(encoding));
    }
    for table in &file.tables {
        comparison.table(table);
    }
    Ok(finish(document, &declared, comparison))
}

/// The state of a comparison.
pub(super) struct Comparison<'a> {
    pack: Option<&'a RulePack>,
    pub(super) texts: Vec<PackText<'a>>,
    places: HashMap<String, usize>,
    /// The texts that a move in a list can exchange, by their place without numbers
    movable: HashMap<String, Vec<usize>>,
    /// The pack's languages; those that it declares come first
    pub(super) languages: Vec<Locale>,
    pub(super) new_languages: Vec<(Locale, String)>,
    pub(super) proposals: Vec<Proposal>,
    pub(super) import: Import,
}

impl<'a> Comparison<'a> {
    fn new(document: &'a Json, pack: Option<&'a RulePack>) -> Comparison<'a> {
        let texts = pack_texts(document);
        let languages = languages(document, &texts);
        let mut places = HashMap::new();
        let mut movable: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, text) in texts.iter().enumerate() {
            places.insert(text.place.clone(), index);
            movable.entry(without_numbers(&text.place)).or_default().push(index);
        }
        Comparison {
            pack,
            texts,
            places,
            movable,
            languages,
            new_languages: Vec::new(),
            proposals: Vec::new(),
            import: Import::default(),
        }
    }

    fn table(&mut self, table: &RawTable) {
        let columns = Columns::new(table, &self.languages, &mut self.import.notices);
        for (language, name) in &columns.new_languages {
            if !self.new_languages.iter().any(|(known, _)| known == language) {
                self.new_languages.push((*language, name.clone()));
            }
        }
        let mut no_was = Vec::new();
        let mut seen = HashSet::new();
        let mut read_only = ReadOnlyCells::new(self.pack, &columns);
        for row in &table.rows {
            let was = Was::parse(columns.text(row, &ColumnKey::Was));
            let place = columns.text(row, &ColumnKey::Place).trim();
            let remark = columns.text(row, &ColumnKey::Remark).trim();
            if !remark.is_empty() {
                let (place, text) = (place.to_owned(), remark.to_owned());
                self.import.remarks.push(Remark { place, text });
            }
            let found = match columns.kind {
                TableKind::Texts => self.texts_row(&columns, row, place, was.as_ref()),
                TableKind::Measures => self.measures_row(&columns, row, place, was.as_ref()),
            };
            let Some(index) = found else {
                let texts = columns.texts().map(|(index, _)| row.text(index).to_owned());
                let texts = texts.filter(|text| !text.trim().is_empty()).collect();
                let (row, place) = (row.number, place.to_owned());
                self.import.notices.push(Notice::UnknownPlace { row, place, texts });
                continue;
            };
            seen.insert(index);
            if was.is_none() {
                no_was.push(row.number);
            }
            if columns.kind == TableKind::Measures {
                read_only.compare(row, place, was.as_ref(), &mut self.import.notices);
            }
        }
        if !no_was.is_empty() {
            self.import.notices.push(Notice::NoWas { rows: no_was });
        }
        self.missing(&columns, &seen);
    }

    /// Reports languages without a column, and places without a row.
    fn missing(&mut self, columns: &Columns, seen: &HashSet<usize>) {
        let is_expected = |text: &PackText<'_>| match columns.kind {
            TableKind::Texts => true,
            TableKind::Measures => is_reviewed(&text.place),
        };
        let texts = self.texts.iter().enumerate();
        let missing = texts.filter(|(index, text)| !seen.contains(index) && is_expected(text));
        let missing: Vec<String> = missing.map(|(_, text)| text.place.clone()).collect();
        if columns.kind == TableKind::Texts {
            let absent = self.languages.iter();
            let absent = absent.filter(|tag| columns.find(&ColumnKey::Text(**tag)).is_none());
            self.import.notices.extend(absent.map(|tag| Notice::MissingLanguage(*tag)));
        }
        if !missing.is_empty() {
            self.import.notices.push(Notice::MissingRows(missing));
        }
    }

    /// Compares a row of the table of texts. Returns its text; `None` if the pack has no such
    /// place.
    fn texts_row(
        &mut self,
        columns: &Columns,
        row: &RawRow,
        place: &str,
        was: Option<&Was>,
    ) -> Option<usize> {
        let index = self.find(place, was)?;
        let source = self.languages.first().copied()?;
        let text = self.texts.get(index)?.clone();
        let what = columns.find(&ColumnKey::ReadOnly("what")).map(|column| row.text(column));
        let current = description(&text, source);
        if let Some(what) = what
            && !same(what, &current)
            && was.and_then(|was| was.is_rest([what])) != Some(true)
        {
            self.import.notices.push(Notice::ReadOnly {
                place: text.place.clone(),
                column: "what".to_owned(),
                pack: current,
                sheet: what.to_owned(),
            });
        }
        // Whether a translation can be one of an older text.
        let source_text = text.get(source).unwrap_or_default();
        let source_changed = was.and_then(|was| was.is(source.tag(), source_text)) == Some(false)
            && !same(columns.text(row, &ColumnKey::Text(source)), source_text);
        for (column, key) in columns.texts() {
            if let ColumnKey::Text(language) = key {
                let is_stale = source_changed && *language != source;
                self.cell(index, *language, row, column, (was, language.tag()), is_stale);
            }
        }
        Some(index)
    }

    /// Compares a row of the table of measures.
    fn measures_row(
        &mut self,
        columns: &Columns,
        row: &RawRow,
        place: &str,
        was: Option<&Was>,
    ) -> Option<usize> {
        let key = if is_criterion(place) { "label" } else { "title" };
        let index = *self.places.get(&format!("{place}/{key}"))?;
        for (column, found) in columns.texts() {
            match found {
                ColumnKey::Title(language) if key == "title" => {
                    self.cell(index, *language, row, column, (was, key), false);
                }
                ColumnKey::Label(language) if key == "label" => {
                    self.cell(index, *language, row, column, (was, key), false);
                }
                _ => {}
            }
        }
        Some(index)
    }

    /// Compares a cell with a text. `was` has the hash of the exported text under a key.
    fn cell(
        &mut self,
        index: usize,
        language: Locale,
        row: &RawRow,
        column: usize,
        (was, key): (Option<&Was>, &str),
        is_stale: bool,
    ) {
        let Some(text) = self.texts.get(index) else { return };
        let cell = row.cell(column);
        let (sheet, pack) = (cell.text, text.get(language).map(str::to_owned));
        let place = text.place.clone();
        let notices = &mut self.import.notices;
        let kind = match merge(&sheet, pack.as_deref(), was, key) {
            Merge::Same => return,
            Merge::Emptied => return notices.push(Notice::Emptied { place, language }),
            Merge::NewerInPack => return notices.push(Notice::NewerInPack { place, language }),
            Merge::LostCharacters => {
                return notices.push(Notice::LostCharacters { place, language, sheet });
            }
            Merge::Changed if is_stale => Some(ConflictKind::SourceChanged),
            Merge::Changed => None,
            Merge::BothChanged => Some(ConflictKind::BothChanged),
        };
        if let Some(problem) = cell.problem {
            let (place, sheet) = (place.clone(), sheet.clone());
            notices.push(Notice::Cell { place, language, problem, sheet });
            if !problem.is_used() {
                return;
            }
        }
        match kind {
            Some(kind) => {
                self.import.conflicts.push(Conflict { place, language, kind, pack, sheet });
            }
            None => self.proposals.push(Proposal { text: index, language, after: sheet }),
        }
    }

    /// The text of a row. If the items of a list were moved, the one that has the exported texts.
    fn find(&self, place: &str, was: Option<&Was>) -> Option<usize> {
        let found = self.places.get(place).copied();
        let Some(was) = was.filter(|_| place.contains('#')) else { return found };
        let is_exported = |index: &usize| {
            let text = self.texts.get(*index);
            text.is_some_and(|text| {
                was.keys().all(|key| {
                    let version = text.versions.iter().find(|(tag, _)| tag.tag() == key);
                    version.and_then(|(_, version)| was.is(key, version)) == Some(true)
                })
            })
        };
        if found.as_ref().is_some_and(is_exported) {
            return found;
        }
        let movable = self.movable.get(&without_numbers(place));
        let mut exported = movable.into_iter().flatten().filter(|index| is_exported(index));
        match (exported.next(), exported.next()) {
            (Some(only), None) => Some(*only),
            _ => found,
        }
    }
}

/// Whether a text has a row in the table of measures: a measure's title or a criterion's label.
fn is_reviewed(place: &str) -> bool {
    let tokens = place.split('/').collect::<Vec<_>>();
    matches!(tokens[..], ["measures", _, "title"] | ["measures", _, "criteria", _, "label"])
}
