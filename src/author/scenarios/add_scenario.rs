//! Adds a scenario to the text of the scenarios.

use crate::author::document::Document;
use crate::rulebook::Json;

/// The text of the scenarios with another one at the end. A name that is taken gets a number.
/// `None` if the text is not a list of scenarios.
pub(in crate::author) fn add_scenario(scenarios: &str, scenario: &str) -> Option<String> {
    let text = if scenarios.trim().is_empty() { "[]\n" } else { scenarios };
    let document = Document::parse(text).ok()?;
    let known = Json::parse(text).ok()?;
    let Json::Array(known) = &known else { return None };
    let Json::Object(entries) = Json::parse(scenario).ok()? else { return None };
    let entries = entries.into_iter().map(|(key, value)| match (key.as_str(), value) {
        ("name", Json::String(name)) => (key, Json::String(free_name(known, &name))),
        (_, value) => (key, value),
    });
    let scenario = Json::Object(entries.collect());
    let edits = document.insert("", known.len(), &scenario).ok()?;
    Some(edits.apply(text))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_is_added_at_the_end_under_a_name_that_is_free() {
        let scenario = r#"{"name": "a", "as-of": "2019-05-10"}"#;
        let one = add_scenario("", scenario).unwrap();
        let three = add_scenario(&add_scenario(&one, scenario).unwrap(), scenario).unwrap();
        let json = Json::parse(&three).unwrap();
        let names = json.items().iter().map(|one| one.get("name").and_then(Json::as_str));
        assert!(names.eq([Some("a"), Some("a (2)"), Some("a (3)")]), "{three}");
    }

    #[test]
    fn a_text_that_is_no_list_stays_as_it_is() {
        for text in ["{", "{}", "[1"] {
            assert_eq!(add_scenario(text, r#"{"name": "a"}"#), None);
        }
    }
}
