//! Answers in JSON: `{"fact-id": value, …}`.
//!
//! A value is `true`/`false`, an option id, a list of option ids, a number or a decimal string, an
//! ISO date, or `{"not-sure": true}`.

use crate::rulebook::{
    Decimal, FactKind, Json, Options, RulePack, Value, closest_name, format_date, parse_date,
};

use super::answers::{Answer, Answers};
use super::parse_answer::{AnswerError, check_number};

/// An answer that the pack does not accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidAnswer {
    /// The key of the answer
    pub field: String,
    /// The reason, in one phrase
    pub message: String,
    /// A fact id that is close to the unknown one
    pub suggestion: Option<String>,
}

/// Parses an object of answers.
///
/// # Errors
///
/// Every invalid answer.
pub fn answers_from_json(pack: &RulePack, json: &Json) -> Result<Answers, Vec<InvalidAnswer>> {
    let (answers, errors) = answers_from_json_lenient(pack, json);
    if errors.is_empty() { Ok(answers) } else { Err(errors) }
}

/// Parses an object of answers and returns the valid ones together with the errors.
pub(super) fn answers_from_json_lenient(
    pack: &RulePack,
    json: &Json,
) -> (Answers, Vec<InvalidAnswer>) {
    let mut answers = Answers::none(pack);
    let Json::Object(entries) = json else {
        let message = format!("expected an object of answers, found {}", json.describe());
        return (
            answers,
            vec![InvalidAnswer { field: "answers".to_owned(), message, suggestion: None }],
        );
    };
    let mut errors = Vec::new();
    for (id, json) in entries {
        let Some(fact) = pack.find_fact(id) else {
            let suggestion =
                closest_name(id, pack.facts.iter().map(|(_, fact)| &*fact.id)).map(str::to_owned);
            errors.push(InvalidAnswer {
                field: id.clone(),
                message: "no fact has this id".to_owned(),
                suggestion,
            });
            continue;
        };
        match answer(&pack.facts[fact].kind, json) {
            Ok(_) if answers.get(fact).is_some() => {
                errors.push(InvalidAnswer {
                    field: id.clone(),
                    message: "answered twice".to_owned(),
                    suggestion: None,
                });
            }
            Ok(answer) => answers.set(fact, Some(answer)),
            Err(error) => {
                let message = format!("{error}, found {}", json.describe());
                errors.push(InvalidAnswer { field: id.clone(), message, suggestion: None });
            }
        }
    }
    (answers, errors)
}

fn answer(kind: &FactKind, json: &Json) -> Result<Answer, AnswerError> {
    if json.get("not-sure") == Some(&Json::Bool(true)) && json.entries().len() == 1 {
        return Ok(Answer::NotSure);
    }
    let value = match (kind, json) {
        (FactKind::YesNo, Json::Bool(yes)) => Value::YesNo(*yes),
        (FactKind::YesNo, _) => return Err(AnswerError::WrongKind("`true` or `false`")),
        (FactKind::Choice(_), Json::String(id)) => {
            Value::Options(kind.option(id).ok_or(AnswerError::NoSuchOption)?)
        }
        (FactKind::Choice(_), _) => return Err(AnswerError::WrongKind("the id of an option")),
        (FactKind::Choices(_), Json::Array(ids)) => {
            let sets = ids.iter().map(|id| id.as_str().and_then(|id| kind.option(id)));
            let all =
                sets.into_iter().try_fold(Options::EMPTY, |all, set| set.map(|set| all.union(set)));
            Value::Options(all.ok_or(AnswerError::NoSuchOption)?)
        }
        (FactKind::Choices(_), _) => return Err(AnswerError::WrongKind("a list of option ids")),
        (FactKind::Number(number), Json::String(text)) => {
            let value = text.parse().map_err(|_| AnswerError::WrongKind("a decimal number"))?;
            Value::Number(check_number(number, value)?)
        }
        (FactKind::Number(number), Json::Integer(value)) => {
            let value = value
                .to_string()
                .parse()
                .map_err(|_| AnswerError::WrongKind("a decimal number"))?;
            Value::Number(check_number(number, value)?)
        }
        (FactKind::Number(number), Json::Number(text)) => {
            let value = Decimal::from_json_number(text)
                .map_err(|_| AnswerError::WrongKind("a decimal number"))?;
            Value::Number(check_number(number, value)?)
        }
        (FactKind::Number(_), _) => {
            return Err(AnswerError::WrongKind("a number or a decimal string"));
        }
        (FactKind::Date, Json::String(text)) => Value::Date(
            parse_date(text).ok_or(AnswerError::WrongKind("a valid date, as YYYY-MM-DD"))?,
        ),
        (FactKind::Date, _) => return Err(AnswerError::WrongKind("a valid date, as YYYY-MM-DD")),
    };
    Ok(Answer::Value(value))
}

/// Answers as an object.
pub(super) fn answers_to_json(pack: &RulePack, answers: &Answers) -> Json {
    let entries = answers.iter().map(|(fact, answer)| {
        let fact = &pack.facts[fact];
        (fact.id.to_string(), answer_to_json(&fact.kind, answer))
    });
    Json::Object(entries.collect())
}

/// An answer as a JSON value.
pub fn answer_to_json(kind: &FactKind, answer: Answer) -> Json {
    match answer {
        Answer::NotSure => Json::Object(vec![("not-sure".to_owned(), Json::Bool(true))]),
        Answer::Value(Value::YesNo(yes)) => Json::Bool(yes),
        Answer::Value(Value::Number(number)) => Json::String(number.to_string()),
        Answer::Value(Value::Date(date)) => Json::String(format_date(date)),
        Answer::Value(Value::Options(set)) => {
            let mut ids = kind.chosen(set).map(|option| Json::String(option.id.to_string()));
            match kind {
                FactKind::Choice(_) => ids.next().unwrap_or(Json::Null),
                _ => Json::Array(ids.collect()),
            }
        }
    }
}
