//! Files that a person saves: the answers, the checklist, the materials as a table, the application windows as a calendar.

mod answers;
mod download;
mod file;
mod materials_csv;
mod save_buttons;
mod windows_ics;

pub use answers::answers_json;
pub use file::{FileKind, file_name};
pub use materials_csv::materials_csv;
pub(super) use save_buttons::{save_answers_button, save_page_button, save_table_buttons};
pub use windows_ics::windows_ics;
