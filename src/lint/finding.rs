//! Findings: the position, the message and the advice of a lint.

use crate::engine::Answers;
use crate::rulebook::Date;

/// A report of one lint about a valid pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The lint that found it
    pub lint: &'static str,
    /// JSON Pointer to the value
    pub pointer: String,
    /// The problem: lower case, no full stop
    pub message: String,
    /// The label under the value in a source snippet
    pub label: String,
    /// Related values
    pub related: Vec<Related>,
    /// Advice
    pub help: Option<String>,
    /// A replacement
    pub suggestion: Option<Suggestion>,
    /// An example: an as-of date and answers
    pub example: Option<(Date, Answers)>,
}

/// A value related to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// JSON Pointer to the value
    pub pointer: String,
    /// The label under the value
    pub label: String,
}

/// A replacement for a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// JSON Pointer to the value to replace
    pub pointer: String,
    /// The JSON text that replaces it
    pub json: String,
}

impl Finding {
    /// A finding with a position and a message only.
    pub(super) fn new(lint: &'static str, pointer: String, message: String) -> Finding {
        Finding {
            lint,
            pointer,
            message,
            label: String::new(),
            related: Vec::new(),
            help: None,
            suggestion: None,
            example: None,
        }
    }

    pub(super) fn label(self, label: impl Into<String>) -> Finding {
        Finding { label: label.into(), ..self }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Finding {
        Finding { help: Some(help.into()), ..self }
    }

    pub(super) fn related(mut self, pointer: String, label: impl Into<String>) -> Finding {
        self.related.push(Related { pointer, label: label.into() });
        self
    }

    pub(super) fn suggest(self, pointer: String, json: String) -> Finding {
        Finding { suggestion: Some(Suggestion { pointer, json }), ..self }
    }

    pub(super) fn example(self, as_of: Date, answers: Answers) -> Finding {
        Finding { example: Some((as_of, answers)), ..self }
    }
}
