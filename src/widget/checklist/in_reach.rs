//! The measures of a checklist and of the files saved of it.

use super::options::PrintOptions;
use crate::engine::Outcome;
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;

/// Measures in reach, best news first; within an outcome, in the order of the pack.
pub(super) fn in_reach(evaluation: &Evaluation) -> Vec<MeasureId> {
    let outcomes = Outcome::ALL.into_iter().filter(|outcome| outcome.is_possible());
    let with = |outcome| {
        evaluation.assessment.iter().filter(move |(_, assessed)| assessed.outcome == outcome)
    };
    outcomes.flat_map(with).map(|(id, _)| id).collect()
}

/// Measures that were chosen and are not in reach, or not any more: they do not disappear without a reason.
pub(super) fn out_of_reach(evaluation: &Evaluation, options: &PrintOptions) -> Vec<MeasureId> {
    let chosen = evaluation.assessment.iter().filter(|(id, _)| options.names(*id));
    chosen.filter(|(_, assessed)| !assessed.outcome.is_possible()).map(|(id, _)| id).collect()
}
