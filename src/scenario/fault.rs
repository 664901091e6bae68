//! A fault in a file of scenarios.

/// An invalid value or key in a file of scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioFault {
    /// JSON Pointer to the value at fault
    pub pointer: String,
    /// The expected and the actual value
    pub message: String,
    /// A known name similar to the one found
    pub suggestion: Option<String>,
    /// Whether the key itself is at fault, rather than its value
    pub is_key: bool,
}
