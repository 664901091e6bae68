//! The splits that can still decide a measure although some facts stay unknown.
//!
//! # Why
//!
//! An answer 不清楚 can make other questions pointless: if one of two numbers of a ratio stays
//! unknown, the other decides nothing. A plain diagram does not show it, because it assumes that
//! every fact can become known.
//!
//! The search follows all branches of a split that stays unknown at once. A state is therefore a
//! set of nodes. Two terminals in a state mean that the measure stays open. Equal states have equal
//! results, and a split matters if its branches lead to different results.

use super::diagram::{Node, TERMINALS};
use super::pack::{CompiledPack, SubDiagram};
use super::split::{Region, UNKNOWN};

/// The result of a state in which several outcomes are possible.
const OPEN: u32 = TERMINALS;

/// Maximum number of states. Real measures have a few dozen.
const MAX_STATES: usize = 300;

/// A search over sets of nodes.
struct Search<'a> {
    rules: &'a CompiledPack,
    regions: &'a [Region],
    /// The splits that stay unknown
    fixed: &'a [u32],
    /// The splits of the measure, each after those below it
    order: Vec<u32>,
    /// States with their results
    known: Vec<(Vec<Node>, u32)>,
    /// The results that depend on a split, with the results of its regions
    results: Vec<(u32, Vec<u32>)>,
}

impl CompiledPack {
    /// The splits whose region can decide the measure, if the splits in `fixed` stay unknown.
    /// `None` if the measure is too large.
    pub(in crate::engine) fn decisive_splits(
        &self,
        diagram: SubDiagram,
        regions: &[Region],
        fixed: &[u32],
    ) -> Option<Vec<u32>> {
        let mut search = Search {
            rules: self,
            regions,
            fixed,
            order: self.split_order(diagram),
            known: Vec::new(),
            results: Vec::new(),
        };
        search.result(vec![diagram.root])?;
        Some(search.results.into_iter().map(|(split, _)| split).collect())
    }

    /// The splits of a measure, so that the nodes of a split lead only to earlier ones.
    fn split_order(&self, diagram: SubDiagram) -> Vec<u32> {
        let mut order: Vec<u32> = Vec::new();
        let mut rest: Vec<u32> = Vec::new();
        self.each_split(diagram, &mut |split, _| {
            if !rest.contains(&split) {
                rest.push(split);
            }
        });
        while !rest.is_empty() {
            let leads_to_rest = |split: u32| {
                (diagram.first..=diagram.root).any(|node| {
                    self.split(node) == Some(split)
                        && self.branches(node).iter().any(|branch| {
                            self.split(*branch).is_some_and(|below| rest.contains(&below))
                        })
                })
            };
            // OK because diagrams are ordered: there is always such a split.
            let index = rest.iter().position(|split| !leads_to_rest(*split)).unwrap_or_default();
            order.push(rest.swap_remove(index));
        }
        order
    }
}

impl Search<'_> {
    /// The result of a state; equal numbers mean equal results.
    fn result(&mut self, mut state: Vec<Node>) -> Option<u32> {
        state.sort_unstable();
        state.dedup();
        let terminals = state.iter().take_while(|node| **node < TERMINALS).count();
        if terminals > 1 {
            return Some(OPEN);
        }
        if let [terminal] = state.as_slice()
            && *terminal < TERMINALS
        {
            return Some(*terminal);
        }
        if let Some((_, result)) = self.known.iter().find(|(known, _)| *known == state) {
            return Some(*result);
        }
        if self.known.len() >= MAX_STATES {
            return None;
        }
        let split = self
            .order
            .iter()
            .rfind(|split| state.iter().any(|node| self.rules.split(*node) == Some(**split)));
        let split = *split?;
        let result = match self.regions.get(split as usize).copied().unwrap_or(UNKNOWN) {
            UNKNOWN if self.fixed.contains(&split) => {
                let all = self.replaced(&state, split, |branches| branches.to_vec());
                self.result(all)?
            }
            UNKNOWN => {
                let regions = self.rules.splits.get(split as usize)?.regions();
                let mut results = Vec::new();
                for region in 0..regions {
                    let state = self.replaced(&state, split, |branches| {
                        branches.get(region).copied().into_iter().collect()
                    });
                    results.push(self.result(state)?);
                }
                self.intern(split, results)
            }
            region => {
                let state = self.replaced(&state, split, |branches| {
                    branches.get(usize::from(region)).copied().into_iter().collect()
                });
                self.result(state)?
            }
        };
        self.known.push((state, result));
        Some(result)
    }

    /// A state with branches in place of the nodes of a split.
    fn replaced(
        &self,
        state: &[Node],
        split: u32,
        branches: impl Fn(&[Node]) -> Vec<Node>,
    ) -> Vec<Node> {
        let mut replaced = Vec::new();
        for node in state {
            if self.rules.split(*node) == Some(split) {
                replaced.extend(branches(self.rules.branches(*node)));
            } else {
                replaced.push(*node);
            }
        }
        replaced
    }

    fn intern(&mut self, split: u32, results: Vec<u32>) -> u32 {
        if let Some((first, rest)) = results.split_first()
            && rest.iter().all(|result| result == first)
        {
            return *first;
        }
        let entry = (split, results);
        let index = self.results.iter().position(|known| *known == entry);
        let index = index.unwrap_or_else(|| {
            self.results.push(entry);
            self.results.len() - 1
        });
        OPEN + 1 + u32::try_from(index).unwrap_or_default()
    }
}
