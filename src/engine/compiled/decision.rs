//! The decision of a measure as plain data, for translation into another language.
//!
//! # Method
//!
//! A diagram says for every combination of regions what the outcome is. With some regions unknown,
//! three questions remain, and each is the question whether a terminal can be reached:
//!
//! - Which outcomes are possible? Those of the terminals that can be reached.
//! - Can a split still change the outcome? If a completion of the other answers exists for which
//!   two of its regions lead to different outcomes. That is itself a condition on the other splits:
//!   the *Boolean difference* of the diagram (S. B. Akers, *On a theory of Boolean functions*,
//!   1959; here for several branches and terminals). Its diagram is built once, and the split is
//!   relevant if the terminal `True` of it can be reached.
//! - Is a criterion decided? If only one of its terminals can be reached.
//!
//! Reaching needs no third truth value: an unknown region is one of which every branch is possible.

use std::collections::HashMap;

use crate::engine::evaluate::EvalContext;
use crate::engine::outcome::Outcome;
use crate::rulebook::Measure;

use super::compile::{CompiledMeasure, compile};
use super::diagram::{
    Diagram, FALSE, NOT_APPLICABLE, Node, ONCE_SETTLED, TERMINALS, TRUE, UNDEFINED,
};
use super::split::Split;

/// The diagrams of a measure for a date, without any answers.
///
/// INVARIANT: the branches of a node lead to nodes with lower numbers, or to terminals.
pub(crate) struct Decision {
    /// The splits, in the order in which nodes test them
    pub(crate) splits: Vec<Split>,
    /// The outcome of the measure
    pub(crate) outcome: Target,
    /// Per split and pair of neighbouring regions: the condition on the other splits under which
    /// the two lead to different outcomes. Empty unless the splits are independent
    pub(crate) changes: Vec<Vec<Target>>,
    /// Each criterion, in the measure's order; `Undefined` if the office alone decides it
    pub(crate) criteria: Vec<Target>,
    /// Whether the assumption of the measure holds, and the criteria with the assumed answers
    pub(crate) if_assumed: Option<(Target, Vec<Target>)>,
    /// Whether splits are independent and divide their facts completely. Otherwise the engine
    /// compiles the measure again for the known answers of an applicant
    pub(crate) is_independent: bool,
    diagram: Diagram,
}

/// A node, or the end of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Target {
    /// The condition is false. As an outcome: not met
    False,
    /// The condition is undefined. As an outcome: the office decides
    Undefined,
    /// The condition is true. As an outcome: met
    True,
    /// The measure does not apply
    NotApplicable,
    /// The measure can be met once the applicant has settled
    OnceSettled,
    /// A node with one branch per region of its split
    Node(Node),
}

impl Target {
    fn of(node: Node) -> Target {
        match node {
            FALSE => Target::False,
            UNDEFINED => Target::Undefined,
            TRUE => Target::True,
            NOT_APPLICABLE => Target::NotApplicable,
            ONCE_SETTLED => Target::OnceSettled,
            node => Target::Node(node),
        }
    }

    /// The outcome at the end of a path; `None` of a node.
    pub(crate) fn outcome(self) -> Option<Outcome> {
        match self {
            Target::False => Some(Outcome::NotMet),
            Target::Undefined => Some(Outcome::MetInDirection),
            Target::True => Some(Outcome::Met),
            Target::NotApplicable => Some(Outcome::NotApplicable),
            Target::OnceSettled => Some(Outcome::MetOnceSettled),
            Target::Node(_) => None,
        }
    }
}

