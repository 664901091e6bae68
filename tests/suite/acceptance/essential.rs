//! The facts that can change a verdict: a search for two completions that differ in one fact only.

use std::collections::BTreeSet;

use super::completions::Search;
use super::policy::Verdict;

/// The number of random walks, and of rounds of attempts for a fact that they do not find.
const WALKS: usize = 60;
const ROUNDS: usize = 6;

impl Search<'_> {
    /// The unknown facts that alone change the verdict of some completion. More effort goes into
    /// `wanted`.
    pub(crate) fn essential(&mut self, wanted: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut essential = BTreeSet::new();
        for _ in 0..WALKS {
            self.walk(wanted, &mut essential);
        }
        for fact in wanted {
            for _ in 0..ROUNDS {
                for other in self.shuffled() {
                    self.tighten(*fact, None, &mut essential);
                    self.tighten_at_each(*fact, other, &mut essential);
                }
            }
        }
        essential
    }

    /// Tightens completions with each value of another fact.
    fn tighten_at_each(&mut self, fact: usize, other: usize, essential: &mut BTreeSet<usize>) {
        let verdicts: Vec<Verdict> = self.found.keys().copied().collect();
        let verdict = self.rng.pick(&verdicts);
        let firm = self.sample(verdict);
        for value in self.grid.values(&firm, other) {
            self.tighten(fact, Some((other, value)), essential);
        }
    }

    /// Walks from one completion to another with a different verdict, one fact after the other.
    fn walk(&mut self, wanted: &BTreeSet<usize>, essential: &mut BTreeSet<usize>) {
        let verdicts: Vec<Verdict> = self.found.keys().copied().collect();
        let (from, to) = (self.rng.pick(&verdicts), self.rng.pick(&verdicts));
        let mut firm = self.sample(from);
        let target = self.sample(to);
        let mut verdict = from;
        for fact in self.shuffled() {
            firm[fact] = target[fact];
            let next = self.verdict(&firm);
            if next != verdict {
                essential.insert(fact);
                for fact in wanted.difference(&essential.clone()) {
                    self.try_each(&firm, *fact, essential);
                }
            }
            verdict = next;
        }
    }

    /// Tries every value of a fact.
    fn try_each(&self, firm: &[i64], fact: usize, essential: &mut BTreeSet<usize>) {
        let verdict = self.verdict(firm);
        let mut other = firm.to_vec();
        for value in self.grid.values(firm, fact) {
            other[fact] = value;
            if self.verdict(&other) != verdict {
                essential.insert(fact);
            }
        }
    }

    /// Makes a completion as good as possible, then as bad as a verdict allows. `fact` and the
    /// pinned fact stay as they are. Then a change of `fact` alone changes the verdict, if it can.
    fn tighten(
        &mut self,
        fact: usize,
        pinned: Option<(usize, i64)>,
        essential: &mut BTreeSet<usize>,
    ) {
        if essential.contains(&fact) {
            return;
        }
        let verdicts: Vec<Verdict> = self.found.keys().copied().collect();
        let start = self.rng.pick(&verdicts);
        let mut firm = self.sample(start);
        let mut others = self.shuffled();
        if let Some((other, value)) = pinned {
            firm[other] = value;
            others.retain(|fact| *fact != other);
        }
        for _ in 0..2 {
            for other in &others {
                self.keep(None, *other, 1, &mut firm);
            }
        }
        let kept = self.rng.pick(&[Verdict::Met, Verdict::Office]).max(self.verdict(&firm));
        // What costs least comes first: an alternative that is not needed costs nothing.
        let costs: Vec<(i64, usize)> =
            others.iter().map(|other| (self.cost(&firm, *other), *other)).collect();
        let mut costs: Vec<(i64, usize)> =
            costs.into_iter().map(|(cost, other)| (cost * self.rng.between(1, 4), other)).collect();
        costs.sort_by_key(|(cost, _)| *cost);
        others = costs.into_iter().map(|(_, other)| other).collect();
        for _ in 0..2 {
            for other in others.iter().filter(|other| **other != fact) {
                self.keep(Some(kept), *other, -1, &mut firm);
            }
            self.try_each(&firm, fact, essential);
        }
    }

    /// The merit that a firm loses by the worst value of a fact.
    fn cost(&self, firm: &[i64], fact: usize) -> i64 {
        let mut other = firm.to_vec();
        let merits = self.grid.values(firm, fact).into_iter().map(|value| {
            other[fact] = value;
            self.merit(&other)
        });
        self.merit(firm) - merits.min().unwrap_or_default()
    }

    /// Sets a fact to the value with the most merit, or the least, with that verdict or a better
    /// one.
    fn keep(&mut self, verdict: Option<Verdict>, fact: usize, direction: i64, firm: &mut [i64]) {
        let mut best = (direction * self.merit(firm), firm[fact]);
        for value in self.grid.values(firm, fact) {
            firm[fact] = value;
            let merit = direction * self.merit(firm);
            let is_better = merit > best.0 || (merit == best.0 && self.rng.one_in(3));
            let is_kept = verdict.is_none_or(|verdict| self.verdict(firm) <= verdict);
            if is_kept && is_better {
                best = (merit, value);
            }
        }
        firm[fact] = best.1;
    }
}
