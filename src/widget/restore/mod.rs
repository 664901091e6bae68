//! Resuming from saved answers: a receipt code, a saved file, or a picture of a receipt.

// The form, the lines of a code in it, and the reading of a chosen file in the browser.
mod form;
mod lines;
mod read_file;

// An import and its source, its errors, its parsing, and the differences from when it was saved.
mod diff;
mod import;
mod import_error;
mod parse;
mod restored;

// The texts: an error at the form, the notice after a restore, and the offer before one.
mod error_text;
mod notice;
mod offer;

pub use diff::{ChangedOutcome, PackDiff, RestoreDiff};
pub(super) use error_text::{general_error_text, rejected_text};
pub(super) use form::RestoreForm;
pub(super) use import::ImportForm;
pub use import::{Import, ImportSource, RejectedImport};
pub use import_error::ImportError;
pub(super) use import_error::safe_name;
pub(super) use notice::restore_notice;
pub(super) use offer::offer;
pub use parse::SavedState;
pub use restored::Restored;
