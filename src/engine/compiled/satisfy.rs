//! Satisfying paths: values of facts with which a condition holds; and criteria that exclude each
//! other.

use crate::rulebook::{FactId, Options, Value};

use crate::engine::evaluate::EvalContext;

use super::compile::CompiledMeasure;
use super::diagram::{FALSE, Node, Operator, TERMINALS, TRUE};
use super::split::Split;
use super::thresholds::Domain;

/// Round numbers in millionths. They make better examples than the bounds of a domain and are tried
/// first.
const ROUND_NUMBERS: [i64; 5] = [0, 1_000_000, 100_000_000, 1_000_000_000, 10_000_000_000];

/// Maximum number of values of a fact that are all tried: for levels, classes, a few years.
const MAX_ENUMERATED: usize = 16;

/// The values along a path to the terminal true.
pub(in crate::engine) struct PathValues {
    /// A value for each fact on the path
    pub(in crate::engine) values: Vec<(FactId, Value)>,
    /// A fact on the path that is compared with other facts. If there is one, the values alone do
    /// not satisfy the condition
    pub(in crate::engine) compared: Option<FactId>,
}

impl CompiledMeasure {
    /// A minimal set of criteria that cannot all hold. Empty if all criteria can hold.
    pub(in crate::engine) fn minimal_conflict(&mut self) -> Vec<usize> {
        let mut conflict: Vec<usize> = (0..self.criteria.len()).collect();
        if self.is_unsatisfiable(&conflict) != Some(true) {
            return Vec::new();
        }
        for index in (0..self.criteria.len()).rev() {
            let fewer: Vec<usize> =
                conflict.iter().copied().filter(|other| *other != index).collect();
            if self.is_unsatisfiable(&fewer) == Some(true) {
                conflict = fewer;
            }
        }
        conflict
    }

    fn is_unsatisfiable(&mut self, indices: &[usize]) -> Option<bool> {
        let mut all = TRUE;
        for index in indices {
            let node = *self.criteria.get(*index)?;
            all = self.diagram.apply(Operator::And, all, node)?;
        }
        Some(all == FALSE)
    }

    /// A path to the terminal true; `None` if there is none.
    pub(in crate::engine) fn satisfying_path(
        &self,
        context: &EvalContext<'_>,
    ) -> Option<PathValues> {
        let mut path = Vec::new();
        if !self.find_path(self.outcome, &mut path, &mut Vec::new()) {
            return None;
        }
        let mut found = PathValues { values: Vec::new(), compared: None };
        for (index, region) in path {
            if let Some(split) = self.splits.get(index) {
                found.add(context, split, region);
            }
        }
        Some(found)
    }

    /// Whether the condition holds under every completion of the answers.
    pub(in crate::engine) fn is_tautology(&self) -> bool {
        self.outcome == TRUE
    }

    /// Values to try for a number or date that is compared with other facts, without duplicates,
    /// and whether they are all values of the fact. Round numbers come first, then both ends of
    /// each region, then all values of a small domain.
    pub(in crate::engine) fn candidate_values(
        &self,
        context: &EvalContext<'_>,
        fact: FactId,
    ) -> (Vec<Value>, bool) {
        let Some(domain) = Domain::of(context, fact) else { return (Vec::new(), false) };
        let own = self.splits.iter().find_map(|split| match split {
            Split::Ordered(other, thresholds) if *other == fact => Some(thresholds.as_slice()),
            _ => None,
        });
        let thresholds = own.unwrap_or_default();
        let mut positions: Vec<i64> = ROUND_NUMBERS
            .into_iter()
            .filter(|position| domain.contains_number(*position))
            .collect();
        positions
            .extend(thresholds.iter().flat_map(|threshold| [*threshold, threshold - domain.step]));
        positions.extend([domain.lower, domain.upper]);
        let all = domain.all_positions(MAX_ENUMERATED);
        positions.extend(all.iter().flatten());
        let mut values: Vec<Value> = Vec::new();
        for value in positions.into_iter().map(|position| domain.value(position)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        (values, all.is_some())
    }

    /// Depth-first search for the terminal true. `dead` holds the nodes that do not lead to it.
    fn find_path(&self, node: Node, path: &mut Vec<(usize, usize)>, dead: &mut Vec<Node>) -> bool {
        if node < TERMINALS || dead.contains(&node) {
            return node == TRUE;
        }
        let variable = self.diagram.variable(node).unwrap_or_default();
        for (region, branch) in self.diagram.branches(node).iter().enumerate() {
            path.push((variable, region));
            if self.find_path(*branch, path, dead) {
                return true;
            }
            path.pop();
        }
        dead.push(node);
        false
    }
}

impl PathValues {
    fn add(&mut self, context: &EvalContext<'_>, split: &Split, region: usize) {
        match split {
            Split::YesNo(fact) => self.values.push((*fact, Value::YesNo(region == 1))),
            Split::Choice(fact, groups) => {
                let chosen = groups.get(region).copied().unwrap_or_default().lowest();
                self.values.push((*fact, Value::Options(chosen)));
            }
            Split::Choices(fact, group) => {
                let more = if region == 1 { group.lowest() } else { Options::EMPTY };
                match self.values.iter_mut().find(|(other, _)| other == fact) {
                    Some((_, Value::Options(chosen))) => *chosen = chosen.union(more),
                    _ => self.values.push((*fact, Value::Options(more))),
                }
            }
            Split::Ordered(fact, thresholds) => {
                if let Some(domain) = Domain::of(context, *fact) {
                    self.values.push((*fact, domain.typical_value(thresholds, region)));
                }
            }
            Split::Bands(..) | Split::Comparison(..) => split.each_fact(&mut |fact| {
                if context.answers.value(fact).is_none() {
                    self.compared = self.compared.or(Some(fact));
                }
            }),
        }
    }
}

impl Domain {
    /// A typical value of a region: its first, or its last if it has no lower bound.
    fn typical_value(self, thresholds: &[i64], region: usize) -> Value {
        let first = region.checked_sub(1).and_then(|index| thresholds.get(index)).copied();
        let last = thresholds.get(region).map(|next| next - self.step);
        self.value(first.or(last).unwrap_or(self.lower))
    }

    /// All positions, if there are at most `most`.
    fn all_positions(self, most: usize) -> Option<Vec<i64>> {
        let count = (self.upper - self.lower) / self.step + 1;
        let fits = usize::try_from(count).is_ok_and(|count| count <= most);
        fits.then(|| (0..count).map(|index| self.lower + index * self.step).collect())
    }

    /// Whether the domain is numeric and contains a number, in millionths.
    fn contains_number(self, position: i64) -> bool {
        matches!(self.value(self.lower), Value::Number(_))
            && (self.lower..=self.upper).contains(&position)
    }
}
