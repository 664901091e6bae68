//! The interview: which question to put next.
//!
//! # Why
//!
//! A form asks everything of everybody. Asking first what decides most spares the rest: once a firm is known not to be
//! a bank, no question about banks can matter any more. The score is the expected number of measures that the
//! answer decides, with every option equally likely: one step of information gain, as in the diagnosis of
//! J. de Kleer and B. C. Williams (1987).

use crate::rulebook::{FactId, FactSet, Id, MeasureId, RulePack};

use super::amount::missing_amount_facts;
use super::answers::Answers;
use super::assess::Assessment;
use super::compiled::CompiledPack;
use super::evaluate::EvalContext;
use super::measure_assessment::MeasureAssessment;
use super::outcome::Outcome;
use super::probability::DecisionEstimator;
use super::truth::Truth;

/// A question to put next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    /// What to ask
    pub fact: FactId,
    /// The measures that hang on it, in the pack's order: open ones that can still be met; if there are none, met ones
    /// whose amount or papers it changes; if there are none, those of which it only says why they cannot be met
    pub measures: Vec<MeasureId>,
    /// Whether it can still decide that something is met. Once no question does, a person may as well stop
    pub can_decide_met: bool,
    /// At most so many questions are left, this one included
    pub max_remaining: usize,
}

/// Which question to put next: of the facts not yet spoken of, the one expected to decide most measures that can still be
/// met; the author's order decides ties. Then what amounts and papers of met measures hang on, and last what only tells
/// "does not concern you" from "not met". `None` when no answer can change anything any more.
///
/// A fact answered 不清楚 is not asked again, nor is one whose `ask-when` has failed.
pub fn next_question(
    rules: &CompiledPack,
    pack: &RulePack,
    answers: &Answers,
    assessment: &Assessment,
) -> Option<NextQuestion> {
    let context = EvalContext { pack, answers, as_of: assessment.as_of };
    let can_ask = |fact: FactId| {
        let when = pack.facts[fact].ask_when.as_ref();
        answers.get(fact).is_none() && when.is_none_or(|when| context.truth(when) != Truth::False)
    };
    let mut estimator = DecisionEstimator::new(rules, assessment);
    let mut scores = vec![Score::default(); pack.facts.len()];
    let mut left = FactSet::default();
    for (measure, assessed) in assessment.iter() {
        for fact in assessed.missing.iter().filter(|fact| can_ask(**fact)) {
            left.insert(*fact);
            if let Some(score) = scores.get_mut(fact.index()) {
                let decided = estimator.probability_decided(&context, measure, *fact);
                *(if assessed.can_be_met { &mut score.reach } else { &mut score.why_not }) +=
                    decided;
            }
        }
        if assessed.can_be_met {
            for fact in detail_facts(&context, measure).into_iter().filter(|fact| can_ask(*fact)) {
                left.insert(fact);
                if let Some(score) = scores.get_mut(fact.index()) {
                    score.details += u64::from(assessed.outcome != Outcome::Open);
                }
            }
        }
    }
    let (index, best) = highest(scores)?;
    let fact = FactId::from_index(index);
    let is_affected = |(measure, assessed): (MeasureId, &MeasureAssessment)| {
        let is_affected = match best {
            Score { reach: 1.., .. } => assessed.can_be_met && assessed.missing.contains(&fact),
            Score { details: 1.., .. } => {
                assessed.outcome != Outcome::Open
                    && assessed.can_be_met
                    && detail_facts(&context, measure).contains(&fact)
            }
            _ => assessed.missing.contains(&fact),
        };
        is_affected.then_some(measure)
    };
    Some(NextQuestion {
        fact,
        measures: assessment.iter().filter_map(is_affected).collect(),
        can_decide_met: best.reach > 0,
        max_remaining: left.into_vec().len(),
    })
}

/// What an answer is worth; the first counts most. Compared in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// DecisionEstimator to decide measures that can still be met
    reach: u64,
    /// Met measures whose amount or papers hang on it
    details: u64,
    /// DecisionEstimator to tell, of measures that cannot be met, those that do not concern the applicant from those not met
    why_not: u64,
}

/// The highest score and its index, the first of equals; `None` if all are nothing.
fn highest(scores: Vec<Score>) -> Option<(usize, Score)> {
    let mut best = None;
    for (index, score) in scores.into_iter().enumerate() {
        if score > best.map_or(Score::default(), |(_, best)| best) {
            best = Some((index, score));
        }
    }
    best
}

/// The facts that amount and papers of a measure still hang on.
fn detail_facts(context: &EvalContext<'_>, measure: MeasureId) -> Vec<FactId> {
    let measure = &context.pack.measures[measure];
    let mut facts = FactSet::default();
    for when in measure.materials.iter().filter_map(|used| used.when.as_ref()) {
        context.missing(when, &mut facts);
    }
    missing_amount_facts(context, &measure.grants, &mut facts);
    facts.into_vec()
}
