//! Completions of partial answers: a search for completions with different verdicts.

use std::collections::BTreeMap;

use super::grid::Grid;
use super::policy::{Values, Verdict};
use super::rng::Rng;

/// A search through the completions of the answers of one firm, for one measure.
pub(crate) struct Search<'a> {
    pub(super) grid: &'a Grid<'a>,
    measure: usize,
    known: &'a [Option<i64>],
    unknown: Vec<usize>,
    pub(super) rng: Rng,
    /// Some completions with each verdict
    pub(crate) found: BTreeMap<Verdict, Vec<Values>>,
    /// The least and the most merit found
    pub(crate) extremes: [i64; 2],
}

impl<'a> Search<'a> {
    pub(crate) fn new(
        grid: &'a Grid<'a>,
        measure: usize,
        known: &'a [Option<i64>],
        seed: u64,
    ) -> Search<'a> {
        let unknown = (0..known.len()).filter(|fact| known[*fact].is_none()).collect();
        let rng = Rng::new(seed);
        Search {
            grid,
            measure,
            known,
            unknown,
            rng,
            found: BTreeMap::new(),
            extremes: [i64::MAX, i64::MIN],
        }
    }

    /// Searches from several firms, upwards and downwards. `stop_at` ends the search early, once
    /// that many verdicts are found.
    pub(crate) fn run(&mut self, starts: usize, stop_at: usize) {
        for _ in 0..starts {
            for direction in [1, -1] {
                let start = self.start();
                self.noted_merit(&start);
                self.climb(start, direction);
                if self.found.len() >= stop_at {
                    return;
                }
            }
        }
    }

    /// The verdict on a firm.
    pub(super) fn verdict(&self, firm: &[i64]) -> Verdict {
        (self.grid.policy.verdict)(firm, self.measure)
    }

    /// How close a firm is to meeting the measure.
    pub(super) fn merit(&self, firm: &[i64]) -> i64 {
        (self.grid.policy.merit)(firm, self.measure)
    }

    fn noted_merit(&mut self, firm: &[i64]) -> i64 {
        let merit = self.merit(firm);
        self.extremes = [self.extremes[0].min(merit), self.extremes[1].max(merit)];
        merit
    }

    /// A random completion.
    fn start(&mut self) -> Values {
        let mut firm = (self.grid.policy.random)(&mut self.rng);
        for (value, known) in firm.iter_mut().zip(self.known) {
            *value = known.unwrap_or(*value);
        }
        for fact in self.shuffled() {
            if self.rng.one_in(2) {
                let grid = self.grid.values(&firm, fact);
                firm[fact] = self.rng.pick(&grid);
            }
        }
        self.visit(&firm);
        firm
    }

    /// The unknown facts in random order.
    pub(super) fn shuffled(&mut self) -> Vec<usize> {
        let mut unknown = self.unknown.clone();
        self.rng.shuffle(&mut unknown);
        unknown
    }

    fn visit(&mut self, firm: &[i64]) -> Verdict {
        let verdict = self.verdict(firm);
        let firms = self.found.entry(verdict).or_default();
        if firms.len() < 12 {
            firms.push(firm.to_vec());
        } else if self.rng.one_in(16) {
            let index = self.rng.below(firms.len());
            firms[index] = firm.to_vec();
        }
        verdict
    }

    /// Changes one unknown fact after the other to the value with the most merit, or the least.
    fn climb(&mut self, mut firm: Values, direction: i64) {
        for _ in 0..4 {
            let before = firm.clone();
            for fact in self.shuffled() {
                let mut best = (direction * self.noted_merit(&firm), firm[fact]);
                for value in self.grid.values(&firm, fact) {
                    firm[fact] = value;
                    self.visit(&firm);
                    let merit = direction * self.noted_merit(&firm);
                    // Equal firms are chosen at random, so that the search does not stay in place.
                    if merit > best.0 || (merit == best.0 && self.rng.one_in(3)) {
                        best = (merit, value);
                    }
                }
                firm[fact] = best.1;
            }
            if firm == before {
                return;
            }
        }
    }

    /// A completion with a verdict that was found.
    pub(super) fn sample(&mut self, verdict: Verdict) -> Values {
        let index = self.rng.below(self.found[&verdict].len());
        self.found[&verdict][index].clone()
    }
}
