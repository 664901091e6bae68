//! Candidates: the measures that may be granted, from an assessment.

use crate::engine::amount::{Amount, amount};
use crate::engine::assess::Assessment;
use crate::engine::evaluate::EvalContext;
use crate::engine::measure_assessment::MeasureAssessment;
use crate::engine::outcome::Outcome;
use crate::rulebook::MeasureId;

/// A measure with what follows for it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Side measure
    pub measure: MeasureId,
    /// Its outcome; what is not possible takes no part
    pub outcome: Outcome,
    /// What it comes to if granted, of one payment; `None` if no figure is published
    pub amount: Option<Amount>,
}

/// Every measure that can be met, with what it comes to.
pub fn candidates(context: &EvalContext<'_>, assessment: &Assessment) -> Vec<Candidate> {
    let possible = assessment.iter().filter(|(_, assessed)| assessed.can_be_met);
    let candidate = |(measure, assessed): (MeasureId, &MeasureAssessment)| Candidate {
        measure,
        outcome: assessed.outcome,
        amount: amount(context, measure),
    };
    possible.map(candidate).collect()
}
