//! Texts: the interface texts, and values, amounts and dates as sentences. Nothing here renders
//! elements.

// The interface texts in each language.
mod catalogue;

// Values of a pack as text.
mod numbers;
mod values;

// Results of the engine as text.
mod applications;
mod combination;
mod doubts;
mod nearest_miss;
mod score;

// Searching short texts.
mod search;

pub use applications::applications_text;
pub(super) use applications::days_left_text;
pub use catalogue::Catalogue;
pub(crate) use catalogue::fill;
#[cfg(feature = "author")]
pub(crate) use catalogue::fill_in;
pub use combination::combination_text;
pub(super) use combination::{CombinationText, Note, format_combination};
pub(super) use doubts::{doubt_text, value_text};
pub(super) use nearest_miss::changes_text;
pub use nearest_miss::nearest_miss_text;
pub(crate) use numbers::unit_title;
#[cfg(feature = "author")]
pub(crate) use numbers::with_unit;
pub(super) use numbers::{amount_sentence, number_text, unit_note};
pub(super) use score::score_texts;
pub(super) use search::{contains, matches};
pub(crate) use values::answer_text;
pub use values::{amount_text, citations_text, fact_text, receipt_text, status_text};
pub(super) use values::{period_text, question_text};
