//! The interview: which fact to ask next.

use crate::rulebook::{FactId, Id, RuleBook};

use super::answers::Answers;
use super::assess::Assessment;
use super::evaluate::Situation;
use super::truth::Truth;

/// The fact to ask next: of those not yet spoken of, the one that most open measures still need; the
/// author's order decides ties. `None` when no further answer can decide anything.
///
/// A fact answered 不清楚 is not asked again, nor is one whose `ask-when` has failed.
pub fn next_fact(book: &RuleBook, answers: &Answers, assessment: &Assessment) -> Option<FactId> {
    let situation = Situation { book, answers, as_of: assessment.as_of };
    let mut needed = vec![0_usize; book.facts.len()];
    for fact in assessment.iter().flat_map(|(_, assessed)| &assessed.missing) {
        if let Some(count) = needed.get_mut(fact.place()) {
            *count += 1;
        }
    }
    let askable = |fact: FactId| {
        let when = book.facts[fact].ask_when.as_ref();
        answers.get(fact).is_none() && when.is_none_or(|when| situation.truth(when) != Truth::False)
    };
    needed
        .into_iter()
        .enumerate()
        .map(|(place, count)| (FactId::at(place), count))
        .filter(|(fact, count)| *count > 0 && askable(*fact))
        // `max_by_key` keeps the last of equals: the reversed order makes that the author's first.
        .rev()
        .max_by_key(|(_, count)| *count)
        .map(|(fact, _)| fact)
}
