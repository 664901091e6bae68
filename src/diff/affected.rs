//! The measures that a change affects: those that name the changed item, directly or through other
//! definitions, in either pack.

use std::collections::BTreeSet;

use crate::rulebook::Json;

use super::changes::Change;
use super::subject::Subject;

/// A list of the pack, and the id of an item.
pub type Item = (String, String);

/// The changes that affect the conditions of a measure, its amount or its materials.
pub(super) fn affecting<'c>(
    changes: &'c [Change],
    packs: [&Json; 2],
    measure: &str,
) -> Vec<&'c Change> {
    let mut named = BTreeSet::new();
    for pack in packs {
        add(pack, ("measures".to_owned(), measure.to_owned()), &mut named);
    }
    let affects = |change: &&Change| {
        let is_own = change.item.0 == "measures" && change.item.1 == measure;
        let is_condition =
            change.subject == Subject::Condition || change.path.starts_with("criteria");
        let matters = match change.item.0.as_str() {
            "measures" => is_condition || (!is_own && change.path.starts_with("in-force")),
            _ => change.subject != Subject::Wording,
        };
        matters && named.contains(&change.item)
    };
    changes.iter().filter(affects).collect()
}

/// Adds an item, and whatever it names.
fn add(pack: &Json, item: Item, named: &mut BTreeSet<Item>) {
    if !named.insert(item.clone()) {
        return;
    }
    let (list, id) = item;
    let items = pack.get(&list).map(Json::items).unwrap_or_default();
    let Some(json) = items.iter().find(|json| json.get("id").and_then(Json::as_str) == Some(&id))
    else {
        return;
    };
    match list.as_str() {
        // The condition for asking a question never changes an outcome.
        "facts" => {}
        "measures" => {
            for key in ["applies-when", "criteria", "grants", "materials"] {
                json.get(key).into_iter().for_each(|part| add_named(pack, part, named));
            }
            if let Some(id) = json.get("assume").and_then(Json::as_str) {
                add(pack, ("assumptions".to_owned(), id.to_owned()), named);
            }
        }
        _ => add_named(pack, json, named),
    }
}

fn add_named(pack: &Json, json: &Json, named: &mut BTreeSet<Item>) {
    let mut add_one = |list: &str, id: &str| add(pack, (list.to_owned(), id.to_owned()), named);
    match json {
        Json::String(id) => add_one("facts", id),
        Json::Array(items) => items.iter().for_each(|item| add_named(pack, item, named)),
        Json::Object(entries) => {
            for (key, value) in entries {
                let list = match key.as_str() {
                    "term" => "terms",
                    "quantity" => "quantities",
                    "met" => "measures",
                    "class" => "classes",
                    "answers" => {
                        for (fact, _) in value.entries() {
                            add(pack, ("facts".to_owned(), fact.clone()), named);
                        }
                        continue;
                    }
                    _ => {
                        add_named(pack, value, named);
                        continue;
                    }
                };
                match value.as_str().or_else(|| value.items().first().and_then(Json::as_str)) {
                    Some(id) => add(pack, (list.to_owned(), id.to_owned()), named),
                    // The content of a named number.
                    None => add_named(pack, value, named),
                }
            }
        }
        _ => {}
    }
}
