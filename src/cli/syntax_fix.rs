//! Explains syntax errors in JSON, with a correction where possible.
//!
//! A JSON parser reports where it stopped and what it expected there. Authors who write Chinese
//! mostly make the same few errors: full-width punctuation, a missing or extra comma, an unquoted
//! word, or a number with a unit. This recognises them.

use std::ops::Range;

/// The explanation of a syntax error.
#[derive(Debug)]
pub(super) struct SyntaxFix {
    /// The range to underline
    pub(super) range: Range<usize>,
    /// The error
    pub(super) found: String,
    /// The label of the range
    pub(super) label: String,
    /// The remedy
    pub(super) help: Option<String>,
    /// A range and its replacement
    pub(super) patch: Option<(Range<usize>, String)>,
}

impl SyntaxFix {
    fn new(
        range: Range<usize>,
        found: &str,
        label: &str,
        patch: Option<(Range<usize>, String)>,
    ) -> SyntaxFix {
        SyntaxFix { range, found: found.to_owned(), label: label.to_owned(), help: None, patch }
    }
}

/// Characters that look like JSON punctuation, with the replacement and their name.
const LOOKALIKES: [(&str, &str, &str); 10] = [
    ("“”„‟「」『』＂", "\"", "Chinese quotation mark"),
    ("‘’＇", "\"", "Chinese single quotation mark"),
    ("，、﹐", ",", "Chinese comma"),
    ("：﹕︰", ":", "Chinese colon"),
    ("｛﹛", "{", "full-width brace"),
    ("｝﹜", "}", "full-width brace"),
    ("［【〔", "[", "full-width bracket"),
    ("］】〕", "]", "full-width bracket"),
    ("；;", ",", "semicolon"),
    ("'`", "\"", "single quotation mark"),
];

/// Explains the parser's message at a byte offset. An unknown error keeps the message.
pub(super) fn syntax_fix(source: &str, at: usize, message: &str) -> SyntaxFix {
    let before = source.get(..at).unwrap_or_default();
    let rest = source.get(at..).unwrap_or_default();
    if message.starts_with("nesting deeper") {
        let found = message.to_owned();
        let label = "too deep from here on".to_owned();
        let help = Some("move inner conditions into `terms`".to_owned());
        return SyntaxFix { range: first_char(source, at), found, label, help, patch: None };
    }
    if message.starts_with("control character") || message == "EOF while parsing a string" {
        return unclosed_string(source, at);
    }
    if message.starts_with("EOF") {
        return unclosed_bracket(source);
    }
    let is_number = |char: char| char.is_ascii_digit() || char == '.';
    let end = before.trim_end().len();
    let last = before.trim_end().chars().next_back();
    let Some(next) = rest.chars().next() else { return unknown(source, at, message) };
    if let Some((_, write, name)) = LOOKALIKES.iter().find(|(marks, _, _)| marks.contains(next)) {
        let range = first_char(source, at);
        let patch = Some((range.clone(), (*write).to_owned()));
        let found = format!("{name} `{next}`");
        return SyntaxFix { range, found, label: format!("write `{write}`"), help: None, patch };
    }
    if matches!(next, '/' | '#') {
        let line = rest.lines().next().unwrap_or_default().trim_end().len();
        let help =
            Some("remove it; JSON has no comments, but a pack has `note` and `summary`".to_owned());
        return SyntaxFix {
            range: at..at + line,
            found: "comment".to_owned(),
            label: "comment".to_owned(),
            help,
            patch: None,
        };
    }
    let comma_before = last == Some(',');
    if message == "trailing comma" || (comma_before && matches!(next, '}' | ']')) {
        let comma = end.saturating_sub(1)..end;
        let patch = Some((comma.clone(), String::new()));
        return SyntaxFix::new(comma, "trailing comma", "remove this comma", patch);
    }
    if comma_before && next == ',' {
        let comma = at..at + 1;
        return SyntaxFix::new(
            comma.clone(),
            "duplicate comma",
            "remove this comma",
            Some((comma, String::new())),
        );
    }
    if message.starts_with("expected `,` or") {
        if last == Some('"') && end == at && !matches!(next, '"' | '{' | '[') {
            let help = "write \\\" for a quotation mark inside a string, or use the Chinese “ ”"
                .to_owned();
            let mut fix = SyntaxFix::new(
                end - 1..end,
                "quotation mark inside a string",
                "the string ends here",
                None,
            );
            fix.help = Some(help);
            return fix;
        }
        let number = before.len() - before.trim_end_matches(is_number).len();
        if number > 0 && !next.is_whitespace() && !matches!(next, '"' | '{' | '[' | '}' | ']' | ':')
        {
            return with_unit(source, at - number..at);
        }
        let wanted = message.chars().rev().find(|char| matches!(char, '}' | ']'));
        if matches!(next, '}' | ']') && wanted != Some(next) {
            let wanted = wanted.unwrap_or(next);
            return SyntaxFix::new(
                first_char(source, at),
                &format!("`{next}` in place of `{wanted}`"),
                &format!("`{wanted}` is missing before this"),
                None,
            );
        }
        if next != ':' && next != '=' {
            return SyntaxFix::new(
                end..end,
                "missing comma",
                "a comma is missing here",
                Some((end..end, ",".to_owned())),
            );
        }
    }
    if message == "expected `:`" {
        return SyntaxFix::new(
            end..end,
            "missing colon after a key",
            "a colon is missing here",
            None,
        );
    }
    // The parser reads `5,000` in a list as `5` and then a number with leading zeros. In an object
    // it stops after the comma, where it expects a key.
    let start = before.trim_end_matches(|char| is_number(char) || char == ',').len();
    let digits = before.get(start..).unwrap_or_default();
    if next.is_ascii_digit() && digits.starts_with(is_number) && digits.contains(',') {
        return with_unit(source, start..at);
    }
    let start = before.trim_end_matches(is_word).len();
    let length = rest.find(|char| !is_word(char)).unwrap_or(rest.len());
    let word = source.get(start..at + length).unwrap_or_default();
    if word.starts_with(is_number) || word.starts_with(['+', '-']) {
        let mut fix = SyntaxFix::new(
            start..at + length,
            &format!("malformed number `{word}`"),
            "not a JSON number",
            None,
        );
        fix.help = Some(
            "write a decimal as a string, such as \"37.5\", without leading zeros, plus signs or units"
                .to_owned(),
        );
        return fix;
    }
    if !word.is_empty() {
        let range = start..at + length;
        let write = match word.to_lowercase().as_str() {
            "true" | "yes" | "是" => "true".to_owned(),
            "false" | "no" | "否" => "false".to_owned(),
            _ => format!("\"{word}\""),
        };
        let label = format!("write `{write}`");
        return SyntaxFix::new(
            range.clone(),
            &format!("unquoted word `{word}`"),
            &label,
            Some((range, write)),
        );
    }
    unknown(source, at, message)
}

