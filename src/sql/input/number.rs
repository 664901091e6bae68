//! Exact decimals.
//!
//! A number is never a binary float on the way. The text of a `DOUBLE` is the shortest that
//! identifies it: 0.1, not 0.1000000000000000055. Decimals with 22 places hold all of its digits.
//! Numbers of a type with at most six places are not converted to text in DuckDB.

use crate::rulebook::{Decimal, NumberKind};
use crate::sql::dialect::Dialect;

use super::column_type::{is_exact, is_numeric};
use super::fields::{Field, Steps};
use super::options::text_of;

/// Digits with an optional sign, commas before groups of three, and at most 20 places before
/// trailing zeros. No exponent: a text with one has no answer in JSON Lines either.
const DIGITS: &str = "^[+-]?([0-9]+(,[0-9]{3})*([.][0-9]{0,20}0*)?|[.][0-9]{1,20}0*)$";

/// The type of numbers before they are checked: all digits of a `DOUBLE` from 10⁻⁶ on.
const WIDE: &str = "DECIMAL(38, 22)";

/// The steps of a `number` fact.
pub(super) fn steps(field: &Field<'_>, dialect: Dialect, kind: &NumberKind) -> Steps {
    let part = |name: &str| field.part(dialect, name);
    let (answered, text, digits) = (part("answered"), part("text"), part("digits"));
    let (exact, wide) = (part("exact"), part("wide"));
    let source = field.source(dialect);
    let is_exact = is_exact(dialect, &source);
    let typed = text_of(field, dialect);
    let decimal = dialect.decimal_type();
    let exact_value = match dialect {
        Dialect::DuckDb => format!("TRY_CAST({source} AS {decimal})"),
        Dialect::Postgres | Dialect::Spark => format!("TRY_CAST({typed} AS {decimal})"),
    };
    let mut raw = vec![
        (field.name("answered"), format!("{source} IS NOT NULL")),
        (field.name("text"), typed.clone()),
        (field.name("native"), is_numeric(dialect, &source)),
    ];
    let mut parsed =
        vec![(field.name("answered"), answered.clone()), (field.name("text"), text.clone())];
    let number = match dialect {
        Dialect::Postgres => {
            parsed.push((field.name("wide"), parse(dialect, &text, &part("native"))));
            wide
        }
        Dialect::DuckDb | Dialect::Spark => {
            // No text for exact types: the condition is known when the query is planned.
            raw.push((field.name("exact"), format!("CASE WHEN {is_exact} THEN {exact_value} END")));
            raw.push((field.name("digits"), format!("CASE WHEN NOT {is_exact} THEN {typed} END")));
            parsed.push((field.name("exact"), exact.clone()));
            parsed.push((field.name("digits"), digits.clone()));
            parsed.push((field.name("wide"), parse(dialect, &digits, &part("native"))));
            format!("coalesce({exact}, {})", narrow(dialect, &digits, &wide))
        }
    };
    Steps {
        raw,
        parsed,
        value: in_bounds(dialect, &number, kind),
        is_answered: answered,
        example: text,
        join: None,
    }
}

/// The number of a text, with more places than any fact has. `NULL` if it is no number, or has 17
/// digits before the point.
fn parse(dialect: Dialect, text: &str, native: &str) -> String {
    let trimmed = dialect.trimmed(text);
    let is_number = dialect.matches(&trimmed, DIGITS);
    let digits = format!("replace({trimmed}, ',', '')");
    match dialect {
        Dialect::DuckDb | Dialect::Spark => format!(
            "TRY_CAST(CASE WHEN {native} THEN {text} WHEN {is_number} THEN {digits} END AS {WIDE})"
        ),
        // A number of more than 131072 digits is an error.
        Dialect::Postgres => format!(
            "CASE WHEN {native} THEN CAST({text} AS NUMERIC) \
             WHEN length({text}) <= 100 AND {is_number} THEN CAST({digits} AS NUMERIC) END"
        ),
    }
}

/// A wide number with six places, if it has no more.
fn narrow(dialect: Dialect, text: &str, wide: &str) -> String {
    // Without the cast of the rounded number, Spark compares them with fewer places. A float below
    // 10⁻²² is 0 in the wide type.
    format!(
        "CASE WHEN {wide} = TRY_CAST(round({wide}, 6) AS {WIDE}) AND ({wide} <> 0 OR \
         lower({text}) NOT LIKE '%e-%' OR {text} LIKE '0E-%') THEN TRY_CAST({wide} AS {}) END",
        dialect.decimal_type()
    )
}

/// The number, if it is within the bounds of its fact and has no more places than it.
fn in_bounds(dialect: Dialect, number: &str, kind: &NumberKind) -> String {
    let (min, max) = (kind.min.unwrap_or(Decimal::MIN), kind.max.unwrap_or(Decimal::MAX));
    let (min, max) = (dialect.decimal(min), dialect.decimal(max));
    let (bounds, places) = (format!("BETWEEN {min} AND {max}"), kind.decimals);
    let decimal = dialect.decimal_type();
    format!(
        "CASE WHEN {number} {bounds} AND {number} = round({number}, {places}) \
         THEN CAST({number} AS {decimal}) END"
    )
}
