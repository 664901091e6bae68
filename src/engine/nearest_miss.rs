//! The nearest miss: the fewest changes after which a measure that is not met can be met.
//!
//! A change is another answer about a fact that the applicant can change, or waiting until a date.
//! Among sets of the same size, the first in the author's order wins. Numbers and dates change to
//! the nearest value that suffices while the other changes are made: the threshold itself.
//!
//! Changes never violate a relation of the pack that the given answers satisfy. Nobody is advised
//! to become an applicant who only plans to come: a change that makes the assumption of a measure
//! apply does not count, unless the measure is met without it.

use jiff::civil::Date;

use crate::rulebook::{Changeable, FactId, Measure, MeasureId, Relation, Value};

use super::answers::Answer;
use super::change_dates::change_dates;
use super::compiled::{alternative_values, compile};
use super::evaluate::EvalContext;
use super::outcome::Outcome;
use super::relations::is_violated;
use super::truth::Truth;

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
    let mut search = Search { given: *context, measure, attempts: 0, is_partial: false };
    for count in 1..=max_changes {
        if let Some(found) = search.try_changes(context, &facts, &mut Vec::new(), count)? {
            return search.nearest(found);
        }
        for day in &days {
            let later = EvalContext { as_of: *day, ..*context };
            let mut changes = vec![Change::Wait(*day)];
            if let Some(found) = search.try_changes(&later, &facts, &mut changes, count - 1)? {
                return search.nearest(found);
            }
        }
    }
    None
}

