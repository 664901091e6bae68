//! Reads answers from a receipt code or a saved file.
//!
//! # Why
//!
//! The widget stores nothing, so that a shared computer at a service window forgets. To continue on another day, a person takes
//! a file along, which the native command reads as it is, or a code on paper. Both were made elsewhere: they are read as
//! strictly as any case.

use std::rc::Rc;

use jiff::civil::Date;

use super::diff::RestoreDiff;
use super::source::{Import, ImportSource};
use crate::engine::{Answers, BadCase, Case, Origin, Receipt, ReceiptError, SaidError};
use crate::rulebook::RulePack;

/// The longest file that is read, in bytes; one with every answer has about ten thousand.
const LONGEST_FILE: usize = 100_000;

/// The longest name from somebody else's file that is shown, in characters.
const LONGEST_NAME: usize = 40;

/// Answers that were saved, for the current rules.
#[derive(Clone, Debug)]
pub struct SavedState {
    /// The day asked about
    pub as_of: Date,
    /// The answers that fit the current rules
    pub answers: Answers,
    /// What differs from when they were saved; `None` if nothing does
    pub diff: Option<RestoreDiff>,
}

/// Why something cannot be used. `error_text` has a sentence for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Not a receipt code
    NotACode,
    /// A receipt code with a typing error
    DamagedCode,
    /// A receipt code of another pack
    CodeOfOtherPack,
    /// A receipt code of other questions
    CodeOfOtherVersion,
    /// Not a file that the widget saves
    NotOurFile,
    /// A file of another pack, with its name
    FileOfOtherPack(String),
    /// Answers that the current rules cannot use, with the names of their questions
    UnknownAnswers(Vec<String>),
    /// A QR symbol with something else in it
    OtherSymbol,
    /// A picture without a QR symbol
    NoSymbol,
    /// Not a picture that the browser can show
    NotAPicture,
    /// Too large
    TooLarge,
    /// A PDF, which cannot be read here
    Pdf,
}

impl SavedState {
    /// Reads what was handed over. A file without a day keeps the day asked about.
    ///
    /// # Errors
    ///
    /// It cannot be used with these rules.
    pub fn read(
        book: &Rc<RulePack>,
        as_of: Date,
        import: &Import,
    ) -> Result<SavedState, ImportError> {
        // Some editors put a byte order mark before the text.
        let text = import.content.trim_start_matches('\u{feff}').trim();
        let is_file = text.starts_with('{') || text.len() > LONGEST_FILE;
        match import.source {
            ImportSource::Code | ImportSource::File if is_file => from_file(book, as_of, text),
            ImportSource::Code => from_code(book, text).map_err(code_error),
            // People may keep the code in a text file of their own.
            ImportSource::File => from_code(book, text).map_err(|error| match error {
                ReceiptError::Empty | ReceiptError::TooLong | ReceiptError::Unreadable(_) => {
                    ImportError::NotOurFile
                }
                error => code_error(error),
            }),
            ImportSource::Symbol => from_code(book, text).map_err(|error| match error {
                ReceiptError::OtherPack
                | ReceiptError::OtherVersion
                | ReceiptError::UnknownFormat(_) => code_error(error),
                // Scanners make no typing errors: the symbol contains something else.
                _ => ImportError::OtherSymbol,
            }),
            ImportSource::NoSymbol => Err(ImportError::NoSymbol),
            ImportSource::NotAPicture => Err(ImportError::NotAPicture),
            ImportSource::TooLarge => Err(ImportError::TooLarge),
            ImportSource::Pdf => Err(ImportError::Pdf),
        }
    }
}

fn from_code(book: &Rc<RulePack>, code: &str) -> Result<SavedState, ReceiptError> {
    let Receipt { as_of, answers, other_rules } = Receipt::read(book, code)?;
    let origin = Origin { rules: other_rules, ..Origin::default() };
    let diff = RestoreDiff::of(book, as_of, &answers, &origin, Vec::new());
    Ok(SavedState { as_of, answers, diff })
}

fn from_file(book: &Rc<RulePack>, as_of: Date, text: &str) -> Result<SavedState, ImportError> {
    if text.len() > LONGEST_FILE {
        return Err(ImportError::NotOurFile);
    }
    let (case, errors) = Case::read_fitting(book, text).map_err(|bad| match bad {
        BadCase::NotACase(_) | BadCase::Key(..) => ImportError::NotOurFile,
        BadCase::OtherPack(theirs) => ImportError::FileOfOtherPack(safe_name(&theirs)),
        BadCase::Answers(errors) => ImportError::UnknownAnswers(names(&errors)),
    })?;
    if case.answers.count() == 0 && !errors.is_empty() {
        return Err(ImportError::UnknownAnswers(names(&errors)));
    }
    let as_of = case.as_of.unwrap_or(as_of);
    let diff = RestoreDiff::of(book, as_of, &case.answers, &case.origin, names(&errors));
    Ok(SavedState { as_of, answers: case.answers, diff })
}

fn code_error(error: ReceiptError) -> ImportError {
    match error {
        ReceiptError::Empty | ReceiptError::TooLong | ReceiptError::Unreadable(_) => {
            ImportError::NotACode
        }
        ReceiptError::Damaged | ReceiptError::Impossible => ImportError::DamagedCode,
        ReceiptError::OtherPack => ImportError::CodeOfOtherPack,
        ReceiptError::OtherVersion | ReceiptError::UnknownFormat(_) => {
            ImportError::CodeOfOtherVersion
        }
    }
}

fn names(errors: &[SaidError]) -> Vec<String> {
    errors.iter().map(|error| safe_name(&error.field)).collect()
}

/// A name from somebody else's file, without anything that a name cannot contain.
pub(super) fn safe_name(text: &str) -> String {
    let is_name = |char: &char| char.is_alphanumeric() || ['-', '_', '.'].contains(char);
    text.chars().filter(is_name).take(LONGEST_NAME).collect()
}
