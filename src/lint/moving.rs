//! What moves with the day: the cuts of date facts that conditions make relative to the as-of date.
//!
//! # Why
//!
//! "Founded at least 12 months ago" divides the founding dates at a day that moves on as the as-of date does. Whether
//! conditions can all hold on a day hangs on nothing but how the cuts of each date fact lie on it: two cuts with no day
//! between them leave no value there. The cuts of a fact are the days it is compared with, which stay, and the days so many
//! months or days ago, which move. [`Moving::order`] is how they lie: days with the same order allow the same.

use std::collections::BTreeMap;

use crate::rulebook::{
    Date, FactId, Quantity, RulePack, When, date_from_day_number, day_number, parse_date,
};

/// How far, in days, so many months may differ from their average. Months of 28 to 31 days and leap years come to less.
const UNEVEN: i128 = 8;

/// Days and months in four hundred years, after which the calendar repeats itself.
const CYCLE: (i128, i128) = (146_097, 4_800);

/// The cuts of each date fact that some conditions compare with the as-of date.
#[derive(Debug)]
pub(super) struct Moving {
    facts: BTreeMap<FactId, Cuts>,
    /// Whether nothing else in the conditions depends on the day
    pub(super) is_all: bool,
    /// The first and the last day that a date can be
    ends: (i64, i64),
}

#[derive(Debug, Default)]
struct Cuts {
    /// Days at which a comparison with a day changes
    fixed: Vec<i64>,
    /// So many months, or one more, must have passed
    months: Vec<i64>,
    /// The same in days
    days: Vec<i64>,
}

impl Moving {
    /// The cuts of some conditions, terms followed.
    pub(super) fn of(pack: &RulePack, conditions: &[&When]) -> Moving {
        let end = |text: &str| parse_date(text).map(day_number).unwrap_or_default();
        let ends = (end("0000-01-01"), end("9999-12-31"));
        let mut moving = Moving { facts: BTreeMap::new(), is_all: true, ends };
        conditions.iter().for_each(|when| moving.add(pack, when));
        moving.facts.retain(|_, cuts| !cuts.months.is_empty() || !cuts.days.is_empty());
        for cuts in moving.facts.values_mut() {
            // What leaves the days that a date can be changes what is possible as well.
            cuts.fixed.extend([ends.0, ends.1 + 1]);
            for list in [&mut cuts.fixed, &mut cuts.months, &mut cuts.days] {
                list.sort_unstable();
                list.dedup();
            }
        }
        moving
    }

    /// Whether nothing depends on the day.
    pub(super) fn is_still(&self) -> bool {
        self.facts.is_empty() && self.is_all
    }

