//! The measures that a checklist contains, and their order.

use std::cmp::Reverse;

use super::options::PrintOptions;
use super::selection::{impossible_selected, possible_measures};
use crate::engine::{Outcome, amount};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;

/// The measures that a checklist contains. Each is in one list only.
pub(in crate::widget) struct Content {
    /// The numbered measures: those to apply for and those that the office decides, money first; of
    /// a selection, also open ones. Without answers, all in the order of the pack
    pub(in crate::widget) measures: Vec<MeasureId>,
    /// The services, which are open to everyone
    pub(super) services: Vec<MeasureId>,
    /// The open measures, of which the checklist lists the questions
    pub(super) open: Vec<MeasureId>,
    /// Selected measures that can no longer be met
    pub(super) impossible: Vec<MeasureId>,
    /// Number of possible measures that are left out because others were selected
    pub(super) left_out: usize,
    /// Whether the checklist contains all measures
    pub(super) is_complete: bool,
    /// Whether the checklist contains answers, outcomes and amounts
    pub(super) with_answers: bool,
}

impl Content {
    pub(in crate::widget) fn new(evaluation: &Evaluation, options: &PrintOptions) -> Content {
        let possible = possible_measures(evaluation, options);
        let mut impossible = impossible_selected(evaluation, options);
        let is_complete = options.measures.is_empty();
        let (mut measures, others): (Vec<MeasureId>, Vec<MeasureId>) =
            possible.into_iter().partition(|id| is_complete || options.is_selected(*id));
        let (mut services, mut open) = (Vec::new(), Vec::new());
        if is_complete {
            let is_service = |id: &MeasureId| evaluation.wanted.weight(*id) == 0;
            services = measures.extract_if(.., |id| is_service(id)).collect();
        }
        let with_answers = !options.without_answers;
        if with_answers {
            if is_complete {
                let outcome = |id: MeasureId| evaluation.assessment.of(id).outcome;
                open = measures.extract_if(.., |id| outcome(*id) == Outcome::Open).collect();
            }
            sort(evaluation, &mut measures);
        } else {
            // The usual order and a separate list of impossible measures would reveal the outcomes.
            measures.append(&mut impossible);
            measures.sort_unstable();
        }
        let left_out = others.len();
        Content { measures, services, open, impossible, left_out, is_complete, with_answers }
    }

    /// All measures that can still be met, for the saved tables.
    pub(in crate::widget) fn all(&self) -> Vec<MeasureId> {
        [&self.measures, &self.services, &self.open].into_iter().flatten().copied().collect()
    }

    /// The evaluation to render. A checklist without answers gets one without answers: the needed
    /// materials depend on them.
    pub(in crate::widget) fn evaluation(&self, evaluation: &Evaluation) -> Evaluation {
        if self.with_answers { evaluation.clone() } else { evaluation.without_answers() }
    }
}

/// By outcome from met to open; then measures with a figure first, and those of more value.
fn sort(evaluation: &Evaluation, measures: &mut [MeasureId]) {
    measures.sort_by_cached_key(|id| {
        let assessed = evaluation.assessment.of(*id);
        let has_figure = amount(&evaluation.context(), *id, assessed).is_some();
        (assessed.outcome, !has_figure, Reverse(evaluation.wanted.weight(*id)), *id)
    });
}
