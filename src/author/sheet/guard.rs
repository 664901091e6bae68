//! The form of a text in a cell of a CSV file, from which a spreadsheet gives it back unchanged.
//!
//! | text | problem | form |
//! |---|---|---|
//! | begins with `=`, `+`, `-`, `@` | a formula | an apostrophe before it |
//! | is a number, a date or a truth value | `007` becomes 7, `3-4` a date | an apostrophe before it |
//! | control characters, CR, U+FFFE, U+FFFF | lost or changed | `_x000D_`, as in XLSX |
//! | `_x000D_` itself | would be read as CR | `_x005F_x000D_`, as in XLSX |

/// Characters that begin a formula (OWASP, "CSV Injection"), also at full width.
const FORMULA_STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Words that a date, a time or a truth value can contain. A number can contain `e`.
const VALUE_WORDS: [&str; 44] = [
    "e",
    "a",
    "p",
    "am",
    "pm",
    "true",
    "false",
    "年",
    "月",
    "日",
    "号",
    "時",
    "时",
    "分",
    "秒",
    "上午",
    "下午",
    "年度",
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "真",
    "假",
];

/// The text as the content of a cell.
pub(super) fn guard(text: &str) -> String {
    let escaped = escape(text);
    if needs_apostrophe(&escaped) { format!("'{escaped}") } else { escaped }
}

/// The text of a cell that [`guard`] made, or that a person typed.
pub(super) fn unguard(cell: &str) -> String {
    let inner = cell.strip_prefix('\'').filter(|inner| needs_apostrophe(inner));
    unescape(inner.unwrap_or(cell))
}

/// Whether a spreadsheet takes the text for a formula or a value, or for a guarded text.
fn needs_apostrophe(text: &str) -> bool {
    let text = text.trim_start_matches('\'').trim_start();
    text.starts_with(FORMULA_STARTS) || is_value(text)
}

/// Whether the whole text can be a number, a date, a time or a truth value.
fn is_value(text: &str) -> bool {
    // Longer than any date in words.
    if text.chars().count() > 40 {
        return false;
    }
    let lower = text.to_lowercase();
    let mut words = lower.split(|char: char| !char.is_alphabetic()).filter(|word| !word.is_empty());
    let has_digit = text.chars().any(char::is_numeric);
    let is_truth = ["true", "false"].contains(&lower.trim());
    (has_digit || is_truth) && words.all(|word| VALUE_WORDS.contains(&word))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, char) in text.char_indices() {
        match char {
            '\t' | '\n' => escaped.push(char),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {
                escaped.push_str(&format!("_x{:04X}_", u32::from(char)));
            }
            '_' if text.get(index..).and_then(escaped_char).is_some() => {
                escaped.push_str("_x005F_");
            }
            _ => escaped.push(char),
        }
    }
    escaped
}

fn unescape(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(start) = rest.find('_') {
        let (before, after) = rest.split_at_checked(start).unwrap_or((rest, ""));
        text.push_str(before);
        let (char, length) = match escaped_char(after) {
            Some(char) => (char, ESCAPE_LENGTH),
            None => ('_', 1),
        };
        text.push(char);
        rest = after.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// Bytes of `_xHHHH_`.
const ESCAPE_LENGTH: usize = 7;

/// The character of the `_xHHHH_` that a text begins with. `None` also for half of a surrogate
/// pair.
fn escaped_char(text: &str) -> Option<char> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let is_escape = digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.get(..ESCAPE_LENGTH)?.ends_with('_');
    char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| is_escape)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_change_is_guarded() {
        for (text, cell) in [
            ("plain", "plain"),
            ("", ""),
            ("=1+1", "'=1+1"),
            (" @a", "' @a"),
            ("＝A1", "'＝A1"),
            ("007", "'007"),
            ("3-4", "'3-4"),
            ("2026年11月28日", "'2026年11月28日"),
            ("1 May 2026", "'1 May 2026"),
            ("12.5%", "'12.5%"),
            ("true", "'true"),
            ("'007", "''007"),
            ("'quoted'", "'quoted'"),
            ("3 documents", "3 documents"),
            ("第1条", "第1条"),
            ("a\r\nb", "a_x000D_\nb"),
            ("_x000D_", "_x005F_x000D_"),
            ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
            ("\0", "_x0000_"),
        ] {
            assert_eq!(guard(text), cell, "{text:?}");
            assert_eq!(unguard(cell), text, "{cell:?}");
        }
    }
}
