//! Results of the checks in words of the page's language.

mod amount; // Amounts of scenarios.
mod difference; // Results that differ from the expected ones.
mod gap; // What no scenario tests.
mod outcome; // Outcomes by their names.

pub(super) use amount::amount_words;
pub(super) use difference::difference_words;
pub(super) use gap::gap_words;
pub(super) use outcome::outcome_words;
