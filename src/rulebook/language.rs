//! Languages of packs and of the interface.

use std::rc::Rc;
use std::sync::Mutex;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

/// A language of a pack. The interface has the first three; around texts in another language, it
/// is English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// 简体中文
    ZhHans,
    /// 繁體中文
    ZhHant,
    /// English
    En,
    /// Another language, with texts in packs only
    Other(Tag),
}

/// The BCP 47 tag of a language that the interface does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(&'static str);

/// The tags in use. Each is allocated once and never freed, so that a [`Locale`] stays `Copy`.
static TAGS: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

impl Locale {
    /// The languages of the interface.
    pub const ALL: [Locale; 3] = [Locale::ZhHans, Locale::ZhHant, Locale::En];

    /// The BCP 47 tag, used in packs and in `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::ZhHans => "zh-Hans",
            Locale::ZhHant => "zh-Hant",
            Locale::En => "en",
            Locale::Other(Tag(tag)) => tag,
        }
    }

    /// The language of the interface with this tag.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        Locale::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// The language with this tag, also one that the interface does not have. `None` if it is not a
    /// tag in the usual case, such as `pt-BR`.
    pub fn from_any_tag(tag: &str) -> Option<Locale> {
        Locale::from_tag(tag).or_else(|| {
            // A panic while another thread held the lock cannot have damaged the list.
            let mut tags = TAGS.lock().unwrap_or_else(|error| error.into_inner());
            if let Some(known) = tags.iter().find(|known| **known == tag) {
                return Some(Locale::Other(Tag(known)));
            }
            if usual_tag(tag)? != tag {
                return None;
            }
            let tag: &'static str = Box::leak(tag.into());
            tags.push(tag);
            Some(Locale::Other(Tag(tag)))
        })
    }

    /// The language of the interface around texts in this language.
    pub fn interface(self) -> Locale {
        if self.is_of_interface() { self } else { Locale::En }
    }

    /// Whether the interface has this language.
    pub fn is_of_interface(self) -> bool {
        !matches!(self, Locale::Other(_))
    }

    /// The name, in that language, of a language of the interface.
    pub(super) fn interface_name(self) -> Option<&'static str> {
        match self {
            Locale::ZhHans => Some("简体中文"),
            Locale::ZhHant => Some("繁體中文"),
            Locale::En => Some("English"),
            Locale::Other(_) => None,
        }
    }
}

/// A tag of language, script, region and variants in its usual case, from any case and with hyphens
/// or underscores. `None` if it has another form.
///
/// Only the form is checked: the registry of subtags has thousands.
pub(super) fn usual_tag(text: &str) -> Option<String> {
    let mut parts = text.split(['-', '_']);
    let is_alphabetic = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let language = parts.next().filter(|part| (2..=3).contains(&part.len()))?;
    if !is_alphabetic(language) {
        return None;
    }
    let mut tag = language.to_ascii_lowercase();
    // The order is script, region, variants; each of the first two once.
    let mut next = 0;
    for part in parts {
        let kind = match (part.len(), part.starts_with(|char: char| char.is_ascii_digit())) {
            (4, false) if is_alphabetic(part) => 1,
            (2, _) if is_alphabetic(part) => 2,
            (3, _) if part.bytes().all(|byte| byte.is_ascii_digit()) => 2,
            (4, true) | (5..=8, _) if part.bytes().all(|byte| byte.is_ascii_alphanumeric()) => 3,
            _ => return None,
        };
        if kind < next || (kind == next && kind < 3) {
            return None;
        }
        next = kind;
        let lower = part.to_ascii_lowercase();
        tag.push('-');
        match (kind, lower.split_at_checked(1)) {
            (1, Some((first, rest))) => {
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(rest);
            }
            (2, _) => tag.push_str(&lower.to_ascii_uppercase()),
            _ => tag.push_str(&lower),
        }
    }
    Some(tag)
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Locale, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Locale::from_any_tag(&tag).ok_or_else(|| Error::custom("not a language tag"))
    }
}

/// A language that a pack offers.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Language {
    /// The language
    #[serde(rename = "tag")]
    pub locale: Locale,
    /// Its name in that language
    pub name: Rc<str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_language_script_region_and_variants_in_this_order() {
        for (text, tag) in [
            ("de", Some("de")),
            ("DE_de", Some("de-DE")),
            ("sr-latn-rs", Some("sr-Latn-RS")),
            ("es-419", Some("es-419")),
            ("de-1996", Some("de-1996")),
            ("ca-ES-valencia", Some("ca-ES-valencia")),
            ("Deutsch", None),
            ("d", None),
            ("", None),
            ("de-", None),
            ("de-DE-Latn", None),
            ("de-DE-AT", None),
            ("de-x", None),
            ("中文", None),
        ] {
            assert_eq!(usual_tag(text).as_deref(), tag, "{text}");
        }
    }

    #[test]
    fn the_interface_is_english_around_another_language() {
        let german = Locale::from_any_tag("de");
        let interface = german.map(|german| (german.tag(), german.interface()));
        assert_eq!(interface, Some(("de", Locale::En)));
        assert_eq!(Locale::from_any_tag("de"), german);
        assert_eq!(Locale::from_any_tag("de_DE"), None);
        assert_eq!(Locale::from_any_tag("zh-Hant"), Some(Locale::ZhHant));
    }
}
