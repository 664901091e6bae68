//! Lines of a code: twenty characters, the last of which checks the others.
//!
//! # Why
//!
//! A checksum of the whole code detects a wrong character, but does not locate it. With a check
//! per line, a person who types a code compares one line instead of all.
//!
//! The check is a Reed–Solomon code over GF(32): it detects every wrong character and every
//! exchange of two characters in a line. It includes the number of the line, so that exchanged
//! lines are detected, too.

use super::text::{LINE_LENGTH, is_separator, symbol, typed_code};

/// The least format whose codes have these checks.
pub(super) const FIRST_FORMAT: u8 = 3;

/// A line of a code as typed so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineCheck {
    /// The check matches
    Right,
    /// The check does not match
    Wrong,
    /// Fewer characters than a line has; the number that is there
    Short(usize),
    /// A character that no code contains
    InvalidCharacter(char),
}

/// Checks each line of a code that is being typed, in any notation that
/// [`Receipt::decode`](super::Receipt::decode) accepts.
///
/// Line breaks count if no line is too long. Otherwise, and if it makes all lines right, every
/// twenty characters are a line.
pub fn check_lines(text: &str) -> Vec<LineCheck> {
    let code = typed_code(text);
    let typed: Vec<Vec<Typed>> =
        code.lines().map(typed_symbols).filter(|line| !line.is_empty()).collect();
    let joined: Vec<Typed> = typed.concat();
    let joined: Vec<LineCheck> =
        joined.chunks(LINE_LENGTH).enumerate().map(|(index, line)| check(index, line)).collect();
    let is_right = joined.iter().all(|line| *line == LineCheck::Right);
    if is_right || typed.iter().any(|line| line.len() > LINE_LENGTH) {
        return joined;
    }
    typed.iter().enumerate().map(|(index, line)| check(index, line)).collect()
}

/// Appends its check to each line.
pub(super) fn with_checks(symbols: &[u8]) -> Vec<u8> {
    let mut all = Vec::with_capacity(symbols.len() + symbols.len() / LINE_LENGTH + 1);
    for (index, line) in symbols.chunks(LINE_LENGTH - 1).enumerate() {
        all.extend(line);
        all.push(times_alpha(remainder(index, line)));
    }
    all
}

/// The symbols without the checks.
///
/// # Errors
///
/// The numbers of all lines whose check does not match, from 1.
pub(super) fn without_checks(symbols: &[u8]) -> Result<Vec<u8>, Vec<usize>> {
    let lines = || symbols.chunks(LINE_LENGTH).enumerate();
    let wrong: Vec<usize> = lines()
        .filter(|(index, line)| !is_right(*index, line))
        .map(|(index, _)| index + 1)
        .collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(lines()
        .flat_map(|(_, line)| line.split_last().map_or(&[][..], |(_, rest)| rest))
        .copied()
        .collect())
}

/// A typed symbol, or a character that is none.
type Typed = Result<u8, char>;

fn typed_symbols(line: &str) -> Vec<Typed> {
    line.chars()
        .filter(|typed| !is_separator(*typed))
        .map(|typed| symbol(typed).ok_or(typed))
        .collect()
}

fn check(index: usize, line: &[Typed]) -> LineCheck {
    let symbols: Result<Vec<u8>, char> = line.iter().copied().collect();
    match symbols {
        Err(stray) => LineCheck::InvalidCharacter(stray),
        Ok(symbols) if is_right(index, &symbols) => LineCheck::Right,
        Ok(symbols) if symbols.len() < LINE_LENGTH => LineCheck::Short(symbols.len()),
        Ok(_) => LineCheck::Wrong,
    }
}

/// Whether the check of a line matches. A line of one character has no content.
fn is_right(index: usize, line: &[u8]) -> bool {
    line.len() > 1 && remainder(index, line) == 0
}

/// The line as a polynomial over GF(32), with the number of the line as its first coefficient,
/// evaluated at α. Its powers differ within a line, so that each position has its own weight.
fn remainder(index: usize, line: &[u8]) -> u8 {
    let number = u8::try_from((index + 1) % 32).unwrap_or_default();
    line.iter().fold(number, |value, symbol| times_alpha(value) ^ symbol)
}

/// Multiplies by α in GF(32) = GF(2)\[α\] / (α⁵ + α² + 1), in which α is primitive.
fn times_alpha(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 0b10_0000 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_powers_of_alpha_are_distinct() {
        let powers = std::iter::successors(Some(1), |power| Some(times_alpha(*power)));
        let mut powers: Vec<u8> = powers.take(31).collect();
        powers.sort_unstable();
        assert_eq!(powers, (1..=31).collect::<Vec<u8>>());
    }

    #[test]
    fn a_line_in_the_place_of_another_is_wrong() {
        let symbols = with_checks(&[7; 38]);
        let (first, second) = symbols.split_at(LINE_LENGTH);
        assert_eq!(without_checks(&symbols), Ok(vec![7; 38]));
        assert_eq!(without_checks(&[second, first].concat()), Err(vec![1, 2]));
    }
}
