//! The result of an import: what would change, what conflicts, and what was not used.

use serde::{Deserialize, Serialize};

use crate::rulebook::{Json, Locale};

use super::decode::Encoding;
use super::raw::CellProblem;

/// The comparison of a file with a pack. Nothing is applied.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// The texts that would change, in the order of the pack
    pub changes: Vec<Change>,
    /// The same as edits of the document, for [`apply`](super::apply)
    #[serde(skip)]
    pub edits: Vec<Edit>,
    /// Texts that need a decision. They are not among the changes
    pub conflicts: Vec<Conflict>,
    /// Everything else that a person needs to know
    pub notices: Vec<Notice>,
    /// The remarks of colleagues
    pub remarks: Vec<Remark>,
}

/// A text that would change in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The place of the text
    pub place: String,
    /// The language
    pub language: Locale,
    /// The text of the pack; `None` if it has none in this language
    pub before: Option<String>,
    /// The text of the file
    pub after: String,
}

/// An edit of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The JSON Pointer of the value. If the object has no such key, it is added; `-` is the end of
    /// a list
    pub pointer: String,
    /// The new value
    pub value: Json,
}

/// A text that the file and the pack disagree about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The place of the text
    pub place: String,
    /// The language
    pub language: Locale,
    /// The reason
    pub kind: ConflictKind,
    /// The text of the pack; `None` if it has none in this language
    pub pack: Option<String>,
    /// The text of the file
    pub sheet: String,
}

/// The reason of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConflictKind {
    /// The text changed in the pack and in the file since the export
    BothChanged,
    /// The text in the pack's first language changed in the pack since the export. The translation
    /// may be one of the old text
    SourceChanged,
    /// The file has different new texts for the same place
    TwoTexts,
}

/// A fact about the file that a person needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// The CSV file is not in UTF-8
    Encoding(Encoding),
    /// The table has no usable column `was`, or the row has no usable cell in it. So nobody can see
    /// whether the pack changed since the export
    NoWas {
        /// The rows
        rows: Vec<usize>,
    },
    /// A column was not used. To be a new language, it needs a tag and a name, such as `de Deutsch`
    UnknownColumn(String),
    /// The file has no column for a language of the pack
    MissingLanguage(Locale),
    /// The pack has no such place. The texts of the row were not used
    UnknownPlace {
        /// The number of the row
        row: usize,
        /// The place; empty if the cell is
        place: String,
        /// The texts of the row
        texts: Vec<String>,
    },
    /// The table has no rows for places of the pack. They stay as they are
    MissingRows(Vec<String>),
    /// The cell is empty, but the pack has a text. It stays as it is
    Emptied {
        /// The place of the text
        place: String,
        /// The language
        language: Locale,
    },
    /// A read-only cell was changed. The pack stays as it is
    ReadOnly {
        /// The place of the row
        place: String,
        /// The key of the column
        column: String,
        /// The content of the pack
        pack: String,
        /// The content of the file
        sheet: String,
    },
    /// The read-only cells of the table of measures were not compared: the pack has faults
    NotCompared,
    /// Characters became `?` or U+FFFD when the file was saved. The text was not used
    LostCharacters {
        /// The place of the text
        place: String,
        /// The language
        language: Locale,
        /// The text of the file
        sheet: String,
    },
    /// The changed cell has a formula or another value instead of a text
    Cell {
        /// The place of the text
        place: String,
        /// The language
        language: Locale,
        /// The kind of value
        problem: CellProblem,
        /// The content of the file
        sheet: String,
    },
    /// The pack has a newer text than the file, which did not change it. It stays as it is
    NewerInPack {
        /// The place of the text
        place: String,
        /// The language
        language: Locale,
    },
    /// A new language has no text yet for some places
    Incomplete {
        /// The language
        language: Locale,
        /// Whether the language is added to the pack all the same, which then has faults
        is_added: bool,
        /// The places without a text
        places: Vec<String>,
    },
}

/// A remark of a colleague.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The place of the row
    pub place: String,
    /// The remark
    pub text: String,
}
