//! Typed numbers.

use crate::rulebook::Json;

use super::build::string;

/// A typed number as a pack has it: a whole number, or a decimal as a string. Separators of
/// thousands and full-width characters are accepted. `None` if the text is not a number.
pub fn typed_decimal(text: &str) -> Option<Json> {
    let plain: String = text.chars().filter_map(plain_char).collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    match plain.parse::<i64>() {
        Ok(number) => Some(Json::Integer(number)),
        Err(_) => Some(string(plain)),
    }
}

/// The character for a pack. `None` for white space and separators of thousands.
fn plain_char(char: char) -> Option<char> {
    match char {
        ',' | '，' => None,
        space if space.is_whitespace() => None,
        '０'..='９' => char::from_u32(char as u32 - '０' as u32 + '0' as u32),
        '．' => Some('.'),
        '－' | '−' => Some('-'),
        other => Some(other),
    }
}

/// A number of a pack as text.
pub fn decimal_text(json: &Json) -> String {
    match json {
        Json::Integer(number) => number.to_string(),
        Json::Number(text) | Json::String(text) => text.clone(),
        other => other.to_text(),
    }
}
