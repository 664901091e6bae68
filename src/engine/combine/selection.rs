//! A selection of items and its score.

use super::entry::Weight;
use super::problem::Problem;

/// A selection of items. INVARIANT: it violates no limit.
pub(super) struct Selection<'a> {
    pub(super) problem: &'a Problem,
    /// Per item: whether it is selected
    pub(super) chosen: Vec<bool>,
    /// Per budget: the sum of the selected items
    pub(super) sums: Vec<Weight>,
    /// The counted sum per unit, then the number of items. Selections compare by score
    pub(super) score: Vec<Weight>,
    /// Per group: whether one of its items is selected
    used_groups: Vec<bool>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "OK because all indices come from the problem, and all lists have its lengths"
)]
impl Selection<'_> {
    pub(super) fn new(problem: &Problem) -> Selection<'_> {
        Selection {
            problem,
            chosen: vec![false; problem.items.len()],
            sums: vec![0; problem.budgets.len()],
            score: vec![0; problem.units + 1],
            used_groups: vec![false; problem.groups.len()],
        }
    }

    /// Whether an item can be added.
    pub(super) fn can_add(&self, item: usize) -> bool {
        !self.chosen[item]
            && self.problem.items[item].groups.iter().all(|group| !self.used_groups[*group])
    }

    /// The rank of an item for greedy choice: how much it adds to the score. Earlier units first.
    pub(super) fn gain(&self, item: usize) -> (usize, Weight) {
        let item = &self.problem.items[item];
        match self.marginal_gain(item.budget, item.weight, 0) {
            0 => (0, 0),
            gain => (self.problem.units - item.unit, gain),
        }
    }

    /// The increase of a budget's counted sum if `weight` is added to its items and `besides`.
    pub(super) fn marginal_gain(&self, budget: usize, weight: Weight, besides: Weight) -> Weight {
        if weight == 0 {
            return 0;
        }
        let (sum, cap) = (self.sums[budget] + besides, self.problem.budgets[budget].cap);
        cap.min(sum + weight) - cap.min(sum)
    }

    pub(super) fn add(&mut self, index: usize) {
        let item = &self.problem.items[index];
        if item.weight > 0 {
            let gain = self.marginal_gain(item.budget, item.weight, 0);
            self.score[item.unit] += gain;
            self.sums[item.budget] += item.weight;
        }
        self.mark(index, true);
    }

    pub(super) fn remove(&mut self, index: usize) {
        let item = &self.problem.items[index];
        if item.weight > 0 {
            self.sums[item.budget] -= item.weight;
            let gain = self.marginal_gain(item.budget, item.weight, 0);
            self.score[item.unit] -= gain;
        }
        self.mark(index, false);
    }

    fn mark(&mut self, index: usize, chosen: bool) {
        self.score[self.problem.units] += if chosen { 1 } else { -1 };
        for group in &self.problem.items[index].groups {
            self.used_groups[*group] = chosen;
        }
        self.chosen[index] = chosen;
    }
}
