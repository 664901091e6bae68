//! A text in the languages of the page.

use serde::{Deserialize, Serialize};

use crate::author::text::LANGUAGES;
use crate::rulebook::{Locale, RulePack, Text};

/// A text in each language of a pack that the page can show. The page changes its language without
/// new checks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localized(Vec<(Locale, String)>);

impl Localized {
    /// The text that `text` writes in each language.
    pub(super) fn new(pack: &RulePack, text: impl Fn(Locale) -> String) -> Localized {
        let is_shown =
            |locale: &&Locale| LANGUAGES.iter().any(|(page, _)| pack.language(*page) == **locale);
        let shown = pack.languages.iter().filter(is_shown);
        Localized(shown.map(|locale| (*locale, text(*locale))).collect())
    }

    /// A text of a pack.
    pub(super) fn of(pack: &RulePack, text: &Text) -> Localized {
        Localized::new(pack, |locale| text.get(locale).to_string())
    }

    /// Whether there is no text.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in a language; in the first one of the pack if the pack does not have it.
    pub fn get(&self, locale: Locale) -> &str {
        let own = self.0.iter().find(|(language, _)| *language == locale);
        own.or_else(|| self.0.first()).map(|(_, text)| text.as_str()).unwrap_or_default()
    }
}