impl Decision {
    /// The decision of a measure that is in force. `None` if it is too large for a diagram.
    pub(crate) fn new(context: EvalContext<'_>, measure: &Measure) -> Option<Decision> {
        let compiled = compile(context, measure)?;
        let is_linear =
            compiled.splits.iter().all(|split| split.fact().is_some() || split.is_linear());
        let CompiledMeasure {
            splits, diagram, criteria, outcome, if_assumed, is_approximate, ..
        } = compiled;
        let mut difference = Difference { diagram, pairs: HashMap::new() };
        let is_independent = !is_approximate && is_linear;
        let changes = match is_independent {
            true => (0..splits.len())
                .map(|split| difference.of(outcome, split))
                .collect::<Option<_>>()?,
            false => Vec::new(),
        };
        Some(Decision {
            splits,
            outcome: Target::of(outcome),
            changes,
            criteria: targets(criteria),
            if_assumed: if_assumed.map(|(holds, all)| (Target::of(holds), targets(all))),
            is_independent,
            diagram: difference.diagram,
        })
    }

    /// The split of a node and its branches, one per region.
    pub(crate) fn node(&self, node: Node) -> Option<(usize, impl Iterator<Item = Target>)> {
        let branches = self.diagram.branches(node).iter().map(|branch| Target::of(*branch));
        Some((self.diagram.variable(node)?, branches))
    }
}

fn targets(nodes: Vec<Node>) -> Vec<Target> {
    nodes.into_iter().map(Target::of).collect()
}

/// Builds the Boolean differences of a diagram.
struct Difference {
    diagram: Diagram,
    /// Per pair of nodes: the condition under which they differ
    pairs: HashMap<(Node, Node), Node>,
}

impl Difference {
    /// Per pair of neighbouring regions of a split, the condition on the other splits under which
    /// they lead to different terminals. Like all construction, `None` if a limit of the diagram is
    /// exceeded.
    fn of(&mut self, node: Node, split: usize) -> Option<Vec<Target>> {
        let mut conditions = Vec::new();
        let mut last = self.fix(node, (split, 0), &mut HashMap::new())?;
        for region in 1..self.diagram.regions(split) {
            let next = self.fix(node, (split, region), &mut HashMap::new())?;
            conditions.push(Target::of(self.differs(last, next)?));
            last = next;
        }
        Some(conditions)
    }

    /// A diagram with one split fixed to a region.
    fn fix(
        &mut self,
        node: Node,
        fixed: (usize, usize),
        known: &mut HashMap<Node, Node>,
    ) -> Option<Node> {
        let Some(variable) = self.diagram.variable(node) else { return Some(node) };
        if let Some(known) = known.get(&node) {
            return Some(*known);
        }
        let branches = self.diagram.branches(node).to_vec();
        let result = if variable == fixed.0 {
            *branches.get(fixed.1)?
        } else {
            let branches = branches.into_iter().map(|branch| self.fix(branch, fixed, known));
            let branches = branches.collect::<Option<Vec<_>>>()?;
            self.diagram.make_node(variable, &branches)?
        };
        known.insert(node, result);
        Some(result)
    }

