//! Case: what is asked about, as hosts and files hand it over.

use std::fmt;

use jiff::civil::Date;

use crate::engine::answers::Answers;
use crate::engine::answers_json::{InvalidAnswer, answers_from_json_lenient, answers_to_json};
use crate::engine::assess::Assessment;
use crate::engine::outcome::Outcome;
use crate::rulebook::{Json, RulePack, format_date, parse_date};

use super::values::{Object, string};

/// A case that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The day asked about, if the case names one
    pub as_of: Option<Date>,
    /// What was said
    pub answers: Answers,
    /// With which rules, if the case was kept
    pub origin: Origin,
}

/// The rules that a case was kept with, and what followed from them. Nothing follows from it: it is there to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Their version
    pub version: Option<String>,
    /// Which they were, as [`RulePack::short_hash`] names them
    pub rules: Option<String>,
    /// The outcomes of their measures, by id
    pub outcomes: Vec<(String, Outcome)>,
}

/// Why a case cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseError {
    /// It is no object in JSON
    Malformed(String),
    /// A key of it, and what is wrong there
    Key(String, String),
    /// It was said about the rules of this other pack
    OtherPack(String),
    /// Answers; never empty
    Answers(Vec<InvalidAnswer>),
}

const KEYS: [&str; 7] = ["id", "as-of", "answers", "pack", "version", "rules", "outcomes"];

impl Case {
    /// Reads `{"id": any, "as-of": date?, "answers": {…}?}`, and what [`saved_case_json`] wrote: `"pack"` must be this one, and
    /// `"version"` and `"rules"` may be any, because answers name facts and options by their ids, and what does not fit is
    /// an error.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with its form; of the answers, every one that cannot be used.
    pub fn parse(pack: &RulePack, text: &str) -> Result<Case, CaseError> {
        let (case, errors) = Case::parse_lenient(pack, text)?;
        if errors.is_empty() { Ok(case) } else { Err(CaseError::Answers(errors)) }
    }

    /// The same with the answers that can be used, and what is wrong with the others.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with its form.
    pub fn parse_lenient(
        pack: &RulePack,
        text: &str,
    ) -> Result<(Case, Vec<InvalidAnswer>), CaseError> {
        let json = Json::parse(text).map_err(|error| CaseError::Malformed(error.to_string()))?;
        let Json::Object(entries) = &json else {
            return Err(CaseError::Malformed(format!(
                "expected an object, found {}",
                json.describe()
            )));
        };
        let bad = |key: &str, message: String| Err(CaseError::Key(key.to_owned(), message));
        if let Some((key, _)) = entries.iter().find(|(key, _)| !KEYS.contains(&key.as_str())) {
            return bad(key, format!("unknown key; known are {}", KEYS.join(", ")));
        }
        if let Some(key) = json.repeated_key() {
            return bad(key, "stands twice".to_owned());
        }
        let as_of = json.get("as-of").map(|date| (date, date.as_str().and_then(parse_date)));
        if let Some((found, None)) = as_of {
            return bad(
                "as-of",
                format!("expected a day written YYYY-MM-DD, found {}", found.describe()),
            );
        }
        for key in ["pack", "version", "rules"] {
            if let Some(found) = json.get(key).filter(|found| found.as_str().is_none()) {
                return bad(key, format!("expected a string, found {}", found.describe()));
            }
        }
        if let Some(other) = json.get("pack").and_then(Json::as_str).filter(|id| **id != *pack.id) {
            return Err(CaseError::OtherPack(other.to_owned()));
        }
        let text = |key: &str| json.get(key).and_then(Json::as_str).map(str::to_owned);
        let outcomes = json.get("outcomes").map_or(Ok(Vec::new()), read_outcomes);
        let outcomes =
            outcomes.map_err(|message| CaseError::Key("outcomes".to_owned(), message))?;
        let origin = Origin { version: text("version"), rules: text("rules"), outcomes };
        let (answers, errors) = match json.get("answers") {
            Some(answers) => answers_from_json_lenient(pack, answers),
            None => (Answers::none(pack), Vec::new()),
        };
        Ok((Case { as_of: as_of.and_then(|(_, day)| day), answers, origin }, errors))
    }
}

