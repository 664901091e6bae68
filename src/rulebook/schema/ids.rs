//! The ids that a pack defines, for editors to offer.
//!
//! Read without the pack's being sound: its author is in the middle of writing it.

use crate::rulebook::Json;
use crate::rulebook::names::Kind;

/// Under which name the options of all facts stand.
pub(super) const OPTIONS: &str = "options";

/// Ids by the list that defines them, and by kind of fact.
pub(super) struct Ids(Vec<(&'static str, Vec<String>)>);

impl Ids {
    pub(super) fn collect(pack: &Json) -> Ids {
        let mut ids = Ids(Vec::new());
        for kind in Kind::ALL {
            for item in pack.get(kind.list()).map(Json::items).unwrap_or_default() {
                ids.add(kind.list(), item);
            }
        }
        for fact in pack.get("facts").map(Json::items).unwrap_or_default() {
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
        ids
    }

    fn add(&mut self, list: &'static str, item: &Json) {
        let Some(id) = item.get("id").and_then(Json::as_str) else { return };
        let place = match self.0.iter().position(|(name, _)| *name == list) {
            Some(place) => place,
            None => {
                self.0.push((list, Vec::new()));
                self.0.len() - 1
            }
        };
        if let Some((_, ids)) = self.0.get_mut(place)
            && !ids.iter().any(|known| known == id)
        {
            ids.push(id.to_owned());
        }
    }

    /// The ids of a list, in the author's order.
    pub(super) fn of(&self, list: &str) -> &[String] {
        let found = self.0.iter().find(|(name, _)| *name == list);
        found.map(|(_, ids)| ids.as_slice()).unwrap_or_default()
    }
}
