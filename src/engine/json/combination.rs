//! The combination of measures as JSON.

use crate::engine::combine::{
    BestSet, CapReduction, Combination, ExcludedMeasure, Exclusion, Total, UndecidedLimit,
};
use crate::rulebook::{Evidence, Json, Limit, Locale, RulePack};

use super::values::{Object, measure_id, measure_ids, provisions_json, string};

pub(super) fn combination_json(
    pack: &RulePack,
    locale: Locale,
    combination: &Combination<'_>,
) -> Json {
    let writer = Writer { pack, locale, has_totals: combination.has_totals };
    Object::default()
        .with("guaranteed", writer.best_set(&combination.guaranteed))
        .with("possible", writer.best_set(&combination.possible))
        .with("closed", writer.closed(&combination.closed))
        .with("undecided", list(&combination.undecided, |undecided| writer.undecided(undecided)))
        .json()
}

fn list<T>(items: &[T], json: impl Fn(&T) -> Json) -> Json {
    Json::Array(items.iter().map(json).collect())
}

struct Writer<'a> {
    pack: &'a RulePack,
    locale: Locale,
    /// Whether totals are given
    has_totals: bool,
}

impl Writer<'_> {
    fn best_set(&self, set: &BestSet<'_>) -> Json {
        let (totals, cuts): (&[Total], &[CapReduction<'_>]) =
            if self.has_totals { (&set.totals, &set.cap_reductions) } else { (&[], &[]) };
        Object::default()
            .with("totals", list(totals, |total| self.total(total)))
            .with("granted", measure_ids(self.pack, &set.granted))
            .with("losers", list(&set.excluded, |excluded| self.excluded(excluded)))
            .with("cuts", list(cuts, |reduction| self.reduction(reduction)))
            .with("without-figure", measure_ids(self.pack, &set.without_figure))
            .with("unconfirmed", measure_ids(self.pack, &set.unconfirmed))
            .with("exact", Json::Bool(set.exact))
            .json()
    }

    /// What cannot be applied for any more this year. Its totals are in no other total.
    fn closed(&self, set: &BestSet<'_>) -> Json {
        Object::default()
            .with("totals", list(&set.totals, |total| self.total(total)))
            .with("granted", measure_ids(self.pack, &set.granted))
            .json()
    }

    fn excluded(&self, excluded: &ExcludedMeasure<'_>) -> Json {
        Object::default()
            .with("measure", measure_id(self.pack, excluded.measure))
            .with("because", list(&excluded.because, |exclusion| self.exclusion(exclusion)))
            .json()
    }

    fn exclusion(&self, exclusion: &Exclusion<'_>) -> Json {
        Object::default()
            .with("limit", self.limit(exclusion.limit))
            .with("kept", measure_id(self.pack, exclusion.preferred))
            .json()
    }

    fn reduction(&self, reduction: &CapReduction<'_>) -> Json {
        let amount = reduction.amount.map_or(Json::Null, |amount| Json::String(amount.to_string()));
        Object::default()
            .with("limit", self.limit(reduction.limit))
            .with("taken-off", amount)
            .json()
    }

    fn undecided(&self, undecided: &UndecidedLimit<'_>) -> Json {
        Object::default()
            .with("limit", self.limit(undecided.limit))
            .with("measures", measure_ids(self.pack, &undecided.measures))
            .json()
    }

    fn limit(&self, limit: &Limit) -> Json {
        Object::default()
            .with("kind", string(limit.kind.name()))
            .with("label", string(&limit.label.get(self.locale)))
            .with("provisions", provisions_json(self.pack, self.locale, &limit.provision))
            .json()
    }

    /// A total; with the evidence for its figures, if they are all secondary.
    fn total(&self, total: &Total) -> Json {
        let mut json = Object::default()
            .with("amount", Json::String(total.amount.to_string()))
            .with("unit", string(&total.unit))
            .with("at-least", Json::Bool(total.at_least));
        if self.pack.evidence_note.is_some() {
            json.put("evidence", string(Evidence::Secondary.name()));
        }
        json.json()
    }
}
