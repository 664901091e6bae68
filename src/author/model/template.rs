//! New definitions, with texts to replace.

use std::collections::HashSet;

use crate::rulebook::{Json, Kind};

use super::build::{list, object, one, str_at, string};
use super::facts::{FactKindForm, Facts};
use super::operators::{default_condition, operators};
use super::text::languages;

/// An id that none of these is: the wanted one, or with a number.
pub fn unused_id<'a>(wanted: &str, taken: impl Iterator<Item = &'a str> + Clone) -> String {
    if !taken.clone().any(|id| id == wanted) {
        return wanted.to_owned();
    }
    let numbered = (2..).map(|number: u32| format!("{wanted}-{number}"));
    let free = |id: &String| !taken.clone().any(|other| other == id);
    let mut numbered = numbered.filter(free);
    numbered.next().unwrap_or_else(|| wanted.to_owned())
}

/// A measure with one criterion for the office to decide, and without a figure.
pub fn new_measure(pack: &Json) -> Json {
    let provisions = next_provision(pack);
    let criterion = criterion(pack, "criterion".to_owned(), provisions.clone(), None);
    object([
        ("id", string(free_id(pack, Kind::Measure))),
        ("title", text(pack, ["新的扶持事项", "新的支援項目", "New measure"])),
        ("summary", text(pack, ["谁可以得到什么", "誰可以得到什麼", "Who gets what"])),
        ("provision", provisions.clone()),
        ("criteria", list([criterion])),
        (
            "grants",
            object([
                ("unspecified", object([])),
                ("evidence", string("official-text")),
                ("provision", provisions),
            ]),
        ),
    ])
}

/// A criterion of a measure, with a condition. Without one, the office decides. It cites what the
/// measure cites.
pub fn new_criterion(pack: &Json, measure: &Json, when: Option<Json>) -> Json {
    let criteria = measure.get("criteria").map(Json::items).unwrap_or_default();
    let id = unused_id("criterion", criteria.iter().map(|criterion| str_at(criterion, "id")));
    criterion(pack, id, provisions_of(pack, measure), when)
}

fn criterion(pack: &Json, id: String, provisions: Json, when: Option<Json>) -> Json {
    let grade = if when.is_some() { "explicit" } else { "directional" };
    let before =
        [("id", string(id)), ("label", text(pack, ["新的条件", "新的條件", "New criterion"]))];
    let after = [("provision", provisions), ("grade", string(grade))];
    object(before.into_iter().chain(when.map(|when| ("when", when))).chain(after))
}

/// A fact of a kind. Its options are new. Without a unit, a number gets the first unit of the pack.
pub fn new_fact(pack: &Json, kind: &FactKindForm) -> Json {
    let kind = match kind {
        FactKindForm::YesNo | FactKindForm::Unknown => string("yes-no"),
        FactKindForm::Date => string("date"),
        FactKindForm::Choice(_) => one("choice", list([option(pack, "a"), option(pack, "b")])),
        FactKindForm::Choices(_) => one("choices", list([option(pack, "a"), option(pack, "b")])),
        FactKindForm::Number(unit) => {
            let units = pack.get("units").map(Json::items).unwrap_or_default();
            let unit = match units.first().map(|unit| str_at(unit, "unit")) {
                _ if !unit.trim().is_empty() => unit,
                Some(first) => first,
                None => "万元",
            };
            one("number", object([("unit", string(unit)), ("min", Json::Integer(0))]))
        }
    };
    object([
        ("id", string(free_id(pack, Kind::Fact))),
        ("kind", kind),
        ("section", string(first_id(pack, Kind::Section))),
        ("question", text(pack, ["新的问题？", "新的問題？", "New question?"])),
    ])
}

/// A provision of the first document.
pub fn new_provision(pack: &Json) -> Json {
    object([
        ("id", string(free_id(pack, Kind::Provision))),
        ("document", string(first_id(pack, Kind::Document))),
        ("clause", string("—")),
        ("evidence", string("official-text")),
    ])
}

/// A new item of the list under a key: a text, an application period, or a notice.
pub fn new_item(pack: &Json, key: &str, day: &str) -> Json {
    match key {
        "windows" => object([("from", string(day)), ("to", string(day))]),
        "notices" => object([("text", text(pack, ["新的通知", "新的通知", "New notice"]))]),
        _ => text(pack, ["新的内容", "新的內容", "New text"]),
    }
}

/// An option of a fact, or a value of a class.
pub(super) fn option(pack: &Json, id: &str) -> Json {
    object([("id", string(id)), ("label", text(pack, ["新的选项", "新的選項", "New option"]))])
}

/// A condition on the first fact that can be tested.
pub(super) fn any_condition(facts: &Facts) -> Option<Json> {
    facts.facts.iter().find_map(|fact| {
        let operator = *operators(&fact.kind).first()?;
        default_condition(fact, operator, "2000-01-01")
    })
}

/// A text in every language of a pack, given in simplified and traditional Chinese and in English.
pub(super) fn text(pack: &Json, [hans, hant, english]: [&str; 3]) -> Json {
    let languages = languages(pack);
    let entry = |tag: &String| {
        let text = match tag.as_str() {
            "zh-Hans" => hans,
            "zh-Hant" => hant,
            _ => english,
        };
        (tag.clone(), string(text))
    };
    Json::Object(languages.iter().map(entry).collect())
}

fn ids(pack: &Json, kind: Kind) -> impl Iterator<Item = &str> + Clone {
    let items = pack.get(kind.list()).map(Json::items).unwrap_or_default();
    items.iter().map(|item| str_at(item, "id"))
}

pub(super) fn free_id(pack: &Json, kind: Kind) -> String {
    unused_id(kind.noun(), ids(pack, kind))
}

pub(super) fn first_id(pack: &Json, kind: Kind) -> &str {
    ids(pack, kind).next().unwrap_or_default()
}

/// What a new definition cites: the first provision that nothing cites yet, because its author has
/// probably just written it. Without one, the last provision.
pub(super) fn next_provision(pack: &Json) -> Json {
    let mut cited = HashSet::new();
    collect_cited(pack, &mut cited);
    let all = || ids(pack, Kind::Provision);
    let next = all().find(|id| !cited.contains(id)).or_else(|| all().last());
    list(next.map(string))
}

/// The provisions that a measure cites; for one without any, [`next_provision`].
pub(super) fn provisions_of(pack: &Json, measure: &Json) -> Json {
    let cited = measure.get("provision").filter(|cited| !cited.items().is_empty());
    cited.cloned().unwrap_or_else(|| next_provision(pack))
}

fn collect_cited<'p>(json: &'p Json, cited: &mut HashSet<&'p str>) {
    for (key, value) in json.entries() {
        if key == "provision" {
            cited.extend(value.items().iter().filter_map(Json::as_str));
        }
        collect_cited(value, cited);
    }
    for item in json.items() {
        collect_cited(item, cited);
    }
}
