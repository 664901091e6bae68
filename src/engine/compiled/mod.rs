//! Decision diagrams: a rule pack compiled for a date, so that an assessment needs no strings,
//! trees or hashing.
//!
//! Each measure is a [`diagram`] over [`split`]s of its facts. Equal splits of several measures are
//! shared. For each fact the compiled pack lists the splits and the measures that depend on it, so
//! that a changed answer touches nothing else.

// Splits: the values of a fact, divided where a measure distinguishes them.
mod split;
mod thresholds;

// Diagrams: a measure compiled over its splits.
mod collect;
mod compile;
mod diagram;

// Evaluation: a compiled pack restricted to the answers.
mod region_table;
mod restrict;

// Queries on one compiled measure.
mod alternatives;
mod feasible_range;
mod satisfy;

use jiff::civil::Date;

use crate::rulebook::{FactId, Id, MeasureId, RulePack, Value};

use super::answers::{Answer, Answers};
use super::evaluate::EvalContext;

pub(super) use alternatives::alternative_values;
pub(super) use compile::{CompiledMeasure, compile, compile_all};
use diagram::{FALSE, Node, TERMINALS, TOO_LARGE};
use region_table::RegionTable;
pub(super) use restrict::{Scratch, TerminalSet};
pub(super) use split::{Region, Split, UNKNOWN};
use thresholds::Domain;

/// Maximum work for compiling a pack (see [`diagram`]): several hundred times that of a real
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
    pub(super) splits: Vec<Split>,
    measures: Vec<Representation>,
    /// Per node after the terminals: its split and the index of its first branch
    nodes: Vec<(u32, u32)>,
    /// The branches of all nodes
    edges: Vec<Node>,
    /// Per fact: the splits that it decides alone
    splits_of: Vec<Vec<u32>>,
    /// Per fact: the regions of those splits by value; `None` if the table would be too large
    region_tables: Vec<Option<RegionTable>>,
    /// The splits that compare several facts
    comparisons: Vec<u32>,
    /// Per fact: the splits that compare it with others
    comparisons_of: Vec<Vec<u32>>,
    /// Per fact: the measures whose outcome depends on it
    measures_of: Vec<Vec<MeasureId>>,
}

/// How a measure is assessed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Representation {
    /// Not at all: it is not in force on the date
    NotInForce,
    /// With its diagram
    Diagram(SubDiagram),
    /// In Kleene logic: it is too large for a diagram
    Kleene,
}

/// The nodes of a measure's diagram.
#[derive(Clone, Copy, Debug)]
pub(super) struct SubDiagram {
    /// The first node; branches lead to lower numbers only
    pub(super) first: Node,
    /// The root: the last node, or a terminal
    pub(super) root: Node,
    pub(super) is_approximate: bool,
}

