//! Decision diagrams: what a condition comes to, region by region of its facts.
//!
//! # Why
//!
//! Kleene's tables are sound but not exact: they call `x or not x` unknown. A diagram tries every region of every fact,
//! shares what is the same, and leaves out what does not matter. It is reduced and ordered (R. E. Bryant,
//! *Graph-Based Algorithms for Boolean Function Manipulation*, 1986; here with several branches and three truths),
//! so two conditions are the same exactly if their nodes are, and a fact that stands in it can change it.

use super::split::MAX_REGIONS;

/// A node: one of the four ends below, or a split with a branch for each region.
pub(super) type Node = u32;

/// The condition is false; of a measure: it is not met.
pub(super) const FALSE: Node = 0;
/// It has no value (a number over zero); of a measure: the office decides.
pub(super) const UNDEFINED: Node = 1;
/// It is true; of a measure: it is met.
pub(super) const TRUE: Node = 2;
/// The measure does not concern the applicant.
pub(super) const NOT_APPLICABLE: Node = 3;
/// How many ends there are; other nodes come after them.
pub(super) const TERMINALS: Node = 4;

/// Most nodes of one measure's diagram. Real measures have a few dozen; beyond this, Kleene's tables alone decide.
const MAX_NODES: usize = 1_000;
/// Most work of building one: steps, each counted by how many nodes it may look at.
const MAX_WORK: usize = 50_000;
/// What one that was given up counts for.
pub(super) const TOO_LARGE: usize = MAX_WORK;
/// Results cache while building; a power of two.
const CACHE_SIZE: usize = 256;

/// What two conditions are joined by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    /// Both
    And,
    /// At least one
    Or,
    /// The first says whether the measure concerns the applicant, the second whether it is met
    Gate,
    /// Not the first (the second is the same)
    Not,
}

#[derive(Clone, Copy)]
struct CacheEntry {
    operator: Operator,
    left: Node,
    right: Node,
    result: Node,
}

/// A diagram being built; all conditions of a measure share one.
pub(super) struct Diagram {
    /// For each variable, in the order of the text, how many branches it has
    branches: Vec<usize>,
    /// For each node after the ends, its variable and its first branch
    nodes: Vec<(usize, usize)>,
    edges: Vec<Node>,
    cache: Vec<Option<CacheEntry>>,
    /// What building it has taken so far, in no particular unit
    pub(super) work: usize,
}

impl Diagram {
    /// An empty one; a variable has so many branches.
    pub(super) fn new(branches: Vec<usize>) -> Diagram {
        Diagram {
            branches,
            nodes: Vec::new(),
            edges: Vec::new(),
            cache: vec![None; CACHE_SIZE],
            work: 0,
        }
    }

    /// The variable of a node; `None` of an end.
    pub(super) fn variable(&self, node: Node) -> Option<usize> {
        self.node_entry(node).map(|(variable, _)| variable)
    }

    /// The branches of a node, one for each region; none of an end.
    pub(super) fn branches(&self, node: Node) -> &[Node] {
        let Some((variable, first)) = self.node_entry(node) else { return &[] };
        let count = self.branches.get(variable).copied().unwrap_or_default();
        self.edges.get(first..first + count).unwrap_or_default()
    }

    fn node_entry(&self, node: Node) -> Option<(usize, usize)> {
        self.nodes.get((node as usize).checked_sub(TERMINALS as usize)?).copied()
    }

    /// The node that splits a variable into these branches. `None` where a bound is hit; so for all that is built here.
    pub(super) fn make_node(&mut self, variable: usize, branches: &[Node]) -> Option<Node> {
        let (first, rest) = branches.split_first()?;
        if rest.iter().all(|branch| branch == first) {
            return Some(*first);
        }
        self.work += 1 + self.nodes.len() / 32;
        // The same node twice would hide that two conditions are the same.
        for (index, (other, _)) in self.nodes.iter().enumerate() {
            let node = index as Node + TERMINALS;
            if *other == variable && self.branches(node) == branches {
                return Some(node);
            }
        }
        let is_within = self.nodes.len() < MAX_NODES && self.work < MAX_WORK;
        if !is_within || branches.len() > MAX_REGIONS {
            return None;
        }
        self.nodes.push((variable, self.edges.len()));
        self.edges.extend_from_slice(branches);
        Some(self.nodes.len() as Node - 1 + TERMINALS)
    }

    /// Joins two conditions.
    pub(super) fn apply(&mut self, operator: Operator, left: Node, right: Node) -> Option<Node> {
        if let Some(result) = apply_terminals(operator, left, right) {
            return Some(result);
        }
        let slot = (left as usize * 31 + right as usize * 7 + operator as usize) % CACHE_SIZE;
        if let Some(Some(known)) = self.cache.get(slot)
            && (known.operator, known.left, known.right) == (operator, left, right)
        {
            return Some(known.result);
        }
        self.work += 1;
        if self.work > MAX_WORK {
            return None;
        }
        let first = |node: Node| self.variable(node).unwrap_or(usize::MAX);
        let variable = first(left).min(first(right));
        let mut branches = Vec::new();
        for region in 0..self.branches.get(variable).copied()? {
            let (left, right) =
                (self.branch(left, variable, region), self.branch(right, variable, region));
            branches.push(self.apply(operator, left, right)?);
        }
        let result = self.make_node(variable, &branches)?;
        if let Some(index) = self.cache.get_mut(slot) {
            *index = Some(CacheEntry { operator, left, right, result });
        }
        Some(result)
    }

    /// What is left of a condition in a region of a variable.
    fn branch(&self, node: Node, variable: usize, region: usize) -> Node {
        if self.variable(node) != Some(variable) {
            return node;
        }
        self.branches(node).get(region).copied().unwrap_or(node)
    }

    /// At least so many of some conditions hold.
    pub(super) fn at_least(&mut self, count: usize, parts: &[Node]) -> Option<Node> {
        // For each number up to the count, whether at least so many of the parts so far hold.
        let mut holds = vec![FALSE; count + 1];
        if let Some(none) = holds.first_mut() {
            *none = TRUE;
        }
        for part in parts {
            for wanted in (1..=count).rev() {
                let (fewer, already) = (*holds.get(wanted - 1)?, *holds.get(wanted)?);
                let with = self.apply(Operator::And, *part, fewer)?;
                let now = self.apply(Operator::Or, already, with)?;
                *holds.get_mut(wanted)? = now;
            }
        }
        holds.last().copied()
    }
}

/// What two nodes come to, where that does not depend on their branches.
fn apply_terminals(operator: Operator, left: Node, right: Node) -> Option<Node> {
    let both_terminal = left < TERMINALS && right < TERMINALS;
    match operator {
        // The order of the ends makes *and* the lesser and *or* the greater.
        Operator::And if both_terminal => Some(left.min(right)),
        Operator::And if left == FALSE || right == FALSE => Some(FALSE),
        Operator::And if left == TRUE || left == right => Some(right),
        Operator::And if right == TRUE => Some(left),
        Operator::Or if both_terminal => Some(left.max(right)),
        Operator::Or if left == TRUE || right == TRUE => Some(TRUE),
        Operator::Or if left == FALSE || left == right => Some(right),
        Operator::Or if right == FALSE => Some(left),
        Operator::Not if left < TERMINALS => Some(TRUE - left.min(TRUE)),
        Operator::Gate if left == FALSE => Some(NOT_APPLICABLE),
        Operator::Gate if left == TRUE => Some(right),
        Operator::Gate if both_terminal => Some(right.min(UNDEFINED)),
        Operator::And | Operator::Or | Operator::Not | Operator::Gate => None,
    }
}
