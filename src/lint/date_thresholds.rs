//! Thresholds of date facts that move with the as-of date.
//!
//! # Why
//!
//! "Founded at least 12 months ago" divides the founding dates at a threshold that moves with the
//! as-of date. A fact has fixed thresholds, the dates it is compared with, and relative ones, a
//! number of months or days before the as-of date. Whether conditions can be satisfied on an as-of
//! date depends only on the order of the thresholds of each fact: no value lies between two
//! adjacent thresholds on the same day. Days with the same [`DateThresholds::order`] allow the
//! same combinations.

use std::collections::BTreeMap;

use crate::rulebook::{
    Date, FactId, FactKind, Quantity, RulePack, When, date_from_day_number, day_number, parse_date,
};

/// An upper bound, in days, of the difference between a number of months and its average length.
const MAX_DEVIATION: i128 = 8;

/// Days and months in four hundred years, the period of the calendar.
const CYCLE: (i128, i128) = (146_097, 4_800);

/// The thresholds of each date fact that some conditions compare with the as-of date.
#[derive(Debug)]
pub(super) struct DateThresholds {
    facts: BTreeMap<FactId, Thresholds>,
    /// Whether the conditions depend on the as-of date only through these thresholds
    pub(super) is_complete: bool,
    /// The first and the last valid date, as day numbers
    bounds: (i64, i64),
}

/// The thresholds of one fact.
#[derive(Debug, Default)]
struct Thresholds {
    /// Fixed thresholds, as day numbers
    fixed: Vec<i64>,
    /// Relative thresholds in months before the as-of date
    months: Vec<i64>,
    /// Relative thresholds in days before the as-of date
    days: Vec<i64>,
}

impl DateThresholds {
    /// The thresholds of some conditions, including those in terms.
    pub(super) fn of(pack: &RulePack, conditions: &[&When]) -> DateThresholds {
        let end = |text: &str| parse_date(text).map(day_number).unwrap_or_default();
        let bounds = (end("0000-01-01"), end("9999-12-31"));
        let mut all = DateThresholds { facts: BTreeMap::new(), is_complete: true, bounds };
        conditions.iter().for_each(|when| all.add(pack, when));
        all.facts
            .retain(|_, thresholds| !thresholds.months.is_empty() || !thresholds.days.is_empty());
        for thresholds in all.facts.values_mut() {
            // Satisfiability also changes where a relative threshold leaves the valid dates.
            thresholds.fixed.extend([bounds.0, bounds.1 + 1]);
            for list in [&mut thresholds.fixed, &mut thresholds.months, &mut thresholds.days] {
                list.sort_unstable();
                list.dedup();
            }
        }
        all
    }

    /// Whether the conditions do not depend on the as-of date.
    pub(super) fn are_constant(&self) -> bool {
        self.facts.is_empty() && self.is_complete
    }

    fn add(&mut self, pack: &RulePack, when: &When) {
        pack.each_test(when, &mut |test| {
            // An event after the as-of date has not happened.
            pack.each_fact(test, &mut |fact| {
                let fact_definition = &pack.facts[fact];
                if matches!(fact_definition.kind, FactKind::Date) && !fact_definition.future {
                    self.thresholds(fact).days.push(0);
                }
            });
            match test {
                When::CompareDate(fact, _, day) => {
                    let day = day_number(*day);
                    self.thresholds(*fact).fixed.extend([day, day + 1]);
                }
                When::Compare(left, _, right) => self.add_comparison(left, right),
                _ => {}
            }
        });
    }

    fn add_comparison(&mut self, left: &Quantity, right: &Quantity) {
        match (left, right) {
            (Quantity::MonthsSince(fact), Quantity::Constant(number))
            | (Quantity::Constant(number), Quantity::MonthsSince(fact)) => {
                self.thresholds(*fact).months.extend(whole(number.millionths()));
            }
            (Quantity::DaysSince(fact), Quantity::Constant(number))
            | (Quantity::Constant(number), Quantity::DaysSince(fact)) => {
                self.thresholds(*fact).days.extend(whole(number.millionths()));
            }
            (Quantity::Points(points), Quantity::Constant(_)) if points.by.is_some() => {
                for (when, _) in points.conditions() {
                    if let When::Compare(by, _, bound) = &when {
                        self.add_comparison(by, bound);
                    }
                }
            }
            _ => self.is_complete &= !is_relative(left) && !is_relative(right),
        }
    }

    fn thresholds(&mut self, fact: FactId) -> &mut Thresholds {
        self.facts.entry(fact).or_default()
    }

    /// The days on which a relative threshold reaches a fixed one.
    ///
    /// The order of thresholds changes only on these days or the day after, unless
    /// [`DateThresholds::can_months_cross_days`].
    pub(super) fn crossings(&self) -> Vec<i64> {
        let mut crossings = Vec::new();
        for thresholds in self.facts.values() {
            for fixed in &thresholds.fixed {
                let months = thresholds.months.iter();
                crossings.extend(months.filter_map(|months| months_later(*fixed, *months)));
                crossings.extend(thresholds.days.iter().map(|days| fixed.saturating_add(*days)));
            }
        }
        crossings
    }

