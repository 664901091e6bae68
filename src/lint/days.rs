//! The days for which conditions are tried: those at which something in the pack changes.

use crate::rulebook::{Date, RuleBook, When, day_number, numbered_day};

use super::walk::{each_condition, each_part};

/// A policy without any day in it is tried on some day; which does not matter, as nothing changes on any.
const SOME_DAY: i64 = 17_897;

/// The first and the last day of the policy, of its measures and of their windows, and the days around those that a
/// condition names; only days on which the policy is in force.
pub(super) fn days(book: &RuleBook) -> Vec<Date> {
    let mut numbers = Vec::new();
    let mut add = |date: Option<Date>, around: i64| {
        if let Some(number) = date.map(day_number) {
            numbers.extend(number - around..=number + around);
        }
    };
    add(book.in_force.to, 0);
    add(book.in_force.from, 0);
    for (_, measure) in book.measures.iter() {
        let windows = measure.windows.iter().map(|window| &window.period);
        for period in windows.chain([&measure.in_force]) {
            add(period.from, 0);
            add(period.to, 0);
        }
    }
    each_condition(book, &mut |_, when| {
        each_part(when, &mut |part| {
            if let When::CompareDate(_, _, day) = part {
                add(Some(*day), 1);
            }
        });
    });
    numbers.push(SOME_DAY);
    let mut days: Vec<Date> = numbers.into_iter().filter_map(numbered_day).collect();
    days.retain(|day| book.in_force.contains(*day));
    let mut seen = Vec::new();
    days.retain(|day| {
        !seen.contains(day) && {
            seen.push(*day);
            true
        }
    });
    days
}
