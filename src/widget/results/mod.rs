//! The results: a summary, the measures by what an applicant does next, and the details of a
//! measure.

mod panel_props;
mod results_panel;
mod results_screen;

// What an applicant does next with each measure, and what can be granted together.
mod combination;
mod groups;

// Above and next to the measures: figures, evidence, limits, search and topics.
mod aside;
mod evidence;
mod figures;
mod search_box;
mod summary;

// The measures by group.
mod list;
mod measure_card;
mod reason;

// The details of a measure.
mod alternatives;
mod amount;
mod applications;
mod citation;
mod contact;
mod criterion;
mod materials;
mod measure_details;
mod next_round;
mod premise;

pub(super) use amount::marked_amount_text;
pub(super) use applications::{applications_line, window_texts};
pub(super) use citation::{citations, clause_texts, quote};
pub(super) use contact::{contact, instead_text, office_details};
pub(super) use criterion::state_text;
pub(super) use evidence::{evidence_note, evidence_text};
pub use groups::Group;
pub(super) use groups::groups;
pub(super) use materials::{copies_text, need_text, need_word};
pub(super) use next_round::next_round_texts;
pub(super) use premise::premise_text;
pub(super) use results_screen::{results, results_button, results_screen};

// For previews and stories only.
#[cfg(feature = "cli")]
pub(super) use self::{
    amount::{bar_with_text, card_amount},
    combination::{combination, current_combination},
    criterion::criteria,
    measure_card::MeasureCard,
    measure_details::measure_details,
    summary::{limits, summary},
};
