//! Why a spreadsheet cannot be used, as a sentence with the remedy.

use crate::author::sheet::SheetError;
use crate::author::text::{SheetTexts, fill};

use super::exchange::SheetFailure;

/// The sentence about a file with a name.
pub(super) fn failure_text(failure: &SheetFailure, name: &str, texts: &SheetTexts) -> String {
    let error = match failure {
        SheetFailure::NotJson => return texts.not_json.to_owned(),
        SheetFailure::Sheet(error) => error,
    };
    match error {
        SheetError::TooLarge | SheetError::TooLargeUnpacked => fill(texts.too_large, &[name]),
        SheetError::NotASpreadsheet => fill(texts.not_a_sheet, &[name]),
        SheetError::OldOrLocked => fill(texts.old_or_locked, &[name]),
        SheetError::Damaged(_) => fill(texts.damaged, &[name]),
        SheetError::Encoding(_) => fill(texts.wrong_encoding, &[name]),
        SheetError::NoTable => fill(texts.no_table, &[name]),
        SheetError::TooLong { place, .. } => fill(texts.too_long, &[place]),
        SheetError::Faults => texts.needs_no_faults.to_owned(),
        SheetError::Write(why) => fill(texts.not_written, &[why]),
    }
}
