//! Slips of the pen in JSON: which character stands where another belongs, and what to write.
//!
//! A JSON reader says where it stopped and what it would have read there. Whoever writes rules in Chinese stops it mostly
//! by a mark of the Chinese keyboard, a comma too few or too many, or a word without its quotation marks; so these are
//! told apart, and the text is shown as it should be.

use std::ops::Range;

/// A slip.
#[derive(Debug)]
pub(super) struct Slip {
    pub(super) range: Range<usize>,
    /// What stands there
    pub(super) found: String,
    pub(super) label: String,
    pub(super) help: Option<String>,
    /// What to write, and in place of what
    pub(super) patch: Option<(Range<usize>, String)>,
}

/// Marks that look like those of JSON, each with what to write, its name and the name of what it looks like.
const LOOKALIKES: [(&str, &str, &str); 10] = [
    ("“”„‟「」『』＂", "\"", "a Chinese quotation mark"),
    ("‘’＇", "\"", "a Chinese single quotation mark"),
    ("，、﹐", ",", "a Chinese comma"),
    ("：﹕︰", ":", "a Chinese colon"),
    ("｛﹛", "{", "a full-width brace"),
    ("｝﹜", "}", "a full-width brace"),
    ("［【〔", "[", "a full-width bracket"),
    ("］】〕", "]", "a full-width bracket"),
    ("；;", ",", "a semicolon"),
    ("'`", "\"", "a single quotation mark"),
];

/// What the reader's message at a byte comes from; the message itself where it is nothing usual.
pub(super) fn slip(source: &str, at: usize, message: &str) -> Slip {
    let before = source.get(..at).unwrap_or_default();
    let rest = source.get(at..).unwrap_or_default();
    if message.starts_with("nesting deeper") {
        let found = message.to_owned();
        let label = "nested too deeply from here on".to_owned();
        let help =
            Some("name inner conditions as `terms`; no rule needs so many levels".to_owned());
        return Slip { range: first_char(source, at), found, label, help, patch: None };
    }
    if message.starts_with("control character") || message == "EOF while parsing a string" {
        return open_string(source, at);
    }
    if message.starts_with("EOF") {
        return unclosed(source);
    }
    let is_number = |char: char| char.is_ascii_digit() || char == '.';
    let end = before.trim_end().len();
    let last = before.trim_end().chars().next_back();
    let Some(next) = rest.chars().next() else { return plain(source, at, message) };
    if let Some((_, write, name)) = LOOKALIKES.iter().find(|(marks, _, _)| marks.contains(next)) {
        let range = first_char(source, at);
        let patch = Some((range.clone(), (*write).to_owned()));
        let found = format!("{name} `{next}`");
        return Slip { range, found, label: format!("write `{write}`"), help: None, patch };
    }
    if matches!(next, '/' | '#') {
        let line = rest.lines().next().unwrap_or_default().trim_end().len();
        let help = Some(
            "remove it: JSON has no comments; what is worth saying goes into `note` or `summary`"
                .to_owned(),
        );
        return Slip {
            range: at..at + line,
            found: "a comment".to_owned(),
            label: "a comment".to_owned(),
            help,
            patch: None,
        };
    }
    let comma_before = last == Some(',');
    if message == "trailing comma" || (comma_before && matches!(next, '}' | ']')) {
        let comma = end.saturating_sub(1)..end;
        let patch = Some((comma.clone(), String::new()));
        return of(comma, "a comma after the last item", "no comma here", patch);
    }
    if comma_before && next == ',' {
        let comma = at..at + 1;
        return of(
            comma.clone(),
            "a second comma",
            "one comma is enough",
            Some((comma, String::new())),
        );
    }
    if message.starts_with("expected `,` or") {
        if last == Some('"') && end == at && !matches!(next, '"' | '{' | '[') {
            let help =
                "inside a text write \\\" for a quotation mark, or the Chinese “ ”".to_owned();
            let mut slip =
                of(end - 1..end, "a quotation mark inside a text", "the text ends here", None);
            slip.help = Some(help);
            return slip;
        }
        let number = before.len() - before.trim_end_matches(is_number).len();
        if number > 0 && !next.is_whitespace() && !matches!(next, '"' | '{' | '[' | '}' | ']' | ':')
        {
            return with_unit(source, at - number..at);
        }
        let wanted = message.chars().rev().find(|char| matches!(char, '}' | ']'));
        if matches!(next, '}' | ']') && wanted != Some(next) {
            let wanted = wanted.unwrap_or(next);
            return of(
                first_char(source, at),
                &format!("`{next}` where `{wanted}` belongs"),
                &format!("`{wanted}` is missing before this"),
                None,
            );
        }
        if next != ':' && next != '=' {
            return of(
                end..end,
                "no comma",
                "a comma is missing here",
                Some((end..end, ",".to_owned())),
            );
        }
    }
    if message == "expected `:`" {
        return of(end..end, "a key without a colon", "a colon is missing here", None);
    }
    // 5,000 in a list is 5 and then a number that begins with a nought; in an object, where a key belongs.
    let start = before.trim_end_matches(|char| is_number(char) || char == ',').len();
    let digits = before.get(start..).unwrap_or_default();
    if next.is_ascii_digit() && digits.starts_with(is_number) && digits.contains(',') {
        return with_unit(source, start..at);
    }
    let start = before.trim_end_matches(is_word).len();
    let length = rest.find(|char| !is_word(char)).unwrap_or(rest.len());
    let word = source.get(start..at + length).unwrap_or_default();
    if word.starts_with(is_number) || word.starts_with(['+', '-']) {
        let mut slip = of(
            start..at + length,
            &format!("`{word}`, which is no number"),
            "not a number of JSON",
            None,
        );
        slip.help = Some(
            "write a decimal in quotes, such as \"37.5\", without leading zeros, signs or units"
                .to_owned(),
        );
        return slip;
    }
    if !word.is_empty() {
        let range = start..at + length;
        let write = match word.to_lowercase().as_str() {
            "true" | "yes" | "是" => "true".to_owned(),
            "false" | "no" | "否" => "false".to_owned(),
            _ => format!("\"{word}\""),
        };
        let label = format!("write `{write}`");
        return of(
            range.clone(),
            &format!("the word `{word}` without quotation marks"),
            &label,
            Some((range, write)),
        );
    }
    plain(source, at, message)
}

