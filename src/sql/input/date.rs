//! Days: a date, a time without a time zone, or a text with a year, a month and a day in digits.
//!
//! A time with a time zone is on different days in different places, and not usable.

use crate::engine::EARLIEST_YEAR;
use crate::sql::dialect::Dialect;

use super::column_type::is_date;
use super::fields::{Field, Steps};
use super::options::text_of;

/// 2019-03-31, 2019/3/31, 2019.3.31, 2019年3月31日, also with a time.
const PARTS: &str = "^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})[日号號]?\
     ([T ][0-5]?[0-9]:[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]*)?)?)?$";

/// 20190331.
const RUN: &str = "^([0-9]{4})([0-9]{2})([0-9]{2})$";

/// The steps of a `date` fact.
pub(super) fn steps(field: &Field<'_>, dialect: Dialect) -> Steps {
    let (text, day) = (field.part(dialect, "text"), field.part(dialect, "day"));
    let source = field.source(dialect);
    let raw = match dialect {
        Dialect::DuckDb => text_of(field, dialect),
        // The text of a date depends on the setting `DateStyle`, its JSON does not.
        Dialect::Postgres => format!("to_jsonb({source}) #>> '{{}}'"),
        // The text of a time has no time zone, but depends on that of the session.
        Dialect::Spark => format!(
            "CASE WHEN typeof({source}) = 'timestamp' THEN concat({0}, ' ', current_timezone()) \
             ELSE {0} END",
            text_of(field, dialect)
        ),
    };
    let native = field.part(dialect, "native");
    Steps {
        raw: vec![(field.name("text"), raw), (field.name("native"), is_date(dialect, &source))],
        parsed: vec![
            (field.name("text"), text.clone()),
            (field.name("day"), parse(dialect, &text, &native)),
        ],
        value: check(dialect, &day),
        is_answered: format!("{text} IS NOT NULL"),
        example: text,
        join: None,
    }
}

/// The year, the month and the day with hyphens, perhaps of no day of the calendar.
fn parse(dialect: Dialect, text: &str, native: &str) -> String {
    let trimmed = dialect.trimmed(text);
    let parts = |pattern: &str| {
        let groups = if dialect == Dialect::Spark { "$1-$2-$3" } else { "\\1-\\2-\\3" };
        let (is_day, pattern) = (dialect.matches(&trimmed, pattern), dialect.text(pattern));
        let groups = dialect.text(groups);
        format!("WHEN {is_day} THEN regexp_replace({trimmed}, {pattern}, {groups})")
    };
    let parsed = format!("{} {}", parts(PARTS), parts(RUN));
    match dialect {
        // A native date may be before Christ.
        Dialect::Postgres => format!("CASE {parsed} END"),
        Dialect::DuckDb | Dialect::Spark => format!("CASE WHEN {native} THEN {text} {parsed} END"),
    }
}

/// The day, if the calendar has it and it is not too early.
fn check(dialect: Dialect, day: &str) -> String {
    if dialect != Dialect::Postgres {
        let date = format!("TRY_CAST({day} AS DATE)");
        let bounds = format!("DATE '{EARLIEST_YEAR}-01-01' AND DATE '9999-12-31'");
        return format!("CASE WHEN {date} BETWEEN {bounds} THEN {date} END");
    }
    // PostgreSQL 15 has no cast that returns `NULL`. The day after so many days from the first of
    // the month is in the same month only if the calendar has it.
    let part = |index: u8| format!("CAST(split_part({day}, '-', {index}) AS INTEGER)");
    let (year, month, days) = (part(1), part(2), part(3));
    let date = format!("make_date({year}, {month}, 1) + ({days} - 1)");
    format!(
        "CASE WHEN {year} >= {EARLIEST_YEAR} AND {month} BETWEEN 1 AND 12 AND {days} BETWEEN 1 \
         AND 31 THEN CASE WHEN extract(MONTH FROM {date}) = {month} THEN {date} END END"
    )
}
