//! Kleene's tables applied to a measure as it is written: sound, simple, and not always exact.
//!
//! What the tables decide, holds. They leave open what only a look at several tests together decides, and they call a
//! fact missing as soon as an undecided part reads it. Measures too large for a diagram are assessed so, and the
//! property tests hold diagrams against it.

use crate::rulebook::{FactSet, Grade, Measure, When};

use super::evaluate::EvalContext;
use super::measure_assessment::MeasureAssessment;
use super::outcome::Outcome;
use super::truth::Truth;

/// Assesses a measure that is in force.
pub(super) fn assess_kleene(context: &EvalContext<'_>, measure: &Measure) -> MeasureAssessment {
    let applies = measure.applies_when.as_ref().map_or(Truth::True, |when| context.truth(when));
    let whens = || measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    let criteria = Truth::all(whens().map(|when| context.truth(when)));
    let mut facts = FactSet::default();
    let mut outcome = outcome(measure, applies, criteria);
    if outcome == Outcome::Open {
        let conditions: Vec<&When> = measure.applies_when.iter().collect();
        conditions.into_iter().for_each(|when| context.missing(when, &mut facts));
        // While it is not known whether the measure concerns the applicant at all, a criterion that has
        // failed leaves the others without effect: they cannot make it met, whatever they turn out to be.
        if criteria != Truth::False {
            whens().for_each(|when| context.missing(when, &mut facts));
        }
    }
    let missing = facts.into_vec();
    // Undecided, and nothing left to answer: a number over zero, which the office has to look at.
    if outcome == Outcome::Open && missing.is_empty() {
        outcome = if criteria == Truth::False { Outcome::NotMet } else { Outcome::MetInDirection };
    }
    let can_be_met = outcome.is_possible() && criteria != Truth::False;
    MeasureAssessment { outcome, missing, can_be_met, is_exact: outcome != Outcome::Open }
}

/// Decides by the parts known. Each arm says why no further answer can change it.
fn outcome(measure: &Measure, applies: Truth, criteria: Truth) -> Outcome {
    match (applies, criteria) {
        // A measure that does not concern the applicant is neither met nor missed.
        (Truth::False, _) => Outcome::NotApplicable,
        // A criterion that fails would decide nothing yet: the measure may turn out not to concern the applicant.
        (Truth::Unknown, _) => Outcome::Open,
        // One criterion that is False stays so under every completion.
        (Truth::True, Truth::False) => Outcome::NotMet,
        (Truth::True, Truth::Unknown) => Outcome::Open,
        // All answerable ones hold. What a text only points at remains for the office.
        (Truth::True, Truth::True)
            if measure.criteria.iter().any(|criterion| criterion.grade == Grade::Directional) =>
        {
            Outcome::MetInDirection
        }
        (Truth::True, Truth::True) => Outcome::Met,
    }
}
