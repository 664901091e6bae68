//! A fault in a file of scenarios.

/// Something in a file of scenarios that cannot be used.
#[derive(Debug)]
pub(super) struct ScenarioFault {
    /// JSON Pointer to the value at fault
    pub(super) pointer: String,
    /// What is expected, and what was found
    pub(super) message: String,
    /// A known name similar to the one found
    pub(super) suggestion: Option<String>,
    /// Whether the key itself is at fault, rather than its value
    pub(super) is_key: bool,
}
