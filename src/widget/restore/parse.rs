//! Parses answers from a receipt code or a saved file.
//!
//! # Why
//!
//! The widget stores nothing, because computers at service windows are shared. To continue on
//! another day, a user saves a file or keeps the code on the printed checklist. Neither is
//! trusted: both are parsed as strictly as a case of the native command, which reads the same
//! files.

use std::rc::Rc;

use jiff::civil::Date;

use super::diff::RestoreDiff;
use super::import::{Import, ImportSource};
use super::import_error::{ImportError, safe_name};
use crate::engine::{
    Answers, Case, CaseError, InvalidAnswer, Origin, Receipt, ReceiptError, normalise,
};
use crate::rulebook::{RulePack, TopicId};

/// Maximum size of a saved file, in bytes. A file with every answer has about ten thousand.
const MAX_FILE_BYTES: usize = 100_000;

/// Saved answers, restored for the current pack.
#[derive(Clone, Debug)]
pub struct SavedState {
    /// The as-of date
    pub as_of: Date,
    /// The chosen topics
    pub topics: Vec<TopicId>,
    /// The answers that fit the current pack
    pub answers: Answers,
    /// Differences since they were saved; `None` if there are none
    pub diff: Option<RestoreDiff>,
}

impl SavedState {
    /// Parses an import. `as_of` is the date for a file that contains none.
    ///
    /// # Errors
    ///
    /// The content is not valid, or does not fit this pack.
    pub fn parse(
        pack: &Rc<RulePack>,
        as_of: Date,
        import: &Import,
    ) -> Result<SavedState, ImportError> {
        // Editors add a UTF-8 BOM, chats add characters that nobody sees.
        let is_blank = |char| normalise(char).is_none_or(|plain| plain == ' ');
        let text = import.content.trim_matches(is_blank);
        let is_json = text.starts_with('{');
        match import.source {
            ImportSource::Code if is_json => from_file(pack, as_of, text),
            ImportSource::File if is_json || text.len() > MAX_FILE_BYTES => {
                from_file(pack, as_of, text)
            }
            ImportSource::Code => from_code(pack, text).map_err(code_error),
            // A user may have saved the code in a text file.
            ImportSource::File => from_code(pack, text).map_err(|error| match error {
                ReceiptError::Empty | ReceiptError::TooLong | ReceiptError::InvalidCharacter(_) => {
                    ImportError::NotASavedFile
                }
                error => code_error(error),
            }),
            ImportSource::Symbol => from_code(pack, text).map_err(|error| match error {
                ReceiptError::OtherPack
                | ReceiptError::OtherVersion
                | ReceiptError::OldFormat(_)
                | ReceiptError::UnknownFormat(_) => code_error(error),
                // A decoded symbol has no typing errors: it contains something else.
                _ => ImportError::NotAReceipt,
            }),
            ImportSource::NoSymbol => Err(ImportError::NoSymbol),
            ImportSource::NotAPicture => Err(ImportError::NotAPicture),
            ImportSource::NoReader => Err(ImportError::NoReader),
            ImportSource::TooLarge => Err(ImportError::TooLarge),
            ImportSource::Pdf => Err(ImportError::Pdf),
        }
    }
}

fn from_code(pack: &Rc<RulePack>, code: &str) -> Result<SavedState, ReceiptError> {
    let Receipt { as_of, topics, answers, other_rules } = Receipt::decode(pack, code)?;
    let origin = Origin { rules: other_rules, ..Origin::default() };
    let diff = RestoreDiff::of(pack, as_of, &answers, &origin, Vec::new());
    Ok(SavedState { as_of, topics, answers, diff })
}

fn from_file(pack: &Rc<RulePack>, as_of: Date, text: &str) -> Result<SavedState, ImportError> {
    if text.len() > MAX_FILE_BYTES {
        return Err(ImportError::NotASavedFile);
    }
    let (case, errors) = Case::parse_lenient(pack, text).map_err(|bad| match bad {
        CaseError::Malformed(_) | CaseError::Key(..) => ImportError::NotASavedFile,
        CaseError::OtherPack(theirs) => ImportError::FileOfOtherPack(safe_name(&theirs)),
        CaseError::Answers(errors) => ImportError::AnsweredTwice(names(&errors)),
    })?;
    if case.answers.count() == 0 && !errors.is_empty() {
        return Err(ImportError::UnknownAnswers(names(&errors)));
    }
    let as_of = case.as_of.unwrap_or(as_of);
    let diff = RestoreDiff::of(pack, as_of, &case.answers, &case.origin, names(&errors));
    Ok(SavedState { as_of, topics: case.topics, answers: case.answers, diff })
}

fn code_error(error: ReceiptError) -> ImportError {
    match error {
        ReceiptError::Empty | ReceiptError::TooLong | ReceiptError::InvalidCharacter(_) => {
            ImportError::NotACode
        }
        ReceiptError::Damaged | ReceiptError::InvalidContent => ImportError::DamagedCode,
        ReceiptError::DamagedLine(line) => ImportError::DamagedLine(line),
        ReceiptError::OtherPack => ImportError::CodeOfOtherPack,
        ReceiptError::OldFormat(_) => ImportError::OldCode,
        ReceiptError::OtherVersion | ReceiptError::UnknownFormat(_) => {
            ImportError::CodeOfOtherVersion
        }
    }
}

fn names(errors: &[InvalidAnswer]) -> Vec<String> {
    errors.iter().map(|error| safe_name(&error.field)).collect()
}
