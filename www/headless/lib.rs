//! The engine without the widget, for pages and programs with their own interface: JSON in, JSON
//! out. No logic.
//!
//! `headless.js` wraps it; `eligibility-headless.d.ts` describes its input and output.
//!
//! # Why a separate module
//!
//! A page with the widget needs no JSON replies, and a page without it needs no Yew. Together they
//! are 286 KB, separately 234 KB and 146 KB.

use std::rc::Rc;

use eligibility_check::engine::{
    AsOf, Case, CompiledCache, CompiledPack, EvalContext, ExplainRequest, Receipt, ReceiptError,
    assess_json, case_json, explain_json, next_json, reply_text,
};
use eligibility_check::rulebook::{BrowserPack, Date, Json, Locale, RulePack, TopicId};
use wasm_bindgen::prelude::*;

/// A rule pack, and its compiled forms. Every method throws an error that states what to do.
#[wasm_bindgen]
pub struct Rules {
    pack: RulePack,
    cache: CompiledCache,
}

#[wasm_bindgen]
impl Rules {
    /// Parses a pack that `eligibility bundle` wrote.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &str) -> Result<Rules, JsError> {
        let pack = BrowserPack::decode(pack).map_err(|error| JsError::new(&error.to_string()))?;
        Ok(Rules { pack: pack.rules, cache: CompiledCache::default() })
    }

    /// All outcomes of a case. The script adds the `id`.
    pub fn assess(&mut self, case: &str) -> Result<String, JsError> {
        Ok(reply_text("null", &self.evaluate(case, assess_json)?))
    }

    /// The next question, or null.
    pub fn next(&mut self, case: &str) -> Result<String, JsError> {
        Ok(self.evaluate(case, next_json)?.to_text())
    }

    /// The explanation of one measure, or of all measures if `measure` is empty.
    pub fn explain(&mut self, case: &str, measure: &str) -> Result<String, JsError> {
        let (asked, case) = self.parse(case)?;
        let only = match self.pack.find_measure(measure) {
            None if !measure.is_empty() => {
                return Err(JsError::new(&self.pack.unknown_measure(measure)));
            }
            found => found,
        };
        let as_of = AsOf::new(&self.pack, asked);
        let rules = self.compiled(as_of.evaluated);
        let locale = self.pack.language(Locale::ZhHans);
        let request = ExplainRequest {
            pack: &self.pack,
            answers: &case.answers,
            topics: &case.topics,
            as_of,
            locale,
        };
        Ok(explain_json(&rules, &request, only).to_text())
    }

    /// The receipt code of a case.
    pub fn code(&self, case: &str) -> Result<String, JsError> {
        let (as_of, case) = self.parse(case)?;
        Ok(Receipt::encode(&self.pack, as_of, &case.topics, &case.answers))
    }

    /// The case of a receipt code.
    pub fn read_code(&self, code: &str) -> Result<String, JsError> {
        let to_js = |error: ReceiptError| JsError::new(&format!("{error}; {}", error.help()));
        let receipt = Receipt::decode(&self.pack, code).map_err(to_js)?;
        let mut case = case_json(&self.pack, receipt.as_of, &receipt.topics, &receipt.answers);
        if let (Json::Object(entries), Some(rules)) = (&mut case, receipt.other_rules) {
            entries.push(("rules".to_owned(), Json::String(rules)));
        }
        Ok(case.to_text())
    }

    fn parse(&self, case: &str) -> Result<(Date, Case), JsError> {
        let case =
            Case::parse(&self.pack, case).map_err(|error| JsError::new(&error.to_string()))?;
        // A module without a clock cannot choose a date.
        let as_of = case.as_of.ok_or_else(|| JsError::new("`as-of`: the case has no date"))?;
        case.check_relations(&self.pack, as_of)
            .map_err(|error| JsError::new(&error.to_string()))?;
        Ok((as_of, case))
    }

    fn evaluate(
        &mut self,
        case: &str,
        reply: fn(&CompiledPack, &EvalContext<'_>, &[TopicId]) -> Json,
    ) -> Result<Json, JsError> {
        let (as_of, case) = self.parse(case)?;
        let rules = self.compiled(as_of);
        let context = EvalContext { pack: &self.pack, answers: &case.answers, as_of };
        Ok(reply(&rules, &context, &case.topics))
    }

    fn compiled(&mut self, as_of: Date) -> Rc<CompiledPack> {
        self.cache.get(&self.pack, as_of)
    }
}
