//! Both versions of a measure in one temporary pack.
//!
//! It has the facts of the new pack. The old definitions get a prefix. The facts that an assumption
//! answers have a copy per version, for the assumed answers.

use crate::rulebook::Json;

use super::equivalence::tag_of;

/// The prefix of the copies of facts, by version: the new one, then the old one.
pub(super) const COPIES: [&str; 2] = ["assumed-now-", "assumed-before-"];

/// Lists of definitions that conditions name.
const DEFINITIONS: [&str; 4] = ["terms", "quantities", "classes", "assumptions"];

/// The new pack with the measure, a copy of it with the old conditions, and whatever either names.
pub(super) fn both_versions(before: &Json, after: &Json, id: &str) -> Option<Json> {
    let prefix = unused_prefix(after);
    let (new, old) = (measure(after, id)?, measure(before, id)?);
    let template = new.get("criteria").and_then(|criteria| criteria.items().first())?;
    let text = dummy_text(after);
    let renamed = |json: &Json| with_prefix(json, &prefix, &text);
    let old_measure = |old: &Json| {
        let criteria = items(old, "criteria").into_iter().map(|criterion| {
            let grade = criterion.get("grade").cloned().unwrap_or(Json::Null);
            let criterion = match criterion.get("when") {
                Some(when) => with(template, "when", renamed(when)),
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
                Some(value) => with(&copy, key, renamed(value)),
                None => without(&copy, key),
            };
        }
        copy = match old.get("assume").and_then(Json::as_str) {
            Some(id) => with(&copy, "assume", Json::String(format!("{prefix}{id}"))),
            None => without(&copy, "assume"),
        };
        copy = with(&copy, "grants", old_grants(new, old, &renamed));
        copy = with(&copy, "materials", old_materials(after, old, &renamed));
        let id = old.get("id").and_then(Json::as_str).unwrap_or_default();
        with(&copy, "id", Json::String(format!("{prefix}{id}")))
    };
    let mut both = with(after, "facts", facts(before, after));
    for list in DEFINITIONS {
        let old = items(before, list).into_iter().filter_map(|item| {
            let id = item.get("id").and_then(Json::as_str)?;
            let mut copy = if list == "assumptions" {
                let when = renamed(item.get("when")?);
                with(&with(&item, "when", when), "label", text.clone())
            } else {
                renamed(&item)
            };
            if list == "classes" {
                let provision = template.get("provision").cloned().unwrap_or(Json::Null);
                copy = with(&copy, "provision", provision);
            }
            Some(with(&copy, "id", Json::String(format!("{prefix}{id}"))))
        });
        both = with(&both, list, Json::Array(items(after, list).into_iter().chain(old).collect()));
    }
    let others = |pack: &Json| {
        let mut measures = items(pack, "measures");
        measures.retain(|one| one.get("id").and_then(Json::as_str) != Some(id));
        measures
    };
    let mut measures = vec![new.clone(), old_measure(old)];
    if names_measure(before) || names_measure(after) {
        measures.extend(others(after));
        measures.extend(others(before).iter().map(old_measure));
    }
    both = with(&both, "measures", Json::Array(measures));
    Some(without(&without(&both, "limits"), "topics"))
}

/// The facts of the new pack. A date that may be in the future in one version may be so here. The
/// facts that an assumption answers are repeated for each version.
fn facts(before: &Json, after: &Json) -> Json {
    let is_future = |fact: &Json| fact.get("future") == Some(&Json::Bool(true));
    let find = |pack: &Json, fact: &Json| {
        items(pack, "facts").into_iter().find(|other| other.get("id") == fact.get("id"))
    };
    let mut facts = items(after, "facts");
    let mut copies = Vec::new();
    for (version, prefix) in [after, before].into_iter().zip(COPIES) {
        let assumptions = items(version, "assumptions");
        let is_assumed = |id: &str| {
            assumptions
                .iter()
                .any(|item| item.get("answers").is_some_and(|all| all.get(id).is_some()))
        };
        for fact in &facts {
            let id = fact.get("id").and_then(Json::as_str).unwrap_or_default();
            if is_assumed(id) {
                let copy = with(fact, "id", Json::String(format!("{prefix}{id}")));
                copies.push(without(&copy, "ask-when"));
            }
        }
    }
    for fact in &mut facts {
        if find(before, fact).is_some_and(|old| is_future(&old)) {
            *fact = with(fact, "future", Json::Bool(true));
        }
    }
    facts.extend(copies);
    Json::Array(facts)
}

/// The grant of the new measure with the old computed number, if both have one.
fn old_grants(new: &Json, old: &Json, renamed: &dyn Fn(&Json) -> Json) -> Json {
    let Some(grants) = new.get("grants") else { return Json::Null };
    for (benefit, key) in [("tiers", "by"), ("rate", "of")] {
        let number = old.get("grants").and_then(|grants| grants.get(benefit)?.get(key));
        if let (Some(number), Some(inner)) = (number, grants.get(benefit)) {
            return with(grants, benefit, with(inner, key, renamed(number)));
        }
    }
    grants.clone()
}

/// The old materials with a condition that the new pack still has.
fn old_materials(after: &Json, old: &Json, renamed: &dyn Fn(&Json) -> Json) -> Json {
    let known = items(after, "materials");
    let used = items(old, "materials").into_iter().filter_map(|used| {
        let material = used.get("material")?;
        known.iter().find(|item| item.get("id") == Some(material))?;
        let when = renamed(used.get("when")?);
        Some(Json::Object(vec![
            ("material".to_owned(), material.clone()),
            ("when".to_owned(), when),
        ]))
    });
    Json::Array(used.collect())
}

/// A text in every language of a pack.
fn dummy_text(pack: &Json) -> Json {
    let languages = items(pack, "languages");
    let texts = languages.iter().filter_map(tag_of);
    Json::Object(texts.map(|tag| (tag.to_owned(), Json::String("–".to_owned()))).collect())
}

fn items(json: &Json, key: &str) -> Vec<Json> {
    json.get(key).map(Json::items).unwrap_or_default().to_vec()
}

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
    let items: Vec<Json> = lists.flat_map(|list| items(pack, list)).collect();
    let mut prefix = "before-".to_owned();
    let begins = |item: &Json, prefix: &str| {
        item.get("id").and_then(Json::as_str).is_some_and(|id| id.starts_with(prefix))
    };
    while items.iter().any(|item| begins(item, &prefix)) {
        prefix = format!("before-{prefix}");
    }
    prefix
}

/// The JSON with a prefix added to every reference to a definition or measure. The texts, which may
/// lack a language of the new pack, are replaced.
fn with_prefix(json: &Json, prefix: &str, text: &Json) -> Json {
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
                    ("title" | "label", _) => (key.clone(), text.clone()),
                    _ => (key.clone(), with_prefix(value, prefix, text)),
                })
                .collect(),
        ),
        Json::Array(items) => {
            Json::Array(items.iter().map(|item| with_prefix(item, prefix, text)).collect())
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
