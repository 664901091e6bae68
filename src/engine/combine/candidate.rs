//! Candidates: the measures of an assessment that may be granted.

use crate::engine::amount::{Amount, amount};
use crate::engine::assess::Assessment;
use crate::engine::evaluate::EvalContext;
use crate::engine::measure_assessment::MeasureAssessment;
use crate::engine::outcome::Outcome;
use crate::rulebook::MeasureId;

/// A measure with its outcome and amount.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The measure
    pub measure: MeasureId,
    /// Its outcome; a measure that is not possible is ignored
    pub outcome: Outcome,
    /// The amount of one payment if granted; `None` if no figure is published
    pub amount: Option<Amount>,
}

/// Every measure that can still be met, with its amount.
pub fn candidates(context: &EvalContext<'_>, assessment: &Assessment) -> Vec<Candidate> {
    let possible = assessment.iter().filter(|(_, assessed)| assessed.can_be_met);
    let candidate = |(measure, assessed): (MeasureId, &MeasureAssessment)| Candidate {
        measure,
        outcome: assessed.outcome,
        amount: amount(context, measure),
    };
    possible.map(candidate).collect()
}
