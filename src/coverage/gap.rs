//! Gaps: the parts of a pack that no scenario tests.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::engine::Outcome;
use crate::rulebook::MeasureId;

/// A part of a pack that no scenario tests. Displays as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The kind
    pub kind: GapKind,
    /// JSON Pointer to the condition, measure, limit or period
    pub pointer: String,
    /// The gap in words: lower case, no full stop
    pub sentence: String,
    /// The untested part
    pub(super) subject: GapSubject,
}

/// The untested part, to find a case that tests it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GapSubject {
    /// A criterion, by its index in the measure
    Criterion(MeasureId, usize),
    /// An atomic condition, by its index in the coverage
    AtomicCondition(usize),
    /// A measure
    Measure,
    /// A limit, by its index in the pack
    Limit(usize),
    /// The days before, within or after the policy
    Days(PolicyDays),
}

/// Days before, within or after the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyDays {
    /// Before the policy is in force
    Before,
    /// While it is in force
    Within,
    /// After it has lapsed
    After,
}

impl PolicyDays {
    /// All of them, in order.
    pub(super) const ALL: [PolicyDays; 3] =
        [PolicyDays::Before, PolicyDays::Within, PolicyDays::After];
}

impl fmt::Display for PolicyDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PolicyDays::Before => "before",
            PolicyDays::Within => "within",
            PolicyDays::After => "after",
        })
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

/// The kind of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// The condition of a criterion
    Criterion(Lack),
    /// A comparison inside a condition
    AtomicCondition(Lack),
    /// No scenario expects this outcome of the measure: met, not met or open
    Outcome(MeasureId, Outcome),
    /// No scenario exercises the limit
    Limit,
    /// No scenario has a date before, within or after the policy
    Days,
}

/// The truth of a condition that no scenario shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// Never true
    True,
    /// Never false
    False,
    /// Neither true nor false
    Both,
}

impl fmt::Display for Lack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Lack::True => "never true",
            Lack::False => "never false",
            Lack::Both => "never decided",
        })
    }
}
