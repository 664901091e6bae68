//! Dates: 2019-03-31, 2019年3月31号, 31 March 2019, with any usual separators, and with a time.

use jiff::civil::Date;

use crate::rulebook::parse_date;

use super::numeral::digit;
use super::{AnswerError, EARLIEST_YEAR, clean};

/// The names of the months. Any beginning of three letters or more is a name too.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The parts of a date.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Year,
    Month,
    Day,
}

/// Parses a day, such as an as-of date. `None` if the text is no day.
pub fn parse_day(text: &str) -> Option<Date> {
    parse_date_text(clean(text).trim()).ok()
}

/// Parses a date in plain characters.
pub(super) fn parse_date_text(text: &str) -> Result<Date, AnswerError> {
    let date = without_time(text).ok_or(AnswerError::NotADate)?;
    let groups = groups(date).ok_or(AnswerError::NotADate)?;
    let marked = |part: Part| groups.iter().position(|(_, mark)| *mark == Some(part));
    let groups: Vec<&str> = groups.iter().map(|(digits, _)| digits.as_str()).collect();
    let unclear = || AnswerError::UnclearDate(text.to_owned());
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    let (year, month, day) = match *groups.as_slice() {
        [run] if run.len() == 8 => {
            let (year, rest) = run.split_at_checked(4).ok_or(AnswerError::NotADate)?;
            let (month, day) = rest.split_at_checked(2).ok_or(AnswerError::NotADate)?;
            (year, month, day)
        }
        [year, month, day] if year.len() == 4 => (year, month, day),
        [first, second, year] if year.len() == 4 => match marked(Part::Month) {
            Some(0) => (year, first, second),
            Some(1) => (year, second, first),
            _ if number(first) > 12 || first == second => (year, second, first),
            _ if number(second) > 12 => (year, first, second),
            _ => return Err(unclear()),
        },
        [first, _] if first.len() < 3 => return Err(AnswerError::NoYear),
        [_, _, _] => return Err(AnswerError::NoYear),
        _ => return Err(AnswerError::NotADate),
    };
    if month.len() > 2 || day.len() > 2 {
        return Err(AnswerError::NotADate);
    }
    let date =
        parse_date(&format!("{year}-{month:0>2}-{day:0>2}")).ok_or(AnswerError::NoSuchDay)?;
    if date.year() < EARLIEST_YEAR { Err(AnswerError::TooEarly) } else { Ok(date) }
}

/// The groups of digits, with the part that a word marks each as. `None` if there is other text, or
/// if the parts are in the wrong order.
fn groups(text: &str) -> Option<Vec<(String, Option<Part>)>> {
    let mut groups: Vec<(String, Option<Part>)> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = |is_part: fn(char) -> bool| {
            rest.find(|char| !is_part(char)).unwrap_or(rest.len()).max(first.len_utf8())
        };
        let is_chinese = |char| digit(char).is_some() || char == '十';
        let (word, after) = if first.is_ascii_digit() {
            rest.split_at_checked(end(|char| char.is_ascii_digit()))?
        } else if first.is_ascii_alphabetic() {
            rest.split_at_checked(end(|char| char.is_ascii_alphabetic()))?
        } else {
            rest.split_at_checked(if is_chinese(first) { end(is_chinese) } else { end(|_| false) })?
        };
        let last = groups.last_mut();
        match word {
            _ if first.is_ascii_digit() => groups.push((word.to_owned(), None)),
            _ if is_chinese(first) => groups.push((chinese_digits(word)?, None)),
            "年" => last?.1 = Some(Part::Year),
            "月" => last?.1 = Some(Part::Month),
            "日" | "号" | "號" => last?.1 = Some(Part::Day),
            "st" | "nd" | "rd" | "th" => drop(last?),
            "-" | "/" | "." | "," | " " => {}
            _ => {
                let name = word.to_ascii_lowercase();
                let mut months = MONTHS.iter().filter(|_| name.len() >= 3);
                let month = months.position(|known| known.starts_with(&name))?;
                groups.push(((month + 1).to_string(), Some(Part::Month)));
            }
        }
        rest = after;
    }
    let order = [Part::Year, Part::Month, Part::Day];
    let is_in_order =
        groups.iter().zip(order).all(|((_, mark), part)| mark.is_none_or(|mark| mark == part));
    let has_name = text.contains(|char: char| char.is_ascii_alphabetic());
    let is_partial = groups.len() < 3;
    (is_in_order || has_name || is_partial).then_some(groups)
}

/// The digits of a Chinese number below 100, or of a year: 三十一, 二〇一九.
fn chinese_digits(text: &str) -> Option<String> {
    let digits = |text: &str| text.chars().map(digit).collect::<Option<String>>();
    let Some((tens, ones)) = text.split_once('十') else { return digits(text) };
    let (tens, ones) = (digits(tens)?, digits(ones)?);
    let or =
        |digits: String, other: &str| if digits.is_empty() { other.to_owned() } else { digits };
    Some(or(tens, "1") + &or(ones, "0"))
}

/// The text without a time of day at its end. `None` if there is other text with a colon.
fn without_time(text: &str) -> Option<&str> {
    let Some((before, after)) = text.split_once(':') else { return Some(text) };
    let date = before.trim_end_matches(|char: char| char.is_ascii_digit());
    let hour = before.strip_prefix(date)?;
    let time = after.split('.').next().unwrap_or_default();
    let mut parts = [hour].into_iter().chain(time.split(':'));
    let is_time = parts.all(|part| part.len() <= 2 && part.parse().is_ok_and(|part: u8| part < 60));
    let is_separate = date.ends_with(['T', 't', ' ', ',', '日']);
    (is_time && is_separate).then_some(date.trim_end_matches(['T', 't']))
}
