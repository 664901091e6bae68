//! The measures that a checklist, and the files saved of it, may contain.

use super::options::PrintOptions;
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;

/// The measures that are met or can still be met, of the chosen topics or selected, in the order of
/// the pack.
pub(super) fn possible_measures(evaluation: &Evaluation, options: &PrintOptions) -> Vec<MeasureId> {
    let is_possible = |id: MeasureId| {
        let is_wanted = evaluation.wanted.includes(id) || options.is_selected(id);
        is_wanted && evaluation.assessment.of(id).can_be_met
    };
    evaluation.assessment.iter().map(|(id, _)| id).filter(|id| is_possible(*id)).collect()
}

/// The measures that the user may select: those that are possible, and selected ones that can no
/// longer be met.
pub(in crate::widget) fn offered_measures(
    evaluation: &Evaluation,
    options: &PrintOptions,
) -> Vec<MeasureId> {
    let mut offered = possible_measures(evaluation, options);
    offered.extend(impossible_selected(evaluation, options));
    offered
}

/// Selected measures that can no longer be met. The checklist lists them with the reason.
pub(super) fn impossible_selected(
    evaluation: &Evaluation,
    options: &PrintOptions,
) -> Vec<MeasureId> {
    let selected = evaluation.assessment.iter().filter(|(id, _)| options.is_selected(*id));
    selected.filter(|(_, assessed)| !assessed.can_be_met).map(|(id, _)| id).collect()
}
