//! `eligibility assess`: JSON Lines in, JSON Lines out, one case at a time.

use std::io::{BufRead, Write};

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::engine::{Answers, Compiled, Outcome, Situation, amount, answers_from_json, next_question};
use crate::rulebook::{Json, RuleBook, parse_date};

use super::days::Days;
use super::{PackPath, Stop, Verdict, date_argument, pack, today};

/// Assess cases: JSON Lines in, JSON Lines out, in constant memory
#[derive(Debug, clap::Args)]
pub(super) struct Assess {
    #[command(flatten)]
    pack: PackPath,
    /// The day for cases that name none; today if not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date_argument)]
    as_of: Option<Date>,
}

impl Assess {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let book = pack::load(&self.pack.pack)?;
        let as_of = self.as_of.unwrap_or_else(today);
        let mut output = std::io::BufWriter::new(std::io::stdout().lock());
        let mut verdict = Verdict::Fine;
        let mut days = Days::default();
        for (place, line) in std::io::stdin().lock().split(b'\n').enumerate() {
            let line = line.map_err(|error| Stop::file("standard input", error))?;
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let reply = match Case::read(&book, &line, as_of) {
                Ok(case) => case.reply(&book, &days.on(&book, case.as_of)),
                Err(bad) => {
                    verdict = Verdict::Findings;
                    bad.reply(place + 1)
                }
            };
            writeln!(output, "{reply}").map_err(|error| Stop::file("standard output", error))?;
        }
        output.flush().map_err(|error| Stop::file("standard output", error))?;
        Ok(verdict)
    }
}

/// One line that can be used.
pub(super) struct Case {
    id: Value,
    pub(super) as_of: Date,
    pub(super) answers: Answers,
}

/// One line that cannot.
pub(super) struct BadCase {
    id: Value,
    field: Option<String>,
    pub(super) message: String,
}

impl Case {
    /// Reads `{"id": any, "as-of": date?, "answers": {…}}`.
    pub(super) fn read(book: &RuleBook, line: &[u8], as_of: Date) -> Result<Case, BadCase> {
        let bad = |id: &Value, field: Option<&str>, message: String| BadCase {
            id: id.clone(),
            field: field.map(str::to_owned),
            message,
        };
        let text = std::str::from_utf8(line);
        let text = text.map_err(|_| bad(&Value::Null, None, "not UTF-8 text".to_owned()))?;
        let json = Json::parse(text).map_err(|error| bad(&Value::Null, None, error.to_string()))?;
        // The id goes back as it came, whatever it is; our own tree would round a fraction.
        let id = serde_json::from_str::<Value>(text).ok().and_then(|case| case.get("id").cloned());
        let id = id.unwrap_or_default();
        let Json::Object(entries) = &json else {
            return Err(bad(&id, None, format!("expected an object, found {}", json.describe())));
        };
        if let Some((key, _)) =
            entries.iter().find(|(key, _)| !["id", "as-of", "answers"].contains(&key.as_str()))
        {
            return Err(bad(&id, Some(key), "unknown key; known are id, as-of, answers".to_owned()));
        }
        if let Some(key) = json.repeated_key() {
            return Err(bad(&id, Some(key), "stands twice".to_owned()));
        }
        let as_of = match json.get("as-of") {
            None => as_of,
            Some(date) => date.as_str().and_then(parse_date).ok_or_else(|| {
                bad(
                    &id,
                    Some("as-of"),
                    format!("expected a day written YYYY-MM-DD, found {}", date.describe()),
                )
            })?,
        };
        let nothing_said = Json::Object(Vec::new());
        let answers = json.get("answers").unwrap_or(&nothing_said);
        match answers_from_json(book, answers) {
            Ok(answers) => Ok(Case { id, as_of, answers }),
            Err(errors) => {
                let first = errors.first();
                let field = first.map(|error| error.field.as_str());
                let messages = errors.iter().map(|error| match &error.near {
                    Some(near) => format!("`{}`: {}; did you mean `{near}`?", error.field, error.message),
                    None => format!("`{}`: {}", error.field, error.message),
                });
                Err(bad(&id, field, messages.collect::<Vec<_>>().join("; ")))
            }
        }
    }

    fn reply(&self, book: &RuleBook, rules: &Compiled) -> Value {
        let assessment = rules.assess(book, &self.answers);
        let situation = Situation { book, answers: &self.answers, as_of: self.as_of };
        let (mut outcomes, mut missing, mut amounts) = (Map::new(), Map::new(), Map::new());
        for (id, assessed) in assessment.iter() {
            let measure = &book.measures[id];
            outcomes.insert(measure.id.to_string(), assessed.outcome.name().into());
            if assessed.outcome == Outcome::Open {
                let facts = assessed.missing.iter().map(|fact| Value::from(&*book.facts[*fact].id));
                missing.insert(measure.id.to_string(), facts.collect());
            }
            if assessed.can_be_met
                && let Some(amount) = amount(&situation, id)
            {
                let range = json!({
                    "min": amount.min.to_string(),
                    "max": amount.max.map(|max| max.to_string()),
                    "unit": &*amount.unit,
                    "evidence": amount.evidence.name(),
                });
                amounts.insert(measure.id.to_string(), range);
            }
        }
        let next = next_question(rules, book, &self.answers, &assessment)
            .map(|ask| book.facts[ask.fact].id.to_string());
        json!({
            "format": 1,
            "id": self.id,
            "outcomes": outcomes,
            "missing": missing,
            "amounts": amounts,
            "next": next,
        })
    }
}

impl BadCase {
    fn reply(&self, line: usize) -> Value {
        let error = json!({ "line": line, "field": self.field, "message": self.message });
        json!({ "format": 1, "id": self.id, "error": error })
    }
}
