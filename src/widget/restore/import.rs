//! An import: saved answers that a user enters or opens.

use super::import_error::ImportError;
use crate::engine::{ReceiptError, normalise};

/// Maximum size of a saved file, in bytes. A file with every answer has about ten thousand.
const MAX_FILE_BYTES: usize = 100_000;

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
    pub fn of_code(code: &str) -> Import {
        Import { source: ImportSource::Code, content: code.to_owned() }
    }

    /// The text as a code or as a file, whichever it is: people save codes in files, and copy the
    /// text of files.
    pub(in crate::widget) fn form(&self) -> Result<ImportForm<'_>, ImportError> {
        // Editors add a UTF-8 BOM, chats add characters that nobody sees.
        let is_blank = |char| normalise(char).is_none_or(|plain| plain == ' ');
        let text = self.content.trim_matches(is_blank);
        let is_json = text.starts_with('{');
        match self.source {
            ImportSource::Code | ImportSource::File if is_json => {
                let is_small = text.len() <= MAX_FILE_BYTES;
                if is_small { Ok(ImportForm::File(text)) } else { Err(ImportError::NotASavedFile) }
            }
            ImportSource::File if text.len() > MAX_FILE_BYTES => Err(ImportError::NotASavedFile),
            ImportSource::Code | ImportSource::File | ImportSource::Symbol => {
                Ok(ImportForm::Code(text))
            }
            ImportSource::NoSymbol => Err(ImportError::NoSymbol),
            ImportSource::NotAPicture => Err(ImportError::NotAPicture),
            ImportSource::NoReader => Err(ImportError::NoReader),
            ImportSource::TooLarge => Err(ImportError::TooLarge),
            ImportSource::Pdf => Err(ImportError::Pdf),
        }
    }

    /// Why the text is rejected as a code.
    pub(in crate::widget) fn code_error(&self, error: ReceiptError) -> ImportError {
        let is_no_code = matches!(
            error,
            ReceiptError::Empty | ReceiptError::TooLong | ReceiptError::InvalidCharacter(_)
        );
        match error {
            _ if is_no_code && self.source == ImportSource::File => ImportError::NotASavedFile,
            ReceiptError::OtherPack => ImportError::CodeOfOtherPack,
            ReceiptError::OldFormat(_) => ImportError::OldCode,
            ReceiptError::OtherVersion | ReceiptError::UnknownFormat(_) => {
                ImportError::CodeOfOtherVersion
            }
            // A decoded symbol has no typing errors: it contains something else.
            _ if self.source == ImportSource::Symbol => ImportError::NotAReceipt,
            _ if is_no_code => ImportError::NotACode,
            ReceiptError::DamagedLine(line) => ImportError::DamagedLine(line),
            _ => ImportError::DamagedCode,
        }
    }
}

/// The text of an import.
#[derive(Clone, Copy, Debug)]
pub(in crate::widget) enum ImportForm<'a> {
    /// A receipt code, perhaps a damaged one
    Code(&'a str),
    /// A saved file
    File(&'a str),
}

/// An import that was rejected. Its error appears at the input that caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedImport {
    /// The import
    pub import: Import,
    /// The reason for the rejection
    pub error: ImportError,
}
