//! A small sorted set of facts.

use super::table::FactId;

/// A set of facts in the pack's order.
///
/// A sorted `Vec` rather than a `BTreeSet`: the sets are small, and a `BTreeSet` adds 3 KB to the
/// browser module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactSet(Vec<FactId>);

impl FactSet {
    /// Adds a fact unless the set contains it.
    pub fn insert(&mut self, fact: FactId) {
        if let Err(index) = self.0.binary_search(&fact) {
            self.0.insert(index, fact);
        }
    }

    /// Whether the set contains a fact.
    pub fn contains(&self, fact: FactId) -> bool {
        self.0.binary_search(&fact).is_ok()
    }

    /// The facts in order.
    pub fn into_vec(self) -> Vec<FactId> {
        self.0
    }
}
