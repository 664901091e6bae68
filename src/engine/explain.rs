//! Explanations: why a measure has its outcome, as data.

use crate::rulebook::{Assumption, Criterion, FactId, FactSet, Measure, MeasureId, RulePack, When};

use super::answers::Answers;
use super::compiled::{CompiledMeasure, CompiledPack, compile};
use super::evaluate::EvalContext;
use super::outcome::Outcome;
use super::reason::{Reason, reason};
use super::score::{Score, scores};
use super::truth::Truth;

/// The explanation of a measure's outcome.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The explained outcome
    pub outcome: Outcome,
    /// Every criterion, in the measure's order
    pub criteria: Vec<CriterionExplanation<'a>>,
    /// Whether the measure applies to the applicant
    pub applies: Truth,
    /// The facts that decide whether it applies
    pub applies_facts: Vec<FactId>,
    /// The fewest answers that suffice for the outcome; empty while it is open
    pub reason: Reason,
    /// The assumption with whose answers the measure is judged
    pub assumption: Option<&'a Assumption>,
    /// The assumption of which it is unknown whether it applies, with the missing facts
    pub open_assumption: Option<(&'a Assumption, Vec<FactId>)>,
}

/// A criterion and its truth.
#[derive(Clone, Debug)]
pub struct CriterionExplanation<'a> {
    /// The criterion, with label and provisions
    pub criterion: &'a Criterion,
    /// Whether it holds
    pub truth: Truth,
    /// The facts that decided it, or the missing facts if it is undecided
    pub facts: Vec<FactId>,
    /// Whether the office decides it: the pack has no condition, or it is undecided although no
    /// answer is missing. Then a number is undefined, or a measure that it reads is up to the
    /// office.
    pub is_up_to_office: bool,
    /// Whether it contributes to the outcome
    pub is_reason: bool,
    /// The scores that it compares with a number
    pub scores: Vec<Score<'a>>,
}

impl Explanation<'_> {
    /// The criteria that contribute to the outcome: those that failed or cannot hold together, that
    /// hold, or that are undecided.
    pub fn reasons(&self) -> impl Iterator<Item = &CriterionExplanation<'_>> {
        self.criteria.iter().filter(|explanation| explanation.is_reason)
    }
}

/// Explains the outcome of a measure.
pub fn explain<'a>(
    rules: &CompiledPack,
    context: &EvalContext<'a>,
    measure: MeasureId,
) -> Explanation<'a> {
    let assessed = rules.assess_measure(context, measure);
    let outcome = assessed.outcome;
    let reason = reason(rules, context, measure, outcome);
    let measure = &context.pack.measures[measure];
    let assumed = context.assumed(measure);
    let judged = EvalContext { answers: assumed.as_ref().unwrap_or(context.answers), ..*context };
    let compiled = compile(*context, measure);
    let mut explainer = Explainer { context: &judged, given: context.answers, compiled };
    let explanations = measure
        .criteria
        .iter()
        .enumerate()
        .map(|(index, criterion)| explainer.criterion(context.pack, index, criterion));
    let mut criteria: Vec<CriterionExplanation<'a>> = explanations.collect();
    let (applies, applies_facts) = explainer.applies(measure);
    let fails_alone = criteria.iter().any(|explanation| explanation.truth == Truth::False);
    let conflict = match &mut explainer.compiled {
        Some(compiled) if outcome == Outcome::NotMet && !fails_alone => compiled.minimal_conflict(),
        _ => Vec::new(),
    };
    for (index, explanation) in criteria.iter_mut().enumerate() {
        explanation.is_reason = match outcome {
            Outcome::Met | Outcome::MetInDirection | Outcome::MetOnceSettled => true,
            // Not if its missing answers cannot change the outcome: then the assumption decides.
            Outcome::Open => {
                let is_given = |fact: &FactId| judged.answers.value(*fact).is_some();
                let can_change = explanation.facts.iter().all(is_given)
                    || explanation.facts.iter().any(|fact| assessed.missing.contains(fact));
                let is_unknown = explanation.truth == Truth::Unknown;
                is_unknown && explanation.criterion.when.is_some() && can_change
            }
            Outcome::NotMet => explanation.truth == Truth::False || conflict.contains(&index),
            Outcome::NotApplicable | Outcome::NotInForce => false,
        };
    }
    let named = measure.assume.map(|id| &context.pack.assumptions[id]);
    let assumption = named.filter(|_| assumed.is_some());
    let open_assumption = named.filter(|_| outcome == Outcome::Open).and_then(|named| {
        let mut facts = FactSet::default();
        context.missing(&named.when, &mut facts);
        let facts = facts.into_vec();
        facts.iter().any(|fact| assessed.missing.contains(fact)).then_some((named, facts))
    });
    Explanation { outcome, criteria, applies, applies_facts, reason, assumption, open_assumption }
}

