//! The reasons why an import is rejected.

/// Maximum length of a name from an imported file in a message, in characters.
const MAX_NAME_CHARS: usize = 40;

/// The reason why an import is rejected. `error_text` has a message for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Not a receipt code
    NotACode,
    /// A receipt code with a wrong, missing or extra character
    DamagedCode,
    /// The same, in the line with this number
    DamagedLine(usize),
    /// A receipt code of a format that is no longer read
    OldCode,
    /// A receipt code of another pack
    CodeOfOtherPack,
    /// A receipt code of a version of this pack with other questions
    CodeOfOtherVersion,
    /// Not a file of answers saved by the widget
    NotASavedFile,
    /// A file of another pack, with that pack's id
    FileOfOtherPack(String),
    /// A file in which no answer fits the current pack, with the ids of the answers
    UnknownAnswers(Vec<String>),
    /// A file with two answers to one fact, with the ids of such facts
    AnsweredTwice(Vec<String>),
    /// A QR symbol that contains no receipt code
    NotAReceipt,
    /// A picture without a QR symbol
    NoSymbol,
    /// Not a picture that the browser can decode
    NotAPicture,
    /// The QR reader failed to load
    NoReader,
    /// A picture that is too large
    TooLarge,
    /// A PDF, which the widget cannot read
    Pdf,
}

/// A name from an imported file, without characters that occur in no id or version.
///
/// A message shows it, so it must not look like text of the widget.
pub(in crate::widget) fn safe_name(text: &str) -> String {
    let is_name = |char: &char| char.is_alphanumeric() || ['-', '_', '.'].contains(char);
    text.chars().filter(is_name).take(MAX_NAME_CHARS).collect()
}
