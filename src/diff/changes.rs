//! The changes between two packs as JSON documents, item by item, each with its subject.
//!
//! The comparison works on JSON and not on typed rules, so that it cannot miss a key. Items with an
//! id are matched by it. A different order of such items is a separate change.

use crate::rulebook::Json;

use super::equivalence::{
    Context, are_equal_in_shared_languages, are_equivalent, is_text, language_tags, missing_items,
};
use super::subject::Subject;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The list and the id of the changed item, such as `measures` and `prize`. Both are empty for
    /// the pack itself
    pub item: (String, String),
    /// The path inside the item, with ids in place of indices. Empty for the whole item
    pub path: String,
    /// The subject
    pub subject: Subject,
    /// The old value; `None` if it was added
    pub before: Option<Json>,
    /// The new value; `None` if it was removed
    pub after: Option<Json>,
}

/// All changes between two packs.
pub(super) fn changes(before: &Json, after: &Json) -> Vec<Change> {
    let languages = language_tags([before, after]);
    let mut walk = Walk { changes: Vec::new(), item: Default::default(), languages };
    walk.object(before, after, "", Subject::Other);
    walk.changes
}

const EMPTY_LIST: Json = Json::Array(Vec::new());

/// Lists whose order neither matters to the rules nor is shown to applicants.
const UNORDERED: [&str; 7] =
    ["provisions", "terms", "quantities", "classes", "assumptions", "materials", "offices"];

struct Walk {
    changes: Vec<Change>,
    item: (String, String),
    /// The tags of the languages of texts
    languages: Vec<String>,
}

impl Walk {
    fn value(&mut self, before: &Json, after: &Json, path: &str, subject: Subject) {
        let context = Context::new(path);
        if are_equivalent(before, after, context) {
            return;
        }
        match (before, after) {
            (Json::Object(_), Json::Object(_)) if self.are_texts([before, after]) => {
                let is_translation = are_equal_in_shared_languages(before, after);
                let subject = if is_translation { Subject::Wording } else { subject };
                self.push(path, subject, Some(before), Some(after));
            }
            (Json::Object(_), Json::Object(_)) if !context.is_rule() => {
                self.object(before, after, path, subject)
            }
            (Json::Array(_), Json::Array(_)) if !context.is_rule() => {
                self.list(before, after, path, subject)
            }
            _ => self.push(path, subject, Some(before), Some(after)),
        }
    }

    fn object(&mut self, before: &Json, after: &Json, path: &str, subject: Subject) {
        let added = after.entries().iter().filter(|(key, _)| before.get(key).is_none());
        let added: Vec<&str> = added.map(|(key, _)| key.as_str()).collect();
        let keys = before.entries().iter().map(|(key, _)| key.as_str()).chain(added);
        for key in keys {
            let subject = subject.child(key);
            let inner = join(path, key);
            match (before.get(key), after.get(key)) {
                (Some(before), Some(after)) => self.value(before, after, &inner, subject),
                // A missing list is equivalent to an empty one.
                (Some(before @ Json::Array(_)), None) => {
                    self.list(before, &EMPTY_LIST, &inner, subject)
                }
                (None, Some(after @ Json::Array(_))) => {
                    self.list(&EMPTY_LIST, after, &inner, subject)
                }
                (before, after) => self.push(&inner, subject, before, after),
            }
        }
    }

    fn list(&mut self, before: &Json, after: &Json, path: &str, subject: Subject) {
        match (ids(before), ids(after)) {
            (Some(old), Some(new)) => {
                self.list_of_ids((before, &old), (after, &new), path, subject)
            }
            _ => self.list_of_values(before, after, path, subject),
        }
    }

