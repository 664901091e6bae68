//! The search for the best compatible set: branch and bound in each component.
//!
//! A. H. Land and A. G. Doig, *An automatic method of solving discrete programming problems*
//! (1960). Each limit is a clique of exclusions. Pairs are never enumerated, so that memory is
//! linear in the pack.

use std::cmp::Ordering;

use super::components::components;
use super::entry::Weight;
use super::problem::Problem;
use super::selection::Selection;
use super::upper_bound::UpperBound;

/// Maximum number of steps per side. A step looks at one item. All of them take 12 ms natively.
/// Each of 200 random packs with 83 measures, twelve overlapping limits and three caps was solved
/// exactly (with 300 000 steps, two were not).
const MAX_STEPS: usize = 1_000_000;

/// Components up to this size are solved first, so that an oversized one does not use up their
/// steps.
const SMALL_COMPONENT: usize = 64;

/// The best compatible set: largest totals, then most items, then the earliest. Also whether it is
/// proven to be the best.
pub(super) fn best_selection(problem: &Problem) -> (Selection<'_>, bool) {
    let mut search = Search {
        selection: Selection::new(problem),
        bound: UpperBound::new(problem),
        best: Best::default(),
        steps: MAX_STEPS,
        exact: true,
    };
    let (ungrouped, components) = components(problem);
    for item in ungrouped {
        search.selection.add(item);
    }
    for small in [true, false] {
        for component in
            components.iter().filter(|component| (component.len() <= SMALL_COMPONENT) == small)
        {
            search.solve(component);
        }
    }
    (search.selection, search.exact)
}

struct Search<'a> {
    selection: Selection<'a>,
    bound: UpperBound,
    best: Best,
    steps: usize,
    exact: bool,
}

/// The best set of the current component.
#[derive(Default)]
struct Best {
    score: Vec<Weight>,
    items: Vec<usize>,
    /// Whether branching found it. If greedy choice did, an equal set found by branching is better:
    /// it comes first in the pack's order, because branching tries each item before omitting it.
    found_by_branching: bool,
}

impl Search<'_> {
    /// Selects the best set of a component.
    fn solve(&mut self, component: &[usize]) {
        self.greedy(component);
        if is_one_group(self.selection.problem, component) {
            // One item can be chosen, and greedy choice found the best.
            return;
        }
        self.record(component, false);
        self.clear(component);
        self.branch(component);
        self.clear(component);
        for item in std::mem::take(&mut self.best.items) {
            self.selection.add(item);
        }
        // A set found before the limit was exceeded may not be maximal.
        self.fill(component);
    }

    /// Greedy choice: adds the item with the largest gain until none can be added. After half of
    /// the remaining steps, adds items in order.
    fn greedy(&mut self, component: &[usize]) {
        let reserve = self.steps / 2;
        loop {
            self.steps = self.steps.saturating_sub(component.len());
            let available = component.iter().copied().filter(|item| self.selection.can_add(*item));
            let gains = available.map(|item| (self.selection.gain(item), item));
            // The first of equals; `max_by_key` returns the last.
            match gains.reduce(|best, next| if next.0 > best.0 { next } else { best }) {
                Some((_, item)) => self.selection.add(item),
                None => return,
            }
            if self.steps <= reserve {
                return self.fill(component);
            }
        }
    }

    /// Branches on each item: with it, then without it. Iterative, because a hostile component
    /// would need a deep stack.
    fn branch(&mut self, component: &[usize]) {
        let mut taken: Vec<bool> = Vec::with_capacity(component.len());
        loop {
            if self.steps == 0 {
                self.exact = false;
                return;
            }
            let rest = component.get(taken.len()..).unwrap_or_default();
            if self.can_improve(rest) {
                let next = rest.iter().position(|item| self.selection.can_add(*item));
                taken.resize(taken.len() + next.unwrap_or(rest.len()), false);
                if let Some(item) = component.get(taken.len()) {
                    self.selection.add(*item);
                    taken.push(true);
                    continue;
                }
                self.record(component, true);
            }
            // Backtracks to the last added item, and continues without it.
            while taken.pop_if(|taken| !*taken).is_some() {}
            if taken.pop().is_none() {
                return;
            }
            if let Some(item) = component.get(taken.len()) {
                self.selection.remove(*item);
                taken.push(false);
            }
        }
    }

    /// Whether the selection with some of the rest can be better than the best.
    fn can_improve(&mut self, rest: &[usize]) -> bool {
        self.steps = self.steps.saturating_sub(rest.len() + self.best.score.len());
        self.bound.update(&self.selection, rest);
        match self.bound.score.cmp(&self.best.score) {
            Ordering::Greater => true,
            Ordering::Equal => !self.best.found_by_branching,
            Ordering::Less => false,
        }
    }

    fn record(&mut self, component: &[usize], found_by_branching: bool) {
        let items = component.iter().copied().filter(|item| self.is_chosen(*item)).collect();
        self.best = Best { score: self.selection.score.clone(), items, found_by_branching };
    }

    fn clear(&mut self, component: &[usize]) {
        for item in component {
            if self.is_chosen(*item) {
                self.selection.remove(*item);
            }
        }
    }

    fn fill(&mut self, component: &[usize]) {
        for item in component {
            if self.selection.can_add(*item) {
                self.selection.add(*item);
            }
        }
    }

    fn is_chosen(&self, item: usize) -> bool {
        self.selection.chosen.get(item) == Some(&true)
    }
}

/// Whether a component is a single group.
fn is_one_group(problem: &Problem, component: &[usize]) -> bool {
    let first = component.first().and_then(|item| problem.items.get(*item));
    let mut groups = first.into_iter().flat_map(|item| &item.groups);
    groups
        .any(|group| problem.groups.get(*group).is_some_and(|group| group.len() == component.len()))
}
