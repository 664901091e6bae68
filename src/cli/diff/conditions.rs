//! Compares the conditions of a measure in two packs: a case that meets only one of them, or a
//! proof that there is none.
//!
//! Both versions of the measure go into one temporary pack with the facts of the new pack. The old
//! terms get a prefix. If the old conditions use a removed fact or option, the temporary pack has
//! faults, and only the scenarios can show the difference.

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
            Example::Answers(day, answers) => Witness::Example(case_json(&pack, day, &answers)),
            Example::Unsatisfiable => Witness::None,
            Example::Unknown => Witness::Unknown,
        }
    };
    Some(ConditionChange {
        no_longer_met: witness(&old_all, &new_all),
        newly_met: witness(&new_all, &old_all),
    })
}

/// The new pack with two measures only: the measure, and a copy of it with the old conditions.
fn pack_with_both(before: &Json, after: &Json, id: &str) -> Option<Json> {
    let prefix = unused_prefix(after);
    let (new, old) = (measure(after, id)?, measure(before, id)?);
    let template = new.get("criteria").and_then(|criteria| criteria.items().first())?;
    let whens = old.get("criteria").map(Json::items).unwrap_or_default().iter();
    let whens = whens.filter_map(|criterion| criterion.get("when"));
    let whens: Vec<Json> = old
        .get("applies-when")
        .into_iter()
        .chain(whens)
        .map(|when| with_term_prefix(when, &prefix))
        .collect();
    let mut criterion = with(template, "grade", Json::String("directional".to_owned()));
    criterion = match whens.is_empty() {
        true => without(&criterion, "when"),
        false => with(&criterion, "when", object("all", Json::Array(whens))),
    };
    let name = Json::String(format!("{prefix}{id}"));
    let old_measure = with(&without(new, "applies-when"), "criteria", Json::Array(vec![criterion]));
    let old_measure = with(&old_measure, "id", name);
    let old_terms =
        before.get("terms").map(Json::items).unwrap_or_default().iter().filter_map(|term| {
            let id = term.get("id").and_then(Json::as_str)?;
            let renamed = with_term_prefix(term, &prefix);
            Some(with(&renamed, "id", Json::String(format!("{prefix}{id}"))))
        });
    let terms =
        after.get("terms").map(Json::items).unwrap_or_default().iter().cloned().chain(old_terms);
    let both = with(after, "terms", Json::Array(terms.collect()));
    let both = with(&both, "measures", Json::Array(vec![new.clone(), old_measure]));
    Some(without(&both, "limits"))
}

fn measure<'a>(pack: &'a Json, id: &str) -> Option<&'a Json> {
    let measures = pack.get("measures")?.items();
    measures.iter().find(|measure| measure.get("id").and_then(Json::as_str) == Some(id))
}

/// A prefix that no term of a pack has.
fn unused_prefix(pack: &Json) -> String {
    let terms = pack.get("terms").map(Json::items).unwrap_or_default();
    let mut prefix = "before-".to_owned();
    let begins = |term: &Json, prefix: &str| {
        term.get("id").and_then(Json::as_str).is_some_and(|id| id.starts_with(prefix))
    };
    while terms.iter().any(|term| begins(term, &prefix)) {
        prefix = format!("before-{prefix}");
    }
    prefix
}

/// The JSON with a prefix added to every reference to a term.
fn with_term_prefix(json: &Json, prefix: &str) -> Json {
    match json {
        Json::Object(entries) => Json::Object(
            entries
                .iter()
                .map(|(key, value)| match (key.as_str(), value) {
                    ("term", Json::String(id)) => {
                        (key.clone(), Json::String(format!("{prefix}{id}")))
                    }
                    _ => (key.clone(), with_term_prefix(value, prefix)),
                })
                .collect(),
        ),
        Json::Array(items) => {
            Json::Array(items.iter().map(|item| with_term_prefix(item, prefix)).collect())
        }
        other => other.clone(),
    }
}

fn object(key: &str, value: Json) -> Json {
    Json::Object(vec![(key.to_owned(), value)])
}

fn with(json: &Json, key: &str, value: Json) -> Json {
    let Json::Object(mut entries) = without(json, key) else { return json.clone() };
    entries.push((key.to_owned(), value));
    Json::Object(entries)
}

fn without(json: &Json, key: &str) -> Json {
    Json::Object(json.entries().iter().filter(|(name, _)| name != key).cloned().collect())
}
