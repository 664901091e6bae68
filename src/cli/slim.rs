//! A pack in one language, without white space: what browsers load.

use serde::{Serialize, Serializer};

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
    // OK because a tree of strings, whole numbers, lists and objects always has a JSON text.
    serde_json::to_string(&Json::Object(entries.collect())).unwrap_or_default()
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

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Integer(value) => serializer.serialize_i64(*value),
            Json::Fraction(value) => serializer.serialize_f64(*value),
            Json::String(text) => serializer.serialize_str(text),
            Json::Array(items) => serializer.collect_seq(items),
            Json::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::RuleBook;

    fn fingerprint(text: &str) -> Option<u64> {
        RuleBook::from_json(text).ok().map(|book| book.fingerprint)
    }

    #[test]
    fn a_receipt_from_the_browser_is_read_with_the_authored_pack() {
        let packs =
            [include_str!("../../rules.json"), include_str!("../../tests/transcripts/packs/kiosk.json")];
        for text in packs {
            let whole = fingerprint(text);
            assert!(whole.is_some());
            let pack = Json::parse(text).unwrap_or(Json::Null);
            let tags = pack.get("languages").map(Json::items).unwrap_or_default().iter();
            for locale in tags.filter_map(Json::as_str).filter_map(Locale::from_tag) {
                assert_eq!(fingerprint(&slim(&pack, locale)), whole, "{locale:?}");
            }
        }
    }
}
