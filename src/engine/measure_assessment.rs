//! The assessment of one measure.

use crate::rulebook::FactId;

use super::outcome::Outcome;

/// The outcome of a measure, and the facts on which it still depends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureAssessment {
    /// The outcome
    pub outcome: Outcome,
    /// The unknown facts that can still change the outcome, in the pack's order. Empty if and only
    /// if the outcome is decided
    pub missing: Vec<FactId>,
    /// Whether the measure can still be met, as far as the applicant's answers go. An open measure
    /// may be false here: it is open because it may turn out not to apply
    pub can_be_met: bool,
    /// Whether outcome and missing facts are exact: no decided measure is open, and no missing fact
    /// is irrelevant. False only if a limit of the diagram was exceeded (see
    /// [`super::CompiledPack`]), or if a diagram treats numbers as independent that are not. A
    /// decided outcome is sound in any case
    pub is_exact: bool,
}

impl MeasureAssessment {
    pub(super) fn decided(outcome: Outcome) -> MeasureAssessment {
        let can_be_met = outcome.is_possible();
        MeasureAssessment { outcome, missing: Vec::new(), can_be_met, is_exact: true }
    }
}
