//! State: what is chosen of a field, and what that comes to.

use super::entry::Worth;
use super::problem::Field;

/// A choice. It is compatible at all times.
pub(super) struct State<'a> {
    pub(super) field: &'a Field,
    /// For each item, whether it is chosen
    pub(super) chosen: Vec<bool>,
    /// For each purse, what went into it
    pub(super) sums: Vec<Worth>,
    /// What counts in each unit; last, how many items there are. The greater list is the better choice
    pub(super) score: Vec<Worth>,
    /// For each group, whether one of it is chosen
    held: Vec<bool>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "OK because places are those of the field's items, groups, purses and units, and rows are as long"
)]
impl State<'_> {
    pub(super) fn new(field: &Field) -> State<'_> {
        State {
            field,
            chosen: vec![false; field.items.len()],
            sums: vec![0; field.purses.len()],
            score: vec![0; field.units + 1],
            held: vec![false; field.groups.len()],
        }
    }

    /// Whether it may be chosen beside those that are.
    pub(super) fn is_free(&self, item: usize) -> bool {
        !self.chosen[item] && self.field.items[item].groups.iter().all(|group| !self.held[*group])
    }

    /// What an item adds to its unit. Greed takes the greatest: those of the first unit before all others.
    pub(super) fn gain(&self, item: usize) -> (usize, Worth) {
        let item = &self.field.items[item];
        match self.room(item.purse, item.worth, 0) {
            0 => (0, 0),
            gain => (self.field.units - item.unit, gain),
        }
    }

    /// By how much a purse counts more, if so much goes into it beside what is in it and `besides`.
    pub(super) fn room(&self, purse: usize, worth: Worth, besides: Worth) -> Worth {
        if worth == 0 {
            return 0;
        }
        let (sum, cap) = (self.sums[purse] + besides, self.field.purses[purse].cap);
        cap.min(sum + worth) - cap.min(sum)
    }

    pub(super) fn add(&mut self, place: usize) {
        let item = &self.field.items[place];
        if item.worth > 0 {
            let gain = self.room(item.purse, item.worth, 0);
            self.score[item.unit] += gain;
            self.sums[item.purse] += item.worth;
        }
        self.mark(place, true);
    }

    pub(super) fn remove(&mut self, place: usize) {
        let item = &self.field.items[place];
        if item.worth > 0 {
            self.sums[item.purse] -= item.worth;
            let gain = self.room(item.purse, item.worth, 0);
            self.score[item.unit] -= gain;
        }
        self.mark(place, false);
    }

    fn mark(&mut self, place: usize, chosen: bool) {
        self.score[self.field.units] += if chosen { 1 } else { -1 };
        for group in &self.field.items[place].groups {
            self.held[*group] = chosen;
        }
        self.chosen[place] = chosen;
    }
}
