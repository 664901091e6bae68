//! Adds the diagram of a measure to a compiled pack, and shares equal splits.

use crate::rulebook::Id;

use super::compile::CompiledMeasure;
use super::diagram::{Node, TERMINALS};
use super::pack::{CompiledPack, SubDiagram};

impl CompiledPack {
    /// Copies the nodes of a measure's outcome, branches before their parents.
    pub(super) fn add_measure(&mut self, compiled: &CompiledMeasure) -> SubDiagram {
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
