//! Assessment of a measure in strong Kleene logic: sound and simple, but not always exact.
//!
//! A decided outcome is correct. A measure stays open if only several tests together decide it, and
//! a fact is missing as soon as an undecided part reads it. Measures that are too large for a
//! diagram are assessed this way, and the property tests compare it with the diagrams.

use crate::rulebook::{FactSet, Grade, Measure, When};

use super::evaluate::EvalContext;
use super::measure_assessment::MeasureAssessment;
use super::outcome::Outcome;
use super::truth::Truth;

/// Assesses a measure that is in force.
pub(super) fn assess_kleene(context: &EvalContext<'_>, measure: &Measure) -> MeasureAssessment {
    let given = assess_given(context, measure);
    let Some(assumption) = measure.assume.map(|id| &context.pack.assumptions[id]) else {
        return given;
    };
    let holds = context.truth(&assumption.when);
    if holds == Truth::False {
        return given;
    }
    let answers = context.with_assumed(assumption);
    let mut assumed = assess_given(&EvalContext { answers: &answers, ..*context }, measure);
    if matches!(assumed.outcome, Outcome::Met | Outcome::MetInDirection) {
        assumed.outcome = Outcome::MetOnceSettled;
    }
    if holds == Truth::True || assumed.outcome == given.outcome && given.outcome != Outcome::Open {
        return assumed;
    }
    let mut facts = FactSet::default();
    context.missing(&assumption.when, &mut facts);
    given.missing.into_iter().chain(assumed.missing).for_each(|fact| facts.insert(fact));
    MeasureAssessment {
        outcome: Outcome::Open,
        missing: facts.into_vec(),
        can_be_met: given.can_be_met || assumed.can_be_met,
        is_exact: false,
    }
}

/// Assesses a measure by the answers of `context` alone.
fn assess_given(context: &EvalContext<'_>, measure: &Measure) -> MeasureAssessment {
    let applies = measure.applies_when.as_ref().map_or(Truth::True, |when| context.truth(when));
    let whens = || measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    let criteria = Truth::all(whens().map(|when| context.truth(when)));
    let mut facts = FactSet::default();
    let mut outcome = outcome(measure, applies, criteria);
    if outcome == Outcome::Open {
        let conditions: Vec<&When> = measure.applies_when.iter().collect();
        conditions.into_iter().for_each(|when| context.missing(when, &mut facts));
        // As long as it is unknown whether the measure applies, a failed criterion makes the other
        // criteria irrelevant: they can no longer lead to Met.
        if criteria != Truth::False {
            whens().for_each(|when| context.missing(when, &mut facts));
        }
    }
    let missing = facts.into_vec();
    // Open with no missing fact: a quantity is undefined (division by zero). The office decides.
    if outcome == Outcome::Open && missing.is_empty() {
        outcome = if criteria == Truth::False { Outcome::NotMet } else { Outcome::MetInDirection };
    }
    let can_be_met = outcome.is_possible() && criteria != Truth::False;
    MeasureAssessment { outcome, missing, can_be_met, is_exact: outcome != Outcome::Open }
}

/// The outcome for the known truths. Each arm states why no further answer can change it.
fn outcome(measure: &Measure, applies: Truth, criteria: Truth) -> Outcome {
    match (applies, criteria) {
        // A measure that does not apply is neither met nor not met.
        (Truth::False, _) => Outcome::NotApplicable,
        // A failed criterion does not decide yet: the measure may turn out not to apply.
        (Truth::Unknown, _) => Outcome::Open,
        // A criterion that is False stays False under every completion.
        (Truth::True, Truth::False) => Outcome::NotMet,
        (Truth::True, Truth::Unknown) => Outcome::Open,
        // All criteria that can be answered hold. The office decides the directional ones.
        (Truth::True, Truth::True)
            if measure.criteria.iter().any(|criterion| criterion.grade == Grade::Directional) =>
        {
            Outcome::MetInDirection
        }
        (Truth::True, Truth::True) => Outcome::Met,
    }
}
