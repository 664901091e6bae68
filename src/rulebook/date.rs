//! Calendar dates and periods.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Parses `YYYY-MM-DD`. Returns `None` for another form, or if the day does not exist.
///
/// Split by hand, because jiff's own parser adds 133 KB to the browser module.
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let mut part = |width: usize| -> Option<i16> {
        let digits = parts.next()?;
        let well_formed = digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit());
        if well_formed { digits.parse().ok() } else { None }
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Formats a date as `YYYY-MM-DD`.
pub fn format_date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Days since 1 January 1970; negative for earlier days.
///
/// This and its inverse are written out, because jiff's `duration_since` and `checked_add` add
/// 2.5 KB to the browser module. A test compares them with jiff.
///
/// Years are counted from March, so that the leap day is the last day of a year
/// (H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, 2013).
pub fn day_number(date: Date) -> i64 {
    let (month, day) = (i64::from(date.month()), i64::from(date.day()));
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The inverse of [`day_number`]. Returns `None` outside the years −9999 to 9999.
pub fn date_from_day_number(number: i64) -> Option<Date> {
    let shifted = number.checked_add(719_468)?;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = (shifted_month + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A range of days, both ends included. An absent end means that the range is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Period {
    /// First day
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "super::json_forms::optional_date"
    )]
    pub from: Option<Date>,
    /// Last day
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "super::json_forms::optional_date"
    )]
    pub to: Option<Date>,
}

impl Period {
    /// Whether the period contains the day.
    pub fn contains(&self, date: Date) -> bool {
        !self.is_before(date) && !self.is_after(date)
    }

    /// Whether the period ends before the day.
    pub fn is_before(&self, date: Date) -> bool {
        self.to.is_some_and(|to| to < date)
    }

    /// Whether the period begins after the day.
    pub fn is_after(&self, date: Date) -> bool {
        self.from.is_some_and(|from| date < from)
    }
}

/// Whole months from one day to another; negative if `from` is later than `to`.
///
/// A month has passed on the day with the same number. In a shorter month it has passed on the
/// last day: from 31 January, one month has passed on 28 February.
pub fn months_between(from: Date, to: Date) -> i64 {
    let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    let reached = to.day() >= from.day().min(to.days_in_month());
    months(to) - months(from) - i64::from(!reached)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        parse_date(text).unwrap_or_default()
    }

    #[test]
    fn day_numbers_are_those_of_jiff() {
        let epoch = Date::constant(1970, 1, 1);
        for number in (-4_371_000..2_932_000).step_by(97) {
            let day = epoch.saturating_add(jiff::SignedDuration::from_hours(24 * number));
            assert_eq!(day_number(day), number);
            assert_eq!(date_from_day_number(number), Some(day));
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_rejected() {
        assert_eq!(parse_date("2019-02-29"), None);
        assert_eq!(parse_date("2020-02-29").map(format_date).as_deref(), Some("2020-02-29"));
        assert_eq!(parse_date("2019-2-3"), None);
        assert_eq!(parse_date("2019-02-03-04"), None);
        assert_eq!(parse_date("+019-02-03"), None);
    }

    #[test]
    fn twelve_months_have_passed_on_the_same_day_of_the_next_year() {
        assert_eq!(months_between(date("2018-05-31"), date("2019-05-30")), 11);
        assert_eq!(months_between(date("2018-05-31"), date("2019-05-31")), 12);
    }

    #[test]
    fn a_month_from_the_31st_ends_on_the_last_day_of_a_shorter_month() {
        assert_eq!(months_between(date("2019-01-31"), date("2019-02-27")), 0);
        assert_eq!(months_between(date("2019-01-31"), date("2019-02-28")), 1);
    }

    #[test]
    fn months_to_an_earlier_day_are_negative() {
        assert_eq!(months_between(date("2019-03-15"), date("2019-03-14")), -1);
        assert_eq!(months_between(date("2019-03-15"), date("2019-02-15")), -1);
        assert_eq!(months_between(date("2019-03-15"), date("2019-02-14")), -2);
    }
}
