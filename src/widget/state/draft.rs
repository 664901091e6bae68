//! The draft in a text field.

use crate::engine::AnswerError;

/// The current text of a text field, and its error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The text as typed
    pub text: String,
    /// The reason why the text does not parse
    pub error: Option<AnswerError>,
}
