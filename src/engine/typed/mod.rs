//! The reader of typed answers: numbers and dates, as people type and paste them.
//!
//! The page and the command use the same reader. It accepts what has one meaning, and otherwise
//! reports what is wrong. `docs/reference/typed-input.md` lists examples; a test checks each.

mod clean; // Characters that look alike, and characters that nobody sees.
mod date; // Dates.
mod magnitude; // Numbers with Chinese digits and multipliers: 1亿2000万.
mod numeral; // Runs of digits.
mod number; // Numbers with units.

use crate::rulebook::{Decimal, FactKind, RulePack, Value};

pub(crate) use clean::{clean, normalise};
pub use date::parse_day;
pub(super) use number::check_number;
#[cfg(feature = "widget")]
pub(crate) use number::split_unit;

/// The reason why a text is not an answer. The interface has a message for each variant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// Not a number
    #[error("not a number")]
    NotANumber,
    /// A number with other text before or after it
    #[error("unexpected `{0}` next to the number")]
    StrayUnit(String),
    /// A range or a calculation
    #[error("more than one number")]
    SeveralNumbers,
    /// Digits whose separators have more than one meaning
    #[error("unclear separators in `{0}`; write three digits after each thousands separator")]
    UnclearSeparators(String),
    /// A number with more than one meaning
    #[error("`{0}` has more than one meaning; write all digits and the unit")]
    Ambiguous(String),
    /// More decimal places than the fact allows
    #[error("more than {0} decimal places")]
    TooManyPlaces(u8),
    /// Below the least value
    #[error("less than {0}")]
    TooSmall(Decimal),
    /// Above the greatest value
    #[error("more than {0}")]
    TooLarge(Decimal),
    /// Not a year, month and day
    #[error("not a date, such as 2019-03-31")]
    NotADate,
    /// A date without a year of four digits
    #[error("a date without a year of four digits")]
    NoYear,
    /// A date whose day and month are ambiguous
    #[error("the day and the month of `{0}` are ambiguous; write YYYY-MM-DD")]
    UnclearDate(String),
    /// A date that the calendar does not have
    #[error("no such day")]
    NoSuchDay,
    /// A date before any firm existed
    #[error("before the year {EARLIEST_YEAR}")]
    TooEarly,
    /// Not one of the fact's options
    #[error("not an option")]
    NoSuchOption,
    /// A value of another kind than the fact's
    #[error("expected {0}")]
    WrongKind(&'static str),
}

/// The earliest year of a date. An earlier one is a typing error.
pub const EARLIEST_YEAR: i16 = 1800;

/// Parses the text of a number or date field. `None` if the text is empty.
///
/// Ignores white space around and between groups, and characters that nobody sees. Accepts
/// full-width characters, thousands separators, Chinese digits and multipliers, and the unit. An
/// amount of money may have another unit than the field: 1.2亿 in a field in 万元 is exactly 12000.
/// A date may have any usual separators, and a time.
///
/// # Errors
///
/// The reason why the text is not an answer. A fact with options has no valid text.
pub fn parse_answer(
    pack: &RulePack,
    kind: &FactKind,
    text: &str,
) -> Result<Option<Value>, AnswerError> {
    let text = clean(text);
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match kind {
        FactKind::Number(number) => {
            number::parse_number(pack, number, text).map(Value::Number).map(Some)
        }
        FactKind::Date => date::parse_date_text(text).map(Value::Date).map(Some),
        FactKind::YesNo | FactKind::Choice(_) | FactKind::Choices(_) => {
            Err(AnswerError::NoSuchOption)
        }
    }
}
