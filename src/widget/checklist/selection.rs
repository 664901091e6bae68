//! The measures that a checklist, and the files saved of it, may contain.

use super::options::PrintOptions;
use crate::engine::Outcome;
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;

/// Measures that are met or can still be met, by outcome from met to open, then in the order of the
/// pack.
pub(super) fn possible_measures(evaluation: &Evaluation) -> Vec<MeasureId> {
    let outcomes = Outcome::ALL.into_iter().filter(|outcome| outcome.is_possible());
    let with = |outcome| {
        evaluation.assessment.iter().filter(move |(_, assessed)| assessed.outcome == outcome)
    };
    outcomes.flat_map(with).map(|(id, _)| id).collect()
}

/// Selected measures that can no longer be met. The checklist lists them with the reason.
pub(super) fn impossible_selected(
    evaluation: &Evaluation,
    options: &PrintOptions,
) -> Vec<MeasureId> {
    let selected = evaluation.assessment.iter().filter(|(id, _)| options.is_selected(*id));
    selected.filter(|(_, assessed)| !assessed.outcome.is_possible()).map(|(id, _)| id).collect()
}
