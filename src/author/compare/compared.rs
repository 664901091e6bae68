//! The input and the result of a comparison.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::rulebook::Locale;

/// Two versions to compare.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareInput {
    /// The text of the published version
    pub old: Rc<str>,
    /// The text of the document
    pub new: Rc<str>,
    /// The text of the scenarios; empty if there are none
    pub scenarios: Rc<str>,
    /// The language of titles and answers
    pub locale: Locale,
}

/// Why two versions cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CompareError {
    /// The published version has this number of faults; with the message of the first one
    OldFaults(usize, String),
    /// The document has faults
    NewFaults,
}

/// The differences between two versions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Changes {
    /// The id of the published pack, if it is another policy
    pub other_policy: Option<String>,
    /// The published version
    pub old_version: String,
    /// The version of the document
    pub new_version: String,
    /// The measures whose rules changed
    pub measures: Vec<MeasureChange>,
    /// Other items whose meaning changed
    pub items: Vec<ItemChange>,
    /// The number of scenarios that were compared
    pub compared_scenarios: usize,
    /// The results of scenarios that differ
    pub scenarios: Vec<ScenarioChange>,
    /// Scenarios that are not valid for both versions, each with the reason
    pub unreadable: Vec<(String, String)>,
    /// Changed texts, whose meaning is not compared
    pub wording: Vec<ItemChange>,
}

/// A measure whose rules changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasureChange {
    /// The measure, with its own changes
    pub item: ItemChange,
    /// The changed items that its conditions name, each by its list and its id
    pub through: Vec<(String, String)>,
    /// Whether both versions of its conditions can be evaluated
    pub is_comparable: bool,
    /// Whether the same answers meet both versions, as proved
    pub is_met_alike: bool,
    /// Who is affected
    pub cases: Vec<CaseChange>,
}

/// A kind of change, with a firm that it affects.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseChange {
    /// The kind
    pub kind: CaseKind,
    /// A firm; `None` if it is undecided whether there is one
    pub example: Option<ExampleCase>,
}

/// How a change affects a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseKind {
    /// It meets the measure no longer
    NoLongerMet,
    /// It meets the measure now
    NewlyMet,
    /// It no longer meets the measure once it has settled here
    NoLongerMetOnceSettled,
    /// It now meets the measure once it has settled here
    NewlyMetOnceSettled,
    /// A number is defined in one version only
    OtherOutcome,
    /// Its amount is computed from another number
    OtherAmount,
    /// It needs other materials
    OtherMaterials,
}

impl CaseKind {
    /// Whether a firm gains by it, or loses. `None` if it depends.
    pub fn is_gain(self) -> Option<bool> {
        match self {
            CaseKind::NewlyMet | CaseKind::NewlyMetOnceSettled => Some(true),
            CaseKind::NoLongerMet | CaseKind::NoLongerMetOnceSettled => Some(false),
            CaseKind::OtherOutcome | CaseKind::OtherAmount | CaseKind::OtherMaterials => None,
        }
    }
}

/// A firm that shows a difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExampleCase {
    /// Its answers in words
    pub answers: Vec<String>,
    /// It as a scenario of the document: a JSON object
    pub scenario: String,
}

/// An item of the pack that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemChange {
    /// Its list, such as `measures`; empty for the pack itself
    pub list: String,
    /// Its id; empty for the pack itself
    pub id: String,
    /// Its title; empty if it has none
    pub title: String,
    /// Whether it is new
    pub kind: ItemKind,
    /// The values that changed, for an item that both versions have
    pub values: Vec<ValueChange>,
}

/// Whether an item is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// Only the document has it
    Added,
    /// Only the published version has it
    Removed,
    /// Both have it
    Changed,
}

/// A value that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// The path inside the item, with ids in place of indices
    pub path: String,
    /// The old value; `None` if it was added
    pub before: Option<String>,
    /// The new value; `None` if it was removed
    pub after: Option<String>,
}

/// A result of a scenario that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioChange {
    /// The name of the scenario
    pub scenario: String,
    /// The title of the measure
    pub measure: String,
    /// The old outcome and amount
    pub before: String,
    /// The new outcome and amount
    pub after: String,
}
