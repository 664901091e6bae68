//! Explains syntax errors in JSON, with a correction where possible.
//!
//! A JSON parser reports where it stopped and what it expected there. Authors who write Chinese
//! mostly make the same few errors: full-width punctuation, a missing or extra comma, an unquoted
//! word, or a number with a unit. This recognises them.

use std::ops::Range;

use super::diagnostic::Replacement;

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
    /// A correction of the text
    pub(super) patch: Option<Replacement>,
}

impl SyntaxFix {
    fn new(range: Range<usize>, found: impl Into<String>, label: impl Into<String>) -> SyntaxFix {
        SyntaxFix { range, found: found.into(), label: label.into(), help: None, patch: None }
    }

    fn help(self, help: impl Into<String>) -> SyntaxFix {
        SyntaxFix { help: Some(help.into()), ..self }
    }

    /// Replaces the underlined range.
    fn replace_with(self, text: impl Into<String>) -> SyntaxFix {
        let patch = Replacement { range: self.range.clone(), text: text.into() };
        SyntaxFix { patch: Some(patch), ..self }
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
    let error = SyntaxError {
        source,
        at,
        message,
        before: source.get(..at).unwrap_or_default(),
        rest: source.get(at..).unwrap_or_default(),
    };
    let recognizers: [fn(&SyntaxError<'_>) -> Option<SyntaxFix>; 11] = [
        deep_nesting,
        half_character,
        unclosed_string,
        unclosed_bracket,
        lookalike,
        comment,
        extra_comma,
        quotation_mark_in_string,
        missing_punctuation,
        number_with_unit,
        unquoted_word,
    ];
    let fix = recognizers.into_iter().find_map(|recognize| recognize(&error));
    fix.unwrap_or_else(|| SyntaxFix::new(error.next_range(), message, "not JSON from here on"))
}

/// The position where the parser stopped.
struct SyntaxError<'a> {
    source: &'a str,
    /// Byte offset
    at: usize,
    message: &'a str,
    /// The source before the offset
    before: &'a str,
    /// The source from the offset on
    rest: &'a str,
}

impl SyntaxError<'_> {
    /// The character at the offset.
    fn next(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// The range of the character at the offset.
    fn next_range(&self) -> Range<usize> {
        self.at..self.at + self.next().map_or(0, char::len_utf8)
    }

    /// The last character before the offset, without white space.
    fn last(&self) -> Option<char> {
        self.before.trim_end().chars().next_back()
    }

    /// The end of the source before the offset, without white space.
    fn last_end(&self) -> usize {
        self.before.trim_end().len()
    }

    /// Whether the parser expected the end of a list or object, or a comma.
    fn expects_comma(&self) -> bool {
        self.message.starts_with("expected `,` or")
    }
}

fn deep_nesting(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    error.message.starts_with("nesting deeper").then(|| {
        SyntaxFix::new(error.next_range(), error.message, "too deep from here on")
            .help("move inner conditions into `terms`")
    })
}

/// An escape such as `\ud800`, which is half of a character, or that is not complete.
fn half_character(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    if !["half of an escaped", "unicode code point"].iter().any(|part| error.message.contains(part))
    {
        return None;
    }
    // The parser stops inside the escape, or after it.
    let end = error.source.get(error.at..).and_then(|rest| rest.chars().next());
    let before = error.at + end.map_or(0, char::len_utf8);
    let start = error.source.get(..before)?.rfind("\\u")?;
    let is_part = |char: char| char.is_ascii_hexdigit();
    let digits = error.source.get(start + 2..)?.chars().take(4).take_while(|char| is_part(*char));
    let range = start..start + 2 + digits.count();
    let escape = error.source.get(range.clone())?;
    let found = format!("incomplete escape `{escape}` inside a string");
    Some(SyntaxFix::new(range, found, "not a character").help(
        "write the character itself; an escape of two halves, such as \\ud83d\\ude00, needs both",
    ))
}

/// A string that is not closed on its line, or that contains a control character.
fn unclosed_string(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    let is_control = error.message.starts_with("control character");
    if !is_control && error.message != "EOF while parsing a string" {
        return None;
    }
    let mut start = None;
    let mut is_escaped = false;
    for (index, byte) in error.before.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if start.is_some() => is_escaped = true,
            b'"' => start = if start.is_some() { None } else { Some(index) },
            b'\n' | b'\t' if start.is_some() => break,
            _ => {}
        }
    }
    let start = start.unwrap_or(error.at);
    let rest = error.source.get(start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let range = start..start + line.trim_end().len();
    let control = rest.char_indices().find(|(_, char)| char.is_control());
    Some(if let Some((index, char)) = control.filter(|(_, char)| !"\n\r\t".contains(*char)) {
        let found = format!("control character U+{:04X} inside a string", u32::from(char));
        let at = start + index;
        SyntaxFix::new(at..at + 1, found, "nobody sees this character").help("remove it")
    } else if line.contains('\t') {
        SyntaxFix::new(range, "tab inside a string", "in this string").help("write a space, or \\t")
    } else {
        SyntaxFix::new(range, "unclosed string", "begins here")
            .help("close the string with \" on this line; write a line break as \\n")
    })
}

