//! Reasons: why a measure has its outcome, as data.

use crate::rulebook::{Criterion, FactId, FactSet, Measure, MeasureId, When};

use super::compiled::{CompiledMeasure, CompiledPack, compile};
use super::evaluate::EvalContext;
use super::outcome::Outcome;
use super::reason::{Reason, reason};
use super::truth::Truth;

/// Why a measure has its outcome.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The outcome explained
    pub outcome: Outcome,
    /// Every criterion, in the measure's order
    pub criteria: Vec<CriterionExplanation<'a>>,
    /// Whether the measure concerns the applicant, and the answers that say so
    pub applies: Truth,
    /// The facts that decide whether it does
    pub applies_facts: Vec<FactId>,
    /// The fewest answers that suffice for the outcome; nothing while it is open
    pub reason: Reason,
}

/// One criterion and its truth.
#[derive(Clone, Debug)]
pub struct CriterionExplanation<'a> {
    /// The criterion, with label and provisions
    pub criterion: &'a Criterion,
    /// Whether it holds
    pub truth: Truth,
    /// The facts that decided it, or that it still needs
    pub facts: Vec<FactId>,
    /// Whether it is part of the reason for the outcome
    pub is_reason: bool,
}

impl Explanation<'_> {
    /// The criteria that make the outcome what it is: those that failed (or that cannot hold together), or hold,
    /// or are undecided.
    pub fn reasons(&self) -> impl Iterator<Item = &CriterionExplanation<'_>> {
        self.criteria.iter().filter(|line| line.is_reason)
    }
}

/// Explains the outcome of a measure.
pub fn explain<'a>(
    rules: &CompiledPack,
    context: &EvalContext<'a>,
    measure: MeasureId,
) -> Explanation<'a> {
    let outcome = rules.assess_measure(context, measure).outcome;
    let reason = reason(rules, context, measure, outcome);
    let measure = &context.pack.measures[measure];
    let mut explain = Explain { context, compiled: compile(*context, measure) };
    let lines = measure
        .criteria
        .iter()
        .enumerate()
        .map(|(index, criterion)| explain.line(index, criterion));
    let mut criteria: Vec<CriterionExplanation<'a>> = lines.collect();
    let (applies, applies_facts) = explain.applies(measure);
    let alone = criteria.iter().any(|line| line.truth == Truth::False);
    let conflict = match &mut explain.compiled {
        Some(compiled) if outcome == Outcome::NotMet && !alone => compiled.minimal_conflict(),
        _ => Vec::new(),
    };
    for (index, line) in criteria.iter_mut().enumerate() {
        line.is_reason = match outcome {
            Outcome::Met | Outcome::MetInDirection => true,
            Outcome::Open => line.truth == Truth::Unknown && line.criterion.when.is_some(),
            Outcome::NotMet => line.truth == Truth::False || conflict.contains(&index),
            Outcome::NotApplicable | Outcome::NotInForce => false,
        };
    }
    Explanation { outcome, criteria, applies, applies_facts, reason }
}

struct Explain<'a, 'b> {
    context: &'b EvalContext<'a>,
    /// The measure for these answers; `None` if it is too large for a diagram
    compiled: Option<CompiledMeasure>,
}

impl<'a> Explain<'a, '_> {
    fn line(&self, index: usize, criterion: &'a Criterion) -> CriterionExplanation<'a> {
        let node =
            self.compiled.as_ref().and_then(|compiled| compiled.criteria.get(index)).copied();
        let (truth, facts) = match &criterion.when {
            Some(when) => self.condition(when, node),
            None => (Truth::Unknown, Vec::new()),
        };
        CriterionExplanation { criterion, truth, facts, is_reason: false }
    }

    fn applies(&self, measure: &Measure) -> (Truth, Vec<FactId>) {
        match &measure.applies_when {
            Some(when) => {
                self.condition(when, self.compiled.as_ref().map(|compiled| compiled.applies))
            }
            None => (Truth::True, Vec::new()),
        }
    }

    /// The truth of a condition and the facts that decided it, in the pack's order; of an undecided one, those
    /// it still needs.
    fn condition(&self, when: &When, node: Option<u32>) -> (Truth, Vec<FactId>) {
        let by_tables = self.context.truth(when);
        let truth = node.map_or(by_tables, CompiledMeasure::truth);
        let mut facts = FactSet::default();
        match (truth, &self.compiled) {
            (Truth::Unknown, Some(compiled)) => {
                let node = node.unwrap_or_default();
                compiled.for_each_relevant_split(node, &mut |split| {
                    split.add_missing(self.context, &mut facts)
                });
            }
            (Truth::Unknown, None) => self.context.missing(when, &mut facts),
            // Decided by several tests together: by all that is known of them.
            (decided, _) if decided != by_tables => {
                self.known(when).for_each(|fact| facts.insert(fact))
            }
            (decided, _) => decided_by(self.context, when, decided, &mut facts),
        }
        // Without a value: it is the known facts that make it so.
        let mut facts = facts.into_vec();
        if truth == Truth::Unknown && facts.is_empty() {
            facts = self.known(when).collect();
        }
        (truth, facts)
    }

    fn known(&self, when: &When) -> impl Iterator<Item = FactId> {
        let facts = self.context.pack.facts_in(when).into_iter();
        facts.filter(|fact| self.context.answers.value(*fact).is_some())
    }
}

/// Collects facts below the parts that make a condition what it is.
fn decided_by(context: &EvalContext<'_>, when: &When, truth: Truth, facts: &mut FactSet) {
    match when {
        // Parts of the other truth did not contribute: an `any` that holds does so by those that hold.
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            for part in parts.iter().filter(|part| context.truth(part) == truth) {
                decided_by(context, part, truth, facts);
            }
        }
        When::Not(part) => decided_by(context, part, !truth, facts),
        When::Term(term) => decided_by(context, &context.pack.terms[*term].when, truth, facts),
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..) => {
            when.each_fact(&mut |fact| facts.insert(fact));
        }
    }
}
