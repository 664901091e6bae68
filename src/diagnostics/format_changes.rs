//! The changes that turn a pack of format 1 into one of format 2, each at its place.
//!
//! The pack may have other faults, so this reads the JSON and not the typed pack.

use crate::rulebook::Json;

/// A place to change or to check, with a label.
pub(super) struct FormatChange {
    /// JSON Pointer to the value
    pub(super) pointer: String,
    /// The change
    pub(super) label: &'static str,
}

/// The changes of one kind, with their reason.
pub(super) struct ChangeKind {
    /// The reason
    pub(super) note: String,
    /// The places, in the order of the pack; at least one
    pub(super) places: Vec<FormatChange>,
}

/// Whether a document is a pack of format 1.
pub(super) fn is_format_one(pack: &Json) -> bool {
    pack.get("format") == Some(&Json::Integer(1))
}

/// Everything to change or to check in a pack of format 1, besides the number of the format.
pub(super) fn format_changes(pack: &Json) -> Vec<ChangeKind> {
    let survey = Survey::of(pack);
    let place = |pointer: String, label| FormatChange { pointer, label };
    let (mut absent, mut default, mut dates) = (Vec::new(), Vec::new(), Vec::new());
    for (index, fact) in items(pack, "facts").enumerate() {
        let id = string(fact, "id");
        match fact.get("changeable") {
            Some(Json::Bool(false)) => default
                .push(place(format!("/facts/{index}/changeable"), "is the default and may go")),
            None if survey.facts.contains(&id) => absent.push(place(
                format!("/facts/{index}/id"),
                "add `changeable` if the applicant can change it",
            )),
            Some(_) | None => {}
        }
        if survey.dates.contains(&id)
            && fact.get("kind").and_then(Json::as_str) == Some("date")
            && fact.get("future").is_none()
        {
            let label = "add `\"future\": true` if it may be after the as-of date";
            dates.push(place(format!("/facts/{index}/id"), label));
        }
    }
    let zeros = survey.zeros.into_iter().map(|pointer| place(pointer, "may divide by zero"));
    let kinds = [
        (
            "`changeable` was `true` by default and is now `false`: a nearest miss no longer \
             proposes changes of",
            absent,
        ),
        ("`false` is now the default of `changeable`, and may be removed from", default),
        (
            "a date after the as-of date is now an event that has not happened, and every test on \
             it is false, unless the fact has `\"future\": true`. Check",
            dates,
        ),
        (
            "a number whose denominator is zero is now undefined, and the office decides. Add \
             `if-zero` where the text states the result, to",
            zeros.collect(),
        ),
    ];
    kinds
        .into_iter()
        .filter(|(_, places)| !places.is_empty())
        .map(|(note, places)| {
            let names = places.iter().map(|place| name(pack, &place.pointer)).collect::<Vec<_>>();
            ChangeKind { note: format!("{note}: {}", names.join(", ")), places }
        })
        .collect()
}

/// The id of the definition that contains a pointer.
fn name(pack: &Json, pointer: &str) -> String {
    let mut tokens = pointer.split('/').skip(1);
    let (list, index) = (tokens.next().unwrap_or_default(), tokens.next().unwrap_or_default());
    let item = items(pack, list).nth(index.parse().unwrap_or(usize::MAX));
    format!("`{}`", item.map(|item| string(item, "id")).unwrap_or_default())
}

/// What the conditions of a pack read.
#[derive(Default)]
struct Survey<'a> {
    /// The ids of facts in the conditions of measures
    facts: Vec<&'a str>,
    /// The ids of facts in comparisons that hold for a date after the as-of date
    dates: Vec<&'a str>,
    /// Pointers to quantities without `if-zero` whose denominator can be zero
    zeros: Vec<String>,
}

