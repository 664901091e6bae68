//! Spreadsheets in the page: the texts and the measures of the pack as files for colleagues, and
//! what an edited file would change. [`crate::author::sheet`] has the tables.

mod error_text; // Why a file cannot be used, in words.
mod exchange; // The tasks of the worker.
mod export_form; // The buttons that save files.
mod notice_text; // Notices about a file, in words.
mod open_file; // Reading a chosen file.
mod review_view; // What a file would change.
mod sheet_panel; // The panel.

pub use exchange::{
    SheetExport, SheetFailure, SheetFormat, SheetReview, export_sheet, review_sheet,
};
pub(super) use sheet_panel::SheetPanel;
