//! `same-translation`: a text that is the same in two languages although it should not be: it was copied, not translated.
//!
//! Chinese in simplified and traditional characters is often the same, and rightly so. It is doubtful only where the pack
//! itself writes one of the characters differently elsewhere; so no table of characters is needed.

use std::collections::BTreeMap;

use crate::rulebook::{Json, Locale};

use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint =
    Lint { name: "same-translation", about: "a text that was copied and not translated", check };

/// A text of the pack: its pointer, and itself in each of two languages.
type Pair<'a> = (String, &'a str, &'a str);

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, language) in pack.book.languages.iter().enumerate() {
        for other in pack.book.languages.iter().skip(place + 1) {
            let mut pairs = Vec::new();
            collect(pack.json, String::new(), [language.tag(), other.tag()], &mut pairs);
            let both_chinese = *language != Locale::En && *other != Locale::En;
            let changes = if both_chinese { changes(&pairs) } else { BTreeMap::new() };
            for (pointer, text, translation) in &pairs {
                if text.trim() != translation.trim() {
                    continue;
                }
                let reason = if both_chinese {
                    let char =
                        text.chars().find(|char| changes.get(char).is_some_and(|(other, same)| other > same));
                    char.map(|char| format!("elsewhere in this pack `{char}` is written otherwise"))
                } else {
                    text.chars().any(is_han).then(|| "Chinese characters in both".to_owned())
                };
                let Some(reason) = reason else { continue };
                let message = format!("the text is the same in `{}` and `{}`", language.tag(), other.tag());
                findings.push(
                    Finding::new(LINT.name, format!("{pointer}/{}", other.tag()), message)
                        .label(reason)
                        .related(format!("{pointer}/{}", language.tag()), "the same text")
                        .help("translate it"),
                );
            }
        }
    }
    findings
}

/// Every text that has both languages.
fn collect<'a>(json: &'a Json, pointer: String, tags: [&str; 2], pairs: &mut Vec<Pair<'a>>) {
    let [one, two] = tags.map(|tag| json.get(tag).and_then(Json::as_str));
    if let (Some(one), Some(two)) = (one, two) {
        pairs.push((pointer, one, two));
        return;
    }
    for (key, value) in json.entries() {
        collect(value, format!("{pointer}/{key}"), tags, pairs);
    }
    for (place, value) in json.items().iter().enumerate() {
        collect(value, format!("{pointer}/{place}"), tags, pairs);
    }
}

/// For each character, how often it is written otherwise in the other language, and how often not, in texts of the same
/// length.
fn changes(pairs: &[Pair<'_>]) -> BTreeMap<char, (usize, usize)> {
    let mut changes: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    for (_, text, translation) in pairs {
        if text == translation || text.chars().count() != translation.chars().count() {
            continue;
        }
        for (char, other) in text.chars().zip(translation.chars()).filter(|(char, _)| is_han(*char)) {
            let counts = changes.entry(char).or_default();
            if char == other { counts.1 += 1 } else { counts.0 += 1 }
        }
    }
    changes
}

/// A Chinese character (Unicode, CJK Unified Ideographs and Extension A).
fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
