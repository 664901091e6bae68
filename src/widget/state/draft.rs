//! The text of a box, and what is wrong with it.

use crate::engine::AnswerError;

/// The text of a box, letter by letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The text as typed
    pub text: String,
    /// Why the text is not an answer
    pub error: Option<AnswerError>,
}
