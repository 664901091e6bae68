//! What a person resumes from, and how it was handed over.

use super::parse::ImportError;

/// How something was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportSource {
    /// Typed or pasted in the box for a code
    Code,
    /// The text of a file
    File,
    /// The text of a QR symbol in a picture
    Symbol,
    /// A picture without a symbol
    NoSymbol,
    /// A file that is called a picture, and that the browser cannot show
    NotAPicture,
    /// A picture that is too large to be read
    TooLarge,
    /// A PDF
    Pdf,
}

/// What was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// How
    pub source: ImportSource,
    /// Its text; empty where it has none
    pub content: String,
}

/// Something that could not be used. Its error is shown at the input it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// How it was handed over
    pub source: ImportSource,
    /// Why it cannot be used
    pub error: ImportError,
}