struct Search<'a> {
    given: EvalContext<'a>,
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
    ) -> Option<Option<Vec<Change>>> {
        if count == 0 {
            self.attempts += 1;
            let found = self.outcome_after(context)?.map(|_| changes.clone());
            return (self.attempts <= MAX_ATTEMPTS).then_some(found);
        }
        for (index, fact) in facts.iter().enumerate() {
            let rest = facts.get(index + 1..).unwrap_or_default();
            if rest.len() + 1 < count {
                break;
            }
            let (values, is_partial) = alternative_values(context, self.measure, *fact);
            self.is_partial |= is_partial;
            for value in values {
                if !self.allows(*fact, value) {
                    continue;
                }
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

    /// Whether the applicant can change the given answer to this value.
    fn allows(&self, fact: FactId, value: Value) -> bool {
        let changeable = self.given.pack.facts[fact].changeable;
        self.given.answers.value(fact).is_some_and(|own| changeable.allows(own, value))
    }

    /// The outcome after changes; the inner `None` if they are no way to the measure.
    fn outcome_after(&self, context: &EvalContext<'_>) -> Option<Option<Outcome>> {
        let outcome = outcome(context, self.measure)?;
        let is_way = outcome.is_possible()
            && self.can_be_met(context)
            && !self.violates_relation(context)
            && !self.only_assumes(context, outcome);
        Some(is_way.then_some(outcome))
    }

    fn can_be_met(&self, context: &EvalContext<'_>) -> bool {
        compile(*context, self.measure)
            .is_some_and(|compiled| compiled.reachable_terminals().can_be_met())
    }

    /// Whether the changed answers violate a relation that the given ones satisfy.
    fn violates_relation(&self, context: &EvalContext<'_>) -> bool {
        let is_violated = |context: &EvalContext<'_>, relation: &Relation| {
            is_violated(context.pack, context.answers, context.as_of, relation)
        };
        context
            .pack
            .relations
            .iter()
            .any(|relation| is_violated(context, relation) && !is_violated(&self.given, relation))
    }

    /// Whether the measure is not met, and the changes make its assumption apply.
    fn only_assumes(&self, context: &EvalContext<'_>, outcome: Outcome) -> bool {
        let Some(assumption) = self.measure.assume else { return false };
        let when = &context.pack.assumptions[assumption].when;
        matches!(outcome, Outcome::Open | Outcome::MetOnceSettled)
            && self.given.truth(when) == Truth::False
            && context.truth(when) != Truth::False
    }

    /// The nearest of the changes of the same facts.
    ///
    /// Values of facts that are compared with each other depend on the order in which they are
    /// chosen, so all orders are tried.
    fn nearest(&mut self, found: Vec<Change>) -> Option<NearestMiss> {
        let (mut wait, mut as_of, mut facts) = (Vec::new(), self.given.as_of, Vec::new());
        for change in &found {
            match change {
                Change::Wait(day) => {
                    wait.push(*change);
                    as_of = *day;
                }
                Change::Answer(fact, _) => facts.push(*fact),
            }
        }
        let context = EvalContext { as_of, ..self.given };
        let mut best = self.with_nearest_values(found)?;
        if self.is_partial && facts.len() > 1 {
            for order in orders(&facts) {
                let mut changes = wait.clone();
                let found = self.try_changes(&context, &order, &mut changes, order.len())?;
                let Some(found) = found.and_then(|found| self.with_nearest_values(found)) else {
                    continue;
                };
                if self.distance(&found) < self.distance(&best) {
                    best = found;
                }
            }
        }
        best.sort_unstable_by_key(|change| match change {
            Change::Wait(_) => None,
            Change::Answer(fact, _) => Some(*fact),
        });
        let then = self.with_changes(&best, |context| self.outcome_after(context))??;
        let is_smallest = !self.is_partial || best.len() == 1;
        Some(NearestMiss { changes: best, then, is_smallest })
    }

    /// How far numbers move, in millionths of their units.
    fn distance(&self, changes: &[Change]) -> u128 {
        let distances = changes.iter().map(|change| match change {
            Change::Answer(fact, Value::Number(to)) => match self.given.answers.value(*fact) {
                Some(Value::Number(from)) => {
                    (i128::from(to.millionths()) - i128::from(from.millionths())).unsigned_abs()
                }
                _ => 0,
            },
            Change::Answer(..) | Change::Wait(_) => 0,
        });
        distances.sum()
    }

    /// The changes with the value of each moved as near to the given answer as the other changes
    /// allow, and without those that the others make unnecessary.
    fn with_nearest_values(&self, mut changes: Vec<Change>) -> Option<Vec<Change>> {
        let mut index = 0;
        while let Some(change) = changes.get(index).copied() {
            let Change::Answer(fact, _) = change else {
                index += 1;
                continue;
            };
            let mut others = changes.clone();
            others.remove(index);
            let is_enough = self.with_changes(&others, |context| self.outcome_after(context))?;
            if is_enough.is_some() && !others.is_empty() {
                changes = others;
                continue;
            }
            let (values, _) = self
                .with_changes(&others, |context| alternative_values(context, self.measure, fact));
            for value in values.into_iter().filter(|value| self.allows(fact, *value)) {
                let mut tried = changes.clone();
                tried.splice(index..=index, [Change::Answer(fact, value)]);
                if self.with_changes(&tried, |context| self.outcome_after(context))?.is_some() {
                    changes = tried;
                    break;
                }
            }
            index += 1;
        }
        Some(changes)
    }

    fn with_changes<T>(&self, changes: &[Change], call: impl FnOnce(&EvalContext<'_>) -> T) -> T {
        let (mut answers, mut as_of) = (self.given.answers.clone(), self.given.as_of);
        for change in changes {
            match change {
                Change::Wait(day) => as_of = *day,
                Change::Answer(fact, value) => answers.set(*fact, Some(Answer::Value(*value))),
            }
        }
        call(&EvalContext { answers: &answers, as_of, ..self.given })
    }
}

/// The outcome of a measure on the as-of date. `None` if it is too large for a diagram.
fn outcome(context: &EvalContext<'_>, measure: &Measure) -> Option<Outcome> {
    if !context.pack.is_in_force(measure, context.as_of) {
        return Some(Outcome::NotInForce);
    }
    Some(compile(*context, measure)?.reachable_terminals().outcome().unwrap_or(Outcome::Open))
}

/// All orders of at most [`MAX_CHANGES`] facts.
fn orders(facts: &[FactId]) -> Vec<Vec<FactId>> {
    let Some((first, rest)) = facts.split_first() else { return vec![Vec::new()] };
    let insert = |order: Vec<FactId>| {
        (0..=order.len()).map(move |place| {
            let mut order = order.clone();
            order.insert(place, *first);
            order
        })
    };
    orders(rest).into_iter().flat_map(insert).collect()
}
