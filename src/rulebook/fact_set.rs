//! A small set of facts in the pack's order.

use super::table::FactId;

/// Facts, each once, in the pack's order.
///
/// A sorted list and not a tree: the sets have a handful of members, and a tree adds 3 KB to the browser module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactSet(Vec<FactId>);

impl FactSet {
    /// Adds a fact, if it is not there yet.
    pub fn insert(&mut self, fact: FactId) {
        if let Err(place) = self.0.binary_search(&fact) {
            self.0.insert(place, fact);
        }
    }

    /// The facts in order.
    pub fn into_vec(self) -> Vec<FactId> {
        self.0
    }
}