    /// Whether a threshold in months can cross one in days, because months differ in length.
    pub(super) fn can_months_cross_days(&self) -> bool {
        self.facts.values().any(|thresholds| {
            let pairs = thresholds
                .months
                .iter()
                .flat_map(|months| thresholds.days.iter().map(move |days| (*months, *days)));
            pairs.into_iter().any(|(months, days)| {
                let difference = i128::from(days) * CYCLE.1 - i128::from(months) * CYCLE.0;
                difference.abs() <= MAX_DEVIATION * CYCLE.1
            })
        })
    }

    /// The order of the thresholds of each fact on an as-of date, as ranks. Thresholds on the same
    /// day have the same rank.
    pub(super) fn order(&self, as_of: Date) -> Vec<usize> {
        let today = day_number(as_of);
        let mut order = Vec::new();
        for thresholds in self.facts.values() {
            let months = thresholds.months.iter();
            let months = months.map(|months| last_day_before(as_of, *months).saturating_add(1));
            let days = thresholds.days.iter();
            let days = days.map(|days| today.saturating_sub(*days).saturating_add(1));
            let all: Vec<i64> =
                thresholds.fixed.iter().copied().chain(months).chain(days).collect();
            let clamped = |day: &i64| (*day).clamp(self.bounds.0, self.bounds.1 + 1);
            let mut sorted: Vec<i64> = all.iter().map(clamped).collect();
            sorted.sort_unstable();
            sorted.dedup();
            order.extend(
                all.iter().map(|day| sorted.partition_point(|other| *other < clamped(day))),
            );
        }
        order
    }
}

/// The whole numbers at which comparing a whole number with this one, in millionths, can change.
fn whole(millionths: i64) -> [i64; 2] {
    let floor = millionths.div_euclid(1_000_000);
    [floor, floor + 1]
}

/// Whether a quantity depends on the as-of date.
fn is_relative(quantity: &Quantity) -> bool {
    let counts_time =
        |part: &Quantity| matches!(part, Quantity::MonthsSince(_) | Quantity::DaysSince(_));
    quantity.any(&counts_time)
}

/// The first day of a month, numbered from the year 0. Returns `None` outside the calendar.
fn month(months: i64) -> Option<Date> {
    let year = i16::try_from(months.div_euclid(12)).ok()?;
    let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
    Date::new(year, month, 1).ok()
}

fn month_of(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// The first day on which this number of months has passed since a day.
fn months_later(day: i64, months: i64) -> Option<i64> {
    let day = date_from_day_number(day)?;
    let target = month(month_of(day).checked_add(months)?)?;
    Some(day_number(target) + i64::from(day.day().min(target.days_in_month())) - 1)
}

/// The last day since which this number of months has passed; `i64::MIN` or `i64::MAX` outside the
/// calendar.
fn last_day_before(as_of: Date, months: i64) -> i64 {
    let Some(target) = month_of(as_of).checked_sub(months).and_then(month) else {
        return if months > 0 { i64::MIN } else { i64::MAX };
    };
    // On the last day of a month, a month has passed since every day of the earlier month.
    let is_end = as_of.day() == as_of.days_in_month();
    let day = if is_end { target.days_in_month() } else { as_of.day().min(target.days_in_month()) };
    day_number(target) + i64::from(day) - 1
}

#[cfg(test)]
mod tests {
    use crate::rulebook::{format_date, months_between};

    use super::*;

    #[test]
    fn a_threshold_in_months_is_the_last_day_that_far_back() {
        let first = parse_date("2019-01-01").map(day_number).unwrap_or_default();
        for today in (first..first + 800).filter_map(date_from_day_number) {
            for months in -3..=14 {
                let last = last_day_before(today, months);
                let passed =
                    |day: i64| date_from_day_number(day).map(|day| months_between(day, today));
                assert!(
                    passed(last) >= Some(months),
                    "{months} months before {}",
                    format_date(today)
                );
                assert!(
                    passed(last + 1) < Some(months),
                    "{months} months before {}",
                    format_date(today)
                );
            }
        }
    }

    #[test]
    fn months_later_is_the_first_day_on_which_the_months_have_passed() {
        let first = parse_date("2019-01-01").map(day_number).unwrap_or_default();
        for day in first..first + 800 {
            for months in 0..=14 {
                let later = months_later(day, months).unwrap_or_default();
                let passed = |today: i64| {
                    Some(months_between(date_from_day_number(day)?, date_from_day_number(today)?))
                };
                assert_eq!(passed(later), Some(months));
                assert!(passed(later - 1) < Some(months));
            }
        }
    }
}
