//! The terminals: what is left of a measure's diagram once the known facts have taken their branches.

use crate::engine::outcome::Outcome;

use super::diagram::{FALSE, NOT_APPLICABLE, Node, TERMINALS, TRUE, UNDEFINED};
use super::split::{Region, UNKNOWN};
use super::{CompiledPack, SubDiagram};

/// What a measure can still come to, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) struct TerminalSet(u8);

impl TerminalSet {
    pub(super) const EMPTY: TerminalSet = TerminalSet(0);

    pub(super) const fn of(end: Node) -> TerminalSet {
        TerminalSet(1 << end)
    }

    pub(super) fn union(self, other: TerminalSet) -> TerminalSet {
        TerminalSet(self.0 | other.0)
    }

    /// Not met
    const NOT_MET: TerminalSet = TerminalSet::of(FALSE);
    /// Met, but for what the office decides
    const MET_IN_DIRECTION: TerminalSet = TerminalSet::of(UNDEFINED);
    /// Met
    const MET: TerminalSet = TerminalSet::of(TRUE);
    /// Does not concern the applicant
    const NOT_APPLICABLE: TerminalSet = TerminalSet::of(NOT_APPLICABLE);

    /// The outcome, if there is but one thing that the measure can come to.
    pub(in crate::engine) fn outcome(self) -> Option<Outcome> {
        match self {
            TerminalSet::NOT_MET => Some(Outcome::NotMet),
            TerminalSet::MET_IN_DIRECTION => Some(Outcome::MetInDirection),
            TerminalSet::MET => Some(Outcome::Met),
            TerminalSet::NOT_APPLICABLE => Some(Outcome::NotApplicable),
            _ => None,
        }
    }

    /// Whether there is but one thing it can come to.
    pub(in crate::engine) fn is_decided(self) -> bool {
        self.0.is_power_of_two()
    }

    /// Whether it can still be met, as far as the applicant can say.
    pub(in crate::engine) fn can_be_met(self) -> bool {
        self.0 & (TerminalSet::MET.0 | TerminalSet::MET_IN_DIRECTION.0) != 0
    }
}

/// Room to work in, used again for every measure.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct Scratch {
    sets: Vec<u8>,
    representative: Vec<Node>,
}

impl CompiledPack {
    /// Follows the known regions as far as they lead.
    fn follow(&self, mut node: Node, regions: &[Region]) -> Node {
        while let Some((split, first)) = self.node_entry(node) {
            let region = regions.get(split as usize).copied().unwrap_or(UNKNOWN);
            if region == UNKNOWN {
                break;
            }
            node = self.edge(first, region);
        }
        node
    }

    /// Follows the known regions to an end; in unknown ones, the first branch or the last.
    fn path(&self, mut node: Node, regions: &[Region], last: bool) -> Node {
        while let Some((split, first)) = self.node_entry(node) {
            node = match regions.get(split as usize) {
                Some(region) if *region != UNKNOWN => self.edge(first, *region),
                _ if last => self.branches(node).last().copied().unwrap_or(FALSE),
                _ => self.edge(first, 0),
            };
        }
        node
    }

    /// What a measure comes to, if that is decided.
    ///
    /// Two ways of completing the answers that end differently show that it is not; only where they agree, all ways
    /// must be looked at.
    pub(in crate::engine) fn decided(
        &self,
        diagram: SubDiagram,
        regions: &[Region],
        scratch: &mut Scratch,
    ) -> Option<TerminalSet> {
        let root = self.follow(diagram.root, regions);
        if root < TERMINALS {
            return Some(TerminalSet::of(root));
        }
        if self.path(root, regions, false) != self.path(root, regions, true) {
            return None;
        }
        Some(self.reachable_terminals(diagram, regions, scratch))
            .filter(|terminals| terminals.is_decided())
    }

