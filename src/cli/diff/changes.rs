//! What differs between two packs as they were written, item by item and by what it is about.
//!
//! Compared as documents and not as typed rules, so that no key can be forgotten. Things with an id are found by it, so
//! that their order does not matter.

use crate::rulebook::{Decimal, Json, Locale};

/// What a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// Who meets a measure, or is asked a question
    Condition,
    /// What a measure grants
    Amount,
    /// When something is in force, or can be applied for
    Date,
    /// What to bring
    Material,
    /// Where something stands, and how sure that is
    Citation,
    /// Anything else that changes what the pack does
    Other,
    /// What people read; the same in meaning, as far as a program can tell
    Wording,
}

impl Subject {
    /// Its stable name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Subject::Condition => "condition",
            Subject::Amount => "amount",
            Subject::Date => "date",
            Subject::Material => "material",
            Subject::Citation => "citation",
            Subject::Other => "other",
            Subject::Wording => "wording",
        }
    }

    /// What the value under a key of something with this subject is about.
    fn below(self, key: &str) -> Subject {
        match key {
            "when" | "applies-when" | "ask-when" | "criteria" => Subject::Condition,
            "grants" | "amount" | "limits" | "unit" => Subject::Amount,
            "in-force" | "windows" => Subject::Date,
            "materials" => Subject::Material,
            "documents" | "provisions" | "provision" | "evidence" | "quote" | "clause" => Subject::Citation,
            "steps" | "duties" | "notices" => Subject::Wording,
            _ => self,
        }
    }
}

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

struct Walk {
    changes: Vec<Change>,
    item: (String, String),
}

impl Walk {
    fn value(&mut self, before: &Json, after: &Json, path: &str, subject: Subject) {
        if same(before, after) {
            return;
        }
        match (before, after) {
            (Json::Object(_), Json::Object(_)) if is_text(before) && is_text(after) => {
                self.push(path, Subject::Wording, Some(before), Some(after));
            }
            // Of a condition the whole is shown: a part of it says nothing.
            (Json::Object(_), Json::Object(_)) if !path.ends_with("when") => {
                self.object(before, after, path, subject);
            }
            (Json::Array(_), Json::Array(_)) => {
                self.list(before, after, path, subject);
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
                (Some(before @ Json::Array(_)), None) => self.list(before, &NO_LIST, &inner, subject),
                (None, Some(after @ Json::Array(_))) => self.list(&NO_LIST, after, &inner, subject),
                (before, after) => self.push(&inner, text_or(subject, before.or(after)), before, after),
            }
        }
    }

    fn list(&mut self, before: &Json, after: &Json, path: &str, subject: Subject) {
        if let (Some(old), Some(new)) = (ids(before), ids(after)) {
            let find = |json: &Json, ids: &[&str], id: &str| {
                ids.iter().position(|other| *other == id).and_then(|place| json.items().get(place).cloned())
            };
            let added = new.iter().filter(|id| !old.contains(id));
            let all: Vec<String> = old.iter().chain(added).map(|id| (*id).to_owned()).collect();
            for id in all {
                let pair = (find(before, &old, &id), find(after, &new, &id));
                let outermost = self.item.0.is_empty();
                let inner = if outermost { String::new() } else { join(path, &id) };
                if outermost {
                    self.item = (path.to_owned(), id);
                }
                match &pair {
                    (Some(before), Some(after)) => self.value(before, after, &inner, subject),
                    (before, after) => self.push(&inner, subject, before.as_ref(), after.as_ref()),
                }
                if outermost {
                    self.item = Default::default();
                }
            }
            return;
        }
        let missing = |from: &Json, there: &Json| -> Vec<Json> {
            let items = from.items().iter();
            items.filter(|item| !there.items().iter().any(|other| same(item, other))).cloned().collect()
        };
        let (gone, come) = (missing(before, after), missing(after, before));
        if gone.is_empty() && come.is_empty() {
            return self.push(path, Subject::Wording, Some(before), Some(after));
        }
        for (place, item) in gone.iter().enumerate() {
            self.push(path, text_or(subject, Some(item)), Some(item), come.get(place));
        }
        for item in come.iter().skip(gone.len()) {
            self.push(path, text_or(subject, Some(item)), None, Some(item));
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

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}

/// The ids of a list's items, if each is an object that has one.
fn ids(list: &Json) -> Option<Vec<&str>> {
    list.items().iter().map(|item| item.get("id").and_then(Json::as_str)).collect()
}

/// Whether an object is a text: its keys are languages.
fn is_text(json: &Json) -> bool {
    !json.entries().is_empty() && json.entries().iter().all(|(key, _)| Locale::from_tag(key).is_some())
}

fn text_or(subject: Subject, json: Option<&Json>) -> Subject {
    if json.is_some_and(is_text) { Subject::Wording } else { subject }
}

/// Whether two values say the same: `20`, `"20"` and `"20.0"` do, and so do objects whose keys stand in another order.
fn same(before: &Json, after: &Json) -> bool {
    let decimal = |json: &Json| -> Option<Decimal> {
        match json {
            Json::Integer(number) => number.to_string().parse().ok(),
            Json::String(text) => text.parse().ok(),
            _ => None,
        }
    };
    match (before, after) {
        (Json::Array(one), Json::Array(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| same(one, two))
        }
        (Json::Object(one), Json::Object(two)) => {
            let found =
                |(key, value): &(String, Json)| after.get(key).is_some_and(|other| same(value, other));
            one.len() == two.len() && one.iter().all(found)
        }
        _ => before == after || decimal(before).is_some_and(|number| decimal(after) == Some(number)),
    }
}
