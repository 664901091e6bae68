//! The nearest miss: the fewest changes that would make a measure that is not met one that can be.
//!
//! A change is another answer about a fact that the applicant can change, or waiting until a period has passed. Among sets
//! of the same size, the first in the author's order counts, and of numbers and days the nearest: the boundary itself.

use jiff::civil::Date;

use crate::rulebook::{FactId, Measure, MeasureId, Value};

use super::answers::Answer;
use super::change_dates::change_dates;
use super::compiled::{alternative_values, compile};
use super::evaluate::EvalContext;
use super::outcome::Outcome;

/// Most changes proposed at once: more are no near miss.
const MAX_CHANGES: usize = 3;
/// Most sets of changes tried.
const MAX_TRIES: usize = 3_000;

/// What would have to be otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestMiss {
    /// The changes, waiting first, then in the pack's order; never empty
    pub changes: Vec<Change>,
    /// What the outcome would then be: met, met in direction, or open if facts are still unknown
    pub then: Outcome,
    /// Whether no smaller set of changes would do. False only where facts are compared with each other, or more
    /// than five groups of options of one are told apart: then other values might have been tried
    pub is_smallest: bool,
}

/// One thing that would have to be otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Wait until this day, with all else as it is
    Wait(Date),
    /// Another answer about a fact
    Answer(FactId, Value),
}

/// The nearest miss of a measure. `None` if it is not [`Outcome::NotMet`], if no changes of a few changeable facts would do,
/// or if a bound was hit before any were found.
pub fn nearest_miss(context: &EvalContext<'_>, measure: MeasureId) -> Option<NearestMiss> {
    let facts = context.pack.facts_of(measure);
    let measure = &context.pack.measures[measure];
    if outcome(context, measure)? != Outcome::NotMet {
        return None;
    }
    let changeable = |fact: &&FactId| {
        context.pack.facts[**fact].changeable && context.answers.value(**fact).is_some()
    };
    let facts: Vec<FactId> = facts.iter().filter(changeable).copied().collect();
    let days = change_dates(context, measure);
    let mut search = Search { measure, tries: 0, is_partial: false };
    for count in 1..=MAX_CHANGES {
        if let Some(found) = search.try_changes(context, &facts, &mut Vec::new(), count)? {
            return Some(NearestMiss { is_smallest: !search.is_partial || count == 1, ..found });
        }
        for day in &days {
            let later = EvalContext { as_of: *day, ..*context };
            let mut changes = vec![Change::Wait(*day)];
            if let Some(found) = search.try_changes(&later, &facts, &mut changes, count - 1)? {
                return Some(NearestMiss {
                    is_smallest: !search.is_partial || count == 1,
                    ..found
                });
            }
        }
    }
    None
}

struct Search<'a> {
    measure: &'a Measure,
    tries: usize,
    /// Whether a fact might have been given other values, too
    is_partial: bool,
}

impl Search<'_> {
    /// Makes so many more changes. `None` where the bound is hit.
    fn try_changes(
        &mut self,
        context: &EvalContext<'_>,
        facts: &[FactId],
        changes: &mut Vec<Change>,
        count: usize,
    ) -> Option<Option<NearestMiss>> {
        if count == 0 {
            self.tries += 1;
            let outcome = outcome(context, self.measure)?;
            let can_be_met = outcome.is_possible() && self.can_be_met(context);
            let found = can_be_met.then(|| NearestMiss {
                changes: changes.clone(),
                then: outcome,
                is_smallest: true,
            });
            return (self.tries <= MAX_TRIES).then_some(found);
        }
        for (index, fact) in facts.iter().enumerate() {
            let rest = facts.get(index + 1..).unwrap_or_default();
            if rest.len() + 1 < count {
                break;
            }
            let (values, is_partial) = alternative_values(context, self.measure, *fact);
            self.is_partial |= is_partial;
            for value in values {
                let mut answers = context.answers.clone();
                answers.set(*fact, Some(Answer::Value(value)));
                let changed = EvalContext { answers: &answers, ..*context };
                changes.push(Change::Answer(*fact, value));
                if let Some(found) = self.try_changes(&changed, rest, changes, count - 1)? {
                    return Some(Some(found));
                }
                changes.pop();
            }
        }
        Some(None)
    }

    fn can_be_met(&self, context: &EvalContext<'_>) -> bool {
        compile(*context, self.measure)
            .is_some_and(|compiled| compiled.reachable_terminals().can_be_met())
    }
}

/// The outcome of a measure that is in force; `None` if it is too large for a diagram.
fn outcome(context: &EvalContext<'_>, measure: &Measure) -> Option<Outcome> {
    let in_force =
        context.pack.in_force.contains(context.as_of) && measure.in_force.contains(context.as_of);
    if !in_force {
        return Some(Outcome::NotInForce);
    }
    Some(compile(*context, measure)?.reachable_terminals().outcome().unwrap_or(Outcome::Open))
}
