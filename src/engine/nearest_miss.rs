//! The nearest miss: the fewest changes after which a measure that is not met can be met.
//!
//! A change is another answer about a fact that the applicant can change, or waiting until a date.
//! Among sets of the same size, the first in the author's order wins. Numbers and dates change to
//! the nearest value that suffices: the threshold itself.

use jiff::civil::Date;

use crate::rulebook::{Changeable, FactId, Measure, MeasureId, Value};

use super::answers::Answer;
use super::change_dates::change_dates;
use super::compiled::{alternative_values, compile};
use super::evaluate::EvalContext;
use super::outcome::Outcome;

/// Maximum number of proposed changes; more would not be a near miss.
const MAX_CHANGES: usize = 3;
/// Maximum number of sets of changes to try.
const MAX_ATTEMPTS: usize = 3_000;

/// Changes that make a measure possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestMiss {
    /// The changes, waiting first, then in the pack's order; never empty
    pub changes: Vec<Change>,
    /// The outcome after the changes: met, met in direction, or open if facts are still unknown
    pub then: Outcome,
    /// Whether no smaller set of changes suffices. False only if not all values were tried: facts
    /// are compared with each other, a comparison divides by a fact and reads it again, or the
    /// measure distinguishes more than five groups of a fact's options
    pub is_smallest: bool,
}

/// A single change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Wait until this date, everything else unchanged
    Wait(Date),
    /// Another answer about a fact
    Answer(FactId, Value),
}

/// The nearest miss of a measure. `None` if its outcome is not [`Outcome::NotMet`], if no three
/// changes suffice, or if the search exceeded its limit.
pub fn nearest_miss(context: &EvalContext<'_>, measure: MeasureId) -> Option<NearestMiss> {
    nearest_within(context, measure, MAX_CHANGES)
}

/// The nearest miss of a measure if a single change suffices. Much faster than [`nearest_miss`] for
/// measures without one.
pub fn near_miss(context: &EvalContext<'_>, measure: MeasureId) -> Option<NearestMiss> {
    nearest_within(context, measure, 1)
}

fn nearest_within(
    context: &EvalContext<'_>,
    measure: MeasureId,
    max_changes: usize,
) -> Option<NearestMiss> {
    let facts = context.pack.facts_of(measure);
    let measure = &context.pack.measures[measure];
    if outcome(context, measure)? != Outcome::NotMet {
        return None;
    }
    let changeable = |fact: &&FactId| {
        context.pack.facts[**fact].changeable != Changeable::No
            && context.answers.value(**fact).is_some()
    };
    let facts: Vec<FactId> = facts.iter().filter(changeable).copied().collect();
    let days = change_dates(context, measure);
    let mut search = Search { measure, attempts: 0, is_partial: false };
    for count in 1..=max_changes {
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
    attempts: usize,
    /// Whether not all values of a fact were tried
    is_partial: bool,
}

impl Search<'_> {
    /// Tries all sets of `count` more changes. The outer `None` means that the limit is exceeded.
    fn try_changes(
        &mut self,
        context: &EvalContext<'_>,
        facts: &[FactId],
        changes: &mut Vec<Change>,
        count: usize,
    ) -> Option<Option<NearestMiss>> {
        if count == 0 {
            self.attempts += 1;
            let outcome = outcome(context, self.measure)?;
            let can_be_met = outcome.is_possible() && self.can_be_met(context);
            let found = can_be_met.then(|| NearestMiss {
                changes: changes.clone(),
                then: outcome,
                is_smallest: true,
            });
            return (self.attempts <= MAX_ATTEMPTS).then_some(found);
        }
        for (index, fact) in facts.iter().enumerate() {
            let rest = facts.get(index + 1..).unwrap_or_default();
            if rest.len() + 1 < count {
                break;
            }
            let (values, is_partial) = alternative_values(context, self.measure, *fact);
            self.is_partial |= is_partial;
            let own = context.answers.value(*fact);
            let changeable = context.pack.facts[*fact].changeable;
            let possible = |value: &Value| own.is_some_and(|own| changeable.allows(own, *value));
            for value in values.into_iter().filter(possible) {
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

/// The outcome of a measure on the as-of date. `None` if it is too large for a diagram.
fn outcome(context: &EvalContext<'_>, measure: &Measure) -> Option<Outcome> {
    if !context.pack.is_in_force(measure, context.as_of) {
        return Some(Outcome::NotInForce);
    }
    Some(compile(*context, measure)?.reachable_terminals().outcome().unwrap_or(Outcome::Open))
}
