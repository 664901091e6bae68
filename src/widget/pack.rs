//! The rules in one language, with the texts of the interface in that language.

use std::rc::Rc;

use yew::AttrValue;

use crate::rulebook::{BrowserPack, BrowserPackError, Locale, RulePack, Text};

use super::text::Catalogue;

/// The rules in one language, with the texts of the interface. Cheap to clone; never changes.
#[derive(Clone, Debug)]
pub struct Pack {
    /// The rules
    pub book: Rc<RulePack>,
    /// The texts of the interface
    pub catalogue: Rc<Catalogue>,
    /// The language of both
    pub locale: Locale,
}

impl Pack {
    /// A text of the rules in this language.
    pub(super) fn text(&self, text: &Text) -> AttrValue {
        AttrValue::Rc(text.get(self.locale))
    }
}

/// Two packs are equal if they are the same objects: comparing the rules themselves would be slower than rendering.
impl PartialEq for Pack {
    fn eq(&self, other: &Pack) -> bool {
        Rc::ptr_eq(&self.book, &other.book)
            && Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && self.locale == other.locale
    }
}

impl Pack {
    /// Decodes the text of a pack file that `eligibility bundle` made.
    ///
    /// # Errors
    ///
    /// The text is something else, or was altered.
    pub fn decode(text: &str) -> Result<Pack, BrowserPackError> {
        let BrowserPack { book, interface } = BrowserPack::decode(text)?;
        let catalogue = Rc::new(Catalogue::from_interface(&interface)?);
        // A browser pack has one language.
        let locale = book.language(Locale::ZhHans);
        Ok(Pack { book: Rc::new(book), catalogue, locale })
    }
}