    /// What a measure can still come to.
    pub(in crate::engine) fn reachable_terminals(
        &self,
        diagram: SubDiagram,
        regions: &[Region],
        scratch: &mut Scratch,
    ) -> TerminalSet {
        let root = self.follow(diagram.root, regions);
        if root < TERMINALS {
            return TerminalSet::of(root);
        }
        // Branches lead to earlier nodes, so one walk upwards suffices.
        let sets = &mut scratch.sets;
        sets.clear();
        sets.extend([FALSE, UNDEFINED, TRUE, NOT_APPLICABLE].map(|end| TerminalSet::of(end).0));
        let index = |node: Node| if node < TERMINALS { node } else { node - diagram.first + TERMINALS } as usize;
        for node in diagram.first..=root {
            let region = self.split(node).and_then(|split| regions.get(split as usize)).copied();
            let terminals = match region {
                Some(region) if region != UNKNOWN => {
                    sets.get(index(self.branch(node, region))).copied().unwrap_or_default()
                }
                _ => {
                    let branches = self.branches(node).iter();
                    branches.fold(0, |all, branch| {
                        all | sets.get(index(*branch)).copied().unwrap_or_default()
                    })
                }
            };
            sets.push(terminals);
        }
        TerminalSet(sets.last().copied().unwrap_or_default())
    }

    /// Calls back with every split that can still change what a measure comes to, some perhaps twice.
    ///
    /// The diagram is representative_of again, with the known regions taken: what then stands in it matters (Bryant 1986).
    pub(in crate::engine) fn for_each_relevant_split(
        &self,
        diagram: SubDiagram,
        regions: &[Region],
        scratch: &mut Scratch,
        visit: &mut dyn FnMut(u32),
    ) {
        let root = self.follow(diagram.root, regions);
        if root < TERMINALS {
            return;
        }
        let index = |node: Node| (node - diagram.first) as usize;
        let representative = &mut scratch.representative;
        representative.clear();
        for node in diagram.first..=root {
            let representative_of =
                self.representative_of(node, diagram.first, regions, representative);
            representative.push(representative_of);
        }
        let alias = |node: Node| {
            if node < TERMINALS {
                node
            } else {
                representative.get(index(node)).copied().unwrap_or(node)
            }
        };
        let start = alias(root);
        let marks = &mut scratch.sets;
        marks.clear();
        marks.resize(index(root) + 1, 0);
        for node in (diagram.first..=root).rev() {
            if node != start && marks.get(index(node)) != Some(&1) {
                continue;
            }
            self.split(node).into_iter().for_each(&mut *visit);
            for branch in self.branches(node).iter().map(|branch| alias(*branch)) {
                if branch >= TERMINALS
                    && let Some(mark) = marks.get_mut(index(branch))
                {
                    *mark = 1;
                }
            }
        }
    }

    /// The first node of the diagram that is the representative as this one, with the known regions taken.
    fn representative_of(
        &self,
        node: Node,
        first: Node,
        regions: &[Region],
        representative: &[Node],
    ) -> Node {
        let alias = |node: Node| {
            if node < TERMINALS {
                node
            } else {
                representative.get((node - first) as usize).copied().unwrap_or(node)
            }
        };
        let split = self.split(node);
        let region =
            split.and_then(|split| regions.get(split as usize)).copied().unwrap_or(UNKNOWN);
        if region != UNKNOWN {
            return alias(self.branch(node, region));
        }
        let branches = self.branches(node);
        let mut aliases = branches.iter().map(|branch| alias(*branch));
        let only = aliases.next().unwrap_or(node);
        if aliases.all(|branch| branch == only) {
            return only;
        }
        let is_same = |other: &Node| {
            alias(*other) == *other
                && self.split(*other) == split
                && self
                    .branches(*other)
                    .iter()
                    .map(|branch| alias(*branch))
                    .eq(branches.iter().map(|branch| alias(*branch)))
        };
        (first..node).find(is_same).unwrap_or(node)
    }
}
