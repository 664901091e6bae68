//! What a page hands over to go on from: how it came, what stands in the code's box, and the text itself.
//!
//! # Why
//!
//! Pictures are read by the script, which finds a QR symbol or not, and says here what came of it. What is wrong is told
//! beside the input it came from, and whatever stood in the box for the code stands there again.

/// How it came, as the script calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Typed or pasted in the box for a code
    Code,
    /// As the text of a file
    File,
    /// As the text of a QR symbol in a picture
    Symbol,
    /// A picture without a symbol
    NoSymbol,
    /// Called a picture, and none that the browser can show
    NoPicture,
    /// More than is read
    TooLarge,
    /// A PDF
    Pdf,
}

/// What was handed over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Handed<'a> {
    pub(super) came: Came,
    /// What stands in the box for the code
    pub(super) typed: &'a str,
    /// What is to be read
    pub(super) content: &'a str,
}

impl<'a> Handed<'a> {
    /// Reads what the script wrote: three parts, a line each, of which the last may have more lines.
    pub(super) fn read(text: &'a str) -> Handed<'a> {
        let (word, rest) = text.split_once('\n').unwrap_or((text, ""));
        let (typed, content) = rest.split_once('\n').unwrap_or((rest, ""));
        let came = match word {
            "file" => Came::File,
            "symbol" => Came::Symbol,
            "no-symbol" => Came::NoSymbol,
            "no-picture" => Came::NoPicture,
            "too-large" => Came::TooLarge,
            "pdf" => Came::Pdf,
            _ => Came::Code,
        };
        // What was typed is read where it stands.
        let content = if came == Came::Code { typed } else { content };
        Handed { came, typed, content }
    }
}
