//! The layers that the command shares with an authoring page, without files and terminal.
//!
//! - `coverage`: the gaps in the coverage of a pack, with their position.
//! - `diagnostics`: the ranges and corrections of faults and findings.
//! - `diff`: the measures that a new version changes, and for whom.
//! - `document`: edits of the text of a pack.

mod coverage;
mod diagnostics;
mod diff;
mod document;
