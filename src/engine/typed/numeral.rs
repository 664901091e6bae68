//! Runs of digits: 1,234.5 and 二〇一九.

use super::AnswerError;

/// Decimal places of a [`Numeral`]: enough for a few yuan in 万亿元.
pub(super) const PLACES: u32 = 12;

/// One unit of a [`Numeral`].
pub(super) const ONE: i128 = 10_i128.pow(PLACES);

/// A run of digits.
#[derive(Clone, Copy)]
pub(super) struct Numeral {
    /// The value, in units of 10⁻¹²
    pub(super) value: i128,
    /// The number of digits before the decimal point
    pub(super) digits: usize,
    /// Whether it begins with a zero
    pub(super) has_zero: bool,
    /// Whether it has several Chinese digits, which are no coefficient: 七八万 is about 75000
    pub(super) is_list: bool,
}

/// Splits a run of digits with separators from the beginning of a text. `None` if it begins with
/// another character.
///
/// # Errors
///
/// The separators are unclear, or the number is out of range.
pub(super) fn split_numeral(text: &str) -> Option<(Result<Numeral, AnswerError>, &str)> {
    if text.starts_with(|first: char| first.is_ascii_digit() || first == '.' || first == ',') {
        let is_part = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',' | '\'' | ' ');
        let end = text.find(|char| !is_part(char)).unwrap_or(text.len());
        let (run, rest) = text.split_at_checked(end)?;
        run.contains(|char: char| char.is_ascii_digit()).then_some(())?;
        return Some((parse_run(run.trim_end()), rest));
    }
    let end = text.find(|char| digit(char).is_none()).unwrap_or(text.len());
    let (run, rest) = text.split_at_checked(end).filter(|(run, _)| !run.is_empty())?;
    let digits: String = run.chars().filter_map(digit).collect();
    let significant = digits.trim_start_matches('0').len();
    let numeral = plain(&digits, "").map(|numeral| Numeral { is_list: significant > 1, ..numeral });
    Some((numeral, rest))
}

/// The ASCII digit of a Chinese digit.
pub(super) fn digit(char: char) -> Option<char> {
    const DIGITS: &str = "〇零一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖";
    const VALUES: &str = "0011222223334455666778899";
    DIGITS.chars().zip(VALUES.chars()).find(|(known, _)| *known == char).map(|(_, value)| value)
}

/// Parses ASCII digits with separators, of which each is followed by three digits.
fn parse_run(run: &str) -> Result<Numeral, AnswerError> {
    let unclear = || AnswerError::UnclearSeparators(run.to_owned());
    let (whole, fraction) = run.split_once('.').unwrap_or((run, ""));
    let (whole, fraction) = (without_spaces_at_commas(whole), fraction.trim_start());
    let mut groups = whole.split([',', ' ', '\'']);
    let mut digits = groups.next().unwrap_or_default().to_owned();
    for group in groups {
        if group.len() != 3 || digits.is_empty() {
            return Err(unclear());
        }
        digits.push_str(group);
    }
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(fraction) || !is_digits(&digits) || digits.is_empty() && fraction.is_empty() {
        return Err(unclear());
    }
    plain(&digits, fraction)
}

/// Replaces each run of spaces by one, and removes spaces around commas.
fn without_spaces_at_commas(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ").replace(", ", ",").replace(" ,", ",")
}

/// Converts digits before and after a decimal point.
fn plain(whole: &str, fraction: &str) -> Result<Numeral, AnswerError> {
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > PLACES as usize {
        return Err(AnswerError::TooManyPlaces(0));
    }
    let width = PLACES as usize;
    let significant = whole.trim_start_matches('0');
    let digits = format!("{significant}{fraction:0<width$}");
    // 15 digits before the point: more than any field allows.
    let value = digits.parse().ok().filter(|_| significant.len() <= 15);
    Ok(Numeral {
        value: value.ok_or(AnswerError::TooLarge(crate::rulebook::Decimal::MAX))?,
        digits: whole.len(),
        has_zero: whole.starts_with('0'),
        is_list: false,
    })
}
