//! An upper bound on the score of a selection and all items that can still be added.
//!
//! A clique cover: each remaining item is covered by its largest group, and of a group at most one
//! item can be selected. This yields two bounds per unit, of which the lower one is used. The first
//! adds the largest gain of each group. The second adds the largest weight of each group to its
//! budget and applies the caps.

use super::entry::Weight;
use super::problem::Problem;
use super::selection::Selection;

/// Reusable working memory. Entries with an older mark belong to an earlier call.
pub(super) struct UpperBound {
    mark: usize,
    /// The bound, laid out like [`Selection::score`]
    pub(super) score: Vec<Weight>,
    /// The second bound
    capped: Vec<Weight>,
    /// Per group
    covers: Vec<Cover>,
    /// Per budget: the sum that may still be added
    budgets: Vec<(usize, Weight)>,
}

/// The largest of the items covered by a group. Items whose unit or budget differs from that of the
/// first are added in full, which is still an upper bound.
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
    reason = "OK because all indices come from the problem, and all lists have its lengths"
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

    /// Bounds the score of a selection together with some of the rest.
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
        let gain = selection.marginal_gain(item.budget, item.weight, 0);
        let best = if cover.unit == item.unit { &mut cover.gain } else { &mut 0 };
        self.score[item.unit] += raise(best, gain);
        let best = if cover.budget == item.budget { &mut cover.weight } else { &mut 0 };
        let rise = raise(best, item.weight);
        let (mark, more) = self.budgets[item.budget];
        let more = if mark == self.mark { more } else { 0 };
        self.capped[item.unit] += selection.marginal_gain(item.budget, rise, more);
        self.budgets[item.budget] = (self.mark, more + rise);
    }
}

/// Replaces `greatest` by `value` if that is larger. Returns the increase.
fn raise(greatest: &mut Weight, value: Weight) -> Weight {
    let before = *greatest;
    *greatest = before.max(value);
    *greatest - before
}
