//! Conversions of common wrong forms, such as "2019年6月30日", to the expected form.

use super::date::parse_date;
use super::decimal::{Decimal, DecimalError};
use super::fault::FaultCode;
use super::json::Json;

/// The value in the expected form, if it is recognisable in another form.
pub(super) fn expected_form(code: FaultCode, expected: &str, json: &Json) -> Option<String> {
    let text = narrow(json.as_str()?.trim());
    match code {
        FaultCode::BadDate => date(&text),
        FaultCode::BadDecimal => decimal(&text),
        FaultCode::WrongType if expected == "`true` or `false`" => {
            let is = |words: &[&str]| words.contains(&text.to_lowercase().as_str());
            match (is(&["true", "yes", "是", "有"]), is(&["false", "no", "否", "不是", "没有"]))
            {
                (true, _) => Some("true".to_owned()),
                (_, true) => Some("false".to_owned()),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The reason why a well-formed number is rejected.
pub(super) fn out_of_bounds(json: &Json) -> Option<String> {
    let parsed = match json {
        Json::String(text) => text.parse(),
        Json::Integer(number) => number.to_string().parse(),
        Json::Number(text) => Decimal::from_json_number(text),
        _ => return None,
    };
    match parsed {
        Err(DecimalError::TooLarge) => {
            Some(format!("is outside the range {} to {}", Decimal::MIN, Decimal::MAX))
        }
        Err(DecimalError::TooManyPlaces) => Some("has more than six decimal places".to_owned()),
        Ok(_) | Err(DecimalError::NotANumber) => None,
    }
}

/// The pack's tag for a language given by another tag.
///
/// Operating systems distinguish Chinese by country, packs by script. A few tags suffice here; a
/// library for likely subtags would bring the data of all languages.
pub(super) fn language_tag<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    let tag = text.to_lowercase().replace('_', "-");
    let expected = match tag.as_str() {
        "zh" | "cn" | "zh-cn" | "zh-sg" | "zh-my" | "chs" => "zh-Hans",
        "tw" | "hk" | "zh-tw" | "zh-hk" | "zh-mo" | "cht" => "zh-Hant",
        _ if tag == "english" || tag.starts_with("en-") => "en",
        _ if tag.starts_with("zh-hans") => "zh-Hans",
        _ if tag.starts_with("zh-hant") => "zh-Hant",
        _ => return None,
    };
    words.iter().copied().find(|word| *word == expected)
}

/// A date with other separators than hyphens, as `YYYY-MM-DD`.
fn date(text: &str) -> Option<String> {
    let allowed = |char: char| char.is_ascii_digit() || "-/. 年月日".contains(char);
    let parts: Vec<&str> =
        text.split(|char: char| !char.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let written = format!("{year}-{month:0>2}-{day:0>2}");
    (text.chars().all(allowed) && parse_date(&written).is_some()).then_some(written)
}

/// The digits of a number that has thousands separators, full-width digits, or a unit that does
/// not multiply it.
fn decimal(text: &str) -> Option<String> {
    let number = text.trim_end_matches(|char: char| !char.is_ascii_digit());
    let unit = text.strip_prefix(number).unwrap_or_default();
    let digits = number.replace([',', ' '], "");
    let is_sound =
        digits.parse::<Decimal>().is_ok() && !unit.contains(['千', '万', '亿', '萬', '億']);
    is_sound.then_some(digits)
}

/// Replaces full-width forms (U+FF01 to U+FF5E, typed by Chinese input methods) by ASCII. NFKC
/// would do the same with a table of all of Unicode.
fn narrow(text: &str) -> String {
    let narrow = |char: char| match char {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char),
        _ => char,
    };
    text.chars().map(narrow).collect()
}

/// `true`, `false` and words as JSON strings, for a message.
pub(super) fn bool_or(words: &[&str]) -> String {
    let words = words.iter().map(|word| format!(", `\"{word}\"`"));
    format!("`true`, `false`{}", words.collect::<String>())
}
