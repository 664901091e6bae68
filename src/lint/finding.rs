//! What a lint reports: a place, a sentence, and what to do.

use crate::engine::Answers;
use crate::rulebook::Date;

/// Something doubtful in a sound pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The lint that found it
    pub lint: &'static str,
    /// JSON Pointer to the place
    pub pointer: String,
    /// What is doubtful, in a sentence
    pub message: String,
    /// What to say under the place itself
    pub label: String,
    /// Other places concerned
    pub related: Vec<Related>,
    /// What to do
    pub help: Option<String>,
    /// What to write instead
    pub suggestion: Option<Suggestion>,
    /// A case that shows it: a day, and answers
    pub example: Option<(Date, Answers)>,
}

/// Another place that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// JSON Pointer to it
    pub pointer: String,
    /// What to say under it
    pub label: String,
}

/// A value that could stand in a place instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// JSON Pointer to the value to replace
    pub pointer: String,
    /// The JSON text to put there
    pub json: String,
}

impl Finding {
    /// A finding with nothing but its place and its sentence.
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
