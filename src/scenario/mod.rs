//! Scenarios: a named case with the results that measures should have.
//!
//! A file is a list of them:
//!
//! ```json
//! [{"name": "…", "as-of": "2019-05-10", "answers": {"fact-id": true},
//!   "expect": {"measure-id": {"outcome": "not-met", "because": ["criterion-id"],
//!              "missing": ["fact-id"], "amount": {"min": "0", "max": "50"}}}}]
//! ```
//!
//! [`parse_scenarios`] returns the scenarios of a document, or all its faults. [`Scenario::run`]
//! compares the expected results with the actual ones. Nothing here reads a file.

// Parsing, and its faults.
mod fault;
mod parser;

// The actual results, compared with the expected ones.
mod difference;
mod run;

use jiff::civil::Date;

use crate::engine::{Answers, Outcome};
use crate::rulebook::{Decimal, MeasureId};

pub use difference::{Difference, ResultPart};
pub use fault::ScenarioFault;
pub use parser::parse_scenarios;
pub use run::{Found, ScenarioResult};

/// A case with the expected results.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The name, unique in its file
    pub name: String,
    /// The as-of date
    pub as_of: Date,
    /// The answers
    pub answers: Answers,
    /// The expected results; at least one
    pub expect: Vec<Expected>,
}

/// The expected result of one measure. A field that is `None` is not compared.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The measure
    pub measure: MeasureId,
    /// Its outcome
    pub outcome: Outcome,
    /// Ids of the criteria that decide the outcome
    pub because: Option<Vec<String>>,
    /// Ids of the facts that can still change the outcome
    pub missing: Option<Vec<String>>,
    /// The exact range; its end is `None` if it has no upper bound
    pub amount: Option<(Decimal, Option<Decimal>)>,
}

impl Scenario {
    /// The measures with an expected outcome.
    pub fn expected_outcomes(&self) -> impl Iterator<Item = (MeasureId, Outcome)> {
        self.expect.iter().map(|expected| (expected.measure, expected.outcome))
    }

    /// The measures with an expected amount.
    pub fn measures_with_amount(&self) -> impl Iterator<Item = MeasureId> {
        let expected = self.expect.iter().filter(|expected| expected.amount.is_some());
        expected.map(|expected| expected.measure)
    }
}
