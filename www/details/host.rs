//! Writes the details of measures and the sheet, for the widget to show. No logic, and no Yew at work.

use std::rc::Rc;

use eligibility_check::rulebook::{BrowserPack, BrowserPackError, Locale, RuleBook};
use eligibility_check::widget::{Ask, Catalogue};
use wasm_bindgen::prelude::*;

/// Writes what the widget asks for, with the rules of one pack.
#[wasm_bindgen]
pub struct Details(eligibility_check::widget::Details);

#[wasm_bindgen]
impl Details {
    /// With the pack and the language that the widget has, the tags of all languages that can be had, with spaces between
    /// them, and the style of the sheet. Throws an error if the pack cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &str, language: &str, languages: &str, style: &str) -> Result<Details, JsError> {
        let (book, catalogue) = read(pack)?;
        let locale = Locale::from_tag(language).unwrap_or(Locale::ZhHans);
        let languages = languages.split(' ').filter_map(Locale::from_tag).collect();
        let details = eligibility_check::widget::Details::new(book, catalogue, locale);
        Ok(Details(details.with(languages, style.into())))
    }

    /// What is asked for, as HTML, or a file with the day and time on it; nothing if it cannot be read.
    pub fn write(&mut self, ask: &str, now: &str) -> Option<String> {
        let ask = Ask::read(self.0.book(), ask)?;
        Some(self.0.write(ask, now))
    }

    /// The language whose pack is to be handed to [`Details::beside`] before this can be written in full.
    pub fn missing(&self, ask: &str) -> Option<String> {
        let ask = Ask::read(self.0.book(), ask)?;
        Some(self.0.missing(&ask)?.tag().to_owned())
    }

    /// The same rules in a second language; false if they are others. Throws an error if the pack cannot be used.
    pub fn beside(&mut self, pack: &str, language: &str) -> Result<bool, JsError> {
        let (book, catalogue) = read(pack)?;
        Ok(Locale::from_tag(language).is_some_and(|locale| self.0.beside(book, catalogue, locale)))
    }

    /// What a person is told when not the rules that were meant are shown (`built-in`), or not in the language that was
    /// wanted (anything else).
    pub fn told(&self, what: &str) -> String {
        if what == "built-in" { self.0.told_built_in() } else { self.0.told_no_language() }
    }
}

/// The rules, and the interface's texts in their language.
fn read(pack: &str) -> Result<(Rc<RuleBook>, Rc<Catalogue>), JsError> {
    let fail = |error: BrowserPackError| JsError::new(&error.to_string());
    let pack = BrowserPack::decode(pack).map_err(fail)?;
    let catalogue = Catalogue::from_interface(&pack.interface).map_err(fail)?;
    Ok((Rc::new(pack.book), Rc::new(catalogue)))
}