struct Explainer<'c> {
    /// The answers by which the measure is judged
    context: &'c EvalContext<'c>,
    /// The given answers
    given: &'c Answers,
    /// The measure compiled for these answers; `None` if it is too large for a diagram
    compiled: Option<CompiledMeasure>,
}

impl Explainer<'_> {
    fn criterion<'a>(
        &self,
        pack: &'a RulePack,
        index: usize,
        criterion: &'a Criterion,
    ) -> CriterionExplanation<'a> {
        let node =
            self.compiled.as_ref().and_then(|compiled| compiled.criteria.get(index)).copied();
        let (truth, facts) = match &criterion.when {
            Some(when) => self.condition(when, node),
            None => (Truth::Unknown, Vec::new()),
        };
        let when = criterion.when.as_ref();
        let scores = when.map(|when| scores(pack, self.context, when)).unwrap_or_default();
        let is_known = |fact: &FactId| self.context.answers.value(*fact).is_some();
        let is_up_to_office = truth == Truth::Unknown && facts.iter().all(is_known);
        CriterionExplanation { criterion, truth, facts, is_up_to_office, is_reason: false, scores }
    }

    fn applies(&self, measure: &Measure) -> (Truth, Vec<FactId>) {
        match &measure.applies_when {
            Some(when) => {
                self.condition(when, self.compiled.as_ref().map(|compiled| compiled.applies))
            }
            None => (Truth::True, Vec::new()),
        }
    }

    /// The truth of a condition and, in the pack's order, the facts that decided it. If it is
    /// undecided, the missing facts.
    fn condition(&self, when: &When, node: Option<u32>) -> (Truth, Vec<FactId>) {
        let kleene = self.context.truth(when);
        let truth = node.map_or(kleene, CompiledMeasure::truth);
        let mut facts = FactSet::default();
        match (truth, &self.compiled) {
            (Truth::Unknown, Some(compiled)) => {
                let node = node.unwrap_or_default();
                compiled.for_each_relevant_split(node, &mut |split| {
                    split.add_missing(self.context, &mut facts)
                });
            }
            (Truth::Unknown, None) => self.context.missing(when, &mut facts),
            // Decided by several tests together: report all its known facts.
            (decided, _) if decided != kleene => {
                self.known(when).for_each(|fact| facts.insert(fact))
            }
            (decided, _) => decided_by(self.context, when, decided, &mut facts),
        }
        // Undefined: the known facts cause it.
        let mut facts = facts.into_vec();
        if truth == Truth::Unknown && facts.is_empty() {
            facts = self.known(when).collect();
        }
        // The applicant did not give the assumed answers.
        facts.retain(|fact| self.context.answers.value(*fact) == self.given.value(*fact));
        (truth, facts)
    }

    fn known(&self, when: &When) -> impl Iterator<Item = FactId> {
        let facts = self.context.pack.facts_in(when).into_iter();
        facts.filter(|fact| self.context.answers.value(*fact).is_some())
    }
}

/// Collects the facts of the parts that decided a condition.
fn decided_by(context: &EvalContext<'_>, when: &When, truth: Truth, facts: &mut FactSet) {
    match when {
        // Parts with the other truth did not contribute: a true `any` is true because of its true
        // parts.
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            for part in parts.iter().filter(|part| context.truth(part) == truth) {
                decided_by(context, part, truth, facts);
            }
        }
        When::Not(part) => decided_by(context, part, !truth, facts),
        When::Term(term) => decided_by(context, &context.pack.terms[*term].when, truth, facts),
        // The measure is met because all its conditions hold, and not met because some fail.
        When::Met(measure) => context.pack.measures[*measure].each_condition(&mut |when| {
            if context.truth(when) == truth {
                decided_by(context, when, truth, facts);
            }
        }),
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..)
        | When::Class(..) => {
            let pack = context.pack;
            pack.each_fact(when, &mut |fact| {
                if context.answers.value(fact).is_some() {
                    facts.insert(fact);
                }
            });
        }
    }
}
