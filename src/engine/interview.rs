//! The interview: the choice of the next question.
//!
//! # Why
//!
//! A form asks everyone everything. An interview asks the most decisive question first and omits
//! the rest: for a firm that is not a bank, no question about banks matters. The score of a
//! question is the expected number of measures that its answer decides, with all options equally
//! likely. This is one-step lookahead, as in the diagnosis of J. de Kleer and B. C. Williams
//! (1987).

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

/// The next question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    /// The fact to ask about
    pub fact: FactId,
    /// The measures that depend on it, in the pack's order: open ones that can still be met. If
    /// there are none, met ones whose amount or materials depend on it. If there are none either,
    /// those that cannot be met, for which it decides between "not met" and "not applicable"
    pub measures: Vec<MeasureId>,
    /// Whether the answer can still lead to a measure being met. If not, the applicant may stop
    pub can_decide_met: bool,
    /// Upper bound on the number of remaining questions, this one included
    pub max_remaining: usize,
}

/// The unanswered fact with the highest score; ties go to the first in the pack's order. `None` if
/// no answer can change anything.
///
/// Facts are ranked by three scores, in this order:
///
/// - the expected number of decided measures that can still be met
/// - the number of met measures whose amount or materials depend on the fact
/// - the expected number of measures that cannot be met, and for which "not met" or "not
///   applicable" is decided
///
/// A fact answered 不清楚 is not asked again. A fact whose `ask-when` is false is not asked.
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
    let mut remaining = FactSet::default();
    for (measure, assessed) in assessment.iter() {
        for fact in assessed.missing.iter().filter(|fact| can_ask(**fact)) {
            remaining.insert(*fact);
            if let Some(score) = scores.get_mut(fact.index()) {
                let decided = estimator.probability_decided(&context, measure, *fact);
                *(if assessed.can_be_met { &mut score.possible } else { &mut score.impossible }) +=
                    decided;
            }
        }
        if assessed.can_be_met {
            for fact in detail_facts(&context, measure).into_iter().filter(|fact| can_ask(*fact)) {
                remaining.insert(fact);
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
            Score { possible: 1.., .. } => assessed.can_be_met && assessed.missing.contains(&fact),
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
        can_decide_met: best.possible > 0,
        max_remaining: remaining.into_vec().len(),
    })
}

/// The value of an answer. Fields are compared in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Expected number of decided measures, among those that can still be met
    possible: u64,
    /// Number of met measures whose amount or materials depend on the fact
    details: u64,
    /// Expected number of decided measures, among those that cannot be met
    impossible: u64,
}

/// The index of the highest score, the first of equals. `None` if all scores are zero.
fn highest(scores: Vec<Score>) -> Option<(usize, Score)> {
    let mut best = None;
    for (index, score) in scores.into_iter().enumerate() {
        if score > best.map_or(Score::default(), |(_, best)| best) {
            best = Some((index, score));
        }
    }
    best
}

/// The facts on which the amount and the materials of a measure still depend.
fn detail_facts(context: &EvalContext<'_>, measure: MeasureId) -> Vec<FactId> {
    let measure = &context.pack.measures[measure];
    let mut facts = FactSet::default();
    for when in measure.materials.iter().filter_map(|used| used.when.as_ref()) {
        context.missing(when, &mut facts);
    }
    missing_amount_facts(context, &measure.grants, &mut facts);
    facts.into_vec()
}
