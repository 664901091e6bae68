//! Who meets a measure of one pack and not that of the other: proved by an example, or proved to be nobody.
//!
//! The conditions of the old pack are read with the facts of the new one, as terms and criteria of a small pack that has
//! both. Where a fact or option is gone they cannot be, and only the scenarios tell.

use crate::engine::{Example, case_json};
use crate::lint::{Context, conditions};
use crate::rulebook::{Json, RulePack, When};

/// How the conditions of a measure compare.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Meaning {
    /// Answers that met it before and do not now, as far as answers can say
    pub(super) no_longer: Found,
    /// Answers that meet it now and did not before
    pub(super) newly: Found,
}

/// Whether there is such a firm.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    /// In this case
    Example(Json),
    /// There is none
    Nobody,
    /// Not found out
    Unknown,
}

/// Compares a measure that both packs have. `None` if the old conditions cannot be read with the new facts.
pub(super) fn meaning(before: &Json, after: &Json, id: &str) -> Option<Meaning> {
    let both = both(before, after, id)?;
    let book = RulePack::from_json(&both.to_text()).ok()?;
    let context = Context::new(&book, &both, &[]);
    let mut measures = book.measures.iter().map(|(_, measure)| measure);
    let (new, old) = (measures.next()?, measures.next()?);
    let all = |of| When::All(conditions(of).into_iter().cloned().collect());
    let (new_all, old_all) = (all(new), all(old));
    let between = |holds: &When, fails: &When| {
        let fails = When::Not(Box::new(fails.clone()));
        match context.example_of(new, &[holds, &fails]) {
            Example::Answers(day, answers) => Found::Example(case_json(&book, day, &answers)),
            Example::Unsatisfiable => Found::Nobody,
            Example::Unknown => Found::Unknown,
        }
    };
    Some(Meaning { no_longer: between(&old_all, &new_all), newly: between(&new_all, &old_all) })
}

/// The new pack with one measure, and beside it the same measure with the old pack's conditions.
fn both(before: &Json, after: &Json, id: &str) -> Option<Json> {
    let prefix = unused_prefix(after);
    let (new, old) = (measure(after, id)?, measure(before, id)?);
    let template = new.get("criteria").and_then(|criteria| criteria.items().first())?;
    let whens = old.get("criteria").map(Json::items).unwrap_or_default().iter();
    let whens = whens.filter_map(|criterion| criterion.get("when"));
    let whens: Vec<Json> = old
        .get("applies-when")
        .into_iter()
        .chain(whens)
        .map(|when| renamed(when, &prefix))
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
            let renamed = renamed(term, &prefix);
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

/// What no term of a pack begins with.
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

/// The same with every term called by another name.
fn renamed(json: &Json, prefix: &str) -> Json {
    match json {
        Json::Object(entries) => Json::Object(
            entries
                .iter()
                .map(|(key, value)| match (key.as_str(), value) {
                    ("term", Json::String(id)) => {
                        (key.clone(), Json::String(format!("{prefix}{id}")))
                    }
                    _ => (key.clone(), renamed(value, prefix)),
                })
                .collect(),
        ),
        Json::Array(items) => Json::Array(items.iter().map(|item| renamed(item, prefix)).collect()),
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
