//! Diagnostics: the faults and findings of a pack or of scenarios, with their ranges in the text.
//!
//! A fault or finding carries a JSON Pointer. A [`Diagnostic`] has the byte range of that
//! value in the author's text, a label and advice, so that a terminal and an editor can underline
//! it. The native command renders it as text (`cli/report.rs`).
//!
//! 1. [`parse`] returns the pack of a text, or all its faults.
//! 2. [`lint`] returns the findings, and the measures that cannot be decided.
//! 3. [`parse_json`] and [`of_scenario_faults`] do the same for a text with scenarios.

// The diagnostics, and their form for programs.
mod diagnostic;
mod json;

// Diagnostics of faults and of findings.
mod from_fault;
mod from_finding;
mod from_scenario_fault;

// Parts of a diagnostic: ranges, corrections of syntax, changes between formats.
mod format_changes;
mod range;
mod spans;
mod syntax_fix;

// The checks of a whole text.
mod check;
mod undecided;

pub use check::{AuthoredPack, Lints, lint, parse, parse_json};
pub use diagnostic::{Diagnostic, Mismatch, RelatedSpan, Replacement, Severity};
pub use from_scenario_fault::of_scenario_faults;
pub use undecided::Undecided;
