//! A diagram evaluated node by node: the terminals that a node can reach, what it still depends on,
//! and which function of the unknown regions it is.

use std::collections::HashMap;

use crate::engine::{Decision, Target};

use crate::sql::layers::Layers;

use super::split::bit;

/// The columns of a node; constants for a terminal.
#[derive(Clone)]
pub(super) struct NodeSql {
    /// The terminals that can be reached, as bits
    pub(super) reached: String,
    /// The splits that it depends on, as bits
    pub(super) depends: String,
    /// Equal for nodes that are the same function of the regions that are not known
    pub(super) digest: String,
    layer: usize,
}

/// The bit of a terminal in [`NodeSql::reached`].
pub(super) fn terminal_bit(target: Target) -> i64 {
    match target {
        Target::False => 1,
        Target::Undefined => 2,
        Target::True => 4,
        Target::NotApplicable => 8,
        Target::OnceSettled => 16,
        Target::Node(_) => 0,
    }
}

/// The nodes of a decision, given the column with the mask of each split.
pub(super) struct Nodes<'a> {
    pub(super) decision: &'a Decision,
    pub(super) layers: &'a mut Layers,
    /// Per split: the column with its possible regions, and the layer of that column
    pub(super) masks: &'a [(String, usize)],
    pub(super) known: HashMap<Target, NodeSql>,
}

impl Nodes<'_> {
    /// The columns of a node. `None` if it refers to a split without a mask.
    pub(super) fn node(&mut self, target: Target) -> Option<NodeSql> {
        let Target::Node(node) = target else {
            let bit = terminal_bit(target);
            return Some(NodeSql {
                reached: bit.to_string(),
                depends: "0".to_owned(),
                digest: bit.to_string(),
                layer: 0,
            });
        };
        if let Some(known) = self.known.get(&target) {
            return Some(known.clone());
        }
        let (split, branches) = self.decision.node(node)?;
        let branches: Vec<Target> = branches.collect();
        let (mask, layer) = self.masks.get(split)?.clone();
        let mut layer = layer;
        let mut children = Vec::new();
        let mut groups: Vec<(Target, i64)> = Vec::new();
        for (region, branch) in branches.iter().enumerate() {
            let child = self.node(*branch)?;
            layer = layer.max(child.layer);
            children.push(child);
            match groups.iter_mut().find(|(other, _)| other == branch) {
                Some((_, regions)) => *regions |= bit(region),
                None => groups.push((*branch, bit(region))),
            }
        }
        let mut each = Vec::new();
        for (branch, regions) in groups {
            each.push((format!("({mask} & {regions}) <> 0"), self.node(branch)?));
        }
        let parts = |value: &dyn Fn(&NodeSql) -> String, otherwise: &str| -> Vec<String> {
            let part = |(test, node): &(String, NodeSql)| {
                format!("CASE WHEN {test} THEN {}{otherwise} END", value(node))
            };
            each.iter().map(part).collect()
        };
        let reached = parts(&|node| node.reached.clone(), " ELSE 0").join(" | ");
        let digests = parts(&|node| node.digest.clone(), "").join(", ");
        let is_same = format!("LEAST({digests}) = GREATEST({digests})");
        let mut all = vec![split.to_string()];
        for (region, child) in children.iter().enumerate() {
            let bit = bit(region);
            let digest = &child.digest;
            all.push(format!("CASE WHEN ({mask} & {bit}) <> 0 THEN {digest} ELSE -1 END"));
        }
        let big = |sql: &String| format!("CAST({sql} AS BIGINT)");
        let own = self.layers.dialect.digest(&all.iter().map(big).collect::<Vec<_>>());
        let digest = format!("CASE WHEN {is_same} THEN LEAST({digests}) ELSE {own} END");
        let first = parts(&|node| node.depends.clone(), "").join(", ");
        let every = parts(&|node| node.depends.clone(), " ELSE 0").join(" | ");
        let depends = format!(
            "CASE WHEN {is_same} THEN COALESCE({first}, 0) ELSE {} | {every} END",
            bit(split)
        );
        let mut column = |prefix: &str, sql: String| {
            let sql = format!("CAST({sql} AS BIGINT)");
            let (name, own) = self.layers.column(prefix, sql, layer);
            (self.layers.dialect.identifier(&name), own)
        };
        let (reached, own) = column("m", format!("({reached})"));
        let (digest, _) = column("h", digest);
        let (depends, _) = column("d", depends);
        let node = NodeSql { reached, depends, digest, layer: own };
        self.known.insert(target, node.clone());
        Some(node)
    }
}
