//! Files that a user saves: the answers, the checklist, the materials as a table, the application
//! windows as a calendar.

// The content of each kind of file. `checklist::standalone` has that of the checklist.
mod answers;
mod csv_row;
mod materials_csv;
mod windows_ics;

// Names and MIME types of the files, the buttons, and the download.
mod download;
mod file;
mod save_buttons;

pub use answers::answers_json;
#[cfg(feature = "cli")]
pub(crate) use csv_row::csv_row;
#[cfg(feature = "author")]
pub(crate) use download::{download_bytes, download_text};
pub use file::{FileKind, file_name};
pub use materials_csv::materials_csv;
pub(super) use save_buttons::{
    download_picture, save_answers_button, save_first_day_button, save_materials_button,
    save_page_button, save_windows_button,
};
pub use windows_ics::windows_ics;
