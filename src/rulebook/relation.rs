//! Relations between facts.

use serde::{Deserialize, Serialize};

use super::text::Text;
use super::when::When;

/// A condition that the answers of every applicant satisfy: a part is at most its whole, a firm is
/// founded before it moves in.
///
/// Answers that violate it contain a mistake. It never changes an outcome.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Relation {
    /// The condition
    pub holds: When,
    /// The message for answers that violate it
    pub message: Text,
}
