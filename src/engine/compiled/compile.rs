//! Compilation of a measure into splits and a decision diagram.

use std::borrow::Cow;

use crate::rulebook::{
    Assumption, Case, CaseResult, Comparison, Decimal, Measure, MeasureId, Options, RulePack, When,
};

use crate::engine::answers::{Answer, Answers};
use crate::engine::evaluate::EvalContext;
use crate::engine::truth::Truth;

use super::approximate::is_approximate;
use super::assume::with_constants;
use super::collect::{SplitCollector, is_decided, is_score_test, only_unknown_fact};
use super::diagram::{Diagram, FALSE, Node, Operator, TRUE, UNDEFINED};
use super::prune::pruned;
use super::split::{Bound, Split, bounds, with_constant};
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
    /// Whether the measure's assumption holds, and the criteria with the assumed answers
    #[cfg(feature = "cli")]
    pub(super) if_assumed: Option<(Node, Vec<Node>)>,
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
    let parts = Parts {
        applies_when: measure.applies_when.as_ref(),
        criteria: &criteria,
        is_directional: measure.is_directional(),
    };
    let Some(assumption) = measure.assume.map(|id| &context.pack.assumptions[id]) else {
        return compile_parts(context, &parts, None);
    };
    match context.truth(&assumption.when) {
        Truth::False => compile_parts(context, &parts, None),
        _ => compile_parts(context, &parts, Some(assumption)),
    }
}

/// Compiles the conjunction of some conditions, as if they were the criteria of a measure.
pub(in crate::engine) fn compile_all(
    context: EvalContext<'_>,
    conditions: &[&When],
) -> Option<CompiledMeasure> {
    let criteria: Vec<Option<&When>> = conditions.iter().map(|when| Some(*when)).collect();
    let parts = Parts { applies_when: None, criteria: &criteria, is_directional: false };
    compile_parts(context, &parts, None)
}

/// The conditions of a measure.
struct Parts<'w> {
    applies_when: Option<&'w When>,
    criteria: &'w [Option<&'w When>],
    is_directional: bool,
}

impl<'w> Parts<'w> {
    fn conditions(&self) -> impl Iterator<Item = &'w When> {
        self.applies_when.into_iter().chain(self.criteria.iter().copied().flatten())
    }
}

/// The nodes of the conditions of a measure.
struct PartNodes {
    applies: Node,
    criteria: Vec<Node>,
    outcome: Node,
}

fn compile_parts(
    context: EvalContext<'_>,
    parts: &Parts<'_>,
    assumption: Option<&Assumption>,
) -> Option<CompiledMeasure> {
    let assumed = assumption.map(|assumption| context.with_assumed(assumption));
    let assumed = assumed.as_ref().map(|answers| EvalContext { answers, ..context });
    let mut collector = SplitCollector::new(context);
    parts.conditions().try_for_each(|when| collector.visit(when))?;
    if let (Some(assumption), Some(assumed)) = (assumption, assumed) {
        collector.visit(&assumption.when)?;
        collector.assume(assumed);
        parts.conditions().try_for_each(|when| collector.visit(when))?;
    }
    let splits = collector.finish()?;
    let diagram = Diagram::new(splits.iter().map(Split::regions).collect());
    let mut compile = Compile { context, assumed_over: None, splits, diagram };
    let mut nodes = compile.parts(parts)?;
    #[cfg(feature = "cli")]
    let mut if_assumed = None;
    if let (Some(assumption), Some(assumed)) = (assumption, assumed) {
        let holds = compile.condition(&assumption.when)?;
        compile.assumed_over = Some(context.answers);
        compile.context = assumed;
        let settled = compile.parts(parts)?;
        let outcome = compile.diagram.apply(Operator::Assume, holds, settled.outcome)?;
        let outcome = compile.diagram.apply(Operator::Without, outcome, nodes.outcome)?;
        #[cfg(feature = "cli")]
        if_assumed.replace((holds, settled.criteria.clone()));
        // As in `EvalContext::assumed`, by which explanations judge the criteria.
        let is_assumed = context.truth(&assumption.when) == Truth::True;
        nodes = if is_assumed { settled } else { nodes };
        nodes.outcome = outcome;
    }
    let Compile { splits, diagram, .. } = compile;
    let is_approximate = splits.iter().any(|split| is_approximate(&context, &splits, split));
    let PartNodes { applies, criteria, outcome } = nodes;
    Some(CompiledMeasure {
        splits,
        diagram,
        applies,
        criteria,
        outcome,
        #[cfg(feature = "cli")]
        if_assumed,
        is_approximate,
    })
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

pub(super) struct Compile<'a> {
    context: EvalContext<'a>,
    /// The given answers, while conditions are compiled with assumed answers in their place
    assumed_over: Option<&'a Answers>,
    splits: Vec<Split>,
    pub(super) diagram: Diagram,
}

