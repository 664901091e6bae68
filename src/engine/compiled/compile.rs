//! Compilation of a measure into splits and a decision diagram.

use crate::rulebook::{Grade, Measure, When};

use crate::engine::answers::{Answer, Answers};
use crate::engine::evaluate::EvalContext;
use crate::engine::truth::Truth;

use super::collect::{collect_splits, is_approximate, is_decided};
use super::diagram::{Diagram, FALSE, Node, Operator, TRUE, UNDEFINED};
use super::split::Split;
use super::thresholds::Domain;

/// A measure as a diagram over its splits.
pub(in crate::engine) struct CompiledMeasure {
    pub(in crate::engine) splits: Vec<Split>,
    pub(super) diagram: Diagram,
    /// Whether the measure applies
    pub(in crate::engine) applies: Node,
    /// Each criterion, in the measure's order; undefined if the office alone decides it
    pub(in crate::engine) criteria: Vec<Node>,
    /// The outcome of the measure
    pub(in crate::engine) outcome: Node,
    /// Whether it may be left undecided although no answer can change it
    pub(in crate::engine) is_approximate: bool,
}

/// Compiles a measure for the answers of `context`. Known facts become constants. `None` if the
/// measure is too large for a diagram.
pub(in crate::engine) fn compile(
    context: EvalContext<'_>,
    measure: &Measure,
) -> Option<CompiledMeasure> {
    let criteria: Vec<Option<&When>> =
        measure.criteria.iter().map(|criterion| criterion.when.as_ref()).collect();
    // A directional criterion is decided by the office, regardless of the other criteria.
    let is_directional =
        measure.criteria.iter().any(|criterion| criterion.grade == Grade::Directional);
    compile_parts(context, measure.applies_when.as_ref(), &criteria, is_directional)
}

/// Compiles the conjunction of some conditions, as if they were the criteria of a measure.
pub(in crate::engine) fn compile_all(
    context: EvalContext<'_>,
    conditions: &[&When],
) -> Option<CompiledMeasure> {
    let criteria: Vec<Option<&When>> = conditions.iter().map(|when| Some(*when)).collect();
    compile_parts(context, None, &criteria, false)
}

fn compile_parts(
    context: EvalContext<'_>,
    applies_when: Option<&When>,
    criteria: &[Option<&When>],
    is_directional: bool,
) -> Option<CompiledMeasure> {
    let splits = collect_splits(
        context,
        applies_when.into_iter().chain(criteria.iter().copied().flatten()),
    )?;
    let diagram = Diagram::new(splits.iter().map(Split::regions).collect());
    let mut compile = Compile { context, splits, diagram };
    let applies = match applies_when {
        Some(when) => compile.condition(when)?,
        None => TRUE,
    };
    let mut nodes = Vec::new();
    let mut all = if is_directional { UNDEFINED } else { TRUE };
    for when in criteria {
        let node = match when {
            Some(when) => compile.condition(when)?,
            None => UNDEFINED,
        };
        nodes.push(node);
        if when.is_some() {
            all = compile.diagram.apply(Operator::And, all, node)?;
        }
    }
    let outcome = compile.diagram.apply(Operator::Gate, applies, all)?;
    let Compile { splits, diagram, .. } = compile;
    let is_approximate = splits.iter().any(|split| match split {
        Split::Comparison(when) => is_approximate(&splits, when),
        _ => false,
    });
    Some(CompiledMeasure { splits, diagram, applies, criteria: nodes, outcome, is_approximate })
}

impl CompiledMeasure {
    /// Calls `visit` for every split that can change a condition, some possibly twice.
    pub(in crate::engine) fn for_each_relevant_split(
        &self,
        condition: Node,
        visit: &mut dyn FnMut(&Split),
    ) {
        let mut stack = vec![condition];
        self.for_each_reachable(&mut stack, &mut |node| {
            let variable = self.diagram.variable(node);
            variable.and_then(|index| self.splits.get(index)).into_iter().for_each(&mut *visit);
        });
    }

    /// The truth of a condition under the known answers.
    pub(in crate::engine) fn truth(condition: Node) -> Truth {
        match condition {
            FALSE => Truth::False,
            TRUE => Truth::True,
            _ => Truth::Unknown,
        }
    }

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

