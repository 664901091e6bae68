//! The ids that a pack defines, for completion in editors.
//!
//! The pack may have faults, because its author is editing it.

use crate::rulebook::Json;
use crate::rulebook::names::Kind;

/// The key for the options of all facts and the values of all classes.
pub(super) const OPTIONS: &str = "options";

/// Ids by list, and the ids of facts by kind.
pub(super) struct Ids(Vec<(&'static str, Vec<String>)>);

impl Ids {
    pub(super) fn collect(document: &Json) -> Ids {
        let mut ids = Ids(Vec::new());
        for kind in Kind::ALL {
            for item in document.get(kind.list()).map(Json::items).unwrap_or_default() {
                ids.add(kind.list(), item);
            }
        }
        for fact in document.get("facts").map(Json::items).unwrap_or_default() {
            let Some(kind) = fact.get("kind") else { continue };
            let word = kind.as_str().or(kind.entries().first().map(|(key, _)| key.as_str()));
            let kinds = ["yes-no", "date", "choice", "choices", "number"];
            if let Some(name) = kinds.into_iter().find(|name| word == Some(*name)) {
                ids.add(name, fact);
                for option in kind.get(name).map(Json::items).unwrap_or_default() {
                    ids.add(OPTIONS, option);
                }
            }
        }
        for class in document.get("classes").map(Json::items).unwrap_or_default() {
            for value in class.get("values").map(Json::items).unwrap_or_default() {
                ids.add(OPTIONS, value);
            }
        }
        ids
    }

    fn add(&mut self, list: &'static str, item: &Json) {
        let Some(id) = item.get("id").and_then(Json::as_str) else { return };
        let index = match self.0.iter().position(|(name, _)| *name == list) {
            Some(index) => index,
            None => {
                self.0.push((list, Vec::new()));
                self.0.len() - 1
            }
        };
        if let Some((_, ids)) = self.0.get_mut(index)
            && !ids.iter().any(|known| known == id)
        {
            ids.push(id.to_owned());
        }
    }

    /// The ids of a list, in source order.
    pub(super) fn of(&self, list: &str) -> &[String] {
        let found = self.0.iter().find(|(name, _)| *name == list);
        found.map(|(_, ids)| ids.as_slice()).unwrap_or_default()
    }
}
