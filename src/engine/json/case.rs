//! Cases: the input of programs and saved files.

use std::fmt;

use jiff::civil::Date;

use crate::engine::answers::Answers;
use crate::engine::answers_json::{
    ANSWERED_TWICE, InvalidAnswer, answers_from_json_lenient, answers_to_json,
};
use crate::engine::assess::Assessment;
use crate::engine::outcome::Outcome;
use crate::engine::relations::check_relations;
use crate::engine::typed::parse_day;
use crate::rulebook::{Json, RulePack, TopicId, format_date};

use super::values::{Object, string};

/// A valid case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The as-of date, if the case has one
    pub as_of: Option<Date>,
    /// The chosen topics; all measures if there are none
    pub topics: Vec<TopicId>,
    /// The answers
    pub answers: Answers,
    /// The rules with which the case was saved
    pub origin: Origin,
}

/// The rules with which a case was saved, and their outcomes. Only for comparison: they do not
/// affect the evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The version of the pack
    pub version: Option<String>,
    /// The rules, as in [`RulePack::short_hash`]
    pub rules: Option<String>,
    /// The outcomes by measure id
    pub outcomes: Vec<(String, Outcome)>,
}

/// The reason why a case is invalid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseError {
    /// Not a JSON object
    Malformed(String),
    /// A key, and the error in its value
    Key(String, String),
    /// The case belongs to the pack with this id
    OtherPack(String),
    /// Invalid answers or topics; never empty
    Answers(Vec<InvalidAnswer>),
}

const KEYS: [&str; 8] =
    ["id", "as-of", "topics", "answers", "pack", "version", "rules", "outcomes"];

impl Case {
    /// Parses `{"id": any, "as-of": date?, "topics": [id]?, "answers": {…}?}` or the output of
    /// [`saved_case_json`].
    ///
    /// `pack` must be the id of this pack. `version` and `rules` may differ: answers name facts and
    /// options by id, so that an answer that no longer fits is an error.
    ///
    /// # Errors
    ///
    /// The first error in the structure, or every invalid answer and unknown topic.
    pub fn parse(pack: &RulePack, text: &str) -> Result<Case, CaseError> {
        let (case, errors) = Case::parse_lenient(pack, text)?;
        if errors.is_empty() { Ok(case) } else { Err(CaseError::Answers(errors)) }
    }

    /// Like [`Case::parse`], but returns the valid answers together with the errors of the others.
    ///
    /// # Errors
    ///
    /// The first error in the structure, or every fact that is answered twice.
    pub fn parse_lenient(
        pack: &RulePack,
        text: &str,
    ) -> Result<(Case, Vec<InvalidAnswer>), CaseError> {
        let json = Json::parse(text).map_err(|error| CaseError::Malformed(error.to_string()))?;
        Case::from_json_lenient(pack, &json)
    }

    /// Like [`Case::parse`], from parsed JSON.
    ///
    /// # Errors
    ///
    /// The first error in the structure, or every invalid answer and unknown topic.
    pub fn from_json(pack: &RulePack, json: &Json) -> Result<Case, CaseError> {
        let (case, errors) = Case::from_json_lenient(pack, json)?;
        if errors.is_empty() { Ok(case) } else { Err(CaseError::Answers(errors)) }
    }

