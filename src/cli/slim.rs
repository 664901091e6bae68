//! A pack in one language, without white space: what browsers load.

use crate::rulebook::{Json, Locale};

/// The pack with every text reduced to one language. Its meaning is the same; a test reads both.
pub(super) fn slim(pack: &Json, locale: Locale) -> String {
    let entries = pack.entries().iter().filter(|(key, _)| key != "$schema").map(|(key, value)| {
        let value = match key.as_str() {
            "languages" => Json::Array(vec![Json::String(locale.tag().to_owned())]),
            _ => reduce(value, locale),
        };
        (key.clone(), value)
    });
    Json::Object(entries.collect()).to_text()
}

fn reduce(json: &Json, locale: Locale) -> Json {
    match json {
        Json::Object(entries) if is_text(entries) => json.get(locale.tag()).cloned().unwrap_or(Json::Null),
        Json::Object(entries) => {
            Json::Object(entries.iter().map(|(key, value)| (key.clone(), reduce(value, locale))).collect())
        }
        Json::Array(items) => Json::Array(items.iter().map(|item| reduce(item, locale)).collect()),
        Json::Null | Json::Bool(_) | Json::Integer(_) | Json::Fraction(_) | Json::String(_) => json.clone(),
    }
}

/// An object whose keys are languages is a text: no key of the format is a language tag.
fn is_text(entries: &[(String, Json)]) -> bool {
    !entries.is_empty() && entries.iter().all(|(key, _)| Locale::from_tag(key).is_some())
}
