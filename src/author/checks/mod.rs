//! Checks of a text: faults, findings, scenarios and coverage.
//!
//! The page sends a [`CheckInput`] to a worker, which calls [`check`] and returns [`Checks`], both
//! as JSON. Lints of a large pack take a second, and a key must not wait for them.

// The result, and its parts.
mod difference;
mod gap;
mod localized;
mod problem;
mod quotes;
mod result;
mod scenarios;

// The computation.
mod run;

pub use difference::{DifferenceText, ResultWords};
pub use gap::{GapText, PartOf, Titled, UntestedPart};
pub use localized::Localized;
pub use problem::{Fix, Place, Problem, Severity};
pub use quotes::{FoundQuote, QuotePlace};
pub use result::{Checks, Summary};
pub use run::check;
pub(super) use scenarios::sound_scenarios;
pub use scenarios::{FoundResult, ScenarioCheck, ScenarioChecks};

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// A text, and what it is checked against.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckInput {
    /// The text of the pack
    pub text: Rc<str>,
    /// The texts of its documents, in which quotes are looked up
    pub sources: Vec<SourceText>,
    /// The text of the scenarios; empty if there are none
    pub scenarios: Rc<str>,
}

/// The text of a document of the pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    /// The id of the document
    pub document: Rc<str>,
    /// Its text
    pub text: Rc<str>,
}
