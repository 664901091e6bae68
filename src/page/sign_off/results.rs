//! The coverage of the scenarios: the conditions that they make true and false, and the amounts
//! that they expect.

use std::rc::Rc;

/// The scenarios that decide a condition, by index.
#[derive(Clone, Debug, Default)]
pub struct ConditionCoverage {
    /// Scenarios in which the condition is true
    pub when_true: Vec<usize>,
    /// Scenarios in which the condition is false
    pub when_false: Vec<usize>,
}

impl ConditionCoverage {
    /// Whether some scenario makes the condition true, and another makes it false.
    pub fn is_complete(&self) -> bool {
        !self.when_true.is_empty() && !self.when_false.is_empty()
    }
}

/// The scenarios that test a measure, by index.
#[derive(Clone, Debug, Default)]
pub struct MeasureCoverage {
    /// Applicability
    pub applies: ConditionCoverage,
    /// Each criterion
    pub criteria: Vec<ConditionCoverage>,
    /// The scenarios that expect an amount
    pub amounts: Vec<usize>,
}

/// The results of the scenarios. All of them pass; otherwise the command does not write the table.
#[derive(Clone, Copy, Debug)]
pub struct ScenarioResults<'a> {
    /// The names of the scenarios
    pub scenarios: &'a [Rc<str>],
    /// The coverage of each measure
    pub measures: &'a [MeasureCoverage],
    /// The gaps in coverage, as `eligibility test` prints them
    pub gaps: &'a [String],
}