    fn list_of_ids(
        &mut self,
        (before, old): (&Json, &[&str]),
        (after, new): (&Json, &[&str]),
        path: &str,
        subject: Subject,
    ) {
        let find = |json: &Json, ids: &[&str], id: &str| {
            ids.iter()
                .position(|other| *other == id)
                .and_then(|index| json.items().get(index).cloned())
        };
        let is_outermost = self.item.0.is_empty();
        let mut renamed: Vec<String> = Vec::new();
        for id in old.iter().chain(new.iter().filter(|id| !old.contains(id))) {
            if renamed.iter().any(|known| known == id) {
                continue;
            }
            let inner = if is_outermost { String::new() } else { join(path, id) };
            if is_outermost {
                self.item = (path.to_owned(), (*id).to_owned());
            }
            match (find(before, old, id), find(after, new, id)) {
                (Some(before), Some(after)) => self.value(&before, &after, &inner, subject),
                (Some(removed), None) => {
                    // An equal item under a new id was renamed.
                    let mut added = new.iter().copied().filter(|id| {
                        !old.contains(id) && !renamed.iter().any(|known| known == *id)
                    });
                    let new_id = added.find(|id| {
                        find(after, new, id).is_some_and(|added| {
                            let context = Context::new(path);
                            are_equivalent(&without_id(&removed), &without_id(&added), context)
                        })
                    });
                    match new_id {
                        Some(new_id) => {
                            renamed.push(new_id.to_owned());
                            let [old, new] = [*id, new_id].map(|id| Json::String(id.to_owned()));
                            self.push(&join(&inner, "id"), Subject::Other, Some(&old), Some(&new));
                        }
                        None => self.push(&inner, subject, Some(&removed), None),
                    }
                }
                (before, after) => self.push(&inner, subject, before.as_ref(), after.as_ref()),
            }
            if is_outermost {
                self.item = Default::default();
            }
        }
        let shared = |these: &[&str], those: &[&str]| -> Vec<Json> {
            let shared = these.iter().filter(|id| those.contains(id));
            shared.map(|id| Json::String((*id).to_owned())).collect()
        };
        let (old_order, new_order) = (shared(old, new), shared(new, old));
        if old_order != new_order && !UNORDERED.contains(&path) {
            let subject = order_subject(path);
            self.push(
                &join(path, "order"),
                subject,
                Some(&Json::Array(old_order)),
                Some(&Json::Array(new_order)),
            );
        }
    }

    fn list_of_values(&mut self, before: &Json, after: &Json, path: &str, subject: Subject) {
        let context = Context::new(path);
        let removed = missing_items(before.items(), after.items(), context);
        let added = missing_items(after.items(), before.items(), context);
        let mut added: Vec<(usize, Json)> = added.into_iter().enumerate().collect();
        if removed.is_empty() && added.is_empty() {
            // Only the order differs. It matters, otherwise the lists would be equivalent.
            return self.push(path, subject, Some(before), Some(after));
        }
        for item in removed {
            let best = added.iter().enumerate().max_by_key(|(index, (_, other))| {
                (self.similarity(&item, other), std::cmp::Reverse(*index))
            });
            let best = best
                .filter(|(_, (_, other))| self.similarity(&item, other) > 0)
                .map(|(index, _)| index);
            match best.map(|index| added.remove(index).1) {
                Some(other) if matches!((&item, &other), (Json::Object(_), Json::Object(_))) => {
                    let index =
                        before.items().iter().position(|known| *known == item).unwrap_or_default();
                    let inner = if self.are_texts([&item]) {
                        path.to_owned()
                    } else {
                        join(path, &index.to_string())
                    };
                    self.value(&item, &other, &inner, subject);
                }
                other => self.push(path, subject, Some(&item), other.as_ref()),
            }
        }
        for (_, item) in added {
            self.push(path, subject, None, Some(&item));
        }
    }

    fn push(&mut self, path: &str, subject: Subject, before: Option<&Json>, after: Option<&Json>) {
        self.changes.push(Change {
            item: self.item.clone(),
            path: path.to_owned(),
            subject,
            before: before.cloned(),
            after: after.cloned(),
        });
    }

    /// The number of entries that two items share. The most similar pair is probably one item that
    /// was changed.
    fn similarity(&self, before: &Json, after: &Json) -> usize {
        match (before, after) {
            (Json::String(name), object @ Json::Object(_))
            | (object @ Json::Object(_), Json::String(name)) => {
                2 * usize::from(object.get("material").and_then(Json::as_str) == Some(name))
            }
            (Json::Object(_), Json::Object(_)) if self.are_texts([before, after]) => 1,
            (Json::Object(entries), Json::Object(_)) => {
                entries.iter().filter(|(key, value)| after.get(key) == Some(value)).count()
            }
            _ => 1,
        }
    }

    fn are_texts<const N: usize>(&self, values: [&Json; N]) -> bool {
        values.into_iter().all(|value| is_text(value, &self.languages))
    }
}

/// The subject of a different order. Between equal combinations the engine prefers the earlier
/// measure, and the first document is the policy itself. Elsewhere, order affects the display only.
fn order_subject(path: &str) -> Subject {
    match path {
        "documents" => Subject::Citation,
        "measures" => Subject::Other,
        _ => Subject::Wording,
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}

/// The ids of a list's items. `None` if an item has none.
fn ids(list: &Json) -> Option<Vec<&str>> {
    list.items().iter().map(|item| item.get("id").and_then(Json::as_str)).collect()
}

fn without_id(json: &Json) -> Json {
    Json::Object(json.entries().iter().filter(|(key, _)| key != "id").cloned().collect())
}
