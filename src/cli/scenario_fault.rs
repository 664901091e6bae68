//! A fault in a file of scenarios.

/// An invalid value or key in a file of scenarios.
#[derive(Debug)]
pub(super) struct ScenarioFault {
    /// JSON Pointer to the value at fault
    pub(super) pointer: String,
    /// The expected and the actual value
    pub(super) message: String,
    /// A known name similar to the one found
    pub(super) suggestion: Option<String>,
    /// Whether the key itself is at fault, rather than its value
    pub(super) is_key: bool,
}
