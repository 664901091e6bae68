//! Wire: cases in and replies out, as JSON; the native command and the browser both speak it.
//!
//! | | reply |
//! |---|---|
//! | [`assess_json`] | `{"format", "id", "outcomes", "missing", "bounded"?, "amounts", "next"}` |
//! | [`next_json`] | `{"fact", "measures", "left-at-most"}`, or null |
//! | [`explain_json`] | `{"format", "pack", "as-of", "measures", "bounded"?, "combination"?, "receipt"}` |
//!
//! A case is `{"id": any, "as-of": date?, "answers": {…}?}`. Its `id` goes back as it came; the host keeps its text for
//! [`reply_text`], because a [`Json`] number may have lost it. `bounded` names measures whose outcome may be open although the rules
//! decide it (see [`super::MeasureAssessment::is_exact`]); it stands in a reply only if there are any.
//!
//! # Why
//!
//! Keys stand in a fixed order and amounts are strings, so that replies can be compared byte for byte. They are built on
//! the core's own [`Json`]: a second way to write JSON would be 20 KB in the browser.

mod assess;
mod case;
mod combination;
mod explain;

use crate::rulebook::{FactId, Json, MeasureId, RulePack};

use super::amount::Amount;

pub use assess::{assess_json, next_json};
pub use case::{Case, CaseError, Origin, case_json, saved_case_json};
pub use explain::{ExplainRequest, explain_json};

/// The version of the replies; a key that is added does not change it.
const FORMAT: i64 = 1;

/// An object in the making: its keys stand in the order in which they come.
#[derive(Default)]
struct Object(Vec<(String, Json)>);

impl Object {
    fn put(&mut self, key: &str, value: Json) {
        self.0.push((key.to_owned(), value));
    }

    fn with(mut self, key: &str, value: Json) -> Object {
        self.put(key, value);
        self
    }

    fn json(self) -> Json {
        Json::Object(self.0)
    }
}

/// A reply to a case as text: the format, the case's `id` as the text that came, and the rest of the reply.
pub fn reply_text(id: &str, rest: &Json) -> String {
    let rest = rest.to_text();
    format!("{{\"format\":{FORMAT},\"id\":{id},{}", rest.get(1..).unwrap_or_default())
}

fn string(text: &str) -> Json {
    Json::String(text.to_owned())
}

fn fact_ids(book: &RulePack, facts: &[FactId]) -> Json {
    Json::Array(facts.iter().map(|fact| string(&book.facts[*fact].id)).collect())
}

fn measure_id(book: &RulePack, measure: MeasureId) -> Json {
    string(&book.measures[measure].id)
}

fn measure_ids(book: &RulePack, measures: &[MeasureId]) -> Json {
    Json::Array(measures.iter().map(|measure| measure_id(book, *measure)).collect())
}

fn amount_json(amount: &Amount) -> Json {
    let max = amount.max.map_or(Json::Null, |max| Json::String(max.to_string()));
    Object::default()
        .with("min", Json::String(amount.min.to_string()))
        .with("max", max)
        .with("unit", string(&amount.unit))
        .with("evidence", string(amount.evidence.name()))
        .json()
}
