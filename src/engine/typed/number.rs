//! Numbers with a unit.

use crate::rulebook::{Decimal, NumberKind, RulePack};

use super::AnswerError;
use super::magnitude::{Magnitude, split_magnitude};
use super::numeral::PLACES;

/// Words for yuan. People leave them out, and write them before or after the amount.
const YUAN: [&str; 13] = [
    "元整",
    "元人民币",
    "元人民幣",
    "元",
    "圆整",
    "圆",
    "圓",
    "块",
    "塊",
    "人民币",
    "人民幣",
    "yuan",
    "cny",
];

/// Parses a number in the unit of a field.
pub(super) fn parse_number(
    pack: &RulePack,
    kind: &NumberKind,
    text: &str,
) -> Result<Decimal, AnswerError> {
    let (exponent, base) = split_unit(&kind.unit);
    let written = WrittenWords::of(pack, &kind.unit);
    // The unit of the written-out form is the one that a larger unit counts.
    let exponent = if exponent == 0 { written.exponent } else { exponent };
    let is_money = base == "元";
    let (is_negative, rest) = split_sign(text);
    let (is_marked, rest) = if is_money { split_currency(rest) } else { written.split_front(rest) };
    let (is_negative, rest) = match split_sign(rest) {
        (false, rest) => (is_negative, rest),
        (true, _) if is_negative => return Err(AnswerError::NotANumber),
        (true, rest) => (true, rest),
    };
    let Some((magnitude, unit)) = split_magnitude(rest) else { return Err(no_number(rest)) };
    let Magnitude { value, has_large, has_small } = magnitude.map_err(|error| match error {
        AnswerError::TooManyPlaces(_) => AnswerError::TooManyPlaces(kind.decimals),
        AnswerError::TooLarge(_) => AnswerError::TooLarge(kind.max.unwrap_or(Decimal::MAX)),
        error => error,
    })?;
    if unit.contains(|char: char| char.is_ascii_digit()) {
        return Err(AnswerError::SeveralNumbers);
    }
    let is_base = is_marked
        || (unit.eq_ignore_ascii_case(base) && base != &*kind.unit)
        || written.is_after(unit)
        || is_money && YUAN.iter().chain(&["rmb"]).any(|word| unit.eq_ignore_ascii_case(word));
    if !unit.is_empty() && !is_base && !is_title(pack, &kind.unit, unit) {
        return Err(AnswerError::StrayUnit(unit.to_owned()));
    }
    // In a field in 万元, 5千 may be 5千元 or 5千万元.
    if has_small && !has_large && !is_base && exponent > 0 {
        return Err(AnswerError::Ambiguous(text.to_owned()));
    }
    let exponent = if is_base || has_large { exponent } else { 0 };
    let value = if is_negative { -value } else { value };
    check_number(kind, scale(kind, value, exponent)?)
}

/// A value in units of 10⁻¹², divided by a power of ten, exactly.
fn scale(kind: &NumberKind, value: i128, exponent: u32) -> Result<Decimal, AnswerError> {
    let unit = 10_i128.pow(PLACES - 6 + exponent);
    if value % unit != 0 {
        return Err(AnswerError::TooManyPlaces(kind.decimals));
    }
    let number = i64::try_from(value / unit).map(Decimal::from_millionths).ok();
    let number = number.filter(|number| (Decimal::MIN..=Decimal::MAX).contains(number));
    number.ok_or(match value < 0 {
        true => AnswerError::TooSmall(kind.min.unwrap_or(Decimal::MIN)),
        false => AnswerError::TooLarge(kind.max.unwrap_or(Decimal::MAX)),
    })
}

/// The exponent and the base of a unit: 万元 is 10⁴ 元.
pub(crate) fn split_unit(unit: &str) -> (u32, &str) {
    let (mut exponent, mut base) = (0, unit);
    for (word, more) in [("百", 2), ("千", 3), ("万", 4), ("萬", 4), ("亿", 8), ("億", 8)] {
        // 万 precedes 亿 in 万亿元.
        if let Some(rest) = base.strip_prefix(word).filter(|rest| !rest.is_empty()) {
            (exponent, base) = (exponent + more, rest);
        }
    }
    (exponent, base)
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
    }
}

/// Removes a currency in front of an amount, such as ¥ or RMB.
fn split_currency(text: &str) -> (bool, &str) {
    for word in ["¥", "RMB", "CNY", "人民币", "人民幣"] {
        if let Some((start, rest)) = text.split_at_checked(word.len())
            && start.eq_ignore_ascii_case(word)
        {
            return (true, rest.trim_start());
        }
    }
    (false, text)
}

/// The words around a number of a unit that is written out: Taler for a unit of a thousand Taler.
struct WrittenWords {
    /// The exponent of the unit
    exponent: u32,
    /// The words before and after the number, in each language of the pack
    words: Vec<(String, String)>,
}

impl WrittenWords {
    fn of(pack: &RulePack, unit: &str) -> WrittenWords {
        let written = pack.unit(unit).and_then(|unit| unit.written_out.as_ref());
        let texts = written.into_iter().flat_map(|written| written.text.versions());
        let words = texts.filter_map(|text| text.split_once("{number}"));
        let words = words.map(|(before, after)| (before.trim().into(), after.trim().into()));
        let zeros = written.map_or(0, |written| written.zeros);
        WrittenWords { exponent: u32::try_from(zeros).unwrap_or_default(), words: words.collect() }
    }

    /// Removes the words in front of a number, and returns whether there were any.
    fn split_front<'a>(&self, text: &'a str) -> (bool, &'a str) {
        let fronts = self.words.iter().map(|(before, _)| before.as_str());
        let mut rests = fronts.filter(|front| !front.is_empty()).filter_map(|front| {
            let (start, rest) = text.split_at_checked(front.len())?;
            start.eq_ignore_ascii_case(front).then(|| rest.trim_start())
        });
        rests.next().map_or((false, text), |rest| (true, rest))
    }

    fn is_after(&self, text: &str) -> bool {
        self.words.iter().any(|(_, after)| !text.is_empty() && after.eq_ignore_ascii_case(text))
    }
}

/// Whether a text is how the field shows its unit, in a language of the pack.
fn is_title(pack: &RulePack, name: &str, text: &str) -> bool {
    let is_same = |title: &str| title.eq_ignore_ascii_case(text);
    let title = pack.unit(name).map(|unit| &unit.title);
    is_same(name)
        || title
            .is_some_and(|title| pack.languages.iter().any(|locale| is_same(&title.get(*locale))))
}

/// The error of a text that does not begin with a number.
fn no_number(text: &str) -> AnswerError {
    match text.find(|char: char| char.is_ascii_digit()) {
        None | Some(0) => AnswerError::NotANumber,
        Some(at) => {
            AnswerError::StrayUnit(text.get(..at).unwrap_or_default().trim_end().to_owned())
        }
    }
}

/// Checks a number against the bounds of its fact.
pub(in crate::engine) fn check_number(
    kind: &NumberKind,
    value: Decimal,
) -> Result<Decimal, AnswerError> {
    if value.places() > kind.decimals {
        return Err(AnswerError::TooManyPlaces(kind.decimals));
    }
    match (kind.min, kind.max) {
        (Some(min), _) if value < min => Err(AnswerError::TooSmall(min)),
        (_, Some(max)) if value > max => Err(AnswerError::TooLarge(max)),
        _ => Ok(value),
    }
}