    fn add(&mut self, pack: &RulePack, when: &When) {
        match when {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| self.add(pack, part));
            }
            When::Not(part) => self.add(pack, part),
            When::Term(term) => self.add(pack, &pack.terms[*term].when),
            When::CompareDate(fact, _, day) => {
                let day = day_number(*day);
                self.cuts(*fact).fixed.extend([day, day + 1]);
            }
            When::Compare(left, _, right) => match (left, right) {
                (Quantity::MonthsSince(fact), Quantity::Constant(number))
                | (Quantity::Constant(number), Quantity::MonthsSince(fact)) => {
                    self.cuts(*fact).months.extend(whole(number.millionths()));
                }
                (Quantity::DaysSince(fact), Quantity::Constant(number))
                | (Quantity::Constant(number), Quantity::DaysSince(fact)) => {
                    self.cuts(*fact).days.extend(whole(number.millionths()));
                }
                _ => self.is_all &= !moves(left) && !moves(right),
            },
            When::Is(..) | When::OneOf(..) | When::Includes(..) => {}
        }
    }

    fn cuts(&mut self, fact: FactId) -> &mut Cuts {
        self.facts.entry(fact).or_default()
    }

    /// The days on which a moving cut reaches one that stays; the order changes on these days only, or the day after, unless
    /// [`Moving::is_uneven`].
    pub(super) fn meetings(&self) -> Vec<i64> {
        let mut meetings = Vec::new();
        for cuts in self.facts.values() {
            for fixed in &cuts.fixed {
                meetings
                    .extend(cuts.months.iter().filter_map(|months| months_later(*fixed, *months)));
                meetings.extend(cuts.days.iter().map(|days| fixed.saturating_add(*days)));
            }
        }
        meetings
    }

    /// Whether so many months of a fact are now more and now less than so many days of it.
    pub(super) fn is_uneven(&self) -> bool {
        self.facts.values().any(|cuts| {
            let pairs = cuts
                .months
                .iter()
                .flat_map(|months| cuts.days.iter().map(move |days| (*months, *days)));
            pairs.into_iter().any(|(months, days)| {
                let apart = i128::from(days) * CYCLE.1 - i128::from(months) * CYCLE.0;
                apart.abs() <= UNEVEN * CYCLE.1
            })
        })
    }

    /// How the cuts of each fact lie on a day: for each its rank, the same for those on one day.
    pub(super) fn order(&self, as_of: Date) -> Vec<usize> {
        let today = day_number(as_of);
        let mut order = Vec::new();
        for cuts in self.facts.values() {
            let months =
                cuts.months.iter().map(|months| last_before(as_of, *months).saturating_add(1));
            let days = cuts.days.iter().map(|days| today.saturating_sub(*days).saturating_add(1));
            let places: Vec<i64> = cuts.fixed.iter().copied().chain(months).chain(days).collect();
            let within = |place: &i64| (*place).clamp(self.ends.0, self.ends.1 + 1);
            let mut sorted: Vec<i64> = places.iter().map(within).collect();
            sorted.sort_unstable();
            sorted.dedup();
            order.extend(
                places.iter().map(|place| sorted.partition_point(|other| *other < within(place))),
            );
        }
        order
    }
}

/// The whole numbers at which a comparison of a whole number with this one, in millionths, may change.
fn whole(millionths: i64) -> [i64; 2] {
    let floor = millionths.div_euclid(1_000_000);
    [floor, floor + 1]
}

fn moves(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::MonthsSince(_) | Quantity::DaysSince(_) => true,
        Quantity::Constant(_) | Quantity::Fact(_) => false,
        Quantity::Percent(_, part) => moves(part),
        Quantity::Difference(left, right)
        | Quantity::Ratio(left, right)
        | Quantity::Growth(left, right) => moves(left) || moves(right),
        Quantity::Sum(parts) => parts.iter().any(moves),
    }
}

/// The first day of a month counted from the year 0; `None` outside the calendar.
fn month(months: i64) -> Option<Date> {
    let year = i16::try_from(months.div_euclid(12)).ok()?;
    let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
    Date::new(year, month, 1).ok()
}

fn month_of(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// The first day on which so many months have passed since a day.
fn months_later(day: i64, months: i64) -> Option<i64> {
    let day = date_from_day_number(day)?;
    let there = month(month_of(day).checked_add(months)?)?;
    Some(day_number(there) + i64::from(day.day().min(there.days_in_month())) - 1)
}

/// The last day since which so many months have passed; before or after every day where the calendar has none.
fn last_before(as_of: Date, months: i64) -> i64 {
    let Some(there) = month_of(as_of).checked_sub(months).and_then(month) else {
        return if months > 0 { i64::MIN } else { i64::MAX };
    };
    // At the end of a month, a month has passed since every day of an earlier one.
    let is_end = as_of.day() == as_of.days_in_month();
    let day = if is_end { there.days_in_month() } else { as_of.day().min(there.days_in_month()) };
    day_number(there) + i64::from(day) - 1
}

#[cfg(test)]
mod tests {
    use crate::rulebook::{format_date, months_between};

    use super::*;

    #[test]
    fn cuts_lie_where_the_number_of_months_changes() {
        let first = parse_date("2019-01-01").map(day_number).unwrap_or_default();
        for today in (first..first + 800).filter_map(date_from_day_number) {
            for months in -3..=14 {
                let last = last_before(today, months);
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
    fn so_many_months_have_passed_on_that_day_and_not_the_day_before() {
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
