//! What can be granted together, as JSON.

use crate::engine::combine::{
    BestSet, CapReduction, Combination, ExcludedMeasure, Exclusion, Total, UndecidedLimit,
};
use crate::rulebook::{Json, Limit, Locale, RulePack};

use super::values::{Object, measure_id, measure_ids, provisions_json, string};

pub(super) fn combination_json(
    pack: &RulePack,
    locale: Locale,
    combination: &Combination<'_>,
) -> Json {
    let writer = Writer { pack, locale };
    Object::default()
        .with("guaranteed", writer.side(&combination.guaranteed))
        .with("possible", writer.side(&combination.possible))
        .with("undecided", list(&combination.undecided, |undecided| writer.undecided(undecided)))
        .json()
}

fn list<T>(items: &[T], json: impl Fn(&T) -> Json) -> Json {
    Json::Array(items.iter().map(json).collect())
}

struct Writer<'a> {
    pack: &'a RulePack,
    locale: Locale,
}

impl Writer<'_> {
    fn side(&self, side: &BestSet<'_>) -> Json {
        Object::default()
            .with("totals", list(&side.totals, total))
            .with("granted", measure_ids(self.pack, &side.granted))
            .with("losers", list(&side.excluded, |loser| self.loser(loser)))
            .with("cuts", list(&side.cap_reductions, |cut| self.cut(cut)))
            .with("without-figure", measure_ids(self.pack, &side.without_figure))
            .with("unconfirmed", measure_ids(self.pack, &side.unconfirmed))
            .with("exact", Json::Bool(side.exact))
            .json()
    }

    fn loser(&self, loser: &ExcludedMeasure<'_>) -> Json {
        Object::default()
            .with("measure", measure_id(self.pack, loser.measure))
            .with("because", list(&loser.because, |exclusion| self.exclusion(exclusion)))
            .json()
    }

    fn exclusion(&self, exclusion: &Exclusion<'_>) -> Json {
        Object::default()
            .with("limit", self.limit(exclusion.limit))
            .with("kept", measure_id(self.pack, exclusion.preferred))
            .json()
    }

    fn cut(&self, cut: &CapReduction<'_>) -> Json {
        let taken_off = cut.amount.map_or(Json::Null, |amount| Json::String(amount.to_string()));
        Object::default().with("limit", self.limit(cut.limit)).with("taken-off", taken_off).json()
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
}

fn total(total: &Total) -> Json {
    Object::default()
        .with("amount", Json::String(total.amount.to_string()))
        .with("unit", string(&total.unit))
        .with("at-least", Json::Bool(total.at_least))
        .json()
}
