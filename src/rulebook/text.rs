//! Texts in several languages.

use std::rc::Rc;

use super::language::Locale;

/// A text in every language of its pack.
///
/// INVARIANT: never empty; contains each language that the pack declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    versions: Vec<(Locale, Rc<str>)>,
}

impl Text {
    pub(super) fn new(versions: Vec<(Locale, Rc<str>)>) -> Text {
        Text { versions }
    }

    /// The text in a language, or in the pack's first language if that one is absent.
    pub fn get(&self, locale: Locale) -> Rc<str> {
        let version =
            self.versions.iter().find(|(tag, _)| *tag == locale).or(self.versions.first());
        version.map(|(_, text)| Rc::clone(text)).unwrap_or_default()
    }

    /// The text in each of its languages.
    pub fn versions(&self) -> impl Iterator<Item = &Rc<str>> {
        self.versions.iter().map(|(_, text)| text)
    }
}
