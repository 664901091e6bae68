//! Assessment: the outcome of every measure for these answers on this day.

use jiff::civil::Date;

use crate::rulebook::{FactId, FactSet, Grade, Id, Measure, MeasureId, RuleBook};

use super::answers::Answers;
use super::evaluate::Situation;
use super::outcome::Outcome;
use super::truth::Truth;

/// All outcomes for some answers on a day. Indicative: the office decides.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The day for which it was made
    pub as_of: Date,
    measures: Vec<Assessed>,
}

/// What follows for one measure.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// The outcome
    pub outcome: Outcome,
    /// Whether the measure concerns the applicant
    pub applies: Truth,
    /// The truth of each criterion, in the measure's order; Unknown where the office alone decides
    pub criteria: Vec<Truth>,
    /// The facts still needed, in the pack's order. Empty unless the outcome is open, and then never empty
    pub missing: Vec<FactId>,
}

impl Assessment {
    /// What follows for a measure.
    pub fn of(&self, measure: MeasureId) -> &Assessed {
        #[expect(
            clippy::indexing_slicing,
            reason = "OK because an assessment has one entry for each measure of the book it was made from"
        )]
        &self.measures[measure.place()]
    }

    /// Every measure with what follows for it, in the pack's order.
    pub fn iter(&self) -> impl Iterator<Item = (MeasureId, &Assessed)> {
        self.measures.iter().enumerate().map(|(place, assessed)| (MeasureId::at(place), assessed))
    }

    /// How many measures have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.measures.iter().filter(|assessed| assessed.outcome == outcome).count()
    }
}

/// Assesses every measure.
///
/// Outside a measure's time, or the pack's, the outcome is [`Outcome::NotInForce`]; to see what would
/// have held inside it, pass the day that [`super::Standing`] proposes.
pub fn assess(book: &RuleBook, answers: &Answers, as_of: Date) -> Assessment {
    let situation = Situation { book, answers, as_of };
    let measures = book.measures.iter().map(|(_, measure)| assess_one(&situation, measure)).collect();
    Assessment { as_of, measures }
}

fn assess_one(situation: &Situation<'_>, measure: &Measure) -> Assessed {
    let applies = measure.applies_when.as_ref().map_or(Truth::True, |when| situation.truth(when));
    let criteria: Vec<Truth> = measure
        .criteria
        .iter()
        .map(|criterion| criterion.when.as_ref().map_or(Truth::Unknown, |when| situation.truth(when)))
        .collect();
    let outcome = outcome(situation, measure, applies, &criteria);
    let missing =
        if outcome == Outcome::Open { missing(situation, measure, applies, &criteria) } else { Vec::new() };
    Assessed { outcome, applies, criteria, missing }
}

/// Decides by the parts known. Each arm says why no further answer can change it.
fn outcome(situation: &Situation<'_>, measure: &Measure, applies: Truth, criteria: &[Truth]) -> Outcome {
    let as_of = situation.as_of;
    // The date is given, never unknown.
    if !situation.book.in_force.contains(as_of) || !measure.in_force.contains(as_of) {
        return Outcome::NotInForce;
    }
    match applies {
        // A measure that does not concern the applicant is neither met nor missed.
        Truth::False => return Outcome::NotApplicable,
        // A criterion that fails would decide nothing yet: the measure may turn out not to concern the applicant.
        Truth::Unknown => return Outcome::Open,
        Truth::True => {}
    }
    let answerable = measure.criteria.iter().zip(criteria).filter(|(criterion, _)| criterion.when.is_some());
    match Truth::all(answerable.map(|(_, truth)| *truth)) {
        // One criterion that is False stays so under every completion.
        Truth::False => Outcome::NotMet,
        Truth::Unknown => Outcome::Open,
        // All answerable ones hold. What a text only points at remains for the office.
        Truth::True if measure.criteria.iter().any(|criterion| criterion.grade == Grade::Directional) => {
            Outcome::MetInDirection
        }
        Truth::True => Outcome::Met,
    }
}

fn missing(situation: &Situation<'_>, measure: &Measure, applies: Truth, criteria: &[Truth]) -> Vec<FactId> {
    let mut facts = FactSet::default();
    if let Some(when) = &measure.applies_when {
        situation.missing(when, &mut facts);
    }
    // While it is not known whether the measure concerns the applicant at all, a criterion that has
    // failed leaves the others without effect: they cannot make it met, whatever they turn out to be.
    let failed = applies == Truth::Unknown
        && measure
            .criteria
            .iter()
            .zip(criteria)
            .any(|(criterion, truth)| criterion.when.is_some() && *truth == Truth::False);
    if !failed {
        for when in measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref()) {
            situation.missing(when, &mut facts);
        }
    }
    facts.into_vec()
}
