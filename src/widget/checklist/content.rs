//! Which measures a checklist contains, and how.

use super::in_reach::{in_reach, out_of_reach};
use super::options::PrintOptions;
use crate::engine::Outcome;
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;

/// Which measures a checklist contains, and how.
pub(in crate::widget) struct Content {
    /// The measures with a block, best news first; without answers, in the order of the pack
    pub(in crate::widget) measures: Vec<MeasureId>,
    /// How many measures in reach have no block, because others were chosen
    pub(super) left_out: usize,
    /// Measures that were chosen and are out of reach
    pub(super) out_of_reach: Vec<MeasureId>,
    /// Open measures that are only named
    pub(super) only_named: Vec<MeasureId>,
    /// Whether the checklist has the answers, and what follows from them
    pub(super) with_answers: bool,
}

impl Content {
    pub(in crate::widget) fn new(evaluation: &Evaluation, options: &PrintOptions) -> Content {
        let with_answers = !options.without_answers;
        let (all, mut out_of_reach) = (in_reach(evaluation), out_of_reach(evaluation, options));
        let named: Vec<MeasureId> = all.iter().copied().filter(|id| options.names(*id)).collect();
        let is_choice = !named.is_empty() || !out_of_reach.is_empty();
        let left_out = if is_choice { all.len().saturating_sub(named.len()) } else { 0 };
        let chosen = if is_choice { named } else { all };
        let is_only_named = |id: &MeasureId| {
            let is_open = evaluation.assessment.of(*id).outcome == Outcome::Open;
            options.without_open && is_open && !options.names(*id)
        };
        let (only_named, mut measures): (Vec<MeasureId>, Vec<MeasureId>) =
            chosen.into_iter().partition(is_only_named);
        if !with_answers {
            // The order, and what is out of reach, would reveal the results.
            measures.append(&mut out_of_reach);
            measures.sort_unstable();
        }
        Content { measures, left_out, out_of_reach, only_named, with_answers }
    }

    /// Whether the checklist has the whole assessment, not a choice.
    pub(super) fn is_whole(&self) -> bool {
        self.left_out == 0 && self.out_of_reach.is_empty() && self.with_answers
    }

    /// The evaluation that the checklist is made of. Without answers it has none: which materials are needed would reveal them.
    pub(in crate::widget) fn evaluation(&self, evaluation: &Evaluation) -> Evaluation {
        if self.with_answers { evaluation.clone() } else { evaluation.without_answers() }
    }
}
