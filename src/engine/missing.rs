//! What an open measure still needs: answers to give, and answers to find out.

use crate::rulebook::FactId;

use super::askable::{Askable, AskableFacts};
use super::evaluate::EvalContext;

/// The facts that an open measure lacks, by what the applicant can do about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MissingFacts {
    /// Not answered, and can be asked now
    pub to_answer: Vec<FactId>,
    /// Answered 不清楚; also in place of the questions that wait for it
    pub to_find_out: Vec<FactId>,
}

impl MissingFacts {
    /// Sorts the facts that a measure lacks, each once.
    pub fn of(context: &EvalContext<'_>, missing: &[FactId]) -> MissingFacts {
        let askable = AskableFacts::new(context);
        let mut found = MissingFacts::default();
        let mut find_out = |fact: FactId| {
            if !found.to_find_out.contains(&fact) {
                found.to_find_out.push(fact);
            }
        };
        for fact in missing {
            match askable.of(*fact) {
                Askable::Yes => found.to_answer.push(*fact),
                Askable::NotSure => find_out(*fact),
                Askable::Waits => {
                    askable.awaited(context, *fact).into_iter().for_each(&mut find_out);
                }
                Askable::Known | Askable::Hidden => {}
            }
        }
        found
    }
}
