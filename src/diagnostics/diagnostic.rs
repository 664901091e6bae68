//! The diagnostic: a fault or finding with its ranges in the text.

use std::ops::Range;

use crate::rulebook::Json;

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The text cannot be used
    Fault,
    /// The pack is valid, but the rule is probably unintended
    Finding,
}

/// A fault or finding, ready for rendering. Ranges count bytes of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Whether the text can be used
    pub severity: Severity,
    /// The stable name of the fault or lint
    pub code: &'static str,
    /// JSON Pointer to the value
    pub pointer: String,
    /// The problem: lower case, no full stop
    pub message: String,
    /// The range to underline
    pub range: Range<usize>,
    /// The label of the range; may be empty
    pub label: String,
    /// Other ranges to underline
    pub related: Vec<RelatedSpan>,
    /// The section of the documentation about the code. `None` for faults of scenarios
    pub reference: Option<String>,
    /// Reasons, each about some of the other ranges
    pub notes: Vec<String>,
    /// The remedy
    pub help: Option<String>,
    /// A correction of the text
    pub suggestion: Option<Replacement>,
    /// A case that shows the problem
    pub example: Option<Json>,
    /// The expected and the actual value. Faults of packs only
    pub mismatch: Option<Mismatch>,
}

/// Another range in the text, with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedSpan {
    /// JSON Pointer to the value
    pub pointer: String,
    /// The range of the value
    pub range: Range<usize>,
    /// The label of the range
    pub label: String,
}

/// A replacement for a part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The range to replace
    pub range: Range<usize>,
    /// The new text
    pub text: String,
}

/// The expected and the actual value of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// A description of the expected value
    pub expected: String,
    /// A description of the actual value
    pub found: String,
}

/// Sorts diagnostics by their position in the text.
pub(super) fn sorted(diagnostics: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = diagnostics.collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.range.start);
    diagnostics
}

/// The documentation of a fault code or lint. The test suite asserts that each code has a section.
pub(super) fn reference(code: &str) -> String {
    format!("docs/reference/lints.md#{code}")
}
