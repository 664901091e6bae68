//! UpperBound: what a choice and all that is still free can come to at most.
//!
//! A clique cover: of the free items that a group covers, those of side it is the largest group, at most one can be
//! chosen. Two bounds follow for each unit, and the lower one holds. One adds the greatest gain in each cover. The
//! other adds the greatest weight in each cover to its budget, and heeds the cap.

use super::entry::Weight;
use super::problem::Problem;
use super::selection::Selection;

/// Room for bounds, used again and again. What carries an older mark belongs to an earlier bound.
pub(super) struct UpperBound {
    mark: usize,
    /// The bound, like [`Selection::score`]
    pub(super) score: Vec<Weight>,
    /// The other bound
    capped: Vec<Weight>,
    /// For each group
    covers: Vec<Cover>,
    /// For each budget, what may still go into it
    budgets: Vec<(usize, Weight)>,
}

/// The greatest of the free items seen that a group covers. What differs in unit or budget from the first of them is
/// added in full; that bounds it all the same.
#[derive(Clone, Copy, Default)]
struct Cover {
    mark: usize,
    unit: usize,
    gain: Weight,
    budget: usize,
    weight: Weight,
}

#[expect(
    clippy::indexing_slicing,
    reason = "OK because indices are those of the problem's items, groups, budgets and units, and rows are as long"
)]
impl UpperBound {
    pub(super) fn new(problem: &Problem) -> UpperBound {
        UpperBound {
            mark: 0,
            score: Vec::new(),
            capped: Vec::new(),
            covers: vec![Cover::default(); problem.groups.len()],
            budgets: vec![(0, 0); problem.budgets.len()],
        }
    }

    /// Bounds what a choice can come to with some of the rest.
    pub(super) fn update(&mut self, selection: &Selection<'_>, rest: &[usize]) {
        self.mark += 1;
        self.score.clone_from(&selection.score);
        self.capped.clone_from(&selection.score);
        for item in rest {
            if selection.can_add(*item) {
                self.add(selection, *item);
            }
        }
        for (score, capped) in self.score.iter_mut().zip(&self.capped).take(selection.problem.units)
        {
            *score = (*score).min(*capped);
        }
    }

    fn add(&mut self, selection: &Selection<'_>, item: usize) {
        let item = &selection.problem.items[item];
        let cover = &mut self.covers[item.groups[0]];
        if cover.mark != self.mark {
            *cover = Cover { mark: self.mark, ..Cover::default() };
            self.score[selection.problem.units] += 1;
        }
        if item.weight == 0 {
            return;
        }
        if cover.weight == 0 {
            (cover.unit, cover.budget) = (item.unit, item.budget);
        }
        let gain = selection.room(item.budget, item.weight, 0);
        let best = if cover.unit == item.unit { &mut cover.gain } else { &mut 0 };
        self.score[item.unit] += raise(best, gain);
        let best = if cover.budget == item.budget { &mut cover.weight } else { &mut 0 };
        let rise = raise(best, item.weight);
        let (mark, more) = self.budgets[item.budget];
        let more = if mark == self.mark { more } else { 0 };
        self.capped[item.unit] += selection.room(item.budget, rise, more);
        self.budgets[item.budget] = (self.mark, more + rise);
    }
}

/// By how much a greatest value rises.
fn raise(greatest: &mut Weight, value: Weight) -> Weight {
    let before = *greatest;
    *greatest = before.max(value);
    *greatest - before
}
