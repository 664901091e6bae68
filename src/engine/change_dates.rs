//! The dates on which waiting periods of a measure end. The nearest-miss search proposes them.

use jiff::civil::Date;

use crate::rulebook::{Comparison, Measure, Quantity, When, date_from_day_number, day_number};

use super::evaluate::EvalContext;

/// Days to look ahead if neither pack nor measure has an end: a hundred years.
const MAX_DAYS_AHEAD: i64 = 36_525;

/// The first dates after the as-of date on which a test of elapsed time changes, within the period
/// of the measure. Sorted, without duplicates.
pub(super) fn change_dates(context: &EvalContext<'_>, measure: &Measure) -> Vec<Date> {
    let mut last_day = day_number(context.as_of) + MAX_DAYS_AHEAD;
    for end in [context.pack.in_force.to, measure.in_force.to].into_iter().flatten() {
        last_day = last_day.min(day_number(end));
    }
    let mut dates = Vec::new();
    let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    for when in measure.applies_when.iter().chain(criteria) {
        add_change_dates(context, when, last_day, &mut dates);
    }
    dates.sort_unstable();
    dates.dedup();
    dates
}

fn add_change_dates(context: &EvalContext<'_>, when: &When, last_day: i64, dates: &mut Vec<Date>) {
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter().for_each(|part| add_change_dates(context, part, last_day, dates));
        }
        When::Not(part) => add_change_dates(context, part, last_day, dates),
        When::Term(term) => {
            add_change_dates(context, &context.pack.terms[*term].when, last_day, dates)
        }
        When::Compare(left, _, right) if depends_on_date(left) || depends_on_date(right) => {
            // A test for equality holds between two dates. Each of its two bounds changes once.
            for comparison in [Comparison::AtLeast, Comparison::MoreThan] {
                let side = When::Compare(left.clone(), comparison, right.clone());
                dates.extend(first_change(context, &side, last_day));
            }
        }
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..) => {}
    }
}

/// The first date on which a test has another truth than on the as-of date. Binary search: elapsed
/// time is monotone.
fn first_change(context: &EvalContext<'_>, test: &When, last_day: i64) -> Option<Date> {
    let truth =
        |day: i64| Some(EvalContext { as_of: date_from_day_number(day)?, ..*context }.truth(test));
    let (mut low, mut high) = (day_number(context.as_of), last_day);
    let now = truth(low)?;
    if high <= low || truth(high)? == now {
        return None;
    }
    // INVARIANT: at `low` the truth is that of the as-of date, at `high` it is not.
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