fn unknown(source: &str, at: usize, message: &str) -> SyntaxFix {
    SyntaxFix::new(first_char(source, at), message, "not JSON from here on", None)
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '-' | '_' | '.' | '+' | '%')
}

fn first_char(source: &str, at: usize) -> Range<usize> {
    at..at + source.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// A number with a unit or with thousands separators.
fn with_unit(source: &str, number: Range<usize>) -> SyntaxFix {
    let rest = source.get(number.start..).unwrap_or_default();
    let is_part = |char: char| is_word(char) || char == ',';
    let length = rest.find(|char| !is_part(char)).unwrap_or(rest.len());
    let text = rest.get(..length).unwrap_or_default().trim_end_matches(',');
    let digits: String =
        text.chars().filter(|char| char.is_ascii_digit() || *char == '.').collect();
    let range = number.start..number.start + text.len();
    let has_unit = text.chars().any(char::is_alphabetic) || text.contains('%');
    let found = if has_unit {
        format!("number `{text}` with a unit")
    } else {
        format!("number `{text}` with separators")
    };
    let mut fix = SyntaxFix::new(range.clone(), &found, "write only the digits", None);
    if has_unit {
        fix.help =
            Some(format!("write {digits}; the fact or the `unit` beside the number has the unit"));
    } else {
        fix.patch = Some((range, digits));
    }
    fix
}

/// A string that is not closed on its line, or that contains a tab.
fn unclosed_string(source: &str, at: usize) -> SyntaxFix {
    let mut start = None;
    let mut is_escaped = false;
    for (index, byte) in source.bytes().enumerate().take(at) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if start.is_some() => is_escaped = true,
            b'"' => start = if start.is_some() { None } else { Some(index) },
            b'\n' | b'\t' if start.is_some() => break,
            _ => {}
        }
    }
    let start = start.unwrap_or(at);
    let rest = source.get(start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let range = start..start + line.trim_end().len();
    if line.contains('\t') {
        let mut fix = SyntaxFix::new(range, "tab inside a string", "in this string", None);
        fix.help = Some("write a space, or \\t".to_owned());
        return fix;
    }
    let mut fix = SyntaxFix::new(range, "unclosed string", "begins here", None);
    fix.help = Some("close the string with \" on this line; write a line break as \\n".to_owned());
    fix
}

/// The innermost brace or bracket that is not closed.
fn unclosed_bracket(source: &str) -> SyntaxFix {
    let mut open: Vec<(usize, char)> = Vec::new();
    let (mut is_string, mut is_escaped) = (false, false);
    for (index, char) in source.char_indices() {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' if is_string => is_escaped = true,
            '"' => is_string = !is_string,
            '{' | '[' if !is_string => open.push((index, char)),
            '}' | ']' if !is_string => {
                open.pop();
            }
            _ => {}
        }
    }
    match open.last() {
        Some((index, char)) => {
            let close = if *char == '{' { '}' } else { ']' };
            let label = format!("this `{char}` is not closed; write `{close}` at its end");
            SyntaxFix::new(*index..index + 1, "unexpected end of file", &label, None)
        }
        None => SyntaxFix::new(first_char(source, 0), "empty file", "expected a value", None),
    }
}
