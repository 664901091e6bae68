//! Search: the best compatible set of a field, by branch and bound over its parts.
//!
//! A. H. Land and A. G. Doig, *An automatic method of solving discrete programming problems* (1960). Every limit ties
//! a clique, so pairs that exclude each other are never listed, and memory is that of the pack.

use std::cmp::Ordering;

use super::components::parts;
use super::entry::Worth;
use super::problem::Field;
use super::selection::State;
use super::upper_bound::Bound;

/// How often, on each side, the search looks at an item before it is given up. All of these looks took 12 ms natively.
/// Of 200 random packs with 83 measures, twelve entangled limits and three caps, each was exact (at 300 000 two were not).
const LOOKS: usize = 1_000_000;

/// Parts up to so many items go first, so that one that is too large takes no looks from them.
const SMALL: usize = 64;

/// The best compatible set: largest totals, then most items, then the earliest. With it, whether no better one exists.
pub(super) fn best(field: &Field) -> (State<'_>, bool) {
    let mut search = Search {
        state: State::new(field),
        bound: Bound::new(field),
        best: Best::default(),
        looks: LOOKS,
        exact: true,
    };
    let (free, parts) = parts(field);
    for item in free {
        search.state.add(item);
    }
    for small in [true, false] {
        for part in parts.iter().filter(|part| (part.len() <= SMALL) == small) {
            search.part(part);
        }
    }
    (search.state, search.exact)
}

struct Search<'a> {
    state: State<'a>,
    bound: Bound,
    best: Best,
    looks: usize,
    exact: bool,
}

/// The best set of the part being searched.
#[derive(Default)]
struct Best {
    score: Vec<Worth>,
    items: Vec<usize>,
    /// Whether the search found it. If not, the first that equals it is better: it comes before all its equals in
    /// the author's order, because the search takes an item before it leaves it.
    searched: bool,
}

impl Search<'_> {
    /// Leaves the best set of a part chosen.
    fn part(&mut self, part: &[usize]) {
        self.greedy(part);
        if is_one_group(self.state.field, part) {
            // One is chosen, and greed chose the greatest.
            return;
        }
        self.keep(part, false);
        self.clear(part);
        self.branch(part);
        self.clear(part);
        for item in std::mem::take(&mut self.best.items) {
            self.state.add(item);
        }
        // A set found just before the search was given up may have room for more.
        self.fill(part);
    }

    /// Takes whatever gains most, again and again; once half of the looks are gone, whatever comes first.
    fn greedy(&mut self, part: &[usize]) {
        let reserve = self.looks / 2;
        loop {
            self.looks = self.looks.saturating_sub(part.len());
            let free = part.iter().copied().filter(|item| self.state.is_free(*item));
            let gains = free.map(|item| (self.state.gain(item), item));
            // Of equals the first: `max_by_key` would return the last.
            match gains.reduce(|best, next| if next.0 > best.0 { next } else { best }) {
                Some((_, item)) => self.state.add(item),
                None => return,
            }
            if self.looks <= reserve {
                return self.fill(part);
            }
        }
    }

    /// Takes or leaves each item in turn; without recursion, because a hostile part would need a deep stack.
    fn branch(&mut self, part: &[usize]) {
        let mut taken: Vec<bool> = Vec::with_capacity(part.len());
        loop {
            if self.looks == 0 {
                self.exact = false;
                return;
            }
            let rest = part.get(taken.len()..).unwrap_or_default();
            if self.promises(rest) {
                let free = rest.iter().position(|item| self.state.is_free(*item));
                taken.resize(taken.len() + free.unwrap_or(rest.len()), false);
                if let Some(item) = part.get(taken.len()) {
                    self.state.add(*item);
                    taken.push(true);
                    continue;
                }
                self.keep(part, true);
            }
            // Back to the last one taken, and on without it.
            while taken.pop_if(|taken| !*taken).is_some() {}
            if taken.pop().is_none() {
                return;
            }
            if let Some(item) = part.get(taken.len()) {
                self.state.remove(*item);
                taken.push(false);
            }
        }
    }

    /// Whether what is chosen, with some of the rest, may be better than the best.
    fn promises(&mut self, rest: &[usize]) -> bool {
        self.looks = self.looks.saturating_sub(rest.len() + self.best.score.len());
        self.bound.set(&self.state, rest);
        match self.bound.score.cmp(&self.best.score) {
            Ordering::Greater => true,
            Ordering::Equal => !self.best.searched,
            Ordering::Less => false,
        }
    }

    fn keep(&mut self, part: &[usize], searched: bool) {
        let items = part.iter().copied().filter(|item| self.is_chosen(*item)).collect();
        self.best = Best { score: self.state.score.clone(), items, searched };
    }

    fn clear(&mut self, part: &[usize]) {
        for item in part {
            if self.is_chosen(*item) {
                self.state.remove(*item);
            }
        }
    }

    fn fill(&mut self, part: &[usize]) {
        for item in part {
            if self.state.is_free(*item) {
                self.state.add(*item);
            }
        }
    }

    fn is_chosen(&self, item: usize) -> bool {
        self.state.chosen.get(item) == Some(&true)
    }
}

/// Whether one group ties all of a part.
fn is_one_group(field: &Field, part: &[usize]) -> bool {
    let first = part.first().and_then(|item| field.items.get(*item));
    let mut groups = first.into_iter().flat_map(|item| &item.groups);
    groups.any(|group| field.groups.get(*group).is_some_and(|group| group.len() == part.len()))
}
