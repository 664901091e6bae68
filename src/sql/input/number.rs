//! Exact decimals.
//!
//! A number is never a binary float on the way. The text of a `DOUBLE` is the shortest that
//! identifies it: 0.1, not 0.1000000000000000055. Decimals with 22 places hold all of its digits.

use crate::rulebook::{Decimal, NumberKind};
use crate::sql::dialect::Dialect;

use super::column_type::is_numeric;
use super::fields::{Field, Steps};
use super::options::text_of;

/// Digits with an optional sign, commas before groups of three, and at most 20 places before
/// trailing zeros. No exponent: a text with one has no answer in JSON Lines either.
const DIGITS: &str = "^[+-]?([0-9]+(,[0-9]{3})*([.][0-9]{0,20}0*)?|[.][0-9]{1,20}0*)$";

/// The type of numbers before they are checked: all digits of a `DOUBLE` from 10⁻⁶ on.
const WIDE: &str = "DECIMAL(38, 22)";

/// The steps of a `number` fact.
pub(super) fn steps(field: &Field<'_>, dialect: Dialect, kind: &NumberKind) -> Steps {
    let (text, number) = (field.part(dialect, "text"), field.part(dialect, "number"));
    let native = field.part(dialect, "native");
    let value = in_bounds(dialect, &text, &number, kind);
    Steps {
        raw: vec![
            (field.name("text"), text_of(field, dialect)),
            (field.name("native"), is_numeric(dialect, &field.source(dialect))),
        ],
        parsed: vec![
            (field.name("text"), text.clone()),
            (field.name("number"), parse(dialect, &text, &native)),
        ],
        value,
        is_answered: format!("{text} IS NOT NULL"),
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

/// The number, if it is within the bounds of its fact and has no more places than it.
fn in_bounds(dialect: Dialect, text: &str, number: &str, kind: &NumberKind) -> String {
    let (min, max) = (kind.min.unwrap_or(Decimal::MIN), kind.max.unwrap_or(Decimal::MAX));
    let (min, max) = (dialect.decimal(min), dialect.decimal(max));
    let bounds = format!("{number} BETWEEN {min} AND {max}");
    let rounded = format!("round({number}, {})", kind.decimals);
    let places = match dialect {
        Dialect::Postgres => format!("{number} = {rounded}"),
        // Without the cast, Spark compares them with fewer places.
        Dialect::DuckDb | Dialect::Spark => format!("{number} = TRY_CAST({rounded} AS {WIDE})"),
    };
    let decimal = dialect.decimal_type();
    match dialect {
        Dialect::Postgres => {
            format!("CASE WHEN {bounds} AND {places} THEN CAST({number} AS {decimal}) END")
        }
        // A float below 10⁻²² would become 0.
        Dialect::DuckDb | Dialect::Spark => format!(
            "CASE WHEN {bounds} AND {places} AND ({number} <> 0 OR lower({text}) NOT LIKE '%e-%' \
             OR {text} LIKE '0E-%') THEN TRY_CAST({number} AS {decimal}) END"
        ),
    }
}
