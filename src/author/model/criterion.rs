//! Criteria with the quotes of their clauses.

use crate::rulebook::Json;

use super::build::{str_at, strings_at};
use super::condition::ConditionForm;
use super::facts::Facts;
use super::text::TextForm;

/// A criterion of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionForm {
    /// The JSON Pointer to it
    pub pointer: String,
    /// Its id
    pub id: String,
    /// Its wording
    pub label: TextForm,
    /// Its condition, if it has one
    pub when: Option<ConditionForm>,
    /// Whether the office decides
    pub is_directional: bool,
    /// The provisions that it encodes
    pub quotes: Vec<QuoteForm>,
}

/// A cited provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteForm {
    /// Its id
    pub id: String,
    /// The JSON Pointer to the provision; `None` if the pack does not have it
    pub pointer: Option<String>,
    /// The clause number as printed
    pub clause: String,
    /// The quote; empty if there is none
    pub quote: String,
}

impl CriterionForm {
    /// Reads a criterion of a pack.
    pub fn read(
        pack: &Json,
        json: &Json,
        pointer: String,
        facts: &Facts,
        languages: &[String],
    ) -> CriterionForm {
        CriterionForm {
            id: str_at(json, "id").to_owned(),
            label: TextForm::read(json, &pointer, "label", languages),
            when: json.get("when").map(|when| ConditionForm::read(when, facts)),
            is_directional: str_at(json, "grade") == "directional",
            quotes: quotes_of(pack, json),
            pointer,
        }
    }
}

/// The provisions that an object cites.
pub fn quotes_of(pack: &Json, json: &Json) -> Vec<QuoteForm> {
    let provisions = pack.get("provisions").map(Json::items).unwrap_or_default();
    let quote = |id: String| {
        let index = provisions.iter().position(|provision| str_at(provision, "id") == id);
        let provision = index.and_then(|index| provisions.get(index));
        let text = |key: &str| provision.map(|p| str_at(p, key)).unwrap_or_default().to_owned();
        let pointer = index.map(|index| format!("/provisions/{index}"));
        QuoteForm { pointer, clause: text("clause"), quote: text("quote"), id }
    };
    strings_at(json, "provision").into_iter().map(quote).collect()
}