impl Compile<'_> {
    /// The nodes of a measure's conditions.
    fn parts(&mut self, parts: &Parts<'_>) -> Option<PartNodes> {
        let applies = match parts.applies_when {
            Some(when) => self.condition(when)?,
            None => TRUE,
        };
        let mut criteria = Vec::new();
        let mut all = if parts.is_directional { UNDEFINED } else { TRUE };
        for when in parts.criteria {
            let node = match when {
                Some(when) => self.condition(when)?,
                None => UNDEFINED,
            };
            criteria.push(node);
            if when.is_some() {
                all = self.diagram.apply(Operator::And, all, node)?;
            }
        }
        let outcome = self.diagram.apply(Operator::Gate, applies, all)?;
        Some(PartNodes { applies, criteria, outcome })
    }

    pub(super) fn condition(&mut self, when: &When) -> Option<Node> {
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
            When::Class(class, wanted) => {
                self.class(&self.context.pack.classes[*class].cases, *wanted)
            }
            When::Met(measure) => self.met(*measure),
            When::Compare(left, comparison, right) if is_score_test(left, right) => {
                self.score(left, *comparison, right)
            }
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

    /// Whether the first case that holds gives one of the wanted values.
    fn class(&mut self, cases: &[Case], wanted: Options) -> Option<Node> {
        let mut node = FALSE;
        for case in cases.iter().rev() {
            let then = match &case.then {
                CaseResult::Is(value) => {
                    terminal(wanted.intersects(Options::single(*value)).into())
                }
                CaseResult::Cases(cases) => self.class(cases, wanted)?,
            };
            node = match &case.when {
                Some(when) => {
                    let condition = self.condition(when)?;
                    self.diagram.choose(condition, then, node)?
                }
                None => then,
            };
        }
        Some(node)
    }

    /// Whether another measure is met; undefined if the office decides a criterion of it.
    fn met(&mut self, measure: MeasureId) -> Option<Node> {
        let pack: &RulePack = self.context.pack;
        let measure = &pack.measures[measure];
        if !pack.is_in_force(measure, self.context.as_of) {
            return Some(FALSE);
        }
        let mut met = Some(if measure.is_directional() { UNDEFINED } else { TRUE });
        measure.each_condition(&mut |when| {
            met = met.and_then(|met| {
                let node = self.condition(when)?;
                self.diagram.apply(Operator::And, met, node)
            });
        });
        met
    }

    /// The diagram of a test: for each split of its fact, its truth in each region.
    fn test(&mut self, when: &When) -> Option<Node> {
        if is_decided(&self.context, when) {
            return Some(terminal(self.context.truth(when)));
        }
        let constant = self.assumed_over.map(|given| with_constants(&self.context, given, when));
        let when = constant.unwrap_or(Some(Cow::Borrowed(when)))?;
        let when = &*pruned(&self.context, &when);
        // A split of several facts decides the test alone.
        let alone = |split: &Split| split.fact().is_none() && self.branches(split, when).is_some();
        if let Some(index) = self.splits.iter().position(alone) {
            let branches = self.splits.get(index).and_then(|split| self.branches(split, when))?;
            return self.diagram.make_node(index, &branches);
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
            (Split::Comparison(other, _), _) if other == when => {
                let all = [FALSE, TRUE, UNDEFINED];
                Some(all.get(..split.regions()).unwrap_or_default().to_vec())
            }
            (Split::Bands(quantity, all, _), When::Compare(..)) => {
                let (other, comparison, value) = with_constant(when)?;
                let is_divided = bounds(comparison, value).iter().all(|bound| all.contains(bound));
                (other == quantity && is_divided).then_some(())?;
                let mut nodes = band_nodes(all, comparison, value);
                // A band that no answers reach decides like the nearest one that some reach.
                // Otherwise what only it distinguishes would look relevant.
                if let Some((first, last)) = self.context.reachable_bands(quantity, all) {
                    let nearest = |band: usize| nodes.get(band.clamp(first, last)).copied();
                    nodes = (0..nodes.len()).filter_map(nearest).collect();
                }
                nodes.resize(split.regions(), UNDEFINED);
                Some(nodes)
            }
            (Split::Ordered(fact, thresholds), When::Compare(..) | When::CompareDate(..)) => {
                if only_unknown_fact(&self.context, when) != Some(*fact) {
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

/// The truth of a comparison with a constant in each band.
fn band_nodes(all: &[Bound], comparison: Comparison, value: Decimal) -> Vec<Node> {
    // The number of bounds that a value in the first band with a quality has reached.
    let position =
        |is_after: bool| all.iter().take_while(|bound| **bound < (value, is_after)).count() + 1;
    let (from, after) = (position(false), position(true));
    let holds = |band: usize| match comparison {
        Comparison::AtLeast => band >= from,
        Comparison::LessThan => band < from,
        Comparison::MoreThan => band >= after,
        Comparison::AtMost => band < after,
        Comparison::Is => band >= from && band < after,
    };
    (0..=all.len()).map(|band| terminal(holds(band).into())).collect()
}

/// The terminal for a truth.
pub(super) fn terminal(truth: Truth) -> Node {
    match truth {
        Truth::False => FALSE,
        Truth::Unknown => UNDEFINED,
        Truth::True => TRUE,
    }
}
