//! The kinds of files, their names and MIME types.

use crate::rulebook::{Date, RulePack, format_date};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The as-of date and the answers, to resume from
    Answers,
    /// The checklist as a standalone page
    Page,
    /// The materials as a table
    Materials,
    /// The application windows for a calendar
    Windows,
    /// The picture of the receipt
    Picture,
}

impl FileKind {
    /// The MIME type. All text files are UTF-8.
    pub(super) fn mime_type(self) -> &'static str {
        match self {
            FileKind::Answers => "application/json",
            FileKind::Page => "text/html;charset=utf-8",
            FileKind::Materials => "text/csv;charset=utf-8",
            FileKind::Windows => "text/calendar;charset=utf-8",
            FileKind::Picture => "image/png",
        }
    }

    /// The content, as a word in the name, and the extension.
    fn name(self) -> (&'static str, &'static str) {
        match self {
            FileKind::Answers => ("answers", "json"),
            FileKind::Page => ("checklist", "html"),
            FileKind::Materials => ("materials", "csv"),
            FileKind::Windows => ("windows", "ics"),
            FileKind::Picture => ("receipt", "png"),
        }
    }
}

/// The name of a file: id of the pack, content and as-of date.
pub fn file_name(kind: FileKind, pack: &RulePack, as_of: Date) -> String {
    let (content, extension) = kind.name();
    format!("{}-{content}-{}.{extension}", pack.id, format_date(as_of))
}
