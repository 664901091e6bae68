//! Parses scenarios, and collects every fault of a file with its JSON Pointer.
//!
//! Unknown keys are faults: a misspelt expectation would otherwise never be compared.

use crate::engine::{Answers, Outcome, answers_from_json, check_relations, parse_day};
use crate::rulebook::{Date, Decimal, Json, MeasureId, RulePack, closest_name};

use super::{Expected, Scenario, ScenarioFault};

/// The scenarios of a document, or all its faults.
pub fn parse_scenarios(pack: &RulePack, json: &Json) -> Result<Vec<Scenario>, Vec<ScenarioFault>> {
    let mut parser = Parser { pack, faults: Vec::new() };
    let Json::Array(items) = json else {
        parser.fault("", format!("expected a list of scenarios, found {}", json.describe()));
        return Err(parser.faults);
    };
    let mut scenarios: Vec<Scenario> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let at = format!("/{index}");
        if let Some(scenario) = parser.scenario(item, &at) {
            if scenarios.iter().any(|known| known.name == scenario.name) {
                let message = format!("expected a unique name, found `{}` again", scenario.name);
                parser.fault(&format!("{at}/name"), message);
            }
            scenarios.push(scenario);
        }
    }
    if parser.faults.is_empty() { Ok(scenarios) } else { Err(parser.faults) }
}

/// Parses a document and collects its faults.
struct Parser<'a> {
    pack: &'a RulePack,
    faults: Vec<ScenarioFault>,
}

