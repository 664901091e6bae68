//! Adds a scenario to the text of a file.

use crate::author::document::Document;
use crate::rulebook::Json;

/// The text of a file with another scenario at the end. A name that one of the known scenarios has
/// gets a number. `None` if the text is not a list.
pub(super) fn add_scenario(text: &str, known: &[Json], scenario: &str) -> Option<String> {
    let text = if text.trim().is_empty() { "[]\n" } else { text };
    let document = Document::parse(text).ok()?;
    let Json::Array(items) = document.json() else { return None };
    let scenario = named_freely(Json::parse(scenario).ok()?, known)?;
    let edits = document.insert("", items.len(), &scenario).ok()?;
    Some(edits.apply(text))
}

/// A scenario with a name that none of the others has. `None` if it is not an object.
pub(super) fn named_freely(scenario: Json, known: &[Json]) -> Option<Json> {
    let Json::Object(entries) = scenario else { return None };
    let entries = entries.into_iter().map(|(key, value)| match (key.as_str(), value) {
        ("name", Json::String(name)) => (key, Json::String(free_name(known, &name))),
        (_, value) => (key, value),
    });
    Some(Json::Object(entries.collect()))
}

fn free_name(known: &[Json], name: &str) -> String {
    let is_taken =
        |name: &str| known.iter().any(|one| one.get("name").and_then(Json::as_str) == Some(name));
    let mut free = name.to_owned();
    let mut number = 2;
    while is_taken(&free) {
        free = format!("{name} ({number})");
        number += 1;
    }
    free
}
