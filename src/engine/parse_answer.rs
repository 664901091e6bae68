//! Parsing of typed answers: numbers and dates.

use jiff::civil::Date;

use crate::rulebook::{Decimal, DecimalError, FactKind, NumberKind, Value, parse_date};

/// The reason why a text is not an answer. The interface has a message for each variant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// Not a number
    #[error("not a number")]
    NotANumber,
    /// A number followed by an unknown unit
    #[error("unexpected `{0}` after the number")]
    StrayUnit(String),
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
    #[error("not a date")]
    NotADate,
    /// A date that the calendar does not have
    #[error("no such day")]
    NoSuchDay,
    /// Not one of the fact's options
    #[error("not an option")]
    NoSuchOption,
    /// A value of another kind than the fact's
    #[error("expected {0}")]
    WrongKind(&'static str),
}

/// Parses the text of a number or date field. `None` if the text is empty.
///
/// Accepts full-width digits and signs, spaces, thousands separators, and the unit after the
/// number. An amount of money may have another unit than the field: 1.2亿 in a field in 万元 is
/// exactly 12000.
///
/// # Errors
///
/// The reason why the text is not an answer. A fact with options has no valid text.
pub fn parse_answer(kind: &FactKind, text: &str) -> Result<Option<Value>, AnswerError> {
    let text = fold_width(text);
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match kind {
        FactKind::Number(number) => parse_number(number, text).map(Value::Number).map(Some),
        FactKind::Date => parse_date_text(text).map(Value::Date).map(Some),
        FactKind::YesNo | FactKind::Choice(_) | FactKind::Choices(_) => {
            Err(AnswerError::NoSuchOption)
        }
    }
}

/// Converts full-width forms (U+FF01 to U+FF5E, as Chinese input methods type them) to ASCII.
fn fold_width(text: &str) -> String {
    text.chars().map(to_half_width).collect()
}

/// The ASCII counterpart of a full-width character; any other character unchanged.
pub(super) fn to_half_width(char: char) -> char {
    match char {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char),
        _ => char,
    }
}

fn parse_number(kind: &NumberKind, text: &str) -> Result<Decimal, AnswerError> {
    let is_part = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',' | '-' | '+' | ' ');
    let number = text.trim_end_matches(|char| !is_part(char));
    let unit = text.strip_prefix(number).unwrap_or_default().trim();
    let number = number.trim();
    let number = number.strip_prefix('+').unwrap_or(number);
    let digits = strip_separators(number).ok_or(AnswerError::NotANumber)?;
    let too_large = || AnswerError::TooLarge(kind.max.unwrap_or(Decimal::MAX));
    match digits.parse::<Decimal>() {
        Ok(value) => {
            let stray = || AnswerError::StrayUnit(unit.to_owned());
            let exponent = if unit.is_empty() {
                0
            } else {
                unit_exponent(unit, &kind.unit).ok_or_else(stray)?
            };
            check_number(kind, scale_by_power_of_ten(kind, value, exponent)?)
        }
        Err(DecimalError::TooLarge) => Err(too_large()),
        Err(DecimalError::TooManyPlaces) => Err(AnswerError::TooManyPlaces(kind.decimals)),
        Err(DecimalError::NotANumber) => Err(AnswerError::NotANumber),
    }
}

/// The power of ten between a typed unit and the unit of the field. `None` if they are not
/// convertible.
fn unit_exponent(typed: &str, unit: &str) -> Option<i32> {
    if typed == unit {
        return Some(0);
    }
    // Only amounts of money are convertible. People leave out the 元.
    let money = |text: &str| -> Option<i32> {
        match text.strip_suffix('元').unwrap_or(text) {
            "" => Some(0),
            "万" | "萬" => Some(4),
            "亿" | "億" => Some(8),
            "万亿" | "萬億" => Some(12),
            _ => None,
        }
    };
    if unit.ends_with('元') { Some(money(typed)? - money(unit)?) } else { None }
}

/// The number times a power of ten, exactly.
fn scale_by_power_of_ten(
    kind: &NumberKind,
    value: Decimal,
    exponent: i32,
) -> Result<Decimal, AnswerError> {
    let factor = 10_i64.pow(exponent.unsigned_abs());
    let millionths = value.millionths();
    if exponent < 0 {
        let fits = millionths % factor == 0;
        return fits
            .then(|| Decimal::from_millionths(millionths / factor))
            .ok_or(AnswerError::TooManyPlaces(kind.decimals));
    }
    let product = millionths.checked_mul(factor).map(Decimal::from_millionths);
    let too_large = || AnswerError::TooLarge(kind.max.unwrap_or(Decimal::MAX));
    product.filter(|product| *product <= Decimal::MAX).ok_or_else(too_large)
}

/// Removes thousands separators. `None` unless each is followed by three digits.
fn strip_separators(number: &str) -> Option<String> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split([',', ' ']);
    let mut digits = groups.next().unwrap_or_default().to_owned();
    for group in groups {
        if group.len() != 3 || digits.trim_start_matches('-').is_empty() {
            return None;
        }
        digits.push_str(group);
    }
    if number.contains('.') {
        digits.push('.');
        digits.push_str(fraction);
    }
    Some(digits)
}

/// Checks a number against the bounds of its fact.
pub(super) fn check_number(kind: &NumberKind, value: Decimal) -> Result<Decimal, AnswerError> {
    if value.places() > kind.decimals {
        return Err(AnswerError::TooManyPlaces(kind.decimals));
    }
    match (kind.min, kind.max) {
        (Some(min), _) if value < min => Err(AnswerError::TooSmall(min)),
        (_, Some(max)) if value > max => Err(AnswerError::TooLarge(max)),
        _ => Ok(value),
    }
}

