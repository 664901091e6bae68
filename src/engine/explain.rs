//! Reasons: why a measure has its outcome, as data.

use crate::rulebook::{Criterion, FactId, FactSet, Measure, MeasureId, When};

use super::assess::{Assessed, Assessment};
use super::evaluate::Situation;
use super::outcome::Outcome;
use super::truth::Truth;

/// Why a measure has its outcome.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The outcome explained
    pub outcome: Outcome,
    /// Every criterion, in the measure's order
    pub criteria: Vec<Line<'a>>,
    /// Whether the measure concerns the applicant, and the answers that say so
    pub applies: Truth,
    /// The facts that decide whether it does
    pub applies_facts: Vec<FactId>,
}

/// One criterion and its truth.
#[derive(Clone, Debug)]
pub struct Line<'a> {
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
    /// The criteria that suffice for the outcome: those that failed, or hold, or are undecided.
    pub fn reasons(&self) -> impl Iterator<Item = &Line<'_>> {
        self.criteria.iter().filter(|line| line.is_reason)
    }
}

/// Explains the outcome of a measure.
pub fn explain<'a>(
    situation: &Situation<'a>,
    assessment: &Assessment,
    measure: MeasureId,
) -> Explanation<'a> {
    let assessed = assessment.of(measure);
    let measure = &situation.book.measures[measure];
    let lines = measure.criteria.iter().zip(&assessed.criteria).map(|(criterion, truth)| Line {
        criterion,
        truth: *truth,
        facts: criterion.when.as_ref().map(|when| deciding(situation, when)).unwrap_or_default(),
        is_reason: is_reason(assessed, criterion, *truth),
    });
    Explanation {
        outcome: assessed.outcome,
        criteria: lines.collect(),
        applies: assessed.applies,
        applies_facts: applies_facts(situation, measure),
    }
}

fn is_reason(assessed: &Assessed, criterion: &Criterion, truth: Truth) -> bool {
    match assessed.outcome {
        Outcome::Met | Outcome::MetInDirection => true,
        Outcome::Open => truth == Truth::Unknown && criterion.when.is_some(),
        Outcome::NotMet => truth == Truth::False,
        Outcome::NotApplicable | Outcome::NotInForce => false,
    }
}

fn applies_facts(situation: &Situation<'_>, measure: &Measure) -> Vec<FactId> {
    measure.applies_when.as_ref().map(|when| deciding(situation, when)).unwrap_or_default()
}

/// The facts that decided a condition, in the pack's order; of an undecided one, those it still needs.
fn deciding(situation: &Situation<'_>, when: &When) -> Vec<FactId> {
    let mut facts = FactSet::default();
    match situation.truth(when) {
        Truth::Unknown => situation.missing(when, &mut facts),
        decided => decided_by(situation, when, decided, &mut facts),
    }
    facts.into_vec()
}

/// Collects facts below the parts that make a condition what it is.
fn decided_by(situation: &Situation<'_>, when: &When, truth: Truth, facts: &mut FactSet) {
    match when {
        // Parts of the other truth did not contribute: an `any` that holds does so by those that hold.
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            for part in parts.iter().filter(|part| situation.truth(part) == truth) {
                decided_by(situation, part, truth, facts);
            }
        }
        When::Not(part) => decided_by(situation, part, !truth, facts),
        When::Term(term) => decided_by(situation, &situation.book.terms[*term].when, truth, facts),
        When::Is(..) | When::OneOf(..) | When::Includes(..) | When::Compare(..) | When::CompareDate(..) => {
            when.each_fact(&mut |fact| facts.insert(fact));
        }
    }
}
