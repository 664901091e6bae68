//! The nearest miss in words.

use crate::engine::{Answer, Change, Nearest};
use crate::rulebook::{Locale, RuleBook, date_text};

use super::catalogue::{Catalogue, fill};
use super::words::said_text;

/// What would have to be otherwise, and what the measure would then be.
pub fn nearest_text(catalogue: &Catalogue, locale: Locale, book: &RuleBook, nearest: &Nearest) -> String {
    let changes = nearest.changes.iter().map(|change| match change {
        Change::Wait(day) => fill(catalogue.wait_until(), &[("day", &date_text(*day))]),
        Change::Answer(fact, value) => said_text(catalogue, locale, book, *fact, Some(Answer::Value(*value))),
    });
    let changes = changes.collect::<Vec<_>>().join(catalogue.semicolon());
    let outcome = catalogue.outcome_text(nearest.then);
    fill(catalogue.nearest(), &[("changes", &changes), ("outcome", outcome)])
}