/// The innermost brace or bracket that is not closed.
fn unclosed_bracket(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    if !error.message.starts_with("EOF") {
        return None;
    }
    let mut open: Vec<(usize, char)> = Vec::new();
    let (mut is_string, mut is_escaped) = (false, false);
    for (index, char) in error.source.char_indices() {
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
    Some(match open.last() {
        Some((index, char)) => {
            let close = if *char == '{' { '}' } else { ']' };
            let label = format!("this `{char}` is not closed; write `{close}` at its end");
            SyntaxFix::new(*index..index + 1, "unexpected end of file", label)
        }
        None => {
            let start = 0..error.source.chars().next().map_or(0, char::len_utf8);
            SyntaxFix::new(start, "empty file", "expected a value")
        }
    })
}

/// Punctuation of a Chinese keyboard, or single quotation marks.
fn lookalike(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    let next = error.next()?;
    let (_, json, name) = LOOKALIKES.iter().find(|(chars, _, _)| chars.contains(next))?;
    let fix =
        SyntaxFix::new(error.next_range(), format!("{name} `{next}`"), format!("write `{json}`"));
    Some(fix.replace_with(*json))
}

fn comment(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    error.rest.starts_with(['/', '#']).then(|| {
        let line = error.rest.lines().next().unwrap_or_default().trim_end().len();
        SyntaxFix::new(error.at..error.at + line, "comment", "comment")
            .help("remove it; JSON has no comments, but a pack has `note` and `summary`")
    })
}

/// A comma before the end of a list or object, or two commas.
fn extra_comma(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    let (next, follows_comma) = (error.next()?, error.last() == Some(','));
    let (range, found) =
        if error.message == "trailing comma" || (follows_comma && matches!(next, '}' | ']')) {
            (error.last_end().saturating_sub(1)..error.last_end(), "trailing comma")
        } else if follows_comma && next == ',' {
            (error.next_range(), "duplicate comma")
        } else {
            return None;
        };
    Some(SyntaxFix::new(range, found, "remove this comma").replace_with(""))
}

/// An unescaped quotation mark inside a string.
fn quotation_mark_in_string(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    let end = error.last_end();
    let ends_here = error.last() == Some('"') && end == error.at;
    if !error.expects_comma() || !ends_here || matches!(error.next()?, '"' | '{' | '[') {
        return None;
    }
    let found = "quotation mark inside a string";
    Some(
        SyntaxFix::new(end - 1..end, found, "the string ends here")
            .help("write \\\" for a quotation mark inside a string, or use the Chinese “ ”"),
    )
}

/// A missing comma, colon, brace or bracket.
fn missing_punctuation(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    let (next, end) = (error.next()?, error.last_end());
    if error.message == "expected `:`" {
        let found = "missing colon after a key";
        return Some(SyntaxFix::new(end..end, found, "a colon is missing here"));
    }
    if !error.expects_comma() || is_unit_of_number(error, next) {
        return None;
    }
    let wanted = error.message.chars().rev().find(|char| matches!(char, '}' | ']'));
    if matches!(next, '}' | ']') && wanted != Some(next) {
        let wanted = wanted.unwrap_or(next);
        return Some(SyntaxFix::new(
            error.next_range(),
            format!("`{next}` in place of `{wanted}`"),
            format!("`{wanted}` is missing before this"),
        ));
    }
    let fix = SyntaxFix::new(end..end, "missing comma", "a comma is missing here");
    (next != ':' && next != '=').then(|| fix.replace_with(","))
}

/// Whether the character directly follows a number and can be part of a unit or separator.
fn is_unit_of_number(error: &SyntaxError<'_>, next: char) -> bool {
    error.before.ends_with(is_number)
        && !next.is_whitespace()
        && !matches!(next, '"' | '{' | '[' | '}' | ']' | ':')
}

/// A number with a unit or with thousands separators.
fn number_with_unit(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    let next = error.next()?;
    // The parser reads `5,000` in a list as `5` and then a number with leading zeros. In an object
    // it stops after the comma, where it expects a key.
    let separated = error.before.trim_end_matches(|char| is_number(char) || char == ',').len();
    let digits = error.before.get(separated..).unwrap_or_default();
    let start = if error.expects_comma() && is_unit_of_number(error, next) {
        error.before.trim_end_matches(is_number).len()
    } else if next.is_ascii_digit() && digits.starts_with(is_number) && digits.contains(',') {
        separated
    } else {
        return None;
    };
    let rest = error.source.get(start..).unwrap_or_default();
    let is_part = |char: char| is_word(char) || char == ',';
    let length = rest.find(|char| !is_part(char)).unwrap_or(rest.len());
    let text = rest.get(..length).unwrap_or_default().trim_end_matches(',');
    let digits: String =
        text.chars().filter(|char| char.is_ascii_digit() || *char == '.').collect();
    let has_unit = text.chars().any(char::is_alphabetic) || text.contains('%');
    let kind = if has_unit { "with a unit" } else { "with separators" };
    let range = start..start + text.len();
    let fix = SyntaxFix::new(range, format!("number `{text}` {kind}"), "write only the digits");
    Some(if has_unit {
        fix.help(format!("write {digits}; the fact or the `unit` next to the number has the unit"))
    } else {
        fix.replace_with(digits)
    })
}

/// A word without quotation marks, or a malformed number.
fn unquoted_word(error: &SyntaxError<'_>) -> Option<SyntaxFix> {
    error.next()?;
    let start = error.before.trim_end_matches(is_word).len();
    let length = error.rest.find(|char| !is_word(char)).unwrap_or(error.rest.len());
    let range = start..error.at + length;
    let word = error.source.get(range.clone()).filter(|word| !word.is_empty())?;
    if word.starts_with(is_number) || word.starts_with(['+', '-']) {
        let fix = SyntaxFix::new(range, format!("malformed number `{word}`"), "not a JSON number");
        return Some(fix.help(
            "write a decimal as a string, such as \"37.5\", without leading zeros, plus signs \
             or units",
        ));
    }
    let json = match word.to_lowercase().as_str() {
        "true" | "yes" | "是" => "true".to_owned(),
        "false" | "no" | "否" => "false".to_owned(),
        _ => format!("\"{word}\""),
    };
    let fix = SyntaxFix::new(range, format!("unquoted word `{word}`"), format!("write `{json}`"));
    Some(fix.replace_with(json))
}

fn is_number(char: char) -> bool {
    char.is_ascii_digit() || char == '.'
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '-' | '_' | '.' | '+' | '%')
}