impl Parser<'_> {
    fn fault(&mut self, pointer: &str, message: String) {
        self.faults.push(ScenarioFault {
            pointer: pointer.to_owned(),
            message,
            suggestion: None,
            is_key: false,
        });
    }

    fn fault_with_suggestion(
        &mut self,
        pointer: String,
        message: String,
        suggestion: Option<String>,
        is_key: bool,
    ) {
        self.faults.push(ScenarioFault { pointer, message, suggestion, is_key });
    }

    fn scenario(&mut self, json: &Json, at: &str) -> Option<Scenario> {
        if !self.keys(json, at, &["name", "as-of", "answers", "expect"]) {
            return None;
        }
        let name = self.string(json, at, "name", "the scenario's name");
        let as_of = self.string(json, at, "as-of", "a date, as YYYY-MM-DD").and_then(|text| {
            let day = parse_day(text);
            if day.is_none() {
                let message = format!("expected a valid date, as YYYY-MM-DD, found `{text}`");
                self.fault(&format!("{at}/as-of"), message);
            }
            day
        });
        let answers = self.answers(json, at, as_of);
        let expect = match json.get("expect") {
            Some(Json::Object(entries)) if !entries.is_empty() => {
                let at = format!("{at}/expect");
                self.repeated(json.get("expect"), &at);
                let expect: Vec<Option<Expected>> = entries
                    .iter()
                    .map(|(id, json)| self.expect(id, json, &format!("{at}/{}", escaped(id))))
                    .collect();
                expect.into_iter().collect::<Option<Vec<_>>>()
            }
            other => {
                let found = other.map_or_else(|| "none".to_owned(), Json::describe);
                let pointer = if other.is_some() { format!("{at}/expect") } else { at.to_owned() };
                let message = "expected at least one measure with its outcome under `expect`";
                self.fault(&pointer, format!("{message}, found {found}"));
                None
            }
        };
        Some(Scenario { name: name?.to_owned(), as_of: as_of?, answers: answers?, expect: expect? })
    }

    fn answers(&mut self, json: &Json, at: &str, as_of: Option<Date>) -> Option<Answers> {
        let Some(answers) = json.get("answers") else {
            self.fault(at, "expected the key `answers`, found none".to_owned());
            return None;
        };
        let parsed = answers_from_json(self.pack, answers).and_then(|answers| {
            let errors = as_of.map(|day| check_relations(self.pack, &answers, day));
            match errors.unwrap_or_default() {
                errors if errors.is_empty() => Ok(answers),
                errors => Err(errors),
            }
        });
        match parsed {
            Ok(answers) => Some(answers),
            Err(errors) => {
                for error in errors {
                    let pointer = match answers.get(&error.field) {
                        Some(_) => format!("{at}/answers/{}", escaped(&error.field)),
                        None => format!("{at}/answers"),
                    };
                    let message = format!("`{}`: {}", error.field, error.message);
                    let is_key = self.pack.find_fact(&error.field).is_none();
                    self.fault_with_suggestion(pointer, message, error.suggestion, is_key);
                }
                None
            }
        }
    }

    fn expect(&mut self, id: &str, json: &Json, at: &str) -> Option<Expected> {
        let measure = self.pack.find_measure(id);
        if measure.is_none() {
            let suggestion =
                closest_name(id, self.pack.measures.iter().map(|(_, measure)| &*measure.id));
            let message = format!("expected the id of a measure, found `{id}`");
            self.fault_with_suggestion(at.to_owned(), message, suggestion.map(str::to_owned), true);
        }
        if !self.keys(json, at, &["outcome", "because", "missing", "amount"]) {
            return None;
        }
        let outcome = self.outcome(json, at);
        let because = measure.and_then(|measure| self.because(measure, json, at));
        let facts = || self.pack.facts.iter().map(|(_, fact)| &*fact.id).collect::<Vec<_>>();
        let list = json.get("missing");
        let missing = list.map(|list| self.ids(list, &format!("{at}/missing"), "a fact", &facts()));
        let amount = match json.get("amount") {
            Some(amount) => Some(self.amount(amount, &format!("{at}/amount"))?),
            None => None,
        };
        Some(Expected { measure: measure?, outcome: outcome?, because, missing, amount })
    }

    fn outcome(&mut self, json: &Json, at: &str) -> Option<Outcome> {
        let names = Outcome::ALL.map(Outcome::name);
        let Some(value) = json.get("outcome") else {
            self.fault(
                at,
                format!("expected the key `outcome` with one of {}, found none", quoted(&names)),
            );
            return None;
        };
        let word = value.as_str().unwrap_or_default();
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == word);
        if outcome.is_none() {
            let message = format!("expected one of {}, found {}", quoted(&names), value.describe());
            // By edit distance, `unmet` is closer to `met` than to `not-met`.
            let word = word.to_lowercase().replace([' ', '_'], "-");
            let known = names.into_iter().find(|name| *name == word);
            let suggestion = match word.starts_with("un") || word.starts_with("no") {
                true => known.or_else(|| {
                    closest_name(&word, names.into_iter().filter(|name| name.starts_with("not")))
                }),
                false => known.or_else(|| closest_name(&word, names.into_iter())),
            };
            self.fault_with_suggestion(
                format!("{at}/outcome"),
                message,
                suggestion.map(str::to_owned),
                false,
            );
        }
        outcome
    }

    fn because(&mut self, measure: MeasureId, json: &Json, at: &str) -> Option<Vec<String>> {
        let list = json.get("because")?;
        let measure = &self.pack.measures[measure];
        let criteria: Vec<&str> = measure.criteria.iter().map(|criterion| &*criterion.id).collect();
        Some(self.ids(
            list,
            &format!("{at}/because"),
            &format!("a criterion of `{}`", measure.id),
            &criteria,
        ))
    }

    /// A list of known ids.
    fn ids(&mut self, list: &Json, at: &str, what: &str, known: &[&str]) -> Vec<String> {
        let Json::Array(items) = list else {
            self.fault(at, format!("expected a list of ids, found {}", list.describe()));
            return Vec::new();
        };
        for (index, item) in items.iter().enumerate() {
            let id = item.as_str().unwrap_or_default();
            if !known.contains(&id) {
                let suggestion = closest_name(id, known.iter().copied()).map(str::to_owned);
                let message = format!("expected the id of {what}, found {}", item.describe());
                self.fault_with_suggestion(format!("{at}/{index}"), message, suggestion, false);
            }
        }
        items.iter().filter_map(Json::as_str).map(str::to_owned).collect()
    }

    fn amount(&mut self, json: &Json, at: &str) -> Option<(Decimal, Option<Decimal>)> {
        if !self.keys(json, at, &["min", "max"]) {
            return None;
        }
        let Some(min) = json.get("min") else {
            self.fault(at, "expected the key `min`, found none".to_owned());
            return None;
        };
        let min = self.decimal(min, &format!("{at}/min"));
        let max = match json.get("max") {
            Some(max) => Some(self.decimal(max, &format!("{at}/max"))?),
            None => None,
        };
        if max.is_some_and(|max| min.is_some_and(|min| min > max)) {
            self.fault(at, "expected `min` to be at most `max`, found a larger `min`".to_owned());
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
            self.fault(at, format!("{message} {}", json.describe()));
        }
        value
    }

    fn string<'j>(&mut self, json: &'j Json, at: &str, key: &str, what: &str) -> Option<&'j str> {
        let value = json.get(key);
        let text = value.and_then(Json::as_str).filter(|text| !text.trim().is_empty());
        if text.is_none() {
            let pointer = if value.is_some() { format!("{at}/{key}") } else { at.to_owned() };
            let found = value.map_or_else(|| "none".to_owned(), Json::describe);
            self.fault(&pointer, format!("expected {what} under `{key}`, found {found}"));
        }
        text
    }

    /// Reports unknown and repeated keys. False if the value is not an object.
    fn keys(&mut self, json: &Json, at: &str, known: &[&str]) -> bool {
        let Json::Object(entries) = json else {
            self.fault(at, format!("expected an object, found {}", json.describe()));
            return false;
        };
        self.repeated(Some(json), at);
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let suggestion = closest_name(key, known.iter().copied()).map(str::to_owned);
            let message = format!("expected one of the keys {}, found `{key}`", quoted(known));
            self.fault_with_suggestion(format!("{at}/{}", escaped(key)), message, suggestion, true);
        }
        true
    }

    fn repeated(&mut self, json: Option<&Json>, at: &str) {
        if let Some(key) = json.and_then(Json::repeated_key) {
            let message = format!("expected the key `{key}` once, found it again");
            self.fault_with_suggestion(format!("{at}/{}", escaped(key)), message, None, true);
        }
    }
}

fn escaped(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
