//! What the forms show of a pack, and how they change its text.
//!
//! - `conditions`: conditions as trees, which are written as they were read.
//! - `condition_edits`: groups of conditions are made, filled and removed.
//! - `operators`: every offered test of a fact makes a valid pack.
//! - `outline`: definitions, measures and criteria, also of packs with faults.
//! - `tables`: bands, tiers and classes by row and column.
//! - `templates`: new definitions and new packs have no faults.
//! - `texts`: texts are added, changed and removed by language.
//! - `words`: conditions of a valid pack in words.

mod condition_edits;
mod conditions;
mod operators;
mod outline;
mod tables;
mod templates;
mod texts;
mod words;

use eligibility_check::rulebook::{Json, RulePack};

use super::{GUIDE, PACKS, after, json, parsed};

/// Asserts that a text is a pack without faults.
fn assert_valid(text: &str) {
    if let Err(error) = RulePack::from_json(text) {
        panic!("{error}\n{text}");
    }
}

/// The values of keys with one of these names, anywhere in a document.
fn values_of<'a>(json: &'a Json, names: &[&str], found: &mut Vec<&'a Json>) {
    for (key, value) in json.entries() {
        if names.contains(&key.as_str()) {
            found.push(value);
        }
        values_of(value, names, found);
    }
    json.items().iter().for_each(|item| values_of(item, names, found));
}
