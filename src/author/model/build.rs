//! Short constructors of JSON values.

use crate::rulebook::Json;

pub(super) fn string(text: impl Into<String>) -> Json {
    Json::String(text.into())
}

pub(super) fn list(items: impl IntoIterator<Item = Json>) -> Json {
    Json::Array(items.into_iter().collect())
}

pub(super) fn object<'k>(entries: impl IntoIterator<Item = (&'k str, Json)>) -> Json {
    Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// An object with one key.
pub fn one(key: &str, value: Json) -> Json {
    object([(key, value)])
}

/// The string under a key; empty if there is none.
pub(super) fn str_at<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::as_str).unwrap_or_default()
}

/// The strings of the list under a key.
pub(super) fn strings_at(json: &Json, key: &str) -> Vec<String> {
    let items = json.get(key).map(Json::items).unwrap_or_default();
    items.iter().filter_map(Json::as_str).map(str::to_owned).collect()
}