impl<'a> Survey<'a> {
    fn of(pack: &'a Json) -> Survey<'a> {
        let mut survey = Survey::default();
        for (index, term) in items(pack, "terms").enumerate() {
            if let Some(when) = term.get("when") {
                survey.condition(pack, when, &format!("/terms/{index}/when"));
            }
        }
        let mut named = Vec::new();
        for (index, measure) in items(pack, "measures").enumerate() {
            let at = format!("/measures/{index}");
            if let Some(when) = measure.get("applies-when") {
                survey.condition(pack, when, &format!("{at}/applies-when"));
                strings(when, &mut named);
            }
            for (index, criterion) in items(measure, "criteria").enumerate() {
                if let Some(when) = criterion.get("when") {
                    survey.condition(pack, when, &format!("{at}/criteria/{index}/when"));
                    strings(when, &mut named);
                }
            }
            if let Some(grants) = measure.get("grants") {
                survey.condition(pack, grants, &format!("{at}/grants"));
            }
        }
        // A term may use others.
        let mut next = 0;
        while let Some(name) = named.get(next).copied() {
            next += 1;
            let term = items(pack, "terms").find(|term| string(term, "id") == name);
            if let Some(when) = term.and_then(|term| term.get("when")) {
                let mut inner = Vec::new();
                strings(when, &mut inner);
                inner.retain(|name| !named.contains(name));
                named.extend(inner);
            }
        }
        survey.facts = named;
        survey
    }

    /// Adds the dates and denominators in a condition or quantity, and in its parts.
    fn condition(&mut self, pack: &'a Json, json: &'a Json, pointer: &str) {
        for (index, item) in json.items().iter().enumerate() {
            self.condition(pack, item, &format!("{pointer}/{index}"));
        }
        for (key, value) in json.entries() {
            let operands = value.items();
            let divides = matches!(key.as_str(), "percent" | "ratio" | "growth");
            if divides
                && json.get("if-zero").is_none()
                && operands.get(1).is_some_and(|divisor| !is_positive(pack, divisor))
            {
                self.zeros.push(pointer.to_owned());
            }
            let first = operands.first().and_then(|first| match first {
                Json::Object(_) => first.get("days-since").or_else(|| first.get("months-since")),
                _ => Some(first),
            });
            let is_elapsed = matches!(operands.first(), Some(Json::Object(_)));
            let holds_later = match key.as_str() {
                "at-most" | "less-than" => true,
                "at-least" | "more-than" | "is" | "between" => !is_elapsed,
                "after" => true,
                "before" => operands.get(1).and_then(Json::as_str) != Some("as-of"),
                _ => false,
            };
            if let Some(fact) = first.and_then(Json::as_str).filter(|_| holds_later) {
                self.dates.push(fact);
            }
            self.condition(pack, value, &format!("{pointer}/{key}"));
        }
    }
}

/// Whether a quantity is above zero for every applicant: a constant, a number fact with a `min`
/// above zero, or a sum with such a part and no part that can be negative.
fn is_positive(pack: &Json, quantity: &Json) -> bool {
    let Some(sum) = quantity.get("sum") else {
        return lowest(pack, quantity).is_some_and(|lowest| lowest > 0.0);
    };
    let parts: Option<Vec<f64>> = sum.items().iter().map(|part| lowest(pack, part)).collect();
    parts.is_some_and(|parts| {
        parts.iter().all(|part| *part >= 0.0) && parts.iter().sum::<f64>() > 0.0
    })
}

/// The lowest value of a constant or a number fact. Binary floats suffice for the sign.
fn lowest(pack: &Json, quantity: &Json) -> Option<f64> {
    let number = |json: &Json| match json {
        Json::Integer(number) => number.to_string().parse().ok(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    };
    let id = quantity.as_str();
    let fact = items(pack, "facts").find(|fact| id == Some(string(fact, "id")));
    match fact {
        Some(fact) => fact.get("kind")?.get("number")?.get("min").and_then(number),
        None => number(quantity),
    }
}

/// Adds every string in a value.
fn strings<'a>(json: &'a Json, found: &mut Vec<&'a str>) {
    found.extend(json.as_str());
    json.items().iter().for_each(|item| strings(item, found));
    json.entries().iter().for_each(|(_, value)| strings(value, found));
}

fn items<'a>(json: &'a Json, key: &str) -> impl Iterator<Item = &'a Json> {
    json.get(key).map(Json::items).unwrap_or_default().iter()
}

fn string<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::as_str).unwrap_or_default()
}
