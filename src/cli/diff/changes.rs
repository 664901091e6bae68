//! What differs between two packs as they were written, item by item and by what it is about.
//!
//! Compared as documents and not as typed rules, so that no key can be forgotten. Things with an id are found by it;
//! where they stand in another order, that is a difference of its own.

use crate::rulebook::Json;

use super::same::{At, is_text, not_among, same, same_where_both_speak};
use super::subject::Subject;

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    /// The list it stands in and the id of the item, such as `measures` and `prize`; for the pack itself both are empty
    pub(super) item: (String, String),
    /// Where in the item, ids instead of places; empty for the whole item
    pub(super) path: String,
    pub(super) subject: Subject,
    pub(super) before: Option<Json>,
    pub(super) after: Option<Json>,
}

/// Everything that differs.
pub(super) fn changes(before: &Json, after: &Json) -> Vec<Change> {
    let mut walk = Walk { changes: Vec::new(), item: Default::default() };
    walk.object(before, after, "", Subject::Other);
    walk.changes
}

const NO_LIST: Json = Json::Array(Vec::new());

/// Lists whose items have ids and no order: nothing depends on it, and nobody reads them in it.
const UNORDERED: [&str; 4] = ["provisions", "terms", "materials", "offices"];

struct Walk {
    changes: Vec<Change>,
    item: (String, String),
}

impl Walk {
    fn value(&mut self, before: &Json, after: &Json, path: &str, subject: Subject) {
        let at = At::path(path);
        if same(before, after, at) {
            return;
        }
        match (before, after) {
            (Json::Object(_), Json::Object(_)) if is_text(before) && is_text(after) => {
                let is_translation = same_where_both_speak(before, after);
                let subject = if is_translation { Subject::Wording } else { subject };
                self.push(path, subject, Some(before), Some(after));
            }
            (Json::Object(_), Json::Object(_)) if !at.is_rule() => {
                self.object(before, after, path, subject)
            }
            (Json::Array(_), Json::Array(_)) if !at.is_rule() => {
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
            let subject = subject.below(key);
            let inner = join(path, key);
            match (before.get(key), after.get(key)) {
                (Some(before), Some(after)) => self.value(before, after, &inner, subject),
                // A list that is not there is an empty one.
                (Some(before @ Json::Array(_)), None) => {
                    self.list(before, &NO_LIST, &inner, subject)
                }
                (None, Some(after @ Json::Array(_))) => self.list(&NO_LIST, after, &inner, subject),
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
                .and_then(|place| json.items().get(place).cloned())
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
                (Some(gone), None) => {
                    // The same thing under another id has only been called otherwise.
                    let come = new.iter().filter(|id| {
                        !old.contains(id) && !renamed.iter().any(|known| known == *id)
                    });
                    let again = come.copied().find(|id| {
                        find(after, new, id).is_some_and(|come| {
                            same(&without_id(&gone), &without_id(&come), At::path(path))
                        })
                    });
                    match again {
                        Some(again) => {
                            renamed.push(again.to_owned());
                            let names = [*id, again].map(|name| Json::String(name.to_owned()));
                            let [old, new] = &names;
                            self.push(&join(&inner, "id"), Subject::Other, Some(old), Some(new));
                        }
                        None => self.push(&inner, subject, Some(&gone), None),
                    }
                }
                (before, after) => self.push(&inner, subject, before.as_ref(), after.as_ref()),
            }
            if is_outermost {
                self.item = Default::default();
            }
        }
        let kept = |these: &[&str], those: &[&str]| -> Vec<Json> {
            let kept = these.iter().filter(|id| those.contains(id));
            kept.map(|id| Json::String((*id).to_owned())).collect()
        };
        let (one, two) = (kept(old, new), kept(new, old));
        if one != two && !UNORDERED.contains(&path) {
            let subject = order_subject(path);
            self.push(
                &join(path, "order"),
                subject,
                Some(&Json::Array(one)),
                Some(&Json::Array(two)),
            );
        }
    }

    fn list_of_values(&mut self, before: &Json, after: &Json, path: &str, subject: Subject) {
        let at = At::path(path);
        let gone = not_among(before.items(), after.items(), at);
        let mut come: Vec<(usize, Json)> =
            not_among(after.items(), before.items(), at).into_iter().enumerate().collect();
        if gone.is_empty() && come.is_empty() {
            // The same in another order, which has been found to matter.
            return self.push(path, subject, Some(before), Some(after));
        }
        for item in gone {
            let best = come.iter().enumerate().max_by_key(|(place, (_, other))| {
                (likeness(&item, other), std::cmp::Reverse(*place))
            });
            let best =
                best.filter(|(_, (_, other))| likeness(&item, other) > 0).map(|(place, _)| place);
            match best.map(|place| come.remove(place).1) {
                Some(other) if matches!((&item, &other), (Json::Object(_), Json::Object(_))) => {
                    let place =
                        before.items().iter().position(|known| *known == item).unwrap_or_default();
                    let inner = if is_text(&item) {
                        path.to_owned()
                    } else {
                        join(path, &place.to_string())
                    };
                    self.value(&item, &other, &inner, subject);
                }
                other => self.push(path, subject, Some(&item), other.as_ref()),
            }
        }
        for (_, item) in come {
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
}

/// Among measures the earlier is preferred where combinations are equal, and the first document is the policy itself;
/// elsewhere order is what people read things in.
fn order_subject(path: &str) -> Subject {
    match path {
        "documents" => Subject::Citation,
        "measures" => Subject::Other,
        _ => Subject::Wording,
    }
}

/// How much two items have in common: those that have most are probably one item that was changed.
fn likeness(before: &Json, after: &Json) -> usize {
    match (before, after) {
        (Json::String(name), object @ Json::Object(_))
        | (object @ Json::Object(_), Json::String(name)) => {
            2 * usize::from(object.get("material").and_then(Json::as_str) == Some(name))
        }
        (Json::Object(_), Json::Object(_)) if is_text(before) && is_text(after) => 1,
        (Json::Object(entries), Json::Object(_)) => {
            entries.iter().filter(|(key, value)| after.get(key) == Some(value)).count()
        }
        _ => 1,
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}

/// The ids of a list's items, if each is an object that has one.
fn ids(list: &Json) -> Option<Vec<&str>> {
    list.items().iter().map(|item| item.get("id").and_then(Json::as_str)).collect()
}

fn without_id(json: &Json) -> Json {
    Json::Object(json.entries().iter().filter(|(key, _)| key != "id").cloned().collect())
}
