//! Reads scenarios, and says everything in a file that cannot be used, each where it stands.
//!
//! Nothing is passed over: an expectation that is misspelt would otherwise be one that nobody checks.

use crate::engine::{Answers, Outcome, answers_from_json};
use crate::rulebook::{Decimal, Json, MeasureId, RulePack, closest_name, parse_date};

use super::scenario::{Expect, Scenario};

/// Something in a file of scenarios that cannot be used.
#[derive(Debug)]
pub(super) struct Problem {
    /// JSON Pointer to it
    pub(super) pointer: String,
    /// What should be there, and what is
    pub(super) message: String,
    /// A name close to the one found
    pub(super) near: Option<String>,
    /// Whether the key is at fault, and not what stands under it
    pub(super) is_key: bool,
}

/// What was found on the way.
pub(super) struct Reader<'a> {
    book: &'a RulePack,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// Reads a file's scenarios, or says everything that keeps it from being used.
    pub(super) fn read(book: &'a RulePack, json: &Json) -> Result<Vec<Scenario>, Vec<Problem>> {
        let mut reader = Reader { book, problems: Vec::new() };
        let Json::Array(items) = json else {
            reader.problem("", format!("expected a list of scenarios, found {}", json.describe()));
            return Err(reader.problems);
        };
        let mut scenarios: Vec<Scenario> = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let at = format!("/{place}");
            if let Some(scenario) = reader.scenario(item, &at) {
                if scenarios.iter().any(|known| known.name == scenario.name) {
                    let message = format!(
                        "expected a name that no other scenario has, found `{}` again",
                        scenario.name
                    );
                    reader.problem(&format!("{at}/name"), message);
                }
                scenarios.push(scenario);
            }
        }
        if reader.problems.is_empty() { Ok(scenarios) } else { Err(reader.problems) }
    }

    fn problem(&mut self, pointer: &str, message: String) {
        self.problems.push(Problem {
            pointer: pointer.to_owned(),
            message,
            near: None,
            is_key: false,
        });
    }

    fn misspelt(&mut self, pointer: String, message: String, near: Option<String>, is_key: bool) {
        self.problems.push(Problem { pointer, message, near, is_key });
    }

    fn scenario(&mut self, json: &Json, at: &str) -> Option<Scenario> {
        if !self.keys(json, at, &["name", "as-of", "answers", "expect"]) {
            return None;
        }
        let name = self.string(json, at, "name", "the scenario's name");
        let as_of = self.string(json, at, "as-of", "a day written YYYY-MM-DD").and_then(|text| {
            let day = parse_date(text);
            if day.is_none() {
                let message =
                    format!("expected a day that exists, written YYYY-MM-DD, found `{text}`");
                self.problem(&format!("{at}/as-of"), message);
            }
            day
        });
        let answers = self.answers(json, at);
        let expect = match json.get("expect") {
            Some(Json::Object(entries)) if !entries.is_empty() => {
                let at = format!("{at}/expect");
                self.repeated(json.get("expect"), &at);
                let expect: Vec<Option<Expect>> = entries
                    .iter()
                    .map(|(id, json)| self.expect(id, json, &format!("{at}/{}", escaped(id))))
                    .collect();
                expect.into_iter().collect::<Option<Vec<_>>>()
            }
            other => {
                let found = other.map_or_else(|| "none".to_owned(), Json::describe);
                let pointer = if other.is_some() { format!("{at}/expect") } else { at.to_owned() };
                let message = "expected under `expect` at least one measure with what it comes to";
                self.problem(&pointer, format!("{message}, found {found}"));
                None
            }
        };
        Some(Scenario { name: name?.to_owned(), as_of: as_of?, answers: answers?, expect: expect? })
    }

    fn answers(&mut self, json: &Json, at: &str) -> Option<Answers> {
        let Some(answers) = json.get("answers") else {
            self.problem(at, "expected the key `answers`, found none".to_owned());
            return None;
        };
        match answers_from_json(self.book, answers) {
            Ok(answers) => Some(answers),
            Err(errors) => {
                for error in errors {
                    let pointer = match answers.get(&error.field) {
                        Some(_) => format!("{at}/answers/{}", escaped(&error.field)),
                        None => format!("{at}/answers"),
                    };
                    let message = format!("`{}`: {}", error.field, error.message);
                    let is_key = self.book.find_fact(&error.field).is_none();
                    self.misspelt(pointer, message, error.suggestion, is_key);
                }
                None
            }
        }
    }

    fn expect(&mut self, id: &str, json: &Json, at: &str) -> Option<Expect> {
        let measure = self.book.find_measure(id);
        if measure.is_none() {
            let near = closest_name(id, self.book.measures.iter().map(|(_, measure)| &*measure.id));
            let message = format!("expected the id of a measure, found `{id}`");
            self.misspelt(at.to_owned(), message, near.map(str::to_owned), true);
        }
        if !self.keys(json, at, &["outcome", "because", "missing", "amount"]) {
            return None;
        }
        let outcome = self.outcome(json, at);
        let because = measure.and_then(|measure| self.because(measure, json, at));
        let facts = || self.book.facts.iter().map(|(_, fact)| &*fact.id).collect::<Vec<_>>();
        let list = json.get("missing");
        let missing = list.map(|list| self.ids(list, &format!("{at}/missing"), "a fact", &facts()));
        let amount = match json.get("amount") {
            Some(amount) => Some(self.amount(amount, &format!("{at}/amount"))?),
            None => None,
        };
        Some(Expect { measure: measure?, outcome: outcome?, because, missing, amount })
    }

    fn outcome(&mut self, json: &Json, at: &str) -> Option<Outcome> {
        let names = Outcome::ALL.map(Outcome::name);
        let Some(value) = json.get("outcome") else {
            self.problem(
                at,
                format!("expected the key `outcome` with one of {}, found none", quoted(&names)),
            );
            return None;
        };
        let word = value.as_str().unwrap_or_default();
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == word);
        if outcome.is_none() {
            let message = format!("expected one of {}, found {}", quoted(&names), value.describe());
            // `unmet` is closer to `met` than to what it means.
            let word = word.to_lowercase().replace([' ', '_'], "-");
            let known = names.into_iter().find(|name| *name == word);
            let near = match word.starts_with("un") || word.starts_with("no") {
                true => known.or_else(|| {
                    closest_name(&word, names.into_iter().filter(|name| name.starts_with("not")))
                }),
                false => known.or_else(|| closest_name(&word, names.into_iter())),
            };
            self.misspelt(format!("{at}/outcome"), message, near.map(str::to_owned), false);
        }
        outcome
    }

    fn because(&mut self, measure: MeasureId, json: &Json, at: &str) -> Option<Vec<String>> {
        let list = json.get("because")?;
        let measure = &self.book.measures[measure];
        let criteria: Vec<&str> = measure.criteria.iter().map(|criterion| &*criterion.id).collect();
        Some(self.ids(
            list,
            &format!("{at}/because"),
            &format!("a criterion of `{}`", measure.id),
            &criteria,
        ))
    }

    /// A list of ids, each one of those known.
    fn ids(&mut self, list: &Json, at: &str, what: &str, known: &[&str]) -> Vec<String> {
        let Json::Array(items) = list else {
            self.problem(at, format!("expected a list of ids, found {}", list.describe()));
            return Vec::new();
        };
        for (place, item) in items.iter().enumerate() {
            let id = item.as_str().unwrap_or_default();
            if !known.contains(&id) {
                let near = closest_name(id, known.iter().copied()).map(str::to_owned);
                let message = format!("expected the id of {what}, found {}", item.describe());
                self.misspelt(format!("{at}/{place}"), message, near, false);
            }
        }
        items.iter().filter_map(Json::as_str).map(str::to_owned).collect()
    }

    fn amount(&mut self, json: &Json, at: &str) -> Option<(Decimal, Option<Decimal>)> {
        if !self.keys(json, at, &["min", "max"]) {
            return None;
        }
        let Some(min) = json.get("min") else {
            self.problem(at, "expected the key `min`, found none".to_owned());
            return None;
        };
        let min = self.decimal(min, &format!("{at}/min"));
        let max = match json.get("max") {
            Some(max) => Some(self.decimal(max, &format!("{at}/max"))?),
            None => None,
        };
        if max.is_some_and(|max| min.is_some_and(|min| min > max)) {
            self.problem(at, "expected `min` to be at most `max`, found it above".to_owned());
        }
        Some((min?, max))
    }

    fn decimal(&mut self, json: &Json, at: &str) -> Option<Decimal> {
        let value = match json {
            Json::String(text) => text.parse().ok(),
            Json::Integer(number) => number.to_string().parse().ok(),
            _ => None,
        };
        if value.is_none() {
            let message = "expected an exact decimal, such as \"37.5\" or 40, found";
            self.problem(at, format!("{message} {}", json.describe()));
        }
        value
    }

    fn string<'j>(&mut self, json: &'j Json, at: &str, key: &str, what: &str) -> Option<&'j str> {
        let value = json.get(key);
        let text = value.and_then(Json::as_str).filter(|text| !text.trim().is_empty());
        if text.is_none() {
            let pointer = if value.is_some() { format!("{at}/{key}") } else { at.to_owned() };
            let found = value.map_or_else(|| "none".to_owned(), Json::describe);
            self.problem(&pointer, format!("expected under `{key}` {what}, found {found}"));
        }
        text
    }

    /// Refuses keys that would be silently ignored; false if this is no object at all.
    fn keys(&mut self, json: &Json, at: &str, known: &[&str]) -> bool {
        let Json::Object(entries) = json else {
            self.problem(at, format!("expected an object, found {}", json.describe()));
            return false;
        };
        self.repeated(Some(json), at);
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let near = closest_name(key, known.iter().copied()).map(str::to_owned);
            let message = format!("expected one of the keys {}, found `{key}`", quoted(known));
            self.misspelt(format!("{at}/{}", escaped(key)), message, near, true);
        }
        true
    }

    fn repeated(&mut self, json: Option<&Json>, at: &str) {
        if let Some(key) = json.and_then(Json::repeated_key) {
            let message = format!("expected the key `{key}` once, found it again");
            self.misspelt(format!("{at}/{}", escaped(key)), message, None, true);
        }
    }
}

fn escaped(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
