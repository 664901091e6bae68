//! Faults of a mapping file.

/// An error in a mapping file, with its position as a JSON Pointer (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnFault {
    /// JSON Pointer to the faulty value, or to the value of the faulty key
    pub pointer: String,
    /// The problem, in one phrase
    pub message: String,
    /// A similar name: a replacement for the key or the value
    pub suggestion: Option<String>,
    /// Whether the key is faulty, rather than its value
    pub is_key: bool,
}
