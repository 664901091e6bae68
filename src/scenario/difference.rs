//! The differences between actual and expected results.

use std::fmt;
use std::rc::Rc;

use crate::engine::Outcome;
use crate::rulebook::Decimal;

/// A result that differs from the expected one. Displays as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id of the measure
    pub measure: Rc<str>,
    /// The expected result
    pub expected: ResultPart,
    /// The actual result, of the same kind
    pub found: ResultPart,
}

/// A part of the result of a measure. Displays as a sentence shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResultPart {
    /// The outcome
    Outcome(Outcome),
    /// The ids of the criteria that decide it
    Because(Vec<String>),
    /// The ids of the facts that can still change it
    Missing(Vec<String>),
    /// The exact range, which may have no upper bound; `None` of a measure without a figure
    Amount(Option<(Decimal, Option<Decimal>)>),
}

impl ResultPart {
    /// The key in scenarios.
    pub fn key(&self) -> &'static str {
        match self {
            ResultPart::Outcome(_) => "outcome",
            ResultPart::Because(_) => "because",
            ResultPart::Missing(_) => "missing",
            ResultPart::Amount(_) => "amount",
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Difference { measure, expected, found } = self;
        write!(f, "{measure}: expected {} {expected}, found {found}", expected.key())
    }
}

impl fmt::Display for ResultPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ResultPart::Outcome(outcome) => f.write_str(outcome.name()),
            ResultPart::Because(ids) | ResultPart::Missing(ids) => write!(f, "{ids:?}"),
            ResultPart::Amount(Some((min, Some(max)))) => write!(f, "{min} to {max}"),
            ResultPart::Amount(Some((min, None))) => write!(f, "{min} or more"),
            ResultPart::Amount(None) => f.write_str("none"),
        }
    }
}
