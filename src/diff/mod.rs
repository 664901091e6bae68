//! The comparison of two versions of a pack by meaning: what changed, who gains or loses by it, and
//! which scenarios have other results.
//!
//! [`Comparison::new`] compares the documents and, for each measure that a change affects, its
//! conditions. [`Comparison::add_scenarios`] compares the results of scenarios.
//! [`Comparison::text`] and [`Comparison::json`] are the reports of the native command.

// The differences: documents, the conditions, and the results of scenarios.
mod changes;
mod conditions;
mod outcomes;

// The comparison of conditions: the affected measures, and both versions of one in a shared pack.
mod affected;
mod both_versions;
mod version;

// The equivalence of two values, and the subject of a change.
mod equivalence;
mod subject;

// The comparison as text and as JSON, and the part of a long value that changed.
mod excerpt;
mod report;

use crate::diagnostics::AuthoredPack;
use crate::rulebook::RulePack;

use affected::affecting;
use changes::changes;
use conditions::compare_conditions;
use outcomes::compare_outcomes;

pub use affected::Item;
pub use changes::Change;
pub use conditions::{ConditionChange, Witness};
pub use excerpt::Excerpt;
pub use outcomes::{OutcomeChange, OutcomeChanges, PackResult};
pub use subject::Subject;

/// All differences between two packs.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The changes of the documents, in their order
    pub changes: Vec<Change>,
    /// The measures whose conditions changed, directly or through other definitions
    pub meanings: Vec<Meaning>,
    /// The results of scenarios
    pub outcomes: OutcomeChanges,
}

/// A measure whose conditions changed, or whatever they name.
#[derive(Clone, Debug)]
pub struct Meaning {
    /// The id of the measure
    pub measure: String,
    /// The changed items that it names
    pub through: Vec<Item>,
    /// `None` if the old conditions cannot be evaluated with the new facts
    pub change: Option<ConditionChange>,
}

impl Comparison {
    /// Compares two packs, without scenarios.
    pub fn new(old: &AuthoredPack, new: &AuthoredPack) -> Comparison {
        let changes = changes(&old.json, &new.json);
        let mut meanings = Vec::new();
        for (_, measure) in new.pack.measures.iter() {
            let id = &*measure.id;
            let affecting = affecting(&changes, [&old.json, &new.json], id);
            if affecting.is_empty() || old.pack.find_measure(id).is_none() {
                continue;
            }
            let values = affecting.iter().flat_map(|change| [&change.before, &change.after]);
            let is_exact = values.flatten().any(|value| value.to_text().contains("\"if-zero\""));
            let mut through: Vec<Item> =
                affecting.iter().map(|change| change.item.clone()).collect();
            through.retain(|item| item.0 != "measures" || item.1 != id);
            through.dedup();
            let change = compare_conditions(old, new, id, is_exact);
            meanings.push(Meaning { measure: id.to_owned(), through, change });
        }
        Comparison { changes, meanings, outcomes: OutcomeChanges::default() }
    }

    /// Compares the results of the scenarios in a text.
    ///
    /// # Errors
    ///
    /// The text is not a list of scenarios.
    pub fn add_scenarios(
        &mut self,
        old: &RulePack,
        new: &RulePack,
        source: &str,
    ) -> Result<(), String> {
        compare_outcomes(old, new, source, &mut self.outcomes)
    }

    /// Whether only wording changed, and all scenarios have the same results.
    pub fn is_same(&self) -> bool {
        self.changes.iter().all(|change| change.subject == Subject::Wording)
            && self.outcomes.found.is_empty()
    }
}
