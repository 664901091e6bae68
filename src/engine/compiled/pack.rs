//! A rule pack compiled for a date: the diagrams of all measures.

use jiff::civil::Date;

use crate::engine::answers::Answers;
use crate::engine::evaluate::EvalContext;
use crate::rulebook::{FactId, Id, MeasureId, RulePack};

use super::compile::compile;
use super::diagram::{FALSE, Node, TERMINALS, TOO_LARGE};
use super::region_table::RegionTable;
use super::split::{Region, Split};

/// Maximum work for compiling a pack (see [`super::diagram`]): several hundred times that of a real
/// policy, and less than a second. If a hostile pack exceeds it, the remaining measures are
/// evaluated in Kleene logic.
const MAX_WORK: usize = 5_000_000;

/// A rule pack compiled for a date.
///
/// INVARIANT: every call passes the pack it was compiled from.
#[derive(Debug)]
pub struct CompiledPack {
    /// The date for which the pack is evaluated
    pub as_of: Date,
    pub(in crate::engine) splits: Vec<Split>,
    pub(super) measures: Vec<Representation>,
    /// Per node after the terminals: its split and the index of its first branch
    pub(super) nodes: Vec<(u32, u32)>,
    /// The branches of all nodes
    pub(super) edges: Vec<Node>,
    /// Per fact: the splits that it decides alone
    pub(super) splits_of: Vec<Vec<u32>>,
    /// Per fact: the regions of those splits by value; `None` if the table would be too large
    pub(super) region_tables: Vec<Option<RegionTable>>,
    /// The splits that compare several facts
    pub(super) comparisons: Vec<u32>,
    /// Per fact: the splits that compare it with others
    pub(super) comparisons_of: Vec<Vec<u32>>,
    /// Per fact: the measures whose outcome depends on it
    pub(super) measures_of: Vec<Vec<MeasureId>>,
}

/// The method of assessing a measure.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) enum Representation {
    /// Not at all: it is not in force on the date
    NotInForce,
    /// With its diagram
    Diagram(SubDiagram),
    /// In Kleene logic: it is too large for a diagram
    Kleene,
}

/// The nodes of a measure's diagram.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct SubDiagram {
    /// The first node; branches lead to lower numbers only
    pub(in crate::engine) first: Node,
    /// The root: the last node, or a terminal
    pub(in crate::engine) root: Node,
    pub(in crate::engine) is_approximate: bool,
}

impl CompiledPack {
    /// Compiles a pack for a date.
    pub fn new(pack: &RulePack, as_of: Date) -> CompiledPack {
        CompiledPack::of_measures(pack, as_of, |_| true)
    }

    /// Compiles some measures of a pack, so that evaluating them does not compute what only others
    /// need. Those left out are evaluated in Kleene logic, which may leave more of them open.
    pub fn of_measures(
        pack: &RulePack,
        as_of: Date,
        includes: impl Fn(MeasureId) -> bool,
    ) -> CompiledPack {
        let mut rules = CompiledPack {
            as_of,
            splits: Vec::new(),
            measures: Vec::new(),
            nodes: Vec::new(),
            edges: Vec::new(),
            splits_of: vec![Vec::new(); pack.facts.len()],
            region_tables: Vec::new(),
            comparisons: Vec::new(),
            comparisons_of: vec![Vec::new(); pack.facts.len()],
            measures_of: vec![Vec::new(); pack.facts.len()],
        };
        let answers = Answers::none(pack);
        let context = EvalContext { pack, answers: &answers, as_of };
        let mut work = 0;
        for (id, measure) in pack.measures.iter() {
            let representation =
                if !pack.in_force.contains(as_of) || !measure.in_force.contains(as_of) {
                    Representation::NotInForce
                } else if work > MAX_WORK || !includes(id) {
                    Representation::Kleene
                } else {
                    let compiled = compile(context, measure);
                    work += compiled.as_ref().map_or(TOO_LARGE, |compiled| compiled.diagram.work);
                    compiled.map_or(Representation::Kleene, |compiled| {
                        Representation::Diagram(rules.add_measure(&compiled))
                    })
                };
            rules.measures.push(representation);
            for fact in pack.facts_of(id) {
                if let Some(measures) = rules.measures_of.get_mut(fact.index()) {
                    measures.push(id);
                }
            }
        }
        for (fact, _) in pack.facts.iter() {
            let splits =
                rules.splits_of(fact).iter().filter_map(|index| rules.splits.get(*index as usize));
            let table = RegionTable::new(&context, fact, &splits.collect::<Vec<_>>());
            rules.region_tables.push(table);
        }
        rules
    }

    /// The method of assessing a measure.
    pub(in crate::engine) fn representation(&self, measure: MeasureId) -> Representation {
        self.measures.get(measure.index()).copied().unwrap_or(Representation::Kleene)
    }

    /// The measures whose outcome depends on a fact.
    pub fn measures_of(&self, fact: FactId) -> &[MeasureId] {
        self.measures_of.get(fact.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Calls `visit` for the split of each node of a measure.
    pub(in crate::engine) fn each_split(
        &self,
        diagram: SubDiagram,
        visit: &mut dyn FnMut(u32, &Split),
    ) {
        if diagram.root >= TERMINALS {
            for split in (diagram.first..=diagram.root).filter_map(|node| self.split(node)) {
                self.splits.get(split as usize).into_iter().for_each(|found| visit(split, found));
            }
        }
    }

    /// The splits that a fact decides alone.
    pub(super) fn splits_of(&self, fact: FactId) -> &[u32] {
        self.splits_of.get(fact.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The splits that compare a fact with other facts.
    pub(super) fn comparisons_of(&self, fact: FactId) -> &[u32] {
        self.comparisons_of.get(fact.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The split of a node; `None` of a terminal.
    pub(in crate::engine) fn split(&self, node: Node) -> Option<u32> {
        self.node_entry(node).map(|(split, _)| split)
    }

    /// The branches of a node, one per region; empty for a terminal.
    pub(in crate::engine) fn branches(&self, node: Node) -> &[Node] {
        let Some((_, first)) = self.node_entry(node) else { return &[] };
        let end = self.node_entry(node + 1).map_or(self.edges.len(), |(_, first)| first as usize);
        self.edges.get(first as usize..end).unwrap_or_default()
    }

    /// The branch of a node in a region.
    pub(super) fn branch(&self, node: Node, region: Region) -> Node {
        self.node_entry(node).map_or(node, |(_, first)| self.edge(first, region))
    }

    /// The branch in a region, given the index of the first branch.
    pub(super) fn edge(&self, first: u32, region: Region) -> Node {
        self.edges.get(first as usize + usize::from(region)).copied().unwrap_or(FALSE)
    }

    pub(super) fn node_entry(&self, node: Node) -> Option<(u32, u32)> {
        self.nodes.get((node as usize).wrapping_sub(TERMINALS as usize)).copied()
    }
}
