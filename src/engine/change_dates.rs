//! Waiting: the days on which periods that a measure asks for have passed.

use jiff::civil::Date;

use crate::rulebook::{Comparison, Measure, Quantity, When, date_from_day_number, day_number};

use super::evaluate::EvalContext;

/// How far ahead to look where neither policy nor measure has an end: a hundred years of days.
const MAX_DAYS_AHEAD: i64 = 36_525;

/// The first days after the as-of date, and within the time of the measure, on which a test of time passed comes to
/// something else. In order, each once.
pub(super) fn change_dates(context: &EvalContext<'_>, measure: &Measure) -> Vec<Date> {
    let mut last = day_number(context.as_of) + MAX_DAYS_AHEAD;
    for end in [context.pack.in_force.to, measure.in_force.to].into_iter().flatten() {
        last = last.min(day_number(end));
    }
    let mut days = Vec::new();
    let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    for when in measure.applies_when.iter().chain(criteria) {
        add_days(context, when, last, &mut days);
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn add_days(context: &EvalContext<'_>, when: &When, last: i64, days: &mut Vec<Date>) {
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter().for_each(|part| add_days(context, part, last, days));
        }
        When::Not(part) => add_days(context, part, last, days),
        When::Term(term) => add_days(context, &context.pack.terms[*term].when, last, days),
        When::Compare(left, _, right) if depends_on_date(left) || depends_on_date(right) => {
            // A test for equality holds between two days; each side of it changes once.
            for comparison in [Comparison::AtLeast, Comparison::MoreThan] {
                let side = When::Compare(left.clone(), comparison, right.clone());
                days.extend(first_change(context, &side, last));
            }
        }
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..) => {}
    }
}

/// The first day on which a test is no longer what it is; by halving, because time passed only grows.
fn first_change(context: &EvalContext<'_>, test: &When, last: i64) -> Option<Date> {
    let truth =
        |day: i64| Some(EvalContext { as_of: date_from_day_number(day)?, ..*context }.truth(test));
    let (mut low, mut high) = (day_number(context.as_of), last);
    let now = truth(low)?;
    if high <= low || truth(high)? == now {
        return None;
    }
    // INVARIANT: `low` is as today, `high` is not.
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if truth(middle)? == now { low = middle } else { high = middle }
    }
    date_from_day_number(high)
}

fn depends_on_date(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::MonthsSince(_) | Quantity::DaysSince(_) => true,
        Quantity::Constant(_) | Quantity::Fact(_) => false,
        Quantity::Percent(_, part) => depends_on_date(part),
        Quantity::Sum(parts) => parts.iter().any(depends_on_date),
        Quantity::Difference(left, right)
        | Quantity::Ratio(left, right)
        | Quantity::Growth(left, right) => depends_on_date(left) || depends_on_date(right),
    }
}