    /// The condition under which two diagrams lead to different terminals.
    fn differs(&mut self, one: Node, other: Node) -> Option<Node> {
        if one == other {
            return Some(FALSE);
        }
        if one < TERMINALS && other < TERMINALS {
            return Some(TRUE);
        }
        let pair = (one.min(other), one.max(other));
        if let Some(known) = self.pairs.get(&pair) {
            return Some(*known);
        }
        let first = |node: Node| self.diagram.variable(node).unwrap_or(usize::MAX);
        let variable = first(one).min(first(other));
        let mut branches = Vec::new();
        for region in 0..self.diagram.regions(variable) {
            let one = self.diagram.branch(one, variable, region);
            let other = self.diagram.branch(other, variable, region);
            branches.push(self.differs(one, other)?);
        }
        let result = self.diagram.make_node(variable, &branches)?;
        self.pairs.insert(pair, result);
        Some(result)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::engine::answers::{Answer, Answers};
    use crate::engine::compiled::pack::CompiledPack;
    use crate::engine::compiled::split::UNKNOWN;
    use crate::rulebook::{Date, FactId, FactKind, FactSet, Options, RulePack, Value};

    const PACK: &str = include_str!("../../../rules.json");

    /// The numbers of a fixed sequence, each below `end` (G. Marsaglia's xorshift).
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, end: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 >> 20) as usize % end
        }
    }

    fn some_answers(pack: &RulePack, as_of: Date, numbers: &mut Numbers) -> Answers {
        let mut answers = Answers::none(pack);
        for (id, fact) in pack.facts.iter() {
            let value = match &fact.kind {
                FactKind::YesNo => Value::YesNo(numbers.below(3) > 0),
                FactKind::Choice(options) => {
                    Value::Options(Options::single(numbers.below(options.len())))
                }
                FactKind::Choices(options) => {
                    Value::Options(Options::single(numbers.below(options.len() + 1)))
                }
                FactKind::Number(_) => {
                    let number = [0, 1, 12, 200, 500, 5_000, 8_000].get(numbers.below(7)).copied();
                    Value::Number(crate::rulebook::Decimal::from_integer(number.unwrap()))
                }
                FactKind::Date => Value::Date(as_of),
            };
            if numbers.below(5) > 0 {
                answers.set(id, Some(Answer::Value(value)));
            }
        }
        answers
    }

    /// The terminals that can be reached with the regions of some splits known.
    fn reached(decision: &Decision, regions: &[u8], root: Target) -> Vec<Target> {
        let (mut all, mut seen, mut stack) = (Vec::new(), Vec::new(), vec![root]);
        while let Some(target) = stack.pop() {
            if seen.contains(&target) {
                continue;
            }
            seen.push(target);
            let Target::Node(node) = target else {
                all.push(target);
                continue;
            };
            let (split, branches) = decision.node(node).unwrap();
            let region = *regions.get(split).unwrap();
            let is_possible = |index: &usize| region == UNKNOWN || usize::from(region) == *index;
            stack.extend(branches.enumerate().filter(|(i, _)| is_possible(i)).map(|(_, to)| to));
        }
        all
    }

    #[test]
    fn what_is_possible_and_what_changes_it_are_the_outcome_and_the_missing_facts() {
        let pack = RulePack::from_json(PACK).unwrap();
        let as_of = Date::constant(2019, 5, 15);
        let rules = CompiledPack::new(&pack, as_of);
        let mut numbers = Numbers(88_172_645_463_325_252);
        let none = Answers::none(&pack);
        let context = EvalContext { pack: &pack, answers: &none, as_of };
        let decisions: Vec<_> = pack
            .measures
            .iter()
            .map(|(id, measure)| (id, Decision::new(context, measure).unwrap()))
            .collect();
        let mut open = 0;
        for _ in 0..200 {
            let answers = some_answers(&pack, as_of, &mut numbers);
            let context = EvalContext { answers: &answers, ..context };
            let assessment = rules.assess(&pack, &answers);
            for (id, decision) in &decisions {
                assert!(decision.is_independent);
                let value = |fact: Option<FactId>| fact.and_then(|fact| answers.value(fact));
                let regions: Vec<u8> = decision
                    .splits
                    .iter()
                    .map(|split| split.region(&context, value(split.fact())))
                    .collect();
                let outcomes = reached(decision, &regions, decision.outcome);
                let mut missing = FactSet::default();
                for (index, split) in decision.splits.iter().enumerate() {
                    let changes = |target: &Target| {
                        reached(decision, &regions, *target).contains(&Target::True)
                    };
                    if regions.get(index) == Some(&UNKNOWN)
                        && decision.changes.get(index).unwrap().iter().any(changes)
                    {
                        split.add_missing(&context, &mut missing);
                    }
                }
                let expected = assessment.of(*id);
                let outcome = match outcomes.as_slice() {
                    [only] => only.outcome().unwrap(),
                    _ => Outcome::Open,
                };
                assert_eq!(
                    (outcome, missing.into_vec()),
                    (expected.outcome, expected.missing.clone())
                );
                open += usize::from(outcome == Outcome::Open);
            }
        }
        assert!(open > 1_000, "only {open} open measures");
    }
}
