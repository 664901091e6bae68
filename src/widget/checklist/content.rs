//! The measures that a checklist contains, and their form.

use super::options::PrintOptions;
use super::selection::{impossible_selected, possible_measures};
use crate::engine::Outcome;
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;

/// The measures that a checklist contains, and their form.
pub(in crate::widget) struct Content {
    /// Measures with a block, by outcome from met to open; without answers, in the order of the
    /// pack
    pub(in crate::widget) measures: Vec<MeasureId>,
    /// Number of possible measures that are left out because others were selected
    pub(super) left_out: usize,
    /// Selected measures that can no longer be met
    pub(super) impossible: Vec<MeasureId>,
    /// Open measures that are listed without a block: those that can no longer be met, and all
    /// others if the user left them out
    pub(super) listed_only: Vec<MeasureId>,
    /// Whether the checklist contains answers, outcomes and amounts
    pub(super) with_answers: bool,
}

impl Content {
    pub(in crate::widget) fn new(evaluation: &Evaluation, options: &PrintOptions) -> Content {
        let with_answers = !options.without_answers;
        let possible = possible_measures(evaluation);
        let mut impossible = impossible_selected(evaluation, options);
        let selected: Vec<MeasureId> =
            possible.iter().copied().filter(|id| options.is_selected(*id)).collect();
        let has_selection = !selected.is_empty() || !impossible.is_empty();
        let left_out =
            if has_selection { possible.len().saturating_sub(selected.len()) } else { 0 };
        let included = if has_selection { selected } else { possible };
        let is_listed_only = |id: &MeasureId| {
            let assessed = evaluation.assessment.of(*id);
            let is_left_out = options.without_open && !options.is_selected(*id);
            // An open measure out of reach needs no materials.
            assessed.outcome == Outcome::Open
                && (is_left_out || with_answers && !assessed.can_be_met)
        };
        let (listed_only, mut measures): (Vec<MeasureId>, Vec<MeasureId>) =
            included.into_iter().partition(is_listed_only);
        if !with_answers {
            // The usual order and a separate list of impossible measures would reveal the outcomes.
            measures.append(&mut impossible);
            measures.sort_unstable();
        }
        Content { measures, left_out, impossible, listed_only, with_answers }
    }

    /// Whether the checklist contains the whole assessment, not a selection.
    pub(super) fn is_complete(&self) -> bool {
        self.left_out == 0 && self.impossible.is_empty() && self.with_answers
    }

    /// The evaluation to render. A checklist without answers gets one without answers: the needed
    /// materials depend on them.
    pub(in crate::widget) fn evaluation(&self, evaluation: &Evaluation) -> Evaluation {
        if self.with_answers { evaluation.clone() } else { evaluation.without_answers() }
    }
}
