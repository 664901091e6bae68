//! Compares the conditions of a measure in two packs: a case that meets only one of them, or a
//! proof that there is none.
//!
//! Both versions of the measure go into one temporary pack with the facts of the new pack. The old
//! definitions get a prefix. If the old conditions use a removed fact or option, the temporary
//! pack has faults, and only the scenarios can show the difference.

use crate::engine::{Example, case_json};
use crate::lint::{Context, conditions};
use crate::rulebook::{Json, RulePack, When};

/// The change of a measure's conditions.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ConditionChange {
    /// A case that meets the old conditions only
    pub(super) no_longer_met: Witness,
    /// A case that meets the new conditions only
    pub(super) newly_met: Witness,
}

/// A case that proves a difference.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Witness {
    Example(Json),
    /// Proved: there is no such case
    None,
    /// Not decided
    Unknown,
}

/// Compares a measure that both packs have. `None` if the old conditions cannot be evaluated with
/// the new facts.
pub(super) fn compare_conditions(before: &Json, after: &Json, id: &str) -> Option<ConditionChange> {
    let json = pack_with_both(before, after, id)?;
    let pack = RulePack::from_json(&json.to_text()).ok()?;
    let context = Context::new(&pack, &json, &[]);
    let mut measures = pack.measures.iter().map(|(_, measure)| measure);
    let (new, old) = (measures.next()?, measures.next()?);
    let all = |measure| When::All(conditions(measure).into_iter().cloned().collect());
    let (new_all, old_all) = (all(new), all(old));
    let witness = |is_true: &When, is_false: &When| {
        let is_false = When::Not(Box::new(is_false.clone()));
        match context.example_of(new, &[is_true, &is_false]) {
            Example::Answers(day, answers) => {
                Witness::Example(case_json(&pack, day, &[], &answers))
            }
            Example::Unsatisfiable => Witness::None,
            Example::Unknown => Witness::Unknown,
        }
    };
    Some(ConditionChange {
        no_longer_met: witness(&old_all, &new_all),
        newly_met: witness(&new_all, &old_all),
    })
}

/// The new pack with the measure, a copy of it with the old conditions, and whatever either names.
fn pack_with_both(before: &Json, after: &Json, id: &str) -> Option<Json> {
    let prefix = unused_prefix(after);
    let (new, old) = (measure(after, id)?, measure(before, id)?);
    let template = new.get("criteria").and_then(|criteria| criteria.items().first())?;
    let old_measure = |old: &Json| {
        let criteria = old.get("criteria").map(Json::items).unwrap_or_default().iter();
        let criteria = criteria.map(|criterion| {
            let grade = criterion.get("grade").cloned().unwrap_or(Json::Null);
            let criterion = match criterion.get("when") {
                Some(when) => with(template, "when", with_prefix(when, &prefix)),
                None => without(template, "when"),
            };
            with(&criterion, "grade", grade)
        });
        // The criteria of one measure have different ids.
        let criteria = criteria.enumerate().map(|(index, criterion)| {
            with(&criterion, "id", Json::String(format!("{prefix}{index}")))
        });
        let mut copy = with(new, "criteria", Json::Array(criteria.collect()));
        for key in ["applies-when", "in-force"] {
            copy = match old.get(key) {
                Some(value) => with(&copy, key, with_prefix(value, &prefix)),
                None => without(&copy, key),
            };
        }
        let id = old.get("id").and_then(Json::as_str).unwrap_or_default();
        with(&copy, "id", Json::String(format!("{prefix}{id}")))
    };
    let mut both = after.clone();
    for list in DEFINITIONS {
        let items = |pack: &Json| pack.get(list).map(Json::items).unwrap_or_default().to_vec();
        let old = items(before);
        let old = old.iter().filter_map(|item| {
            let id = item.get("id").and_then(Json::as_str)?;
            let renamed = with_prefix(item, &prefix);
            Some(with(&renamed, "id", Json::String(format!("{prefix}{id}"))))
        });
        both = with(&both, list, Json::Array(items(after).into_iter().chain(old).collect()));
    }
    let others = |pack: &Json| {
        let measures = pack.get("measures").map(Json::items).unwrap_or_default().iter();
        let others = measures.filter(|one| one.get("id").and_then(Json::as_str) != Some(id));
        others.cloned().collect::<Vec<_>>()
    };
    let mut measures = vec![new.clone(), old_measure(old)];
    if names_measure(before) || names_measure(after) {
        measures.extend(others(after));
        measures.extend(others(before).iter().map(old_measure));
    }
    both = with(&both, "measures", Json::Array(measures));
    Some(without(&without(&both, "limits"), "topics"))
}

/// Lists of definitions that conditions name.
const DEFINITIONS: [&str; 3] = ["terms", "quantities", "classes"];

/// Whether a condition of the pack names a measure.
fn names_measure(json: &Json) -> bool {
    match json {
        Json::Object(entries) => {
            entries.iter().any(|(key, value)| key == "met" || names_measure(value))
        }
        Json::Array(items) => items.iter().any(names_measure),
        _ => false,
    }
}

fn measure<'a>(pack: &'a Json, id: &str) -> Option<&'a Json> {
    let measures = pack.get("measures")?.items();
    measures.iter().find(|measure| measure.get("id").and_then(Json::as_str) == Some(id))
}

/// A prefix that no definition and no measure of a pack has.
fn unused_prefix(pack: &Json) -> String {
    let lists = DEFINITIONS.into_iter().chain(["measures"]);
    let items: Vec<&Json> =
        lists.flat_map(|list| pack.get(list).map(Json::items).unwrap_or_default()).collect();
    let mut prefix = "before-".to_owned();
    let begins = |item: &Json, prefix: &str| {
        item.get("id").and_then(Json::as_str).is_some_and(|id| id.starts_with(prefix))
    };
    while items.iter().any(|item| begins(item, &prefix)) {
        prefix = format!("before-{prefix}");
    }
    prefix
}

/// The JSON with a prefix added to every reference to a definition or measure.
fn with_prefix(json: &Json, prefix: &str) -> Json {
    let renamed = |id: &str| Json::String(format!("{prefix}{id}"));
    match json {
        Json::Object(entries) => Json::Object(
            entries
                .iter()
                .map(|(key, value)| match (key.as_str(), value) {
                    ("term" | "quantity" | "met", Json::String(id)) => (key.clone(), renamed(id)),
                    ("class", Json::Array(operands)) => {
                        let mut operands = operands.clone();
                        if let Some(id @ Json::String(_)) = operands.first_mut() {
                            *id = renamed(id.as_str().unwrap_or_default());
                        }
                        (key.clone(), Json::Array(operands))
                    }
                    _ => (key.clone(), with_prefix(value, prefix)),
                })
                .collect(),
        ),
        Json::Array(items) => {
            Json::Array(items.iter().map(|item| with_prefix(item, prefix)).collect())
        }
        other => other.clone(),
    }
}

fn with(json: &Json, key: &str, value: Json) -> Json {
    let Json::Object(mut entries) = without(json, key) else { return json.clone() };
    entries.push((key.to_owned(), value));
    Json::Object(entries)
}

fn without(json: &Json, key: &str) -> Json {
    Json::Object(json.entries().iter().filter(|(name, _)| name != key).cloned().collect())
}
