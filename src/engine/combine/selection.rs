//! Selection: what is chosen of a problem, and what that comes to.

use super::entry::Weight;
use super::problem::Problem;

/// A choice. It is compatible at all times.
pub(super) struct Selection<'a> {
    pub(super) problem: &'a Problem,
    /// For each item, whether it is chosen
    pub(super) chosen: Vec<bool>,
    /// For each budget, what went into it
    pub(super) sums: Vec<Weight>,
    /// What counts in each unit; last, how many items there are. The greater list is the better choice
    pub(super) score: Vec<Weight>,
    /// For each group, whether one of it is chosen
    is_group_used: Vec<bool>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "OK because indices are those of the problem's items, groups, budgets and units, and rows are as long"
)]
impl Selection<'_> {
    pub(super) fn new(problem: &Problem) -> Selection<'_> {
        Selection {
            problem,
            chosen: vec![false; problem.items.len()],
            sums: vec![0; problem.budgets.len()],
            score: vec![0; problem.units + 1],
            is_group_used: vec![false; problem.groups.len()],
        }
    }

    /// Whether it may be chosen beside those that are.
    pub(super) fn can_add(&self, item: usize) -> bool {
        !self.chosen[item]
            && self.problem.items[item].groups.iter().all(|group| !self.is_group_used[*group])
    }

    /// What an item adds to its unit. Greed takes the greatest: those of the first unit before all others.
    pub(super) fn gain(&self, item: usize) -> (usize, Weight) {
        let item = &self.problem.items[item];
        match self.room(item.budget, item.weight, 0) {
            0 => (0, 0),
            gain => (self.problem.units - item.unit, gain),
        }
    }

    /// By how much a budget counts more, if so much goes into it beside what is in it and `besides`.
    pub(super) fn room(&self, budget: usize, weight: Weight, besides: Weight) -> Weight {
        if weight == 0 {
            return 0;
        }
        let (sum, cap) = (self.sums[budget] + besides, self.problem.budgets[budget].cap);
        cap.min(sum + weight) - cap.min(sum)
    }

    pub(super) fn add(&mut self, index: usize) {
        let item = &self.problem.items[index];
        if item.weight > 0 {
            let gain = self.room(item.budget, item.weight, 0);
            self.score[item.unit] += gain;
            self.sums[item.budget] += item.weight;
        }
        self.mark(index, true);
    }

    pub(super) fn remove(&mut self, index: usize) {
        let item = &self.problem.items[index];
        if item.weight > 0 {
            self.sums[item.budget] -= item.weight;
            let gain = self.room(item.budget, item.weight, 0);
            self.score[item.unit] -= gain;
        }
        self.mark(index, false);
    }

    fn mark(&mut self, index: usize, chosen: bool) {
        self.score[self.problem.units] += if chosen { 1 } else { -1 };
        for group in &self.problem.items[index].groups {
            self.is_group_used[*group] = chosen;
        }
        self.chosen[index] = chosen;
    }
}
