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
use super::import::{Import, ImportForm};
use super::import_error::{ImportError, safe_name};
use crate::engine::{Answers, Case, CaseError, InvalidAnswer, Origin, Receipt, ReceiptError};
use crate::rulebook::{RulePack, TopicId};

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
        match import.form()? {
            ImportForm::File(text) => from_file(pack, as_of, text),
            ImportForm::Code(text) => {
                from_code(pack, text).map_err(|error| import.code_error(error))
            }
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

fn names(errors: &[InvalidAnswer]) -> Vec<String> {
    errors.iter().map(|error| safe_name(&error.field)).collect()
}
