//! Whether a diagram can still lead to a terminal, as a condition on a row.

use std::collections::HashMap;

use crate::engine::{Decision, Target};
use crate::rulebook::RulePack;

use super::condition::Condition;
use super::layers::Layers;
use super::possible::possible;

/// A condition of more columns than this gets a column of its own, so that a diagram whose nodes
/// are reached on many paths does not become a text of exponential length.
const MAX_SIZE: usize = 48;

/// The translation of a measure's diagrams.
pub(super) struct Reach<'a> {
    pub(super) pack: &'a RulePack,
    pub(super) decision: &'a Decision,
    pub(super) layers: &'a mut Layers,
    /// The highest layer of the columns of this measure so far
    pub(super) layer: usize,
}

impl Reach<'_> {
    /// Whether one of the wanted terminals can be reached. With `fixed`, only through one region
    /// of a split. `None` if a split cannot be translated.
    pub(super) fn condition(
        &mut self,
        root: Target,
        wanted: &dyn Fn(Target) -> bool,
        fixed: Option<(usize, usize)>,
    ) -> Option<Condition> {
        let condition = self.reach(root, wanted, fixed, &mut HashMap::new())?;
        self.layer = self.layer.max(condition.layer());
        Some(condition)
    }

    /// A condition that several expressions read, as a column.
    pub(super) fn shared(&mut self, condition: Condition) -> Condition {
        let column = self.layers.condition("r", condition);
        self.layer = self.layer.max(column.layer());
        column
    }

    /// A column of an expression that reads other columns of this measure.
    pub(super) fn column(&mut self, prefix: &str, sql: String) -> String {
        let (name, layer) = self.layers.column(prefix, sql, self.layer);
        self.layer = self.layer.max(layer);
        self.layers.dialect.identifier(&name)
    }

    fn reach(
        &mut self,
        target: Target,
        wanted: &dyn Fn(Target) -> bool,
        fixed: Option<(usize, usize)>,
        known: &mut HashMap<Target, Condition>,
    ) -> Option<Condition> {
        let Target::Node(node) = target else {
            return Some(if wanted(target) { Condition::True } else { Condition::False });
        };
        if let Some(known) = known.get(&target) {
            return Some(known.clone());
        }
        let (split, branches) = self.decision.node(node)?;
        let branches: Vec<Target> = branches.collect();
        let region = fixed.filter(|(fixed, _)| *fixed == split).map(|(_, region)| region);
        let condition = match region {
            Some(region) => self.reach(*branches.get(region)?, wanted, fixed, known)?,
            None => {
                // Regions with the same condition are tested together.
                let mut groups: Vec<(Condition, Vec<bool>)> = Vec::new();
                for (region, branch) in branches.iter().enumerate() {
                    let condition = self.reach(*branch, wanted, fixed, known)?;
                    let group = groups.iter().position(|(other, _)| *other == condition);
                    let group = group.unwrap_or_else(|| {
                        groups.push((condition, vec![false; branches.len()]));
                        groups.len() - 1
                    });
                    if let Some(slot) =
                        groups.get_mut(group).and_then(|(_, regions)| regions.get_mut(region))
                    {
                        *slot = true;
                    }
                }
                let mut any = Condition::False;
                for (condition, regions) in groups {
                    if condition != Condition::False {
                        let split = self.decision.splits.get(split)?;
                        let possible = possible(self.pack, self.layers, split, &regions)?;
                        any = any.or(possible.and(condition));
                    }
                }
                any
            }
        };
        let condition = if condition.size() > MAX_SIZE {
            self.layers.condition("r", condition)
        } else {
            condition
        };
        known.insert(target, condition.clone());
        Some(condition)
    }

    /// The terminals that some answers lead to, in their order.
    pub(super) fn terminals(&self, root: Target) -> Vec<Target> {
        let (mut seen, mut stack, mut terminals) = (Vec::new(), vec![root], Vec::new());
        while let Some(target) = stack.pop() {
            if seen.contains(&target) {
                continue;
            }
            seen.push(target);
            match target {
                Target::Node(node) => {
                    stack.extend(self.decision.node(node).into_iter().flat_map(|(_, all)| all));
                }
                terminal => terminals.push(terminal),
            }
        }
        terminals.sort_unstable();
        terminals
    }
}
