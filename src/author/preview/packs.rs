//! The packs for browsers, in each language of the document.

use serde::{Deserialize, Serialize};

use crate::diagnostics::parse;
use crate::rulebook::BrowserPack;
use crate::widget::Catalogue;

/// The packs for browsers. None if the document has faults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrowserPacks {
    /// One for each language of the document, in its order
    pub packs: Vec<LanguagePack>,
}

/// The pack for browsers in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguagePack {
    /// The tag of the language
    pub language: String,
    /// The text that `bundle` would write
    pub text: String,
}

/// The packs for browsers of the document in a text.
pub fn browser_packs(text: &str) -> BrowserPacks {
    let Ok(authored) = parse(text) else { return BrowserPacks::default() };
    let pack = &authored.pack;
    let packs = pack.languages.iter().map(|locale| LanguagePack {
        language: locale.tag().to_owned(),
        text: BrowserPack::encode(pack, *locale, &Catalogue::of(*locale).interface()),
    });
    BrowserPacks { packs: packs.collect() }
}
