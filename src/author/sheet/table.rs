//! A table before it has a file format: columns with keys, and rows of texts.

use crate::rulebook::Locale;

use super::words::column_word;

/// A table of a pack.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    pub(super) kind: TableKind,
    pub(super) columns: Vec<Column>,
    /// The cells of each row, as many as there are columns
    pub(super) rows: Vec<Vec<String>>,
}

/// The tables of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Every text in every language, for translators
    Texts,
    /// The measures and their criteria, for reviewers
    Measures,
}

impl TableKind {
    /// The key of the table; the name of its worksheet begins with it.
    pub fn key(self) -> &'static str {
        match self {
            TableKind::Texts => "texts",
            TableKind::Measures => "measures",
        }
    }

    /// The name of the worksheet.
    pub(super) fn sheet_name(self, locale: Locale) -> String {
        labelled(self.key(), column_word(self.key(), locale))
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) key: ColumnKey,
    /// The first row: the key, then a word for people
    pub(super) header: String,
}

/// What a column holds. The header of a column begins with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ColumnKey {
    /// The place of the text, or of the measure or criterion
    Place,
    /// A text in a language
    Text(Locale),
    /// The title of a measure in a language
    Title(Locale),
    /// The label of a criterion in a language
    Label(Locale),
    /// A remark of a colleague
    Remark,
    /// The hashes of the exported row
    Was,
    /// Something to read
    ReadOnly(&'static str),
}

/// The columns that are only for reading.
const READ_ONLY: [&str; 8] =
    ["what", "measure", "criterion", "condition", "clause", "quote", "grade", "grants"];

impl Column {
    /// A column with a text in a language, and the name of the language.
    pub(super) fn text(language: Locale, name: &str) -> Column {
        Column { key: ColumnKey::Text(language), header: labelled(language.tag(), name) }
    }

    /// A column with a word for people in this language.
    pub(super) fn new(key: ColumnKey, locale: Locale) -> Column {
        let header = match &key {
            ColumnKey::Place => labelled("place", column_word("place", locale)),
            ColumnKey::Text(language) => language.tag().to_owned(),
            ColumnKey::Title(language) => {
                labelled(&format!("title:{}", language.tag()), column_word("title", locale))
            }
            ColumnKey::Label(language) => {
                labelled(&format!("label:{}", language.tag()), column_word("label", locale))
            }
            ColumnKey::Remark => labelled("remark", column_word("remark", locale)),
            ColumnKey::Was => labelled("was", column_word("was", locale)),
            ColumnKey::ReadOnly(key) => labelled(key, column_word(key, locale)),
        };
        Column { key, header }
    }

    /// Whether colleagues may change its cell in the row of a place.
    pub(super) fn is_editable(&self, place: &str) -> bool {
        match self.key {
            ColumnKey::Text(_) | ColumnKey::Remark => true,
            ColumnKey::Title(_) => !is_criterion(place),
            ColumnKey::Label(_) => is_criterion(place),
            ColumnKey::Place | ColumnKey::Was | ColumnKey::ReadOnly(_) => false,
        }
    }
}

impl ColumnKey {
    /// The key at the beginning of a header, and the rest of the header. `None` for a column that
    /// is not ours.
    pub(super) fn parse(header: &str) -> Option<(ColumnKey, &str)> {
        let header = header.trim();
        let (key, label) = header.split_once(char::is_whitespace).unwrap_or((header, ""));
        let known = match key {
            "place" => Some(ColumnKey::Place),
            "remark" => Some(ColumnKey::Remark),
            "was" => Some(ColumnKey::Was),
            _ => READ_ONLY.into_iter().find(|name| *name == key).map(ColumnKey::ReadOnly),
        };
        let parsed = known.or_else(|| match key.split_once(':') {
            Some(("title", tag)) => Locale::from_any_tag(tag).map(ColumnKey::Title),
            Some(("label", tag)) => Locale::from_any_tag(tag).map(ColumnKey::Label),
            Some(_) => None,
            None => Locale::from_any_tag(key).map(ColumnKey::Text),
        });
        parsed.map(|parsed| (parsed, label.trim()))
    }
}

/// Whether a place of the table of measures is that of a criterion.
pub(super) fn is_criterion(place: &str) -> bool {
    place.contains("/criteria/")
}

/// The key, and the word if it is another.
fn labelled(key: &str, word: &str) -> String {
    if key == word || word.is_empty() { key.to_owned() } else { format!("{key} {word}") }
}
