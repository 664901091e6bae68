//! Assumptions about applicants who still plan to come.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::fact::Value;
use super::table::FactId;
use super::text::Text;
use super::when::When;

/// Facts that may be assumed for an applicant who still plans to come, such as the registration in
/// the district.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Assumption {
    /// The id in measures
    pub id: Rc<str>,
    /// The assumed facts in words, for results
    pub label: Text,
    /// The condition for assuming them: the applicant still plans to come
    pub when: When,
    /// The assumed answers, in the pack's order. They replace the given ones
    pub answers: Vec<(FactId, Assumed)>,
}

/// An assumed answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assumed {
    /// A value
    Value(Value),
    /// The as-of date
    AsOf,
}
