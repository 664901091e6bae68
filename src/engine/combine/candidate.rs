//! Candidates: the measures of an assessment that may be granted.

use crate::engine::amount::{Amount, amount, amount_if_met};
use crate::engine::answers::Answers;
use crate::engine::applications::applications;
use crate::engine::assess::Assessment;
use crate::engine::evaluate::EvalContext;
use crate::engine::measure_assessment::MeasureAssessment;
use crate::engine::outcome::Outcome;
use crate::engine::truth::Truth;
use crate::rulebook::{Decimal, MeasureId};

/// A measure with its outcome and amount.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The measure
    pub measure: MeasureId,
    /// Its outcome; a measure that is not possible is ignored
    pub outcome: Outcome,
    /// The amount of one payment if granted; `None` if no figure is published
    pub amount: Option<Amount>,
    /// The upper bound of each further payment, if the grant is paid repeatedly. `None` if no
    /// published text sets one
    ///
    /// The answers are about one period. In the others, the numbers on which the amount depends may
    /// have any value.
    pub further_max: Option<Decimal>,
    /// Whether the windows of this year are over. A closed measure is in neither set; with
    /// [`Truth::Unknown`], it is in the possible set only
    pub closed: Truth,
}

/// Every measure that can still be met, with its amount.
pub fn candidates(context: &EvalContext<'_>, assessment: &Assessment) -> Vec<Candidate> {
    let possible = assessment.iter().filter(|(_, assessed)| assessed.can_be_met);
    let none = Answers::none(context.pack);
    let candidate = |(measure, assessed): (MeasureId, &MeasureAssessment)| {
        let amount = amount(context, measure, assessed);
        let is_repeated = context.pack.measures[measure].grants.period.is_some();
        let further = is_repeated
            .then(|| amount_if_met(&EvalContext { answers: &none, ..*context }, measure))
            .flatten();
        Candidate {
            measure,
            outcome: assessed.outcome,
            amount,
            further_max: further.and_then(|further| further.max),
            closed: applications(context, measure).is_closed(),
        }
    };
    possible.map(candidate).collect()
}
