//! Texts in several languages.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// A language of packs and of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// 简体中文
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// 繁體中文
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// English
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// All languages.
    pub const ALL: [Locale; 3] = [Locale::ZhHans, Locale::ZhHant, Locale::En];

    /// The BCP 47 tag, used in packs and in `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::ZhHans => "zh-Hans",
            Locale::ZhHant => "zh-Hant",
            Locale::En => "en",
        }
    }

    /// The name of the language in that language.
    pub fn native_name(self) -> &'static str {
        match self {
            Locale::ZhHans => "简体中文",
            Locale::ZhHant => "繁體中文",
            Locale::En => "English",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        Locale::ALL.into_iter().find(|locale| locale.tag() == tag)
    }
}

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
}
