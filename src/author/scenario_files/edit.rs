//! Changes of one scenario in the text of its file. Everything else stays as it is.

use crate::author::document::{Document, join};
use crate::rulebook::Json;

use super::add::named_freely;

/// A change of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioEdit {
    /// Sets the name
    Name(String),
    /// Sets the as-of date
    Day(String),
    /// Sets the answer to a fact, or removes it
    Answer(String, Option<Json>),
    /// Expects an outcome of a measure
    Outcome(String, String),
    /// Sets another expected value of a measure, by its key, or removes it
    Expected(String, &'static str, Option<Json>),
    /// Expects nothing of a measure
    RemoveMeasure(String),
    /// Adds a copy after it
    Duplicate,
    /// Deletes it
    Delete,
}

impl ScenarioEdit {
    /// The text of the file after the change of the scenario with this index in it. `known` are
    /// the scenarios of all files. `None` if the change is not possible.
    pub fn apply(&self, document: &Document, index: usize, known: &[Json]) -> Option<String> {
        let at = join("", index);
        let measure = |id: &str| join(&join(&at, "expect"), id);
        let string = |text: &String| Json::String(text.clone());
        let text = document.text();
        let edits = match self {
            ScenarioEdit::Name(name) => {
                let taken = known.iter().any(|one| text_of(one, "name") == Some(name));
                let old = document.value(&join(&at, "name")).and_then(Json::as_str);
                if name.trim().is_empty() || (taken && old != Some(name)) {
                    return None;
                }
                document.put(&at, "name", &string(name))
            }
            ScenarioEdit::Day(day) => document.put(&at, "as-of", &string(day)),
            ScenarioEdit::Answer(fact, Some(answer)) => {
                return put(document, &at, "answers", fact, answer);
            }
            ScenarioEdit::Answer(fact, None) => document.remove(&join(&join(&at, "answers"), fact)),
            ScenarioEdit::Outcome(id, outcome) => match document.value(&measure(id)) {
                Some(_) => document.put(&measure(id), "outcome", &string(outcome)),
                None => {
                    let expected = Json::Object(vec![("outcome".to_owned(), string(outcome))]);
                    return put(document, &at, "expect", id, &expected);
                }
            },
            ScenarioEdit::Expected(id, key, Some(value)) => document.put(&measure(id), key, value),
            ScenarioEdit::Expected(id, key, None) => document.remove(&join(&measure(id), key)),
            ScenarioEdit::RemoveMeasure(id) => document.remove(&measure(id)),
            ScenarioEdit::Duplicate => {
                let copy = named_freely(document.value(&at)?.clone(), known)?;
                document.insert("", index + 1, &copy)
            }
            ScenarioEdit::Delete => document.remove(&at),
        };
        edits.ok().map(|edits| edits.apply(text))
    }
}

/// Sets a key of an object inside a scenario, which may lack the object.
fn put(document: &Document, at: &str, object: &str, key: &str, value: &Json) -> Option<String> {
    let inside = join(at, object);
    let edits = match document.value(&inside) {
        Some(Json::Object(_)) => document.put(&inside, key, value),
        _ => {
            let whole = Json::Object(vec![(key.to_owned(), value.clone())]);
            document.put(at, object, &whole)
        }
    };
    edits.ok().map(|edits| edits.apply(document.text()))
}

fn text_of<'j>(json: &'j Json, key: &str) -> Option<&'j String> {
    match json.get(key) {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}
