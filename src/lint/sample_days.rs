//! Days for which conditions are tried: a sample that represents all days of a period.
//!
//! # Why the sample suffices
//!
//! Conditions depend on the as-of date only through [`DateThresholds`]. As the as-of date moves,
//! the order of the thresholds changes only where a relative threshold crosses a fixed one. That
//! is a number of months or days after the fixed date. So the days around each crossing suffice,
//! with the ends of the period: any other day has the same order as the last sample day before it.
//!
//! Months differ in length. If a fact has thresholds of months and of days that can cross each
//! other, every day is tried. Of days with the same order of thresholds, only one is kept.
//!
//! Other dependencies on the as-of date, such as a difference of months, are tried on the same
//! days. Then a missing example is no proof, and [`SampleDays::is_exhaustive`] is false.

use std::collections::BTreeSet;

use crate::rulebook::{Date, Period, RulePack, When, date_from_day_number, day_number};

use super::date_thresholds::DateThresholds;

/// The day to try for a policy without an end, 2019-01-01, unless it is outside the period. Any
/// day serves, because nothing changes on it.
const DEFAULT_DAY: i64 = 17_897;

/// Days tried before and after a crossing. The order changes on that day or the next.
const MARGIN: i64 = 4;

/// The distance from the first or last crossing to a day that represents all days beyond it.
const BEYOND: i64 = 400;

/// The largest number of days tried one by one: a hundred years.
const MAX_DAYS: i64 = 36_525;

/// The range of days, 0001-01-01 to 9999-12-31, for periods with an open end.
const CALENDAR: (i64, i64) = (-719_162, 2_932_896);

/// A sample of days.
pub(super) struct SampleDays {
    /// The days, the most natural examples first; empty if the period is empty
    pub(super) days: Vec<Date>,
    /// Whether conditions that hold on none of the days hold on no day of the period
    pub(super) is_exhaustive: bool,
}

/// The sample days for conditions within a period.
pub(super) fn sample_days(pack: &RulePack, period: &Period, conditions: &[&When]) -> SampleDays {
    let thresholds = DateThresholds::of(pack, conditions);
    let (first, last) = bounds(period);
    if first > last {
        return SampleDays { days: Vec::new(), is_exhaustive: true };
    }
    let natural = natural_day(period);
    let mut numbers = vec![natural];
    let mut is_exhaustive = thresholds.is_complete;
    if !thresholds.are_constant() {
        let crossings = thresholds.crossings();
        numbers.extend([first, last]);
        numbers.extend(crossings.iter().max().map(|last| last.saturating_add(BEYOND)));
        numbers.extend(crossings.iter().min().map(|first| first.saturating_sub(BEYOND)));
        for crossing in crossings {
            numbers.extend(crossing.saturating_sub(MARGIN)..=crossing.saturating_add(MARGIN));
        }
        if thresholds.can_months_cross_days() {
            // Of a longer period, a century is tried. That misses only effects of a leap year
            // outside it.
            let begin = period.from.map_or(last.min(DEFAULT_DAY) - MAX_DAYS, |_| first);
            numbers.extend((0..MAX_DAYS).map(|offset| begin + offset));
            is_exhaustive &= last - first < MAX_DAYS;
        }
    }
    numbers.retain(|number| (first..=last).contains(number));
    // Examples should use a day that a reader expects.
    numbers.sort_by_key(|number| number.abs_diff(natural));
    let mut seen = BTreeSet::new();
    let days = numbers.into_iter().filter_map(date_from_day_number);
    SampleDays {
        days: days.filter(|day| seen.insert(thresholds.order(*day))).collect(),
        is_exhaustive,
    }
}

/// The days in both periods.
pub(super) fn intersection(one: &Period, other: &Period) -> Period {
    let from = [one.from, other.from].into_iter().flatten().max();
    Period { from, to: [one.to, other.to].into_iter().flatten().min() }
}

/// The first and the last day of a period, as day numbers.
fn bounds(period: &Period) -> (i64, i64) {
    (period.from.map_or(CALENDAR.0, day_number), period.to.map_or(CALENDAR.1, day_number))
}

/// The most natural day for an example: the last day, or [`DEFAULT_DAY`] if the end is open.
fn natural_day(period: &Period) -> i64 {
    let from = period.from.map_or(DEFAULT_DAY, day_number);
    period.to.map_or(DEFAULT_DAY.max(from), day_number)
}
