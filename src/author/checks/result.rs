//! The result of the checks.

use serde::{Deserialize, Serialize};

use super::problem::{Problem, Severity};
use super::quotes::QuotePlace;

/// The result of the checks of a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Checks {
    /// Faults, or findings of a pack without faults, by position
    pub problems: Vec<Problem>,
    /// The ids that lints could not decide, each with the reason and the remedy
    pub undecided: Vec<Undecided>,
    /// The pack; `None` if it has faults
    pub summary: Option<Summary>,
    /// The quotes of documents whose text is open; empty if the pack is not JSON
    pub quotes: Vec<QuotePlace>,
}

/// A measure or fact that lints could not decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undecided {
    /// Its id
    pub id: String,
    /// The reason
    pub reason: String,
    /// What an author can do
    pub help: String,
}

/// The size and the version of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The id
    pub id: String,
    /// The version
    pub version: String,
    /// The fingerprint of the rules that the checklist prints
    pub fingerprint: String,
    /// The number of measures
    pub measures: usize,
    /// The number of facts
    pub facts: usize,
    /// The number of provisions
    pub provisions: usize,
    /// The number of quotes that were looked up in each document with a text
    pub quotes: Vec<Searched>,
}

/// The number of quotes that were looked up in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searched {
    /// The id of the document
    pub document: String,
    /// The number of its provisions with a quote
    pub quotes: usize,
}

impl Checks {
    /// The number of problems of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }
}
