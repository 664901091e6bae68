//! Writes the details of measures and the sheet, for the widget to show. No logic, and no Yew at work.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RuleBook};
use eligibility_check::widget::{Ask, Catalogue};
use wasm_bindgen::prelude::*;

/// Writes what the widget asks for, with the rules of one pack.
#[wasm_bindgen]
pub struct Details(eligibility_check::widget::Details);

#[wasm_bindgen]
impl Details {
    /// With the pack and the language that the widget has. Throws an error if the pack cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &str, language: &str) -> Result<Details, JsError> {
        let fail = |error: eligibility_check::rulebook::SlimError| JsError::new(&error.to_string());
        let slim = RuleBook::from_slim(pack).map_err(fail)?;
        let catalogue = Catalogue::from_interface(&slim.interface).map_err(fail)?;
        let locale = Locale::from_tag(language).unwrap_or(Locale::ZhHans);
        let (book, catalogue) = (Rc::new(slim.book), Rc::new(catalogue));
        Ok(Details(eligibility_check::widget::Details::new(book, catalogue, locale)))
    }

    /// What is asked for, as HTML; nothing if it cannot be read.
    pub fn write(&mut self, ask: &str) -> Option<String> {
        let ask = Ask::read(self.0.book(), ask)?;
        Some(self.0.write(ask))
    }
}
