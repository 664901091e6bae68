//! What an assessment reports of one measure.

use crate::rulebook::FactId;

use super::outcome::Outcome;

/// What follows for one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureAssessment {
    /// The outcome
    pub outcome: Outcome,
    /// The facts without a known value that can still change the outcome, in the pack's order. Empty unless the
    /// outcome is open, and then never empty
    pub missing: Vec<FactId>,
    /// Whether it can still be met, as far as the applicant can say. A measure that is not known to concern the applicant
    /// is open even if it cannot
    pub can_be_met: bool,
    /// Whether outcome and missing facts are exact: no open outcome that is already decided by the rules, no missing
    /// fact that cannot matter. False only where a bound of the method was hit (see [`CompiledPack`]); what is decided
    /// holds all the same
    pub is_exact: bool,
}

impl MeasureAssessment {
    pub(super) fn decided(outcome: Outcome) -> MeasureAssessment {
        let can_be_met = outcome.is_possible();
        MeasureAssessment { outcome, missing: Vec::new(), can_be_met, is_exact: true }
    }
}
