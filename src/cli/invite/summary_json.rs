//! The summary as JSON.

use crate::rulebook::{Json, Locale, RulePack, format_date};

use super::Totals;
use super::group::{Group, Tally};

/// The version of the format. An additional key does not change it.
const FORMAT: i64 = 1;

/// The summary: `{"format", "pack", "as-of", "rows", "unusable", "measures"}`.
pub(super) fn summary_json(pack: &RulePack, locale: Locale, totals: &Totals) -> Json {
    let measures = totals.measures().map(|(id, tally)| {
        let measure = &pack.measures[id];
        let mut entries = vec![
            entry("id", string(&measure.id)),
            entry("title", string(&measure.title.get(locale))),
            entry("groups", groups(pack, tally)),
        ];
        if tally.bounded > 0 {
            entries.push(entry("bounded", number(tally.bounded)));
        }
        Json::Object(entries)
    });
    let measures = measures.collect();
    let id = vec![entry("id", string(&pack.id)), entry("version", string(&pack.version))];
    Json::Object(vec![
        entry("format", Json::Integer(FORMAT)),
        entry("pack", Json::Object(id)),
        entry("as-of", Json::String(format_date(totals.as_of))),
        entry("rows", number(totals.read)),
        entry("unusable", number(totals.unusable)),
        entry("measures", Json::Array(measures)),
    ])
}

fn groups(pack: &RulePack, tally: &Tally) -> Json {
    let groups = tally.groups().into_iter().map(|(group, firms)| {
        let mut entries = vec![entry("group", string(group.name()))];
        if let Group::Lacks(missing) = group {
            let ids = missing.iter().map(|fact| string(&pack.facts[*fact].id));
            entries.push(entry("missing", Json::Array(ids.collect())));
        }
        entries.push(entry("firms", number(firms)));
        Json::Object(entries)
    });
    Json::Array(groups.collect())
}

fn entry(key: &str, value: Json) -> (String, Json) {
    (key.to_owned(), value)
}

fn string(text: &str) -> Json {
    Json::String(text.to_owned())
}

fn number(count: u64) -> Json {
    Json::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}
