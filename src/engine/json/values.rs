//! JSON of values that several replies share.

use crate::engine::amount::Amount;
use crate::rulebook::{FactId, Json, Locale, MeasureId, ProvisionId, RulePack};

/// A JSON object under construction; keys keep their order.
#[derive(Default)]
pub(super) struct Object(Vec<(String, Json)>);

impl Object {
    pub(super) fn put(&mut self, key: &str, value: Json) {
        self.0.push((key.to_owned(), value));
    }

    pub(super) fn with(mut self, key: &str, value: Json) -> Object {
        self.put(key, value);
        self
    }

    pub(super) fn json(self) -> Json {
        Json::Object(self.0)
    }
}

pub(super) fn string(text: &str) -> Json {
    Json::String(text.to_owned())
}

pub(super) fn fact_ids(pack: &RulePack, facts: &[FactId]) -> Json {
    Json::Array(facts.iter().map(|fact| string(&pack.facts[*fact].id)).collect())
}

pub(super) fn measure_id(pack: &RulePack, measure: MeasureId) -> Json {
    string(&pack.measures[measure].id)
}

pub(super) fn measure_ids(pack: &RulePack, measures: &[MeasureId]) -> Json {
    Json::Array(measures.iter().map(|measure| measure_id(pack, *measure)).collect())
}

pub(super) fn amount_json(amount: &Amount) -> Json {
    let max = amount.max.map_or(Json::Null, |max| Json::String(max.to_string()));
    Object::default()
        .with("min", Json::String(amount.min.to_string()))
        .with("max", max)
        .with("unit", string(&amount.unit))
        .with("evidence", string(amount.evidence.name()))
        .json()
}

/// Provisions with their citations.
pub(super) fn provisions_json(pack: &RulePack, locale: Locale, provisions: &[ProvisionId]) -> Json {
    let cited = provisions.iter().map(|id| {
        let provision = &pack.provisions[*id];
        let url = pack.documents[provision.document].url.as_ref();
        Object::default()
            .with("id", string(&provision.id))
            .with("citation", Json::String(pack.citation(locale, *id)))
            .with("quote", provision.quote.as_deref().map_or(Json::Null, string))
            .with("evidence", string(provision.evidence.name()))
            .with("url", url.map_or(Json::Null, |url| string(url.as_str())))
            .json()
    });
    Json::Array(cited.collect())
}
