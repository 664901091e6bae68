//! The live results: counts and totals, the measures by outcome, and the details of a measure.

mod results_screen;

// Above the measures: totals, the strip of outcomes, and the filter.
mod filter;
mod outcome_strip;
mod summary;

// The measures by outcome.
mod group;
mod measure_card;

// The details of a measure.
mod alternatives;
mod amount;
mod citation;
mod contact;
mod criterion;
mod materials;
mod measure_details;
mod premise;

pub(super) use amount::{amount_text_of, evidence_text, marked_amount_text};
pub(super) use citation::{citations, clause_texts};
pub(super) use contact::{evidence_note, instead, instead_text};
pub(super) use criterion::state_text;
pub(super) use materials::{copies_text, need_text, need_word};
pub(super) use measure_details::window_texts;
pub(super) use premise::premise_text;
pub(super) use results_screen::{results, results_button, results_screen};
pub(super) use summary::current_combination;

// For previews and stories only.
#[cfg(feature = "cli")]
pub(super) use self::{
    amount::amount_with_bar,
    citation::clause,
    criterion::criteria,
    measure_card::MeasureCard,
    measure_details::measure_details,
    outcome_strip::outcome_strip,
    summary::{limits, totals},
};
