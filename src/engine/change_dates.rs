//! The dates on which waiting periods of a measure end. The nearest-miss search proposes them.

use jiff::civil::Date;

use crate::rulebook::{
    BandTest, Comparison, Measure, Quantity, When, date_from_day_number, day_number,
};

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
    context.pack.each_test(when, &mut |test| {
        context.pack.each_fact(test, &mut |fact| {
            // On its day, a later event happens.
            if let Some(date) = context.answers.date(fact)
                && !context.may_be(fact, date)
                && day_number(date) <= last_day
            {
                dates.push(date);
            }
        });
        let When::Compare(left, _, right) = test else { return };
        for (left, right) in bounds_by_date(left, right) {
            // A test for equality holds between two dates. Each of its two bounds changes once.
            for comparison in [Comparison::AtLeast, Comparison::MoreThan] {
                let side = When::Compare(left.clone(), comparison, right.clone());
                dates.extend(first_change(context, &side, last_day));
            }
        }
    });
}

/// The pairs of quantities whose order decides a comparison and depends on the date. The bands of a
/// table are compared with its number.
fn bounds_by_date(left: &Quantity, right: &Quantity) -> Vec<(Quantity, Quantity)> {
    let mut pairs = Vec::new();
    if depends_on_date(left) || depends_on_date(right) {
        pairs.push((left.clone(), right.clone()));
    }
    for quantity in [left, right] {
        add_band_bounds(quantity, &mut pairs);
    }
    pairs
}

fn add_band_bounds(quantity: &Quantity, pairs: &mut Vec<(Quantity, Quantity)>) {
    if let Quantity::Points(points) = quantity
        && let Some(by) = points.by.as_ref().filter(|by| depends_on_date(by))
    {
        for band in &points.bands {
            if let BandTest::By(_, bound) = band.test {
                pairs.push((by.clone(), Quantity::Constant(bound)));
            }
        }
    }
    quantity.parts().into_iter().for_each(|part| add_band_bounds(part, pairs));
}

/// The first date on which a test has another truth than on the as-of date, or than on the day of
/// the last event that it counts from. Binary search: elapsed time is monotone.
fn first_change(context: &EvalContext<'_>, test: &When, last_day: i64) -> Option<Date> {
    let truth =
        |day: i64| Some(EvalContext { as_of: date_from_day_number(day)?, ..*context }.truth(test));
    let (mut low, mut high) = (day_number(context.as_of), last_day);
    context.pack.each_fact(test, &mut |fact| {
        if let Some(date) = context.answers.date(fact)
            && !context.may_be(fact, date)
        {
            low = low.max(day_number(date));
        }
    });
    if high <= low {
        return None;
    }
    let now = truth(low)?;
    if truth(high)? == now {
        return None;
    }
    // INVARIANT: at `low` the truth is that of the first date, at `high` it is not.
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if truth(middle)? == now { low = middle } else { high = middle }
    }
    date_from_day_number(high)
}

/// Whether a quantity counts time, outside the bands of its tables.
fn depends_on_date(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::MonthsSince(_) | Quantity::DaysSince(_) => true,
        Quantity::Points(_) => false,
        _ => quantity.parts().into_iter().any(depends_on_date),
    }
}
