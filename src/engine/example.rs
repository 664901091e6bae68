//! Examples: answers with which some conditions all hold, or the proof that there are none.
//!
//! # Why
//!
//! Whether a rule can be met at all is what its author most wants to know, and nobody believes it without an example.
//! The diagrams of [`super::compiled`] tell both: a condition whose diagram is the end *false* holds for nobody, and every
//! path to the end *true* is a person. What an example says is tried before it is shown.

use jiff::civil::Date;

use crate::rulebook::{FactSet, Measure, RulePack, When};

use super::answers::{Answer, Answers};
use super::compiled::{compile, compile_all};
use super::evaluate::EvalContext;

/// Most ways tried. Only facts that are compared with each other need more than one.
const MAX_TRIES: usize = 2_000;

/// Whether some conditions can all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Example {
    /// On this day with these answers they do; facts that do not matter are left unanswered
    Answers(Date, Answers),
    /// On none of the days, with no answers whatever
    Unsatisfiable,
    /// Not found out: too large, or a search that was given up
    Unknown,
}

/// Finds answers with which all the conditions hold on one of some days; the first of them is preferred.
pub fn example(pack: &RulePack, days: impl Iterator<Item = Date>, conditions: &[&When]) -> Example {
    let answers = Answers::none(pack);
    let mut sure = Example::Unsatisfiable;
    for as_of in days {
        let mut search = Search { conditions, tries: 0, gave_up: false };
        match search.extend(&EvalContext { pack, answers: &answers, as_of }) {
            Some(found) => return Example::Answers(as_of, found),
            None if search.gave_up => sure = Example::Unknown,
            None => {}
        }
    }
    sure
}

/// The facts that can change what a measure comes to on a day; where it is too large to say, all that it reads.
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
            let read =
                measure.applies_when.iter().chain(criteria).flat_map(|when| pack.facts_in(when));
            read.for_each(|fact| facts.insert(fact));
        }
    }
    facts
}

struct Search<'a> {
    conditions: &'a [&'a When],
    tries: usize,
    gave_up: bool,
}

impl Search<'_> {
    /// Goes on from some answers.
    fn extend(&mut self, context: &EvalContext<'_>) -> Option<Answers> {
        self.tries += 1;
        let compiled =
            if self.tries > MAX_TRIES { None } else { compile_all(*context, self.conditions) };
        let Some(compiled) = compiled else {
            self.gave_up = true;
            return None;
        };
        let path = compiled.satisfying_path(context)?;
        let mut answers = context.answers.clone();
        let Some(fact) = path.compared else {
            for (fact, value) in path.values {
                answers.set(fact, Some(Answer::Value(value)));
            }
            // Whatever the facts left out may be. It follows from the path, and is looked at once more all the same.
            let told = EvalContext { answers: &answers, ..*context };
            let holds =
                compile_all(told, self.conditions).is_some_and(|compiled| compiled.is_tautology());
            return holds.then_some(answers);
        };
        // Once all but one of the facts that are compared have values, the comparison is about a single fact.
        let (values, are_all) = compiled.candidate_values(context, fact);
        for value in values {
            answers.set(fact, Some(Answer::Value(value)));
            if let Some(found) = self.extend(&EvalContext { answers: &answers, ..*context }) {
                return Some(found);
            }
        }
        // Other values were not tried, unless there are none.
        self.gave_up |= !are_all;
        None
    }
}