impl CompiledPack {
    /// Compiles a pack for a date.
    pub fn new(pack: &RulePack, as_of: Date) -> CompiledPack {
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
            let form = if !pack.in_force.contains(as_of) || !measure.in_force.contains(as_of) {
                Representation::NotInForce
            } else if work > MAX_WORK {
                Representation::Kleene
            } else {
                let compiled = compile(context, measure);
                work += compiled.as_ref().map_or(TOO_LARGE, |compiled| compiled.diagram.work);
                compiled.map_or(Representation::Kleene, |compiled| {
                    Representation::Diagram(rules.add_measure(&compiled))
                })
            };
            rules.measures.push(form);
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

    /// How a measure is assessed.
    pub(super) fn representation(&self, measure: MeasureId) -> Representation {
        self.measures.get(measure.index()).copied().unwrap_or(Representation::Kleene)
    }

    /// The measures whose outcome depends on a fact.
    pub fn measures_of(&self, fact: FactId) -> &[MeasureId] {
        self.measures_of.get(fact.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Calls `visit` for the split of each node of a measure.
    pub(super) fn each_split(&self, diagram: SubDiagram, visit: &mut dyn FnMut(u32, &Split)) {
        if diagram.root >= TERMINALS {
            for split in (diagram.first..=diagram.root).filter_map(|node| self.split(node)) {
                self.splits.get(split as usize).into_iter().for_each(|found| visit(split, found));
            }
        }
    }

    /// The splits that a fact decides alone.
    fn splits_of(&self, fact: FactId) -> &[u32] {
        self.splits_of.get(fact.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The splits that compare a fact with other facts.
    fn comparisons_of(&self, fact: FactId) -> &[u32] {
        self.comparisons_of.get(fact.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Finds the region of the answers in each split.
    pub(super) fn find_regions(&self, context: &EvalContext<'_>, regions: &mut Vec<Region>) {
        regions.clear();
        regions.resize(self.splits.len(), UNKNOWN);
        for (fact, answer) in context.answers.iter() {
            if let Answer::Value(value) = answer {
                self.find_fact_regions(context, fact, Some(value), regions);
            }
        }
        // Comparisons may be decided without answers, by the bounds of their numbers.
        self.find_split_regions(context, &self.comparisons, None, regions);
    }

    /// Updates the regions of the splits that depend on a fact.
    pub(super) fn find_regions_of(
        &self,
        context: &EvalContext<'_>,
        fact: FactId,
        regions: &mut [Region],
    ) {
        self.find_fact_regions(context, fact, context.answers.value(fact), regions);
        self.find_split_regions(context, self.comparisons_of(fact), None, regions);
    }

    fn find_fact_regions(
        &self,
        context: &EvalContext<'_>,
        fact: FactId,
        value: Option<Value>,
        regions: &mut [Region],
    ) {
        let splits = self.splits_of(fact);
        match (value, self.region_tables.get(fact.index())) {
            (Some(value), Some(Some(table))) => table.write(value, splits, regions),
            (value, _) => self.find_split_regions(context, splits, value, regions),
        }
    }

    fn find_split_regions(
        &self,
        context: &EvalContext<'_>,
        indices: &[u32],
        value: Option<Value>,
        regions: &mut [Region],
    ) {
        for index in indices.iter().map(|index| *index as usize) {
            if let (Some(split), Some(region)) = (self.splits.get(index), regions.get_mut(index)) {
                *region = split.region(context, value);
            }
        }
    }

    /// The split of a node; `None` of a terminal.
    pub(super) fn split(&self, node: Node) -> Option<u32> {
        self.node_entry(node).map(|(split, _)| split)
    }

    /// The branches of a node, one per region; empty for a terminal.
    pub(super) fn branches(&self, node: Node) -> &[Node] {
        let Some((_, first)) = self.node_entry(node) else { return &[] };
        let end = self.node_entry(node + 1).map_or(self.edges.len(), |(_, first)| first as usize);
        self.edges.get(first as usize..end).unwrap_or_default()
    }

    /// The branch of a node in a region.
    fn branch(&self, node: Node, region: Region) -> Node {
        self.node_entry(node).map_or(node, |(_, first)| self.edge(first, region))
    }

    /// The branch in a region, given the index of the first branch.
    fn edge(&self, first: u32, region: Region) -> Node {
        self.edges.get(first as usize + usize::from(region)).copied().unwrap_or(FALSE)
    }

    fn node_entry(&self, node: Node) -> Option<(u32, u32)> {
        self.nodes.get((node as usize).wrapping_sub(TERMINALS as usize)).copied()
    }

    /// Copies the nodes of a measure's outcome, branches before their parents.
    fn add_measure(&mut self, compiled: &CompiledMeasure) -> SubDiagram {
        let first = self.nodes.len() as Node + TERMINALS;
        let mut copied = CopyMap { splits: vec![None; compiled.splits.len()], nodes: Vec::new() };
        let root = self.copy_node(compiled, compiled.outcome, &mut copied);
        SubDiagram { first, root, is_approximate: compiled.is_approximate }
    }

    fn copy_node(&mut self, compiled: &CompiledMeasure, node: Node, copied: &mut CopyMap) -> Node {
        if node < TERMINALS {
            return node;
        }
        if let Some((_, to)) = copied.nodes.iter().find(|(from, _)| *from == node) {
            return *to;
        }
        let mut branches = Vec::new();
        for branch in compiled.diagram.branches(node) {
            branches.push(self.copy_node(compiled, *branch, copied));
        }
        let variable = compiled.diagram.variable(node).unwrap_or_default();
        let split = self.intern_split(compiled, variable, copied);
        self.nodes.push((split, self.edges.len() as u32));
        self.edges.extend(branches);
        let to = self.nodes.len() as Node - 1 + TERMINALS;
        copied.nodes.push((node, to));
        to
    }

    fn intern_split(
        &mut self,
        compiled: &CompiledMeasure,
        variable: usize,
        copied: &mut CopyMap,
    ) -> u32 {
        if let Some(Some(split)) = copied.splits.get(variable) {
            return *split;
        }
        let Some(split) = compiled.splits.get(variable) else { return 0 };
        // Only splits of the same fact can be equal.
        let mut same = None;
        split.each_fact(&mut |fact| {
            let mut known = self.splits_of(fact).iter().chain(self.comparisons_of(fact));
            same = same
                .or(known.find(|known| self.splits.get(**known as usize) == Some(split)).copied());
        });
        let index = same.unwrap_or_else(|| {
            let index = self.splits.len() as u32;
            self.splits.push(split.clone());
            let alone = split.fact().is_some();
            if !alone {
                self.comparisons.push(index);
            }
            let lists = if alone { &mut self.splits_of } else { &mut self.comparisons_of };
            split.each_fact(&mut |fact| {
                if let Some(splits) = lists.get_mut(fact.index())
                    && splits.last() != Some(&index)
                {
                    splits.push(index);
                }
            });
            index
        });
        if let Some(copied) = copied.splits.get_mut(variable) {
            *copied = Some(index);
        }
        index
    }
}

/// The splits and nodes copied so far, with their new numbers.
struct CopyMap {
    splits: Vec<Option<u32>>,
    nodes: Vec<(Node, Node)>,
}
