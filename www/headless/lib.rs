//! The rules without the widget, for pages of one's own: JSON in, JSON out, nothing mounted. No logic.
//!
//! Pages use it through `headless.js`; `eligibility-headless.d.ts` says what goes in and comes out.
//!
//! # Why a module of its own
//!
//! A page with the widget needs no replies in JSON, and a page of one's own needs no Yew. As one module they weighed
//! 286 KB; apart they weigh 234 KB and 146 KB, and nobody loads what is not used.

use std::rc::Rc;

use eligibility_check::engine::{
    AsOf, Case, CompiledCache, CompiledPack, EvalContext, ExplainRequest, Receipt, ReceiptError,
    assess_json, case_json, explain_json, next_json, reply_text,
};
use eligibility_check::rulebook::{BrowserPack, Date, Json, Locale, RulePack};
use wasm_bindgen::prelude::*;

/// A rule pack to ask. Whatever cannot be used throws an error that says what to do.
#[wasm_bindgen]
pub struct Rules {
    book: RulePack,
    days: CompiledCache,
}

#[wasm_bindgen]
impl Rules {
    /// Reads a pack that `eligibility bundle` made.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &str) -> Result<Rules, JsError> {
        let pack = BrowserPack::decode(pack).map_err(|error| JsError::new(&error.to_string()))?;
        Ok(Rules { book: pack.rules, days: CompiledCache::default() })
    }

    /// Every outcome of a case; its `id` is left to the script.
    pub fn assess(&mut self, case: &str) -> Result<String, JsError> {
        Ok(reply_text("null", &self.ask(case, assess_json)?))
    }

    /// The question to put next, or null.
    pub fn next(&mut self, case: &str) -> Result<String, JsError> {
        Ok(self.ask(case, next_json)?.to_text())
    }

    /// Why outcomes are what they are: of one measure, or of all for an empty id.
    pub fn explain(&mut self, case: &str, measure: &str) -> Result<String, JsError> {
        let (asked, case) = self.read(case)?;
        let only = match self.book.find_measure(measure) {
            None if !measure.is_empty() => {
                return Err(JsError::new(&self.book.unknown_measure(measure)));
            }
            found => found,
        };
        let as_of = AsOf::new(&self.book, asked);
        let rules = self.on(as_of.evaluated);
        let locale = self.book.language(Locale::ZhHans);
        let explained = ExplainRequest { pack: &self.book, answers: &case.answers, as_of, locale };
        Ok(explain_json(&rules, &explained, only).to_text())
    }

    /// A case as a receipt code.
    pub fn code(&self, case: &str) -> Result<String, JsError> {
        let (as_of, case) = self.read(case)?;
        Ok(Receipt::encode(&self.book, as_of, &case.answers))
    }

    /// The case behind a receipt code.
    pub fn read_code(&self, code: &str) -> Result<String, JsError> {
        let told = |error: ReceiptError| JsError::new(&format!("{error}; {}", error.help()));
        let receipt = Receipt::decode(&self.book, code).map_err(told)?;
        let mut case = case_json(&self.book, receipt.as_of, &receipt.answers);
        if let (Json::Object(entries), Some(rules)) = (&mut case, receipt.other_rules) {
            entries.push(("rules".to_owned(), Json::String(rules)));
        }
        Ok(case.to_text())
    }

    fn read(&self, case: &str) -> Result<(Date, Case), JsError> {
        let case = Case::parse(&self.book, case).map_err(|bad| JsError::new(&bad.to_string()))?;
        // There is no clock in here.
        let as_of = case.as_of.ok_or_else(|| JsError::new("`as-of`: the case names no day"))?;
        Ok((as_of, case))
    }

    fn ask(
        &mut self,
        case: &str,
        reply: fn(&CompiledPack, &EvalContext<'_>) -> Json,
    ) -> Result<Json, JsError> {
        let (as_of, case) = self.read(case)?;
        let rules = self.on(as_of);
        Ok(reply(&rules, &EvalContext { pack: &self.book, answers: &case.answers, as_of }))
    }

    fn on(&mut self, day: Date) -> Rc<CompiledPack> {
        self.days.get(&self.book, day)
    }
}
