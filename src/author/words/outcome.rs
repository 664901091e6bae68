//! Outcomes in words.

use crate::engine::Outcome;
use crate::rulebook::Locale;
use crate::widget::Catalogue;

/// The outcome with a name in words; the name itself if there is none.
pub(in crate::author) fn outcome_words(name: &str, locale: Locale) -> String {
    let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == name);
    let words = outcome.map(|outcome| Catalogue::of(locale).outcome_text(outcome).to_string());
    words.unwrap_or_else(|| name.to_owned())
}
