//! Resuming from saved answers: a receipt code, a saved file, or a picture of a receipt.

// The form, and the reading of a chosen file in the browser.
mod form;
mod read_file;

// An import and its source, its errors, its parsing, and the differences from when it was saved.
mod diff;
mod import;
mod import_error;
mod parse;

// The texts: an error at the form, and the notice after a restore.
mod error_text;
mod notice;

pub use diff::{ChangedOutcome, PackDiff, RestoreDiff};
pub(super) use form::RestoreForm;
pub use import::{Import, ImportSource, RejectedImport};
pub use import_error::ImportError;
pub(super) use notice::restore_notice;
pub use parse::SavedState;