    /// Calls `visit` for each node that is reachable from the nodes on the stack.
    fn for_each_reachable(&self, stack: &mut Vec<Node>, visit: &mut dyn FnMut(Node)) {
        let mut seen: Vec<Node> = Vec::new();
        while let Some(node) = stack.pop() {
            if !seen.contains(&node) {
                seen.push(node);
                visit(node);
                stack.extend_from_slice(self.diagram.branches(node));
            }
        }
    }
}

struct Compile<'a> {
    context: EvalContext<'a>,
    splits: Vec<Split>,
    diagram: Diagram,
}

impl Compile<'_> {
    fn condition(&mut self, when: &When) -> Option<Node> {
        match when {
            When::All(parts) => self.fold(Operator::And, TRUE, parts),
            When::Any(parts) => self.fold(Operator::Or, FALSE, parts),
            When::Not(part) => {
                let part = self.condition(part)?;
                self.diagram.apply(Operator::Not, part, part)
            }
            When::AtLeastOf(count, parts) => {
                let mut nodes = Vec::new();
                for part in parts {
                    nodes.push(self.condition(part)?);
                }
                self.diagram.at_least(*count, &nodes)
            }
            When::Term(term) => self.condition(&self.context.pack.terms[*term].when),
            When::Is(..)
            | When::OneOf(..)
            | When::Includes(..)
            | When::Compare(..)
            | When::CompareDate(..) => self.test(when),
        }
    }

    fn fold(&mut self, operator: Operator, start: Node, parts: &[When]) -> Option<Node> {
        let mut all = start;
        for part in parts {
            let part = self.condition(part)?;
            all = self.diagram.apply(operator, all, part)?;
        }
        Some(all)
    }

    /// The diagram of a test: for each split of its fact, its truth in each region.
    fn test(&mut self, when: &When) -> Option<Node> {
        if is_decided(&self.context, when) {
            return Some(terminal(self.context.truth(when)));
        }
        let comparison =
            self.splits.iter().position(|split| *split == Split::Comparison(when.clone()));
        if let Some(index) = comparison {
            let regions = self.splits.get(index).map_or(0, Split::regions);
            return self.diagram.make_node(index, [FALSE, TRUE, UNDEFINED].get(..regions)?);
        }
        let mut any = FALSE;
        for index in 0..self.splits.len() {
            if let Some(branches) =
                self.splits.get(index).and_then(|split| self.branches(split, when))
            {
                let node = self.diagram.make_node(index, &branches)?;
                any = self.diagram.apply(Operator::Or, any, node)?;
            }
        }
        Some(any)
    }

    /// The truth of a test on one fact in each region of a split. `None` if the test does not read
    /// the split.
    fn branches(&self, split: &Split, when: &When) -> Option<Vec<Node>> {
        let truth = |holds: bool| terminal(holds.into());
        match (split, when) {
            (Split::YesNo(fact), When::Is(other, wanted)) if fact == other => {
                Some(vec![truth(!wanted), truth(*wanted)])
            }
            (Split::Choice(fact, sets), When::OneOf(other, options)) if fact == other => {
                Some(sets.iter().map(|set| truth(set.intersects(*options))).collect())
            }
            // Any of the named options suffices.
            (Split::Choices(fact, set), When::Includes(other, options))
                if fact == other && set.intersects(*options) =>
            {
                Some(vec![FALSE, TRUE])
            }
            (Split::Ordered(fact, thresholds), When::Compare(..) | When::CompareDate(..)) => {
                let mut reads = false;
                when.each_fact(&mut |other| reads |= other == *fact);
                if !reads {
                    return None;
                }
                let domain = Domain::of(&self.context, *fact)?;
                let firsts = std::iter::once(&domain.lower).chain(thresholds);
                let mut answers: Answers = self.context.answers.clone();
                let mut branches = Vec::new();
                for first in firsts {
                    answers.set(*fact, Some(Answer::Value(domain.value(*first))));
                    branches.push(terminal(
                        EvalContext { answers: &answers, ..self.context }.truth(when),
                    ));
                }
                Some(branches)
            }
            _ => None,
        }
    }
}

/// The terminal for a truth.
fn terminal(truth: Truth) -> Node {
    match truth {
        Truth::False => FALSE,
        Truth::Unknown => UNDEFINED,
        Truth::True => TRUE,
    }
}
