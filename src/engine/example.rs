//! Examples: answers with which some conditions all hold, or a proof that there are none.
//!
//! # Why
//!
//! Authors want to know whether a rule can be met at all, and an example convinces. The diagrams of
//! [`super::compiled`] decide it: a condition is unsatisfiable if its diagram is the terminal
//! *false*, and every path to the terminal *true* is an example. Each example is verified before it
//! is returned.

use jiff::civil::Date;

use crate::rulebook::{FactSet, Measure, RulePack, When};

use super::answers::{Answer, Answers};
use super::compiled::{compile, compile_all};
use super::evaluate::EvalContext;

/// Maximum number of attempts. Only facts that are compared with each other need more than one.
const MAX_ATTEMPTS: usize = 2_000;

/// Whether some conditions can all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Example {
    /// They hold on this date with these answers; irrelevant facts are unanswered
    Answers(Date, Answers),
    /// They hold on none of the dates, with no answers
    Unsatisfiable,
    /// Not decided: too large for a diagram, or the search exceeded its limit
    Unknown,
}

/// Finds answers with which all conditions hold on one of some dates. The first such date is used.
pub fn example(
    pack: &RulePack,
    dates: impl Iterator<Item = Date>,
    conditions: &[&When],
) -> Example {
    let answers = Answers::none(pack);
    let mut result = Example::Unsatisfiable;
    for as_of in dates {
        let mut search = Search { conditions, attempts: 0, is_incomplete: false };
        match search.extend(&EvalContext { pack, answers: &answers, as_of }) {
            Some(found) => return Example::Answers(as_of, found),
            None if search.is_incomplete => result = Example::Unknown,
            None => {}
        }
    }
    result
}

/// The facts that can change the outcome of a measure on a date. If it is too large for a diagram,
/// all facts that it reads.
pub fn relevant_facts(pack: &RulePack, measure: &Measure, as_of: Date) -> FactSet {
    let answers = Answers::none(pack);
    let context = EvalContext { pack, answers: &answers, as_of };
    let mut facts = FactSet::default();
    match compile(context, measure) {
        Some(compiled) => {
            compiled.for_each_relevant_split(compiled.outcome, &mut |split| {
                split.add_missing(&context, &mut facts)
            });
        }
        None => {
            let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
            let assumption = measure.assume.map(|id| &pack.assumptions[id].when);
            let conditions = measure.applies_when.iter().chain(criteria).chain(assumption);
            let read = conditions.flat_map(|when| pack.facts_in(when));
            read.for_each(|fact| facts.insert(fact));
        }
    }
    facts
}

struct Search<'a> {
    conditions: &'a [&'a When],
    attempts: usize,
    is_incomplete: bool,
}

impl Search<'_> {
    /// Extends the answers of `context` to an example.
    fn extend(&mut self, context: &EvalContext<'_>) -> Option<Answers> {
        self.attempts += 1;
        let compiled = if self.attempts > MAX_ATTEMPTS {
            None
        } else {
            compile_all(*context, self.conditions)
        };
        let Some(compiled) = compiled else {
            self.is_incomplete = true;
            return None;
        };
        let path = compiled.satisfying_path(context)?;
        let mut answers = context.answers.clone();
        let Some(fact) = path.compared else {
            for (fact, value) in path.values {
                answers.set(fact, Some(Answer::Value(value)));
            }
            // The path does not constrain the other facts. This verifies it.
            let extended = EvalContext { answers: &answers, ..*context };
            let holds = compile_all(extended, self.conditions)
                .is_some_and(|compiled| compiled.is_tautology());
            return holds.then_some(answers);
        };
        // With values for all compared facts but one, a comparison depends on one fact.
        let (values, is_complete) = compiled.candidate_values(context, fact);
        for value in values {
            answers.set(fact, Some(Answer::Value(value)));
            if let Some(found) = self.extend(&EvalContext { answers: &answers, ..*context }) {
                return Some(found);
            }
        }
        // Other values were not tried, unless there are none.
        self.is_incomplete |= !is_complete;
        None
    }
}
