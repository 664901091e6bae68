//! A first pack to change: one measure with one criterion, in the chosen languages.

use crate::author::document::{Document, EditError};
use crate::rulebook::{Date, Json, format_date};

use super::build::{list, string};

/// The pack in all languages of the interface.
const PACK: &str = include_str!("start.json");

/// The text of the pack. It has no faults.
///
/// `languages` are tags of languages of the interface, in the order of the pack; without any, it is
/// in simplified Chinese. `from` is the first day of the policy.
///
/// # Errors
///
/// None: the pack is part of the program.
pub fn start(languages: &[&str], from: Date) -> Result<String, EditError> {
    let chosen = if languages.is_empty() { &["zh-Hans"] } else { languages };
    let document = Document::parse(PACK)?;
    let mut pack = in_languages(document.json(), chosen);
    if let Json::Object(entries) = &mut pack {
        for (key, value) in entries {
            match key.as_str() {
                "languages" => *value = list(chosen.iter().map(|tag| string(*tag))),
                "in-force" => *value = super::build::one("from", string(format_date(from))),
                _ => {}
            }
        }
    }
    Ok(document.set("", &pack)?.apply(PACK))
}

/// A value with its texts in some languages only.
fn in_languages(json: &Json, languages: &[&str]) -> Json {
    match json {
        Json::Object(_) if json.get("zh-Hans").is_some() => {
            let text = |tag: &&str| {
                let text = json.get(tag).or_else(|| json.get("en"))?;
                Some(((*tag).to_owned(), text.clone()))
            };
            Json::Object(languages.iter().filter_map(text).collect())
        }
        Json::Object(entries) => {
            let entry =
                |(key, value): &(String, Json)| (key.clone(), in_languages(value, languages));
            Json::Object(entries.iter().map(entry).collect())
        }
        Json::Array(items) => list(items.iter().map(|item| in_languages(item, languages))),
        other => other.clone(),
    }
}
