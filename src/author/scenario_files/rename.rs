//! Renames an id in a file of scenarios.

use crate::author::document::{Document, join};
use crate::rulebook::{Json, Kind};

use super::ids::{Named, Rename};

/// The text of a file after a rename. `None` if it does not mention the id, or is not JSON.
pub fn renamed(text: &str, rename: &Rename) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let mut places = Vec::new();
    for (index, scenario) in document.json().items().iter().enumerate() {
        find(&join("", index), scenario, rename, &mut places);
    }
    if places.is_empty() {
        return None;
    }
    let edits = document.rename_places(&places, &rename.to).ok()?;
    Some(edits.apply(text))
}

/// Adds the places of a scenario that mention the id: pointers, and whether the key is the id.
fn find(at: &str, scenario: &Json, rename: &Rename, places: &mut Vec<(String, bool)>) {
    let from = rename.from.as_str();
    let answers = scenario.get("answers").map(Json::entries).unwrap_or_default();
    let expected = scenario.get("expect").map(Json::entries).unwrap_or_default();
    let answers_at = join(at, "answers");
    match &rename.named {
        Named::Definition(Kind::Fact) => {
            let keys = answers.iter().filter(|(key, _)| key == from);
            places.extend(keys.map(|(key, _)| (join(&answers_at, key), true)));
            for (measure, expected) in expected {
                let list = join(&join(&join(at, "expect"), measure), "missing");
                add_items(&list, expected.get("missing"), from, places);
            }
        }
        Named::Option(fact) => {
            let Some((_, answer)) = answers.iter().find(|(key, _)| key == fact) else { return };
            let pointer = join(&answers_at, fact);
            match answer {
                Json::String(option) if option == from => places.push((pointer, false)),
                list => add_items(&pointer, Some(list), from, places),
            }
        }
        Named::Definition(Kind::Measure) => {
            let keys = expected.iter().filter(|(key, _)| key == from);
            places.extend(keys.map(|(key, _)| (join(&join(at, "expect"), key), true)));
        }
        Named::Criterion(measure) => {
            let Some((_, one)) = expected.iter().find(|(key, _)| key == measure) else { return };
            let list = join(&join(&join(at, "expect"), measure), "because");
            add_items(&list, one.get("because"), from, places);
        }
        Named::Definition(_) => {}
    }
}

fn add_items(list: &str, items: Option<&Json>, id: &str, places: &mut Vec<(String, bool)>) {
    let items = items.map(Json::items).unwrap_or_default().iter().enumerate();
    let same = items.filter(|(_, item)| item.as_str() == Some(id));
    places.extend(same.map(|(index, _)| (join(list, index), false)));
}
