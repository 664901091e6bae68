//! Words: the texts of the interface, and values, amounts and dates as sentences. Nothing here makes an element.

mod catalogue;
mod combination;
mod nearest;
mod numbers;
mod search;
mod words;

pub use catalogue::Catalogue;
pub(crate) use catalogue::fill;
#[cfg(feature = "cli")]
pub(crate) use catalogue::fill_in;
pub use combination::combination_text;
pub(super) use combination::{Combined, Note, SideText, combined};
pub use nearest::nearest_text;
pub(crate) use numbers::unit_title;
#[cfg(feature = "cli")]
pub(crate) use numbers::with_unit;
pub(super) use numbers::{amount_sentence, unit_note};
pub(super) use search::contains;
pub(crate) use words::answer_text;
pub use words::{amount_text, citations_text, receipt_text, said_text, standing_text};
pub(super) use words::{period_text, question_text};
