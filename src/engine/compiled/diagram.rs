//! Multi-valued decision diagrams with several terminals.
//!
//! # Why
//!
//! Strong Kleene logic is sound but not exact: it evaluates `x or not x` to Unknown. A diagram
//! covers every region of every fact, shares equal subdiagrams, and has no node for an irrelevant
//! fact. It is reduced and ordered (R. E. Bryant, *Graph-Based Algorithms for Boolean Function
//! Manipulation*, 1986; here with several branches and terminals). Such diagrams are
//! canonical: two conditions are equivalent if and only if their nodes are equal, and every fact in
//! a diagram can change its value.

use super::split::MAX_REGIONS;

/// A node: one of the terminals below, or a variable with one branch per region.
pub(super) type Node = u32;

/// The condition is false. As an outcome: not met.
pub(super) const FALSE: Node = 0;
/// The condition is undefined (division by zero). As an outcome: the office decides.
pub(super) const UNDEFINED: Node = 1;
/// The condition is true. As an outcome: met.
pub(super) const TRUE: Node = 2;
/// The measure does not apply. Only in outcomes.
pub(super) const NOT_APPLICABLE: Node = 3;
/// The measure can be met once the applicant has settled. Only in outcomes.
pub(super) const ONCE_SETTLED: Node = 4;
/// The assumption does not hold: the outcome is that of the given answers. Only in construction.
const NOT_ASSUMED: Node = 5;
/// The number of terminals. Other nodes have larger numbers.
pub(super) const TERMINALS: Node = 6;

/// Maximum number of nodes of a measure's diagram. Most real measures have a few dozen, a table of
/// a hundred points with part minima eight hundred. A larger measure is evaluated in Kleene logic.
const MAX_NODES: usize = 2_000;
/// Maximum work for one diagram. Each step costs one unit, plus one per 32 nodes that it may
/// search.
const MAX_WORK: usize = 100_000;
/// The work charged for a diagram that exceeded a limit.
pub(super) const TOO_LARGE: usize = MAX_WORK;
/// Number of entries of the operation cache; a power of two.
const CACHE_SIZE: usize = 256;

/// A binary operation on conditions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    /// Conjunction
    And,
    /// Disjunction
    Or,
    /// `left` is whether the measure applies, `right` whether it is met
    Gate,
    /// Negation of `left`; `right` is the same node
    Not,
    /// `left` is whether the assumption holds, `right` the outcome with it
    Assume,
    /// `left` if the assumption holds in it, otherwise `right`, the outcome without it
    Without,
}

#[derive(Clone, Copy)]
struct CacheEntry {
    operator: Operator,
    left: Node,
    right: Node,
    result: Node,
}

/// A diagram under construction. All conditions of a measure share one.
pub(super) struct Diagram {
    /// The number of branches of each variable, in the order of the text
    branches: Vec<usize>,
    /// Per node after the terminals: its variable and the index of its first branch
    nodes: Vec<(usize, usize)>,
    edges: Vec<Node>,
    /// Per node after the terminals: the node of the same variable before it, or a terminal
    previous: Vec<Node>,
    /// Per variable: its last node, or a terminal
    last: Vec<Node>,
    cache: Vec<Option<CacheEntry>>,
    /// The work so far
    pub(super) work: usize,
}

impl Diagram {
    /// An empty diagram. `branches` is the number of branches of each variable.
    pub(super) fn new(branches: Vec<usize>) -> Diagram {
        Diagram {
            last: vec![FALSE; branches.len()],
            branches,
            nodes: Vec::new(),
            edges: Vec::new(),
            previous: Vec::new(),
            cache: vec![None; CACHE_SIZE],
            work: 0,
        }
    }

    /// The variable of a node; `None` of a terminal.
    pub(super) fn variable(&self, node: Node) -> Option<usize> {
        self.node_entry(node).map(|(variable, _)| variable)
    }

