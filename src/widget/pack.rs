//! A rule pack in one language, and the interface texts for it.

use std::rc::Rc;

use yew::AttrValue;

use crate::rulebook::{BrowserPack, BrowserPackError, Locale, RulePack, Text, TopicId};

use super::text::Catalogue;

/// A rule pack in one language, and the interface texts for it. Immutable and cheap to clone.
#[derive(Clone, Debug)]
pub struct Pack {
    /// The rule pack
    pub rules: Rc<RulePack>,
    /// The interface texts
    pub catalogue: Rc<Catalogue>,
    /// The language of the rules. The interface is English if it lacks that language
    pub locale: Locale,
}

impl Pack {
    /// The topics with these ids, separated by spaces, and a message for each id that no topic has.
    pub fn topics(&self, ids: &str) -> (Rc<[TopicId]>, Vec<String>) {
        let (mut topics, mut unknown) = (Vec::new(), Vec::new());
        for id in ids.split_ascii_whitespace() {
            match self.rules.find_topic(id) {
                Some(topic) if topics.contains(&topic) => {}
                Some(topic) => topics.push(topic),
                None => unknown.push(match self.rules.similar_topic(id) {
                    Some(similar) => {
                        format!("topic: no topic has the id `{id}`; did you mean `{similar}`?")
                    }
                    None => format!("topic: no topic has the id `{id}`"),
                }),
            }
        }
        (topics.into(), unknown)
    }

    /// Whether the rules are of China. The authored pack then has Chinese texts.
    pub(super) fn is_of_china(&self) -> bool {
        let is_chinese = |locale| matches!(locale, Locale::ZhHans | Locale::ZhHant);
        self.rules.offered.iter().any(|language| is_chinese(language.locale))
    }

    /// The `lang` attribute of the pack's texts; `None` if the interface has their language.
    pub(super) fn own_lang(&self) -> Option<&'static str> {
        (!self.locale.is_of_interface()).then(|| self.locale.tag())
    }

    /// A text of the rule pack in this language.
    pub(super) fn text(&self, text: &Text) -> AttrValue {
        AttrValue::Rc(text.get(self.locale))
    }
}

/// Compares by pointer: comparing the rules by value would take longer than rendering.
impl PartialEq for Pack {
    fn eq(&self, other: &Pack) -> bool {
        Rc::ptr_eq(&self.rules, &other.rules)
            && Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && self.locale == other.locale
    }
}

impl Pack {
    /// Decodes the text of a pack file that `eligibility bundle` made.
    ///
    /// # Errors
    ///
    /// The text is not a pack of this format, is altered, or has the interface texts of another
    /// version.
    pub fn decode(text: &str) -> Result<Pack, BrowserPackError> {
        let BrowserPack { rules, interface } = BrowserPack::decode(text)?;
        let catalogue = Rc::new(Catalogue::from_interface(&interface)?);
        // A browser pack has one language.
        let locale = rules.language(Locale::ZhHans);
        Ok(Pack { rules: Rc::new(rules), catalogue, locale })
    }
}