    fn from_json_lenient(
        pack: &RulePack,
        json: &Json,
    ) -> Result<(Case, Vec<InvalidAnswer>), CaseError> {
        let Json::Object(entries) = json else {
            return Err(CaseError::Malformed(format!(
                "expected an object, found {}",
                json.describe()
            )));
        };
        let invalid_key = |key: &str, message: String| Err(CaseError::Key(key.to_owned(), message));
        if let Some((key, _)) = entries.iter().find(|(key, _)| !KEYS.contains(&key.as_str())) {
            return invalid_key(key, format!("unknown key, expected one of {}", KEYS.join(", ")));
        }
        if let Some(key) = json.repeated_key() {
            return invalid_key(key, "occurs twice".to_owned());
        }
        let as_of = json.get("as-of").map(|date| (date, date.as_str().and_then(parse_day)));
        if let Some((found, None)) = as_of {
            return invalid_key(
                "as-of",
                format!("expected a valid date, as YYYY-MM-DD, found {}", found.describe()),
            );
        }
        for key in ["pack", "version", "rules"] {
            if let Some(found) = json.get(key).filter(|found| found.as_str().is_none()) {
                return invalid_key(key, format!("expected a string, found {}", found.describe()));
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
        let (answers, mut errors) = match json.get("answers") {
            Some(answers) => answers_from_json_lenient(pack, answers),
            None => (Answers::none(pack), Vec::new()),
        };
        let twice = errors.iter().filter(|error| error.message == ANSWERED_TWICE);
        let twice: Vec<InvalidAnswer> = twice.cloned().collect();
        if !twice.is_empty() {
            return Err(CaseError::Answers(twice));
        }
        let mut topics = Vec::new();
        if let Some(found) = json.get("topics") {
            let ids: Option<Vec<&str>> = match found {
                Json::Array(ids) => ids.iter().map(Json::as_str).collect(),
                _ => None,
            };
            let Some(ids) = ids else {
                let message = format!("expected a list of topic ids, found {}", found.describe());
                return invalid_key("topics", message);
            };
            for id in ids {
                match pack.find_topic(id) {
                    Some(topic) => topics.push(topic),
                    None => errors.push(InvalidAnswer {
                        field: "topics".to_owned(),
                        message: format!("no topic has the id `{id}`"),
                        suggestion: pack.similar_topic(id).map(str::to_owned),
                    }),
                }
            }
        }
        Ok((Case { as_of: as_of.and_then(|(_, day)| day), topics, answers, origin }, errors))
    }
}

impl Case {
    /// Checks that the answers violate no relation. `as_of` applies if the case has no as-of date.
    ///
    /// # Errors
    ///
    /// The violated relations.
    pub fn check_relations(&self, pack: &RulePack, as_of: Date) -> Result<(), CaseError> {
        let errors = check_relations(pack, &self.answers, self.as_of.unwrap_or(as_of));
        if errors.is_empty() { Ok(()) } else { Err(CaseError::Answers(errors)) }
    }
}

/// Parses outcomes by measure id. Accepts unknown ids: other rules have other measures.
fn read_outcomes(json: &Json) -> Result<Vec<(String, Outcome)>, String> {
    let Json::Object(entries) = json else {
        return Err(format!("expected an object of outcomes, found {}", json.describe()));
    };
    // Sorted, because comparing all pairs of a huge file would take quadratic time.
    let mut measures: Vec<&str> = entries.iter().map(|(measure, _)| measure.as_str()).collect();
    measures.sort_unstable();
    if let Some((repeated, _)) =
        measures.iter().zip(measures.iter().skip(1)).find(|(one, next)| one == next)
    {
        return Err(format!("`{repeated}` occurs twice"));
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
    /// The key with the error: a key of the case or of its answers.
    pub fn field(&self) -> Option<&str> {
        match self {
            CaseError::Malformed(_) => None,
            CaseError::Key(key, _) => Some(key),
            CaseError::OtherPack(_) => Some("pack"),
            CaseError::Answers(errors) => errors.first().map(|error| error.field.as_str()),
        }
    }

    /// The error, with a suggestion if there is one.
    pub fn message(&self) -> String {
        match self {
            CaseError::Malformed(message) | CaseError::Key(_, message) => message.clone(),
            CaseError::OtherPack(pack) => {
                let pack: String = pack.chars().take(40).collect();
                format!("these answers are for the rule pack `{pack}`, not for this one")
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

    /// The reply to an invalid case, without `format` and `id`: `{"error": {"line", "field",
    /// "message"}}`.
    pub fn json(&self, line: usize) -> Json {
        let error = Object::default()
            .with("line", Json::Integer(i64::try_from(line).unwrap_or(i64::MAX)))
            .with("field", self.field().map_or(Json::Null, string))
            .with("message", Json::String(self.message()));
        Object::default().with("error", error.json()).json()
    }
}

/// The message, after the key with the error.
impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (CaseError::Key(..) | CaseError::OtherPack(_), Some(key)) = (self, self.field()) {
            write!(f, "`{key}`: ")?;
        }
        f.write_str(&self.message())
    }
}

/// A case: `{"as-of", "topics"?, "answers"}`.
pub fn case_json(pack: &RulePack, as_of: Date, topics: &[TopicId], answers: &Answers) -> Json {
    let mut case = Object::default().with("as-of", Json::String(format_date(as_of)));
    if !topics.is_empty() {
        let ids = topics.iter().map(|topic| string(&pack.topics[*topic].id));
        case.put("topics", Json::Array(ids.collect()));
    }
    case.with("answers", answers_to_json(pack, answers)).json()
}

/// A case for saving: the output of [`case_json`] with pack, version, rules and outcomes.
pub fn saved_case_json(
    pack: &RulePack,
    as_of: Date,
    topics: &[TopicId],
    answers: &Answers,
    assessment: &Assessment,
) -> Json {
    let mut case = Object::default()
        .with("pack", string(&pack.id))
        .with("version", string(&pack.version))
        .with("rules", Json::String(pack.short_hash()));
    for (key, value) in case_json(pack, as_of, topics, answers).entries() {
        case.put(key, value.clone());
    }
    let outcomes = assessment.iter();
    let outcomes =
        outcomes.map(|(id, of)| (pack.measures[id].id.to_string(), string(of.outcome.name())));
    case.with("outcomes", Json::Object(outcomes.collect())).json()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::receipt::Receipt;

    #[test]
    fn a_receipt_converted_to_a_case_encodes_to_the_same_receipt() {
        let json = include_str!("../../../tests/transcripts/packs/kiosk.json");
        let code = "64QRX-TXFZM-D9PM4-VYGVP-0V6QC-8VFT9-549";
        let Ok(pack) = RulePack::from_json(json) else { return assert_eq!(json, "a valid pack") };
        let receipt = Receipt::decode(&pack, code);
        let case = receipt.map(|receipt| {
            case_json(&pack, receipt.as_of, &receipt.topics, &receipt.answers).to_text()
        });
        let case = case.map(|case| Case::parse(&pack, &case)).map(|case| {
            case.map(|case| {
                let as_of = case.as_of.unwrap_or_default();
                Receipt::encode(&pack, as_of, &case.topics, &case.answers)
            })
        });
        assert_eq!(case, Ok(Ok(code.to_owned())));
    }
}
