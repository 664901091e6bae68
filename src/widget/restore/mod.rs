//! Resuming from a receipt code, a saved file, or a picture of a receipt.

mod diff;
mod error_text;
mod form;
mod notice;
mod parse;
mod read_file;
mod source;

pub use diff::{ChangedOutcome, OtherRules, RestoreDiff};
pub(super) use form::RestoreForm;
pub(super) use notice::restore_notice;
pub use parse::{ImportError, SavedState};
pub use source::{Import, ImportSource, Refused};
