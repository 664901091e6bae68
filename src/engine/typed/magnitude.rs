//! Numbers with multipliers: 5千万, 1亿2000万, 一百二十万, 1.5 million.
//!
//! Only forms with one meaning: 1万5 is 15,000 in speech and 10,005 on paper, 七八万 is about
//! 75,000.

use super::AnswerError;
use super::numeral::{Numeral, ONE, split_numeral};

/// The multipliers with their exponents. Those from 万 on end a group.
const MULTIPLIERS: [(&str, u32); 13] = [
    ("亿", 8),
    ("億", 8),
    ("万", 4),
    ("萬", 4),
    ("千", 3),
    ("仟", 3),
    ("百", 2),
    ("佰", 2),
    ("十", 1),
    ("拾", 1),
    ("billion", 9),
    ("million", 6),
    ("thousand", 3),
];

/// The least exponent of a multiplier that ends a group.
const LARGE: u32 = 4;

/// A number from the beginning of a text.
pub(super) struct Magnitude {
    /// The value, in units of 10⁻¹²
    pub(super) value: i128,
    /// Whether it has 万 or a larger multiplier
    pub(super) has_large: bool,
    /// Whether it has 十, 百 or 千
    pub(super) has_small: bool,
}

/// Splits a number from the beginning of a text. `None` if it begins with another character.
///
/// # Errors
///
/// The number has more than one meaning, or is out of range.
pub(super) fn split_magnitude(text: &str) -> Option<(Result<Magnitude, AnswerError>, &str)> {
    let (mut rest, mut reader) = (text, Reader::default());
    loop {
        rest = if let Some((numeral, after)) = split_numeral(rest) {
            reader.numeral(numeral);
            after.trim_start()
        } else if let Some((exponent, after)) = split_multiplier(rest) {
            if reader.multiplier(exponent).is_none() {
                reader.is_ambiguous = true;
            }
            after.trim_start()
        } else {
            break;
        }
    }
    if !reader.is_number {
        return None;
    }
    let number = text.strip_suffix(rest).unwrap_or(text).trim_end();
    Some((reader.magnitude(number), rest))
}

/// The state of reading a number: `total` + (`sum` + `numeral`), of which the part in brackets, the
/// group, precedes the next 万 or 亿.
#[derive(Default)]
struct Reader {
    total: i128,
    /// The exponent of the last 万 or 亿
    last_large: Option<u32>,
    sum: i128,
    /// The exponent of the last 十, 百 or 千 of the group
    last_small: Option<u32>,
    /// The last numeral, if no multiplier has followed yet
    numeral: Option<Numeral>,
    has_small: bool,
    is_number: bool,
    is_ambiguous: bool,
    error: Option<AnswerError>,
}

impl Reader {
    fn numeral(&mut self, numeral: Result<Numeral, AnswerError>) {
        self.is_number = true;
        match numeral {
            // 1亿零5万: the zero states that digits are missing.
            Ok(numeral) if self.numeral.is_some_and(|before| before.value == 0) => {
                self.numeral = Some(Numeral { has_zero: true, ..numeral });
            }
            Ok(_) if self.numeral.is_some() => self.error = Some(AnswerError::SeveralNumbers),
            Ok(numeral) => self.numeral = Some(numeral),
            Err(error) => self.error = Some(error),
        }
    }

    /// Applies a multiplier. `None` if that is ambiguous.
    fn multiplier(&mut self, exponent: u32) -> Option<()> {
        if exponent < LARGE {
            let coefficient = match self.numeral.take() {
                Some(numeral) => (!numeral.is_list).then_some(numeral.value)?,
                // 十五 is 15.
                None => (exponent == 1 && self.sum == 0).then_some(ONE)?,
            };
            self.is_number = true;
            self.has_small = true;
            if self.last_small.replace(exponent).is_some_and(|last| last <= exponent) {
                return None;
            }
            self.sum = self.sum.checked_add(coefficient.checked_mul(10_i128.pow(exponent))?)?;
            return Some(());
        }
        let mut sum = self.close_group(true)?;
        match self.last_large.replace(exponent) {
            Some(last) if last == exponent => return None,
            // 1万亿: the multiplier applies to everything before it.
            Some(last) if last < exponent => {
                sum = sum.checked_add(std::mem::take(&mut self.total))?
            }
            _ => {}
        }
        let product = sum.checked_mul(10_i128.pow(exponent)).filter(|product| *product > 0)?;
        self.total = self.total.checked_add(product)?;
        Some(())
    }

    /// Ends the group. Returns its value, or `None` if that is ambiguous.
    ///
    /// The digits after a multiplier must reach down to the ones: 1万5000, not 1万5. A zero states
    /// that digits are missing: 一百零二.
    fn close_group(&mut self, is_coefficient: bool) -> Option<i128> {
        let sum = std::mem::take(&mut self.sum);
        let last_small = self.last_small.take();
        let Some(numeral) = self.numeral.take() else { return Some(sum) };
        let last = if is_coefficient { last_small } else { last_small.or(self.last_large) };
        let is_clear = match last {
            None => !(is_coefficient && numeral.is_list),
            Some(last) => {
                let is_complete = numeral.has_zero || numeral.digits == last as usize;
                is_complete && !numeral.is_list
            }
        };
        if is_clear { sum.checked_add(numeral.value) } else { None }
    }

    fn magnitude(mut self, number: &str) -> Result<Magnitude, AnswerError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let sum = self.close_group(false).filter(|_| !self.is_ambiguous);
        let value = sum.and_then(|sum| self.total.checked_add(sum));
        Ok(Magnitude {
            value: value.ok_or_else(|| AnswerError::Ambiguous(number.to_owned()))?,
            has_large: self.last_large.is_some(),
            has_small: self.has_small,
        })
    }
}

/// Splits a multiplier from the beginning of a text.
fn split_multiplier(text: &str) -> Option<(u32, &str)> {
    MULTIPLIERS.iter().find_map(|(word, exponent)| {
        let (start, rest) = text.split_at_checked(word.len())?;
        start.eq_ignore_ascii_case(word).then_some((*exponent, rest))
    })
}