/// Parses year, month and day with any separators: 2019-02-03, 2019/2/3, 2019年2月3日, 20190203.
fn parse_date_text(text: &str) -> Result<Date, AnswerError> {
    let allowed = |char: char| char.is_ascii_digit() || "-/. 年月日".contains(char);
    if !text.chars().all(allowed) {
        return Err(AnswerError::NotADate);
    }
    let groups: Vec<&str> =
        text.split(|char: char| !char.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let (year, month, day) = match groups.as_slice() {
        [year, month, day] => (*year, *month, *day),
        [run] if run.len() == 8 => {
            let (year, rest) = run.split_at_checked(4).ok_or(AnswerError::NotADate)?;
            let (month, day) = rest.split_at_checked(2).ok_or(AnswerError::NotADate)?;
            (year, month, day)
        }
        _ => return Err(AnswerError::NotADate),
    };
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return Err(AnswerError::NotADate);
    }
    parse_date(&format!("{year}-{month:0>2}-{day:0>2}")).ok_or(AnswerError::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Result<Option<String>, AnswerError> {
        let kind = FactKind::Number(NumberKind {
            unit: "万元".into(),
            min: Some(Decimal::ZERO),
            max: Some(Decimal::from_integer(100_000)),
            decimals: 2,
            usual: None,
        });
        parse_answer(&kind, text).map(|value| match value {
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        })
    }

    fn date(text: &str) -> Result<Option<String>, AnswerError> {
        parse_answer(&FactKind::Date, text).map(|value| match value {
            Some(Value::Date(date)) => Some(crate::rulebook::format_date(date)),
            _ => None,
        })
    }

    #[test]
    fn full_width_digits_separators_and_spaces_are_accepted() {
        for text in ["5000.5", "5,000.50", "５０００．５", " ５，０００．５　", "5 000.5"]
        {
            assert_eq!(number(text), Ok(Some("5000.5".to_owned())), "{text}");
        }
    }

    #[test]
    fn money_in_another_unit_is_converted_exactly() {
        for (text, expected) in [
            ("5000万元", "5000"),
            ("5,000 万", "5000"),
            ("１.２亿", "12000"),
            ("0.3億元", "3000"),
            ("1 234 500元", "123.45"),
        ] {
            assert_eq!(number(text), Ok(Some(expected.to_owned())), "{text}");
        }
        assert_eq!(number("12345元"), Err(AnswerError::TooManyPlaces(2)));
        assert_eq!(number("0.01元"), Err(AnswerError::TooManyPlaces(2)));
        assert_eq!(number("11亿"), Err(AnswerError::TooLarge(Decimal::from_integer(100_000))));
        assert_eq!(
            number("99999999999万亿"),
            Err(AnswerError::TooLarge(Decimal::from_integer(100_000)))
        );
    }

    #[test]
    fn the_error_contains_an_unknown_unit() {
        assert_eq!(number("5000美元"), Err(AnswerError::StrayUnit("美元".to_owned())));
        assert_eq!(number("5000人"), Err(AnswerError::StrayUnit("人".to_owned())));
        let months =
            FactKind::Number(NumberKind { unit: "个月".into(), ..NumberKind::default() });
        assert_eq!(
            parse_answer(&months, "9 个月"),
            Ok(Some(Value::Number(Decimal::from_integer(9))))
        );
        assert_eq!(parse_answer(&months, "9万"), Err(AnswerError::StrayUnit("万".to_owned())));
    }

    #[test]
    fn the_error_contains_the_violated_bound() {
        assert_eq!(number("-1"), Err(AnswerError::TooSmall(Decimal::ZERO)));
        assert_eq!(number("100000.01"), Err(AnswerError::TooLarge(Decimal::from_integer(100_000))));
        let huge = "9".repeat(400);
        assert_eq!(number(&huge), Err(AnswerError::TooLarge(Decimal::from_integer(100_000))));
        assert_eq!(number("1.005"), Err(AnswerError::TooManyPlaces(2)));
    }

    #[test]
    fn words_are_rejected_and_an_empty_text_is_no_answer() {
        assert_eq!(number("五千"), Err(AnswerError::NotANumber));
        assert_eq!(number("1.2.3"), Err(AnswerError::NotANumber));
        assert_eq!(number("  "), Ok(None));
    }

    #[test]
    fn a_misplaced_sign_or_separator_is_rejected() {
        for text in ["5+5", "1,5", "1 2", "1,,2", ",500", "-,500", "1,0000"] {
            assert_eq!(number(text), Err(AnswerError::NotANumber), "{text}");
        }
        assert_eq!(number("+5"), Ok(Some("5".to_owned())));
    }

    #[test]
    fn a_date_may_have_any_separators() {
        for text in [
            "2019-02-03",
            "2019/2/3",
            "2019.2.3",
            "2019年2月3日",
            "20190203",
            "２０１９－０２－０３",
        ] {
            assert_eq!(date(text), Ok(Some("2019-02-03".to_owned())), "{text}");
        }
    }

    #[test]
    fn an_impossible_date_and_no_date_are_different_errors() {
        assert_eq!(date("2019-02-29"), Err(AnswerError::NoSuchDay));
        assert_eq!(date("2019-13-01"), Err(AnswerError::NoSuchDay));
        assert_eq!(date("去年二月"), Err(AnswerError::NotADate));
        assert_eq!(date("2019-02"), Err(AnswerError::NotADate));
    }
}
