//! The measures that a checklist contains, and their order.

use super::options::PrintOptions;
use super::selection::{impossible_selected, possible_measures};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{Group, groups};

/// The measures that a checklist contains, in the order of the results. Each is in one list only.
pub(in crate::widget) struct Content {
    /// The numbered measures: those to apply for, those that the office decides, and those to apply
    /// for once settled; of a selection, all that can still be met. Without answers, in the order
    /// of the pack
    pub(in crate::widget) measures: Vec<MeasureId>,
    /// The services, which are open to everyone
    pub(super) services: Vec<MeasureId>,
    /// The measures for which applications are over this year
    pub(in crate::widget) next_round: Vec<MeasureId>,
    /// The open measures, of which the checklist lists the questions
    pub(super) open: Vec<MeasureId>,
    /// Lost measures that one change would make possible
    pub(super) near: Vec<MeasureId>,
    /// Selected measures that can no longer be met
    pub(super) impossible: Vec<MeasureId>,
    /// Number of possible measures that are left out because others were selected
    pub(super) left_out: usize,
    /// Whether the checklist contains answers, outcomes and amounts
    pub(super) with_answers: bool,
}

impl Content {
    pub(in crate::widget) fn new(evaluation: &Evaluation, options: &PrintOptions) -> Content {
        let groups = groups(evaluation);
        let of = |group: Group| {
            let found = groups.iter().find(|(other, _)| *other == group);
            found.map(|(_, measures)| measures.clone()).unwrap_or_default()
        };
        let results = [Group::Apply, Group::Direction, Group::OnceSettled].map(of).concat();
        let mut content = Content {
            measures: results,
            services: of(Group::Services),
            next_round: of(Group::NextRound),
            open: of(Group::Open),
            near: of(Group::Near),
            impossible: Vec::new(),
            left_out: 0,
            with_answers: !options.without_answers,
        };
        if !options.measures.is_empty() {
            content.select(evaluation, options);
        }
        if options.without_answers {
            // The usual order and the other lists would reveal the outcomes.
            let Content { measures, next_round, open, impossible, .. } = &mut content;
            measures.extend(next_round.drain(..).chain(open.drain(..)).chain(impossible.drain(..)));
            measures.sort_unstable();
            content.near.clear();
        }
        content
    }

    /// Keeps the selected measures only.
    fn select(&mut self, evaluation: &Evaluation, options: &PrintOptions) {
        let mut possible = self.measures.clone();
        possible.append(&mut self.next_round);
        possible.extend(self.open.drain(..).chain(self.services.drain(..)));
        // Those outside of the chosen topics.
        let others = possible_measures(evaluation, options).into_iter();
        let others: Vec<MeasureId> = others.filter(|id| !possible.contains(id)).collect();
        possible.extend(others);
        let (selected, left_out): (Vec<MeasureId>, Vec<MeasureId>) =
            possible.into_iter().partition(|id| options.is_selected(*id));
        self.measures = selected;
        self.left_out = left_out.len();
        self.impossible = impossible_selected(evaluation, options);
        self.near.clear();
    }

    /// All measures that can still be met, for the saved tables.
    pub(in crate::widget) fn all(&self) -> Vec<MeasureId> {
        let lists = [&self.measures, &self.services, &self.next_round, &self.open];
        lists.into_iter().flatten().copied().collect()
    }

    /// The evaluation to render. A checklist without answers gets one without answers: the needed
    /// materials depend on them.
    pub(in crate::widget) fn evaluation(&self, evaluation: &Evaluation) -> Evaluation {
        if self.with_answers { evaluation.clone() } else { evaluation.without_answers() }
    }
}
