//! The residue: what is left of a measure's diagram once the known facts have taken their branches.

use crate::engine::outcome::Outcome;

use super::diagram::{APART, ENDS, FALSE, NEITHER, Node, TRUE};
use super::split::{Region, UNKNOWN};
use super::{CompiledPack, Part};

/// What a measure can still come to, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) struct Residue(u8);

impl Residue {
    pub(super) const NOTHING: Residue = Residue(0);

    pub(super) const fn of(end: Node) -> Residue {
        Residue(1 << end)
    }

    pub(super) fn with(self, other: Residue) -> Residue {
        Residue(self.0 | other.0)
    }

    /// Not met
    const NOT_MET: Residue = Residue::of(FALSE);
    /// Met, but for what the office decides
    const IN_DIRECTION: Residue = Residue::of(NEITHER);
    /// Met
    const MET: Residue = Residue::of(TRUE);
    /// Does not concern the applicant
    const APART: Residue = Residue::of(APART);

    /// The outcome, if there is but one thing that the measure can come to.
    pub(in crate::engine) fn outcome(self) -> Option<Outcome> {
        match self {
            Residue::NOT_MET => Some(Outcome::NotMet),
            Residue::IN_DIRECTION => Some(Outcome::MetInDirection),
            Residue::MET => Some(Outcome::Met),
            Residue::APART => Some(Outcome::NotApplicable),
            _ => None,
        }
    }

    /// Whether there is but one thing it can come to.
    pub(in crate::engine) fn is_decided(self) -> bool {
        self.0.is_power_of_two()
    }

    /// Whether it can still be met, as far as the applicant can say.
    pub(in crate::engine) fn can_be_met(self) -> bool {
        self.0 & (Residue::MET.0 | Residue::IN_DIRECTION.0) != 0
    }
}

/// Room to work in, used again for every measure.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct Scratch {
    residues: Vec<u8>,
    same: Vec<Node>,
}

impl CompiledPack {
    /// Follows the known regions as far as they lead.
    fn follow(&self, mut node: Node, regions: &[Region]) -> Node {
        while let Some((split, first)) = self.at(node) {
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
        while let Some((split, first)) = self.at(node) {
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
        part: Part,
        regions: &[Region],
        scratch: &mut Scratch,
    ) -> Option<Residue> {
        let root = self.follow(part.root, regions);
        if root < ENDS {
            return Some(Residue::of(root));
        }
        if self.path(root, regions, false) != self.path(root, regions, true) {
            return None;
        }
        Some(self.residue(part, regions, scratch)).filter(|residue| residue.is_decided())
    }

    /// What a measure can still come to.
    pub(in crate::engine) fn residue(
        &self,
        part: Part,
        regions: &[Region],
        scratch: &mut Scratch,
    ) -> Residue {
        let root = self.follow(part.root, regions);
        if root < ENDS {
            return Residue::of(root);
        }
        // Branches lead to earlier nodes, so one walk upwards suffices.
        let residues = &mut scratch.residues;
        residues.clear();
        residues.extend([FALSE, NEITHER, TRUE, APART].map(|end| Residue::of(end).0));
        let place = |node: Node| if node < ENDS { node } else { node - part.first + ENDS } as usize;
        for node in part.first..=root {
            let region = self.split(node).and_then(|split| regions.get(split as usize)).copied();
            let residue = match region {
                Some(region) if region != UNKNOWN => {
                    residues.get(place(self.branch(node, region))).copied().unwrap_or_default()
                }
                _ => {
                    let branches = self.branches(node).iter();
                    branches.fold(0, |all, branch| {
                        all | residues.get(place(*branch)).copied().unwrap_or_default()
                    })
                }
            };
            residues.push(residue);
        }
        Residue(residues.last().copied().unwrap_or_default())
    }

    /// Calls back with every split that can still change what a measure comes to, some perhaps twice.
    ///
    /// The diagram is reduced again, with the known regions taken: what then stands in it matters (Bryant 1986).
    pub(in crate::engine) fn each_open_split(
        &self,
        part: Part,
        regions: &[Region],
        scratch: &mut Scratch,
        visit: &mut dyn FnMut(u32),
    ) {
        let root = self.follow(part.root, regions);
        if root < ENDS {
            return;
        }
        let place = |node: Node| (node - part.first) as usize;
        let same = &mut scratch.same;
        same.clear();
        for node in part.first..=root {
            let reduced = self.reduced(node, part.first, regions, same);
            same.push(reduced);
        }
        let alias = |node: Node| {
            if node < ENDS { node } else { same.get(place(node)).copied().unwrap_or(node) }
        };
        let start = alias(root);
        let marks = &mut scratch.residues;
        marks.clear();
        marks.resize(place(root) + 1, 0);
        for node in (part.first..=root).rev() {
            if node != start && marks.get(place(node)) != Some(&1) {
                continue;
            }
            self.split(node).into_iter().for_each(&mut *visit);
            for branch in self.branches(node).iter().map(|branch| alias(*branch)) {
                if branch >= ENDS
                    && let Some(mark) = marks.get_mut(place(branch))
                {
                    *mark = 1;
                }
            }
        }
    }

    /// The first node of the part that is the same as this one, with the known regions taken.
    fn reduced(&self, node: Node, first: Node, regions: &[Region], same: &[Node]) -> Node {
        let alias = |node: Node| {
            if node < ENDS {
                node
            } else {
                same.get((node - first) as usize).copied().unwrap_or(node)
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
