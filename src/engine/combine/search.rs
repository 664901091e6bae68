//! Search: the best compatible set of a problem, by branch and bound over its components.
//!
//! A. H. Land and A. G. Doig, *An automatic method of solving discrete programming problems* (1960). Every limit ties
//! a clique, so pairs that exclude each other are never listed, and memory is that of the pack.

use std::cmp::Ordering;

use super::components::components;
use super::entry::Weight;
use super::problem::Problem;
use super::selection::Selection;
use super::upper_bound::UpperBound;

/// How often, on each side, the search steps at an item before it is given up. All of these steps took 12 ms natively.
/// Of 200 random packs with 83 measures, twelve entangled limits and three caps, each was exact (at 300 000 two were not).
const MAX_STEPS: usize = 1_000_000;

/// Parts up to so many items go first, so that one that is too large takes no steps from them.
const SMALL_COMPONENT: usize = 64;

/// The best compatible set: largest totals, then most items, then the earliest. With it, whether no better one exists.
pub(super) fn best_selection(problem: &Problem) -> (Selection<'_>, bool) {
    let mut search = Search {
        selection: Selection::new(problem),
        bound: UpperBound::new(problem),
        best: Best::default(),
        steps: MAX_STEPS,
        exact: true,
    };
    let (free, components) = components(problem);
    for item in free {
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

/// The best set of the component being searched.
#[derive(Default)]
struct Best {
    score: Vec<Weight>,
    items: Vec<usize>,
    /// Whether the search found it. If not, the first that equals it is better: it comes before all its equals in
    /// the author's order, because the search takes an item before it leaves it.
    searched: bool,
}

impl Search<'_> {
    /// Leaves the best set of a component chosen.
    fn solve(&mut self, component: &[usize]) {
        self.greedy(component);
        if is_one_group(self.selection.problem, component) {
            // One is chosen, and greed chose the greatest.
            return;
        }
        self.record(component, false);
        self.clear(component);
        self.branch(component);
        self.clear(component);
        for item in std::mem::take(&mut self.best.items) {
            self.selection.add(item);
        }
        // A set found just before the search was given up may have room for more.
        self.fill(component);
    }

    /// Takes whatever gains most, again and again; once half of the steps are gone, whatever comes first.
    fn greedy(&mut self, component: &[usize]) {
        let reserve = self.steps / 2;
        loop {
            self.steps = self.steps.saturating_sub(component.len());
            let free = component.iter().copied().filter(|item| self.selection.can_add(*item));
            let gains = free.map(|item| (self.selection.gain(item), item));
            // Of equals the first: `max_by_key` would return the last.
            match gains.reduce(|best, next| if next.0 > best.0 { next } else { best }) {
                Some((_, item)) => self.selection.add(item),
                None => return,
            }
            if self.steps <= reserve {
                return self.fill(component);
            }
        }
    }

    /// Takes or leaves each item in turn; without recursion, because a hostile component would need a deep stack.
    fn branch(&mut self, component: &[usize]) {
        let mut taken: Vec<bool> = Vec::with_capacity(component.len());
        loop {
            if self.steps == 0 {
                self.exact = false;
                return;
            }
            let rest = component.get(taken.len()..).unwrap_or_default();
            if self.can_improve(rest) {
                let free = rest.iter().position(|item| self.selection.can_add(*item));
                taken.resize(taken.len() + free.unwrap_or(rest.len()), false);
                if let Some(item) = component.get(taken.len()) {
                    self.selection.add(*item);
                    taken.push(true);
                    continue;
                }
                self.record(component, true);
            }
            // Back to the last one taken, and on without it.
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

    /// Whether what is chosen, with some of the rest, may be better than the best.
    fn can_improve(&mut self, rest: &[usize]) -> bool {
        self.steps = self.steps.saturating_sub(rest.len() + self.best.score.len());
        self.bound.update(&self.selection, rest);
        match self.bound.score.cmp(&self.best.score) {
            Ordering::Greater => true,
            Ordering::Equal => !self.best.searched,
            Ordering::Less => false,
        }
    }

    fn record(&mut self, component: &[usize], searched: bool) {
        let items = component.iter().copied().filter(|item| self.is_chosen(*item)).collect();
        self.best = Best { score: self.selection.score.clone(), items, searched };
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

/// Whether one group ties all of a component.
fn is_one_group(problem: &Problem, component: &[usize]) -> bool {
    let first = component.first().and_then(|item| problem.items.get(*item));
    let mut groups = first.into_iter().flat_map(|item| &item.groups);
    groups
        .any(|group| problem.groups.get(*group).is_some_and(|group| group.len() == component.len()))
}
