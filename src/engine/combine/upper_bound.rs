//! Bound: what a choice and all that is still free can come to at most.
//!
//! A clique cover: of the free items that a group covers, those of which it is the largest group, at most one can be
//! chosen. Two bounds follow for each unit, and the lower one holds. One adds the greatest gain in each cover. The
//! other adds the greatest worth in each cover to its purse, and heeds the cap.

use super::entry::Worth;
use super::problem::Field;
use super::selection::State;

/// Room for bounds, used again and again. What carries an older mark belongs to an earlier bound.
pub(super) struct Bound {
    mark: usize,
    /// The bound, like [`State::score`]
    pub(super) score: Vec<Worth>,
    /// The other bound
    capped: Vec<Worth>,
    /// For each group
    covers: Vec<Cover>,
    /// For each purse, what may still go into it
    purses: Vec<(usize, Worth)>,
}

/// The greatest of the free items seen that a group covers. What differs in unit or purse from the first of them is
/// added in full; that bounds it all the same.
#[derive(Clone, Copy, Default)]
struct Cover {
    mark: usize,
    unit: usize,
    gain: Worth,
    purse: usize,
    worth: Worth,
}

#[expect(
    clippy::indexing_slicing,
    reason = "OK because places are those of the field's items, groups, purses and units, and rows are as long"
)]
impl Bound {
    pub(super) fn new(field: &Field) -> Bound {
        Bound {
            mark: 0,
            score: Vec::new(),
            capped: Vec::new(),
            covers: vec![Cover::default(); field.groups.len()],
            purses: vec![(0, 0); field.purses.len()],
        }
    }

    /// Bounds what a choice can come to with some of the rest.
    pub(super) fn set(&mut self, state: &State<'_>, rest: &[usize]) {
        self.mark += 1;
        self.score.clone_from(&state.score);
        self.capped.clone_from(&state.score);
        for item in rest {
            if state.is_free(*item) {
                self.raise(state, *item);
            }
        }
        for (score, capped) in self.score.iter_mut().zip(&self.capped).take(state.field.units) {
            *score = (*score).min(*capped);
        }
    }

    fn raise(&mut self, state: &State<'_>, item: usize) {
        let item = &state.field.items[item];
        let cover = &mut self.covers[item.groups[0]];
        if cover.mark != self.mark {
            *cover = Cover { mark: self.mark, ..Cover::default() };
            self.score[state.field.units] += 1;
        }
        if item.worth == 0 {
            return;
        }
        if cover.worth == 0 {
            (cover.unit, cover.purse) = (item.unit, item.purse);
        }
        let gain = state.room(item.purse, item.worth, 0);
        let best = if cover.unit == item.unit { &mut cover.gain } else { &mut 0 };
        self.score[item.unit] += rise(best, gain);
        let best = if cover.purse == item.purse { &mut cover.worth } else { &mut 0 };
        let rise = rise(best, item.worth);
        let (mark, more) = self.purses[item.purse];
        let more = if mark == self.mark { more } else { 0 };
        self.capped[item.unit] += state.room(item.purse, rise, more);
        self.purses[item.purse] = (self.mark, more + rise);
    }
}

/// By how much a greatest value rises.
fn rise(greatest: &mut Worth, value: Worth) -> Worth {
    let before = *greatest;
    *greatest = before.max(value);
    *greatest - before
}
