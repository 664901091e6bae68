//! Texts in the languages of a pack.

use crate::author::document::{Document, EditError, Edits, join};
use crate::rulebook::Json;

use super::build::{object, one, str_at, string};

/// A text in each language of the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextForm {
    /// The pointer to the object that has the text
    pub object: String,
    /// The key of the text
    pub key: String,
    /// Language and text, in the order of the pack's languages; empty if it is missing
    pub texts: Vec<(String, String)>,
}

impl TextForm {
    /// The text under a key of an object.
    pub fn read(json: &Json, object: &str, key: &str, languages: &[String]) -> TextForm {
        let text = json.get(key);
        let of = |language: &String| match text {
            // A pack in one language may have plain strings.
            Some(Json::String(text)) => text.clone(),
            Some(texts) => str_at(texts, language).to_owned(),
            None => String::new(),
        };
        let texts = languages.iter().map(|language| (language.clone(), of(language))).collect();
        TextForm { object: object.to_owned(), key: key.to_owned(), texts }
    }

    /// The text at an index of a list.
    pub fn item(json: &Json, list: &str, index: usize, languages: &[String]) -> TextForm {
        let index = index.to_string();
        TextForm::read(&one(&index, json.clone()), list, &index, languages)
    }

    /// The languages in which it is missing.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        self.texts
            .iter()
            .filter(|(_, text)| text.trim().is_empty())
            .map(|(language, _)| language.as_str())
    }
}

/// The tags of the languages of a pack.
pub fn languages(pack: &Json) -> Vec<String> {
    let items = pack.get("languages").map(Json::items).unwrap_or_default();
    let tag = |item: &Json| {
        let tag = item.as_str().or_else(|| item.get("tag").and_then(Json::as_str));
        tag.map(str::to_owned)
    };
    items.iter().filter_map(tag).collect()
}

/// A text in a language; in another one if it is missing.
pub fn in_language<'a>(text: &'a Json, language: &str) -> &'a str {
    if let Some(text) = text.as_str().or_else(|| text.get(language).and_then(Json::as_str)) {
        return text;
    }
    text.entries().iter().find_map(|(_, text)| text.as_str()).unwrap_or_default()
}

/// Sets a text of an object in a language. An empty text is removed, and so is the key when no
/// language is left.
///
/// # Errors
///
/// [`EditError::NoValue`], [`EditError::NotAnObject`]
pub fn set_text(
    document: &Document,
    object_pointer: &str,
    key: &str,
    language: &str,
    text: &str,
) -> Result<Edits, EditError> {
    let pointer = join(object_pointer, key);
    match document.value(&pointer) {
        Some(Json::Object(entries)) => {
            let is_there = entries.iter().any(|(tag, _)| tag == language);
            let is_only = is_there && entries.len() == 1;
            match (text.is_empty(), is_there) {
                (true, true) if is_only => document.remove(&pointer),
                (true, true) => document.remove(&join(&pointer, language)),
                (true, false) => Ok(Edits::none()),
                (false, _) => {
                    let order = languages(document.json());
                    document.set(&pointer, &with_text(entries, language, text, &order))
                }
            }
        }
        Some(_) if text.is_empty() => document.remove(&pointer),
        Some(Json::String(_)) => document.set(&pointer, &string(text)),
        Some(_) => document.set(&pointer, &object([(language, string(text))])),
        None if text.is_empty() => Ok(Edits::none()),
        None => document.put(object_pointer, key, &object([(language, string(text))])),
    }
}

/// The texts with a new one, in the order of the pack's languages.
fn with_text(entries: &[(String, Json)], language: &str, text: &str, order: &[String]) -> Json {
    let mut entries = entries.to_vec();
    match entries.iter_mut().find(|(tag, _)| tag == language) {
        Some((_, value)) => *value = string(text),
        None => {
            let rank = |tag: &str| order.iter().position(|known| known == tag);
            let later = |(tag, _): &(String, Json)| rank(tag) > rank(language);
            let index = entries.iter().position(later).unwrap_or(entries.len());
            entries.insert(index, (language.to_owned(), string(text)));
        }
    }
    Json::Object(entries)
}