    /// The branches of a node, one per region; empty for a terminal.
    pub(super) fn branches(&self, node: Node) -> &[Node] {
        let Some((variable, first)) = self.node_entry(node) else { return &[] };
        let count = self.branches.get(variable).copied().unwrap_or_default();
        self.edges.get(first..first + count).unwrap_or_default()
    }

    /// The number of branches of a variable.
    #[cfg(feature = "cli")]
    pub(super) fn regions(&self, variable: usize) -> usize {
        self.branches.get(variable).copied().unwrap_or_default()
    }

    fn node_entry(&self, node: Node) -> Option<(usize, usize)> {
        self.nodes.get((node as usize).checked_sub(TERMINALS as usize)?).copied()
    }

    /// The node of a variable with these branches. Like all construction here, `None` if a limit is
    /// exceeded.
    pub(super) fn make_node(&mut self, variable: usize, branches: &[Node]) -> Option<Node> {
        let (first, rest) = branches.split_first()?;
        if rest.iter().all(|branch| branch == first) {
            return Some(*first);
        }
        // Nodes are unique; otherwise equivalent conditions could have different nodes.
        let last = self.last.get(variable).copied()?;
        let (mut same, mut searched) = (last, 0);
        while same >= TERMINALS {
            if self.branches(same) == branches {
                return Some(same);
            }
            searched += 1;
            same = self.previous.get((same - TERMINALS) as usize).copied().unwrap_or(FALSE);
        }
        self.work += 1 + searched / 32;
        let is_within = self.nodes.len() < MAX_NODES && self.work < MAX_WORK;
        if !is_within || branches.len() > MAX_REGIONS {
            return None;
        }
        let node = self.nodes.len() as Node + TERMINALS;
        self.nodes.push((variable, self.edges.len()));
        self.edges.extend_from_slice(branches);
        self.previous.push(last);
        if let Some(last) = self.last.get_mut(variable) {
            *last = node;
        }
        Some(node)
    }

    /// Applies an operation (Bryant's *apply*).
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

    /// The cofactor of a condition: its value in a region of a variable.
    pub(super) fn branch(&self, node: Node, variable: usize, region: usize) -> Node {
        if self.variable(node) != Some(variable) {
            return node;
        }
        self.branches(node).get(region).copied().unwrap_or(node)
    }

    /// `then` if the condition holds, otherwise `or`. If the condition is undefined, their common
    /// truth, if they have one.
    pub(super) fn choose(&mut self, condition: Node, then: Node, or: Node) -> Option<Node> {
        if condition == TRUE || then == or {
            return Some(then);
        }
        if condition == FALSE {
            return Some(or);
        }
        let fails = self.apply(Operator::Not, condition, condition)?;
        let (then_part, or_part) =
            (self.apply(Operator::And, condition, then)?, self.apply(Operator::And, fails, or)?);
        let either = self.apply(Operator::Or, then_part, or_part)?;
        let both = self.apply(Operator::And, then, or)?;
        self.apply(Operator::Or, either, both)
    }

    /// Whether at least `count` of some conditions hold.
    pub(super) fn at_least(&mut self, count: usize, parts: &[Node]) -> Option<Node> {
        // Per number up to `count`: whether at least that many of the parts so far hold.
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

/// The result of an operation if it does not depend on the branches.
fn apply_terminals(operator: Operator, left: Node, right: Node) -> Option<Node> {
    let both_terminal = left < TERMINALS && right < TERMINALS;
    match operator {
        // The order of the terminals makes conjunction the minimum and disjunction the maximum.
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
        // Undefined: the applicant does not plan to come, as far as anybody knows.
        Operator::Assume if left == FALSE || left == UNDEFINED => Some(NOT_ASSUMED),
        Operator::Assume if left == TRUE && right < TERMINALS => Some(match right {
            TRUE | UNDEFINED => ONCE_SETTLED,
            other => other,
        }),
        Operator::Without if left == NOT_ASSUMED => Some(right),
        Operator::Without if left < TERMINALS => Some(left),
        Operator::And
        | Operator::Or
        | Operator::Not
        | Operator::Gate
        | Operator::Assume
        | Operator::Without => None,
    }
}
