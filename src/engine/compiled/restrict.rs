//! Restriction of a diagram to the known regions: the outcomes that remain reachable.

use crate::engine::outcome::Outcome;

use super::diagram::{FALSE, NOT_APPLICABLE, Node, ONCE_SETTLED, TERMINALS, TRUE, UNDEFINED};
use super::pack::{CompiledPack, SubDiagram};
use super::split::{Region, UNKNOWN};

/// A set of reachable terminals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) struct TerminalSet(u8);

impl TerminalSet {
    pub(super) const EMPTY: TerminalSet = TerminalSet(0);

    pub(super) const fn of(terminal: Node) -> TerminalSet {
        TerminalSet(1 << terminal)
    }

    pub(super) fn union(self, other: TerminalSet) -> TerminalSet {
        TerminalSet(self.0 | other.0)
    }

    /// Not met
    const NOT_MET: TerminalSet = TerminalSet::of(FALSE);
    /// Met, except for criteria that the office decides
    const MET_IN_DIRECTION: TerminalSet = TerminalSet::of(UNDEFINED);
    /// Met
    const MET: TerminalSet = TerminalSet::of(TRUE);
    /// Met once settled
    const MET_ONCE_SETTLED: TerminalSet = TerminalSet::of(ONCE_SETTLED);
    /// Not applicable
    const NOT_APPLICABLE: TerminalSet = TerminalSet::of(NOT_APPLICABLE);

    /// The outcome, if only one terminal is reachable.
    pub(in crate::engine) fn outcome(self) -> Option<Outcome> {
        match self {
            TerminalSet::NOT_MET => Some(Outcome::NotMet),
            TerminalSet::MET_IN_DIRECTION => Some(Outcome::MetInDirection),
            TerminalSet::MET => Some(Outcome::Met),
            TerminalSet::MET_ONCE_SETTLED => Some(Outcome::MetOnceSettled),
            TerminalSet::NOT_APPLICABLE => Some(Outcome::NotApplicable),
            _ => None,
        }
    }

    /// Whether only one terminal is reachable.
    pub(in crate::engine) fn is_decided(self) -> bool {
        self.0.is_power_of_two()
    }

    /// Whether the measure can still be met, as far as the applicant's answers go.
    pub(in crate::engine) fn can_be_met(self) -> bool {
        let met =
            TerminalSet::MET.0 | TerminalSet::MET_IN_DIRECTION.0 | TerminalSet::MET_ONCE_SETTLED.0;
        self.0 & met != 0
    }
}

/// Reusable working memory.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct Scratch {
    sets: Vec<u8>,
    representative: Vec<Node>,
}

impl CompiledPack {
    /// Follows known regions from a node to a terminal or to the first unknown region.
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

    /// Follows known regions to a terminal. In unknown regions, takes the first or the last branch.
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

    /// The reachable terminals, if there is only one.
    ///
    /// Fast path: two completions with different terminals prove that the measure is undecided.
    /// Only if they agree, all completions are checked.
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

    /// The terminals that are reachable under some completion of the answers.
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
        // Branches lead to lower numbers, so that one pass in ascending order suffices.
        let sets = &mut scratch.sets;
        sets.clear();
        sets.extend((0..TERMINALS).map(|terminal| TerminalSet::of(terminal).0));
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

    /// Calls `visit` for every split that can still change the outcome, some possibly twice.
    ///
    /// Reduces the restricted diagram again. Every split that remains is relevant (Bryant 1986).
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

    /// The first node that is equivalent to this one in the restricted diagram.
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
