//! `invisible-character`: characters that a reader does not see, or that change the direction of
//! text, and control characters such as tabs and line breaks.
//!
//! Such a character makes two equal looking texts or ids differ, hides a word, or shows a sentence
//! in another order than it is stored.

use crate::rulebook::Json;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "invisible-character", description: "a character that readers do not see", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    visit(context.json, String::new(), &mut findings);
    findings
}

fn visit(json: &Json, pointer: String, findings: &mut Vec<Finding>) {
    for (index, item) in json.items().iter().enumerate() {
        visit(item, format!("{pointer}/{index}"), findings);
    }
    for (key, value) in json.entries() {
        let key = key.replace('~', "~0").replace('/', "~1");
        visit(value, format!("{pointer}/{key}"), findings);
    }
    let Some(text) = json.as_str() else { return };
    let found: Vec<(usize, char, &str)> = text
        .chars()
        .enumerate()
        .filter_map(|(index, char)| Some((index + 1, char, kind(char)?)))
        .collect();
    let Some((position, char, name)) = found.first() else { return };
    let more = match found.len() {
        1 => String::new(),
        count => format!(", and {} more", count - 1),
    };
    let message = format!("character {position} is {name}: U+{:04X}{more}", u32::from(*char));
    findings.push(
        Finding::new(LINT.name, pointer.clone(), message)
            .label("in this text")
            .help("remove it")
            .suggest(pointer, Json::String(cleaned(text)).to_text()),
    );
}

/// The text without the characters. White space becomes one space.
fn cleaned(text: &str) -> String {
    let spaced = |char: char| match kind(char) {
        None => Some(char),
        Some(_) if char.is_whitespace() => Some(' '),
        Some(_) => None,
    };
    let text: String = text.chars().filter_map(spaced).collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The kind of an invisible character.
fn kind(char: char) -> Option<&'static str> {
    Some(match char {
        '\t' => "a tab",
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break",
        '\0' => "a NUL character",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            "a character that changes the direction of text"
        }
        '\u{feff}' => "a byte order mark",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{180e}' | '\u{3164}' => {
            "a character without width"
        }
        '\u{e0000}'..='\u{e007f}' | '\u{fff9}'..='\u{fffb}' => "an invisible tag",
        _ if char.is_control() => "a control character",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_removed_and_breaks_become_spaces() {
        assert_eq!(cleaned("a\u{202e}b\tc\n d\u{0}"), "ab c d");
        assert_eq!(kind('é'), None);
        assert_eq!(kind('\u{3000}'), None);
    }
}