fn of(
    range: Range<usize>,
    found: &str,
    label: &str,
    patch: Option<(Range<usize>, String)>,
) -> Slip {
    Slip { range, found: found.to_owned(), label: label.to_owned(), help: None, patch }
}

fn plain(source: &str, at: usize, message: &str) -> Slip {
    of(first_char(source, at), message, "not JSON from here on", None)
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '-' | '_' | '.' | '+' | '%')
}

fn first_char(source: &str, at: usize) -> Range<usize> {
    at..at + source.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// A number that goes on with a unit or separators of thousands, from where it begins.
fn with_unit(source: &str, number: Range<usize>) -> Slip {
    let rest = source.get(number.start..).unwrap_or_default();
    let is_part = |char: char| is_word(char) || char == ',';
    let length = rest.find(|char| !is_part(char)).unwrap_or(rest.len());
    let text = rest.get(..length).unwrap_or_default().trim_end_matches(',');
    let digits: String =
        text.chars().filter(|char| char.is_ascii_digit() || *char == '.').collect();
    let range = number.start..number.start + text.len();
    let has_unit = text.chars().any(char::is_alphabetic) || text.contains('%');
    let found = if has_unit {
        format!("the number `{text}` with a unit")
    } else {
        format!("the number `{text}`")
    };
    let mut slip = of(range.clone(), &found, "write the digits alone", None);
    if has_unit {
        slip.help = Some(format!(
            "write {digits}, counted in the unit that stands beside it or at the fact"
        ));
    } else {
        slip.patch = Some((range, digits));
    }
    slip
}

/// A string that is not closed on its line.
fn open_string(source: &str, at: usize) -> Slip {
    let mut start = None;
    let mut is_escaped = false;
    for (place, byte) in source.bytes().enumerate().take(at) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if start.is_some() => is_escaped = true,
            b'"' => start = if start.is_some() { None } else { Some(place) },
            b'\n' | b'\t' if start.is_some() => break,
            _ => {}
        }
    }
    let start = start.unwrap_or(at);
    let rest = source.get(start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let range = start..start + line.trim_end().len();
    if line.contains('\t') {
        let mut slip = of(range, "a tab inside a text", "in this text", None);
        slip.help = Some("write a space, or \\t".to_owned());
        return slip;
    }
    let mut slip = of(range, "a text that goes on beyond its line", "begins here", None);
    slip.help =
        Some("close it with \" on this line; a line break inside a text is written \\n".to_owned());
    slip
}

/// The innermost brace or bracket that nothing closes.
fn unclosed(source: &str) -> Slip {
    let mut open: Vec<(usize, char)> = Vec::new();
    let (mut is_string, mut is_escaped) = (false, false);
    for (place, char) in source.char_indices() {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' if is_string => is_escaped = true,
            '"' => is_string = !is_string,
            '{' | '[' if !is_string => open.push((place, char)),
            '}' | ']' if !is_string => {
                open.pop();
            }
            _ => {}
        }
    }
    match open.last() {
        Some((place, char)) => {
            let close = if *char == '{' { '}' } else { ']' };
            let label = format!("`{char}` is never closed; write `{close}` where it ends");
            of(*place..place + 1, "the end of the file too early", &label, None)
        }
        None => of(first_char(source, 0), "an empty file", "nothing stands here", None),
    }
}
