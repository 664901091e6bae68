//! An import: saved answers that a user enters or opens.

use super::import_error::ImportError;

/// The source of an import, or the reason why a chosen file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportSource {
    /// Text in the code input
    Code,
    /// The text of a file
    File,
    /// The text of a QR symbol in a picture
    Symbol,
    /// A picture without a QR symbol
    NoSymbol,
    /// A file with an image type that the browser cannot decode
    NotAPicture,
    /// A picture, while the QR reader failed to load
    NoReader,
    /// A picture that is too large
    TooLarge,
    /// A PDF
    Pdf,
}

impl ImportSource {
    /// Whether the source is a picture, or a file that was chosen as one.
    pub(super) fn is_picture(self) -> bool {
        !matches!(self, ImportSource::Code | ImportSource::File)
    }
}

/// Saved answers, not parsed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Their source
    pub source: ImportSource,
    /// The text; empty if the file could not be read
    pub content: String,
}

impl Import {
    /// The import of a receipt code.
    pub(in crate::widget) fn of_code(code: &str) -> Import {
        Import { source: ImportSource::Code, content: code.to_owned() }
    }
}

/// An import that was rejected. Its error appears at the input that caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedImport {
    /// The source of the import
    pub source: ImportSource,
    /// The reason for the rejection
    pub error: ImportError,
}
