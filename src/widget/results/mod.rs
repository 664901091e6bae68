//! The live results: counts and totals, the measures by outcome, and the details of a measure.

mod alternatives;
mod amount;
mod citation;
mod criterion;
mod filter;
mod group;
mod materials;
mod measure_card;
mod measure_details;
mod outcome_strip;
mod results_panel;
mod summary;

pub(super) use amount::{amount_text_of, marked_amount_text};
pub(super) use citation::{citations, clause_texts};
pub(super) use criterion::state_text;
pub(super) use materials::{copies_text, need_text, need_word};
pub(super) use measure_details::window_texts;
pub(super) use results_panel::{results, results_button};
pub(super) use summary::combined_now;

// What only previews and stories use.
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
