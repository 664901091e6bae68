//! Answers in JSON: `{"fact-id": value, …}`.
//!
//! A value is `true`/`false`, an option id, a list of option ids, a number or a decimal string, an
//! ISO date, or `{"not-sure": true}`.

use crate::rulebook::{
    Decimal, DecimalError, FactKind, Id, Json, NumberKind, Options, RulePack, Value, closest_name,
    format_date,
};

use super::answers::{Answer, Answers};
use super::typed::{AnswerError, check_number, parse_answer};

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

/// The message for a fact that is answered twice. Neither answer is more valid than the other.
pub(super) const ANSWERED_TWICE: &str = "answered twice";

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
    let mut answered = vec![false; pack.facts.len()];
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
        if answered.get_mut(fact.index()).is_some_and(|answered| std::mem::replace(answered, true))
        {
            errors.push(InvalidAnswer {
                field: id.clone(),
                message: ANSWERED_TWICE.to_owned(),
                suggestion: None,
            });
            continue;
        }
        match answer_from_json(pack, &pack.facts[fact].kind, json) {
            Ok(answer) => answers.set(fact, Some(answer)),
            Err(error) => {
                let message = format!("{error}, found {}", json.describe());
                errors.push(InvalidAnswer { field: id.clone(), message, suggestion: None });
            }
        }
    }
    (answers, errors)
}

/// Parses the answer about a fact of this kind.
///
/// # Errors
///
/// The reason why the value is not an answer.
pub fn answer_from_json(
    pack: &RulePack,
    kind: &FactKind,
    json: &Json,
) -> Result<Answer, AnswerError> {
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
        (FactKind::Number(_), Json::String(text)) => {
            let value = parse_answer(pack, kind, text)?;
            value.ok_or(AnswerError::NotANumber)?
        }
        (FactKind::Number(number), Json::Integer(value)) => {
            json_number(number, &value.to_string())?
        }
        (FactKind::Number(number), Json::Number(text)) => json_number(number, text)?,
        (FactKind::Number(_), _) => {
            return Err(AnswerError::WrongKind("a number or a decimal string"));
        }
        (FactKind::Date, Json::String(text)) => {
            parse_answer(pack, kind, text)?.ok_or(AnswerError::NotADate)?
        }
        (FactKind::Date, _) => return Err(AnswerError::WrongKind("a valid date, as YYYY-MM-DD")),
    };
    Ok(Answer::Value(value))
}

fn json_number(kind: &NumberKind, text: &str) -> Result<Value, AnswerError> {
    let value = Decimal::from_json_number(text).map_err(|error| match error {
        DecimalError::NotANumber => AnswerError::NotANumber,
        DecimalError::TooManyPlaces => AnswerError::TooManyPlaces(kind.decimals),
        DecimalError::TooLarge if text.starts_with('-') => {
            AnswerError::TooSmall(kind.min.unwrap_or(Decimal::MIN))
        }
        DecimalError::TooLarge => AnswerError::TooLarge(kind.max.unwrap_or(Decimal::MAX)),
    })?;
    check_number(kind, value).map(Value::Number)
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
