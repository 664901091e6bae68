//! The layers that the command shares with an authoring page, without files and terminal.
//!
//! - `compare`: the comparison with the published version.
//! - `coverage`: the gaps in the coverage of a pack, with their position.
//! - `diagnostics`: the ranges and corrections of faults and findings.
//! - `diff`: the measures that a new version changes, and for whom.
//! - `document`: edits of the text of a pack.
//! - `examples`: firms that meet a measure or do not, and firms that fill a gap.
//! - `forms`: the forms, rendered, and the edits that their controls make.
//! - `model`: what the forms show, and how they change the text.
//! - `pages`: the rules page, the table to sign and the checklist, in the preview.
//! - `scenario_files`: changes of scenarios, and renamed ids in them.
//! - `sheets`: spreadsheets in the page.
//! - `sources`: the texts of documents, and the quotes in them.

mod compare;
mod coverage;
mod diagnostics;
mod diff;
mod document;
mod examples;
mod forms;
mod model;
mod pages;
mod scenario_files;
mod sheets;
mod sources;

use eligibility_check::author::document::{Document, EditError, Edits};
use eligibility_check::rulebook::Json;

/// The published packs.
const PACKS: [&str; 3] = [
    crate::support::PUBLISHED,
    include_str!("../../../packs/national-sme-2026.json"),
    include_str!("../../../packs/example-fennmark.json"),
];

/// The pack of the guide for authors.
const GUIDE: &str = include_str!("../../transcripts/guide/start.json");

fn parsed(text: &str) -> Document {
    Document::parse(text).unwrap()
}

fn json(text: &str) -> Json {
    Json::parse(text).unwrap()
}

/// The text after an operation.
fn after(text: &str, operation: impl Fn(&Document) -> Result<Edits, EditError>) -> String {
    let result = operation(&parsed(text)).unwrap().apply(text);
    Json::parse(&result).unwrap();
    result
}
