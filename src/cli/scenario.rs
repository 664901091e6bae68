//! Scenarios: people with answers, and the outcomes they should get.
//!
//! A file is a list of them:
//!
//! ```json
//! [{"name": "…", "as-of": "2019-05-10", "answers": {"fact-id": true},
//!   "expect": {"measure-id": {"outcome": "not-met", "because": ["criterion-id"],
//!              "missing": ["fact-id"], "amount": {"min": "0", "max": "50"}}}}]
//! ```

use std::path::Path;

use jiff::civil::Date;

use crate::engine::{Answers, Compiled, Outcome, Situation, amount, answers_from_json, explain};
use crate::rulebook::{Decimal, Json, MeasureId, RuleBook, parse_date};

use super::{Stop, pack};

/// A person, and what they should get.
pub(super) struct Scenario {
    pub(super) name: String,
    pub(super) as_of: Date,
    pub(super) answers: Answers,
    expect: Vec<Expect>,
}

/// What one measure should come to; what is not stated is not compared.
struct Expect {
    measure: MeasureId,
    outcome: Outcome,
    because: Option<Vec<String>>,
    missing: Option<Vec<String>>,
    amount: Option<(Decimal, Option<Decimal>)>,
}

impl Scenario {
    /// Reads a file of scenarios.
    ///
    /// # Errors
    ///
    /// The first thing that cannot be used, with the file and the scenario it stands in.
    pub(super) fn read_file(book: &RuleBook, path: &Path) -> Result<Vec<Scenario>, Stop> {
        let source = pack::read_text(path)?;
        Scenario::read_all(book, &source).map_err(|why| Stop::Unusable(format!("{}: {why}", path.display())))
    }

    fn read_all(book: &RuleBook, source: &str) -> Result<Vec<Scenario>, String> {
        let json = Json::parse(source).map_err(|error| error.to_string())?;
        let Json::Array(items) = &json else {
            return Err(format!("expected a list of scenarios, found {}", json.describe()));
        };
        let read = |(place, item): (usize, &Json)| {
            let name = item.get("name").and_then(Json::as_str).unwrap_or_default();
            Scenario::read(book, item).map_err(|why| format!("scenario {} ({name}): {why}", place + 1))
        };
        items.iter().enumerate().map(read).collect()
    }

    fn read(book: &RuleBook, json: &Json) -> Result<Scenario, String> {
        keys(json, &["name", "as-of", "answers", "expect"])?;
        let string = |key: &str| {
            json.get(key).and_then(Json::as_str).ok_or_else(|| format!("`{key}` must be a string"))
        };
        let as_of = parse_date(string("as-of")?).ok_or("`as-of` must be a day written YYYY-MM-DD")?;
        let answers = json.get("answers").ok_or("`answers` is missing")?;
        let answers = answers_from_json(book, answers).map_err(|errors| {
            let lines = errors.iter().map(|error| match &error.near {
                Some(near) => format!("`{}`: {}; did you mean `{near}`?", error.field, error.message),
                None => format!("`{}`: {}", error.field, error.message),
            });
            lines.collect::<Vec<_>>().join("; ")
        })?;
        let expect = json.get("expect").map(Json::entries).unwrap_or_default();
        if expect.is_empty() {
            return Err("`expect` must name at least one measure".to_owned());
        }
        let expect = expect.iter().map(|(id, json)| Expect::read(book, id, json));
        Ok(Scenario {
            name: string("name")?.to_owned(),
            as_of,
            answers,
            expect: expect.collect::<Result<_, _>>()?,
        })
    }

    /// What measures should come to, as far as it is stated.
    pub(super) fn expected(&self) -> impl Iterator<Item = (MeasureId, Outcome)> {
        self.expect.iter().map(|expect| (expect.measure, expect.outcome))
    }

    /// What differs from what should be; empty if nothing does.
    pub(super) fn differences(&self, book: &RuleBook, rules: &Compiled) -> Vec<String> {
        let assessment = rules.assess(book, &self.answers);
        let situation = Situation { book, answers: &self.answers, as_of: self.as_of };
        let mut differences = Vec::new();
        for expect in &self.expect {
            let measure = &book.measures[expect.measure];
            let assessed = assessment.of(expect.measure);
            let mut differ = |what: &str, expected: String, found: String| {
                if expected != found {
                    differences.push(format!("{}: {what} should be {expected}, is {found}", measure.id));
                }
            };
            differ("outcome", expect.outcome.name().to_owned(), assessed.outcome.name().to_owned());
            if let Some(because) = &expect.because {
                let explanation = explain(rules, &situation, expect.measure);
                let reasons: Vec<&str> = explanation.reasons().map(|line| &*line.criterion.id).collect();
                differ("because", format!("{because:?}"), format!("{reasons:?}"));
            }
            if let Some(missing) = &expect.missing {
                let found: Vec<&str> = assessed.missing.iter().map(|fact| &*book.facts[*fact].id).collect();
                differ("missing", format!("{missing:?}"), format!("{found:?}"));
            }
            if let Some(range) = &expect.amount {
                let found = amount(&situation, expect.measure).map(|amount| (amount.min, amount.max));
                differ("amount", range_text(Some(range)), range_text(found.as_ref()));
            }
        }
        differences
    }
}

impl Expect {
    fn read(book: &RuleBook, id: &str, json: &Json) -> Result<Expect, String> {
        let measure = book.find_measure(id).ok_or_else(|| book.no_measure(id))?;
        keys(json, &["outcome", "because", "missing", "amount"])?;
        let word = json.get("outcome").and_then(Json::as_str).unwrap_or_default();
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == word);
        let outcome = outcome.ok_or_else(|| format!("`{id}`: `{word}` is not an outcome"))?;
        let list = |key: &str| -> Result<Option<Vec<String>>, String> {
            let Some(list) = json.get(key) else { return Ok(None) };
            let words = list.items().iter().map(|item| item.as_str().map(str::to_owned));
            words
                .collect::<Option<_>>()
                .map(Some)
                .ok_or_else(|| format!("`{id}`: `{key}` must be a list of ids"))
        };
        let decimal = |json: &Json| json.as_str().and_then(|text| text.parse::<Decimal>().ok());
        let amount = match json.get("amount") {
            None => None,
            Some(range) => {
                keys(range, &["min", "max"])?;
                let min = range.get("min").and_then(decimal);
                let min = min.ok_or_else(|| format!("`{id}`: `min` must be a decimal string"))?;
                Some((min, range.get("max").and_then(decimal)))
            }
        };
        Ok(Expect { measure, outcome, because: list("because")?, missing: list("missing")?, amount })
    }
}

/// Refuses keys that would be silently ignored.
fn keys(json: &Json, known: &[&str]) -> Result<(), String> {
    let Json::Object(entries) = json else {
        return Err(format!("expected an object, found {}", json.describe()));
    };
    if let Some(key) = json.repeated_key() {
        return Err(format!("`{key}` stands twice"));
    }
    match entries.iter().find(|(key, _)| !known.contains(&key.as_str())) {
        Some((key, _)) => Err(format!("unknown key `{key}`; known are {}", known.join(", "))),
        None => Ok(()),
    }
}

fn range_text(range: Option<&(Decimal, Option<Decimal>)>) -> String {
    match range {
        Some((min, Some(max))) => format!("{min} to {max}"),
        Some((min, None)) => format!("{min} or more"),
        None => "none".to_owned(),
    }
}
