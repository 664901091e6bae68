//! The days for which conditions are tried: enough of them to say that conditions never hold.
//!
//! # Why these suffice
//!
//! A condition depends on the day only by cuts of date facts that move with it (`moving`). As the day goes on, the order of
//! the cuts changes only where a moving one reaches one that stays: so many months or days after a day that the fact is
//! compared with. So it is enough to try the days around these, and the ends of the time; a day between two of them is as
//! the last of those around the one. Months are not all of one length: where so many months of a fact may be more or less
//! than so many days of it, every day is tried. Of the days on which the cuts lie in the same order one stands for all.
//! What depends on the day in another way, such as a difference of months, is tried on these days as well; but then that
//! there is no example is no proof ([`Days::suffice`]).

use std::collections::BTreeSet;

use crate::rulebook::{Date, Period, RulePack, When, date_from_day_number, day_number};

use super::moving::Moving;

/// A policy without an end is tried on some day, if that is in its time; which does not matter, as nothing changes on it.
const SOME_DAY: i64 = 17_897;

/// How many days before and after a meeting are tried. The order changes on that day or the next; a few more are harmless.
const AROUND: i64 = 4;

/// How far beyond the last meeting, or before the first, a day is that stands for all beyond.
const BEYOND: i64 = 400;

/// Most days tried where every day has to be: a hundred years.
const MOST_DAYS: i64 = 36_525;

/// The first and last day that there is, 0001-01-01 and 9999-12-31; a time without an end goes on until there.
const CALENDAR: (i64, i64) = (-719_162, 2_932_896);

/// Days to try.
pub(super) struct Days {
    /// The days, the most ordinary first; none if the time has none
    pub(super) days: Vec<Date>,
    /// Whether conditions that hold on none of them hold on no other
    pub(super) suffice: bool,
}

/// The days to try for conditions within a time.
pub(super) fn days(pack: &RulePack, time: &Period, conditions: &[&When]) -> Days {
    let moving = Moving::of(pack, conditions);
    let (first, last) = ends(time);
    if first > last {
        return Days { days: Vec::new(), suffice: true };
    }
    let ordinary = ordinary(time);
    let mut numbers = vec![ordinary];
    let mut suffice = moving.is_all;
    if !moving.is_still() {
        let meetings = moving.meetings();
        numbers.extend([first, last]);
        numbers.extend(meetings.iter().max().map(|last| last.saturating_add(BEYOND)));
        numbers.extend(meetings.iter().min().map(|first| first.saturating_sub(BEYOND)));
        for meeting in meetings {
            numbers.extend(meeting.saturating_sub(AROUND)..=meeting.saturating_add(AROUND));
        }
        if moving.is_uneven() {
            // Of a longer time a century is tried, which shows all but what hangs on a leap year that is left out.
            let begin = time.from.map_or(last.min(SOME_DAY) - MOST_DAYS, |_| first);
            numbers.extend((0..MOST_DAYS).map(|place| begin + place));
            suffice &= last - first < MOST_DAYS;
        }
    }
    numbers.retain(|number| (first..=last).contains(number));
    // An example is best on a day that people would think of.
    numbers.sort_by_key(|number| number.abs_diff(ordinary));
    let mut seen = BTreeSet::new();
    let days = numbers.into_iter().filter_map(date_from_day_number);
    Days { days: days.filter(|day| seen.insert(moving.order(*day))).collect(), suffice }
}

/// The time that is in both.
pub(super) fn shared(one: &Period, other: &Period) -> Period {
    let from = [one.from, other.from].into_iter().flatten().max();
    Period { from, to: [one.to, other.to].into_iter().flatten().min() }
}

/// The first and the last day of a time.
fn ends(time: &Period) -> (i64, i64) {
    (time.from.map_or(CALENDAR.0, day_number), time.to.map_or(CALENDAR.1, day_number))
}

/// The day that people would think of first: the last one, or where there is none an ordinary one.
fn ordinary(time: &Period) -> i64 {
    let from = time.from.map_or(SOME_DAY, day_number);
    time.to.map_or(SOME_DAY.max(from), day_number)
}