/// OutcomeBuffer by measure. The measures may be any: other rules had others.
fn read_outcomes(json: &Json) -> Result<Vec<(String, Outcome)>, String> {
    let Json::Object(entries) = json else {
        return Err(format!("expected an object of outcomes, found {}", json.describe()));
    };
    // Sorted: a file may be as long as somebody likes, and comparing each with each would take as long.
    let mut measures: Vec<&str> = entries.iter().map(|(measure, _)| measure.as_str()).collect();
    measures.sort_unstable();
    if let Some((twice, _)) =
        measures.iter().zip(measures.iter().skip(1)).find(|(one, next)| one == next)
    {
        return Err(format!("`{twice}` stands twice"));
    }
    let outcome = |(measure, found): &(String, Json)| {
        let known = Outcome::ALL.into_iter().find(|outcome| found.as_str() == Some(outcome.name()));
        let known =
            known.ok_or_else(|| format!("expected an outcome, found {}", found.describe()))?;
        Ok((measure.clone(), known))
    };
    entries.iter().map(outcome).collect()
}

impl CaseError {
    /// The key at fault: of the case, or of its answers.
    pub fn field(&self) -> Option<&str> {
        match self {
            CaseError::Malformed(_) => None,
            CaseError::Key(key, _) => Some(key),
            CaseError::OtherPack(_) => Some("pack"),
            CaseError::Answers(errors) => errors.first().map(|error| error.field.as_str()),
        }
    }

    /// What is wrong, and what was probably meant.
    pub fn message(&self) -> String {
        match self {
            CaseError::Malformed(message) | CaseError::Key(_, message) => message.clone(),
            CaseError::OtherPack(pack) => {
                let pack: String = pack.chars().take(40).collect();
                format!("these answers are about the rule pack `{pack}`, and this is another one")
            }
            CaseError::Answers(errors) => {
                let messages = errors.iter().map(|error| match &error.suggestion {
                    Some(near) => {
                        format!("`{}`: {}; did you mean `{near}`?", error.field, error.message)
                    }
                    None => format!("`{}`: {}", error.field, error.message),
                });
                messages.collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// What stands in the index of a reply, but for `format` and `id`: `{"error": {"line", "field", "message"}}`.
    pub fn json(&self, line: usize) -> Json {
        let error = Object::default()
            .with("line", Json::Integer(i64::try_from(line).unwrap_or(i64::MAX)))
            .with("field", self.field().map_or(Json::Null, string))
            .with("message", Json::String(self.message()));
        Object::default().with("error", error.json()).json()
    }
}

/// The message, with the key at fault before it.
impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (CaseError::Key(..) | CaseError::OtherPack(_), Some(key)) = (self, self.field()) {
            write!(f, "`{key}`: ")?;
        }
        f.write_str(&self.message())
    }
}

/// A case as it is read: `{"as-of", "answers"}`.
pub fn case_json(pack: &RulePack, as_of: Date, answers: &Answers) -> Json {
    let said = answers_to_json(pack, answers);
    Object::default().with("as-of", Json::String(format_date(as_of))).with("answers", said).json()
}

/// A case to keep: which rules it is about in front of what [`case_json`] writes, and what follows from them after it.
pub fn saved_case_json(
    pack: &RulePack,
    as_of: Date,
    answers: &Answers,
    assessment: &Assessment,
) -> Json {
    let mut kept = Object::default()
        .with("pack", string(&pack.id))
        .with("version", string(&pack.version))
        .with("rules", Json::String(pack.short_hash()));
    for (key, value) in case_json(pack, as_of, answers).entries() {
        kept.put(key, value.clone());
    }
    let outcomes = assessment.iter();
    let outcomes =
        outcomes.map(|(id, of)| (pack.measures[id].id.to_string(), string(of.outcome.name())));
    kept.with("outcomes", Json::Object(outcomes.collect())).json()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::receipt::Receipt;

    #[test]
    fn a_receipt_written_as_a_case_reads_back_as_the_same_receipt() {
        let json = include_str!("../../../tests/transcripts/packs/kiosk.json");
        let code = "24QRD-7QBNZ-S8MRT-DQFT2-A5KBP-409KC-TEH";
        let Ok(pack) = RulePack::from_json(json) else { return assert_eq!(json, "a sound pack") };
        let receipt = Receipt::decode(&pack, code);
        let case =
            receipt.map(|receipt| case_json(&pack, receipt.as_of, &receipt.answers).to_text());
        let case = case.map(|case| Case::parse(&pack, &case)).map(|case| {
            case.map(|case| Receipt::encode(&pack, case.as_of.unwrap_or_default(), &case.answers))
        });
        assert_eq!(case, Ok(Ok(code.to_owned())));
    }
}
