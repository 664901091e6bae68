//! Typed numbers.

use crate::rulebook::Json;

use super::build::string;

/// A typed number as a pack has it: a whole number, or a decimal as a string. Separators of
/// thousands and full-width characters are accepted. `None` if the text is not a number, or if a
/// separator does not have three digits after it: `1,5` may be 1.5.
pub fn typed_decimal(text: &str) -> Option<Json> {
    let typed: String = text.trim().chars().map(plain_char).collect();
    let digits = typed.strip_prefix('-').unwrap_or(&typed).trim_start();
    let sign = if typed.starts_with('-') { "-" } else { "" };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let whole = without_separators(whole)?;
    if !is_number(&whole) || !fraction.is_none_or(is_number) {
        return None;
    }
    let point = if fraction.is_some() { "." } else { "" };
    let plain = [sign, &whole, point, fraction.unwrap_or_default()].concat();
    match plain.parse::<i64>() {
        Ok(number) => Some(Json::Integer(number)),
        Err(_) => Some(string(plain)),
    }
}

fn is_number(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits without their separators of thousands. `None` if a group has not three digits.
fn without_separators(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ").replace(", ", ",").replace(" ,", ",");
    let mut groups = text.split([',', ' ']);
    let first = groups.next().unwrap_or_default().to_owned();
    if !(1..=3).contains(&first.len()) && text.len() > first.len() {
        return None;
    }
    groups.try_fold(first, |digits, group| (group.len() == 3).then(|| digits + group))
}

/// The half-width character of a full-width one.
fn plain_char(char: char) -> char {
    match char {
        '，' => ',',
        '０'..='９' => char::from_u32(char as u32 - '０' as u32 + '0' as u32).unwrap_or(char),
        '．' => '.',
        '－' | '−' => '-',
        other => other,
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
