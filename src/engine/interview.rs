//! The interview: which question to put next.
//!
//! # Why
//!
//! A form asks everything of everybody. Asking first what decides most spares the rest: once a firm is known not to be
//! a bank, no question about banks can matter any more. The score is the expected number of measures that the
//! answer decides, with every option equally likely: one step of information gain, as in the diagnosis of
//! J. de Kleer and B. C. Williams (1987).

use crate::rulebook::{FactId, FactSet, Id, MeasureId, RuleBook};

use super::amount::amount_facts;
use super::answers::Answers;
use super::assess::Assessment;
use super::chance::Chances;
use super::compiled::Compiled;
use super::evaluate::Situation;
use super::outcome::Outcome;
use super::truth::Truth;

/// A question to put next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What to ask
    pub fact: FactId,
    /// The open measures whose outcome it can change, in the pack's order; if there are none, the met ones whose
    /// amount or papers it can
    pub measures: Vec<MeasureId>,
    /// At most so many questions are left, this one included
    pub left_at_most: usize,
}

/// Which question to put next: of the facts not yet spoken of, the one expected to decide most open measures; the
/// author's order decides ties. Once all that can be is decided: what amounts and papers of met measures hang on.
/// `None` when no answer can change anything any more.
///
/// A fact answered 不清楚 is not asked again, nor is one whose `ask-when` has failed.
pub fn next_question(
    rules: &Compiled,
    book: &RuleBook,
    answers: &Answers,
    assessment: &Assessment,
) -> Option<Ask> {
    let situation = Situation { book, answers, as_of: assessment.as_of };
    let can_ask = |fact: FactId| {
        let when = book.facts[fact].ask_when.as_ref();
        answers.get(fact).is_none() && when.is_none_or(|when| situation.truth(when) != Truth::False)
    };
    let mut chances = Chances::new(rules, assessment);
    let mut scores = vec![(0_u64, 0_u64); book.facts.len()];
    let mut left = FactSet::default();
    for (measure, assessed) in assessment.iter() {
        for fact in assessed.missing.iter().filter(|fact| can_ask(**fact)) {
            left.insert(*fact);
            if let Some((decided, _)) = scores.get_mut(fact.place()) {
                *decided += chances.decided(&situation, measure, *fact);
            }
        }
        if assessed.can_be_met {
            for fact in details(&situation, measure).into_iter().filter(|fact| can_ask(*fact)) {
                left.insert(fact);
                if let Some((_, details)) = scores.get_mut(fact.place()) {
                    *details += u64::from(assessed.outcome != Outcome::Open);
                }
            }
        }
    }
    let scored = scores.into_iter().enumerate().filter(|(_, score)| *score != (0, 0));
    // `max_by_key` keeps the last of equals: the reversed order makes that the author's first.
    let (place, (decided, _)) =
        scored.collect::<Vec<_>>().into_iter().rev().max_by_key(|(_, score)| *score)?;
    let fact = FactId::at(place);
    let hangs = |measure: MeasureId| match decided {
        0 => details(&situation, measure).contains(&fact),
        _ => assessment.of(measure).missing.contains(&fact),
    };
    let open = |outcome: Outcome| (outcome == Outcome::Open) == (decided > 0);
    let measures =
        assessment.iter().filter(|(_, assessed)| assessed.outcome.is_possible() && open(assessed.outcome));
    Some(Ask {
        fact,
        measures: measures.map(|(measure, _)| measure).filter(|measure| hangs(*measure)).collect(),
        left_at_most: left.into_vec().len(),
    })
}

/// The facts that amount and papers of a measure still hang on.
fn details(situation: &Situation<'_>, measure: MeasureId) -> Vec<FactId> {
    let measure = &situation.book.measures[measure];
    let mut facts = FactSet::default();
    for when in measure.materials.iter().filter_map(|used| used.when.as_ref()) {
        situation.missing(when, &mut facts);
    }
    amount_facts(situation, &measure.grants, &mut facts);
    facts.into_vec()
}
