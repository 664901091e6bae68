//! From JSON to conditions.

use crate::rulebook::{Comparison, Json, parse_date};

use super::condition::{Choices, ConditionForm, DateOperator, DayForm};
use super::facts::{FactKindForm, Facts};
use super::number::NumberForm;

impl ConditionForm {
    /// Reads a condition.
    pub fn read(json: &Json, facts: &Facts) -> ConditionForm {
        match known(json, facts) {
            // Otherwise writing would lose something.
            Some(form) if form.to_json() == *json => form,
            _ => ConditionForm::Raw(json.clone()),
        }
    }
}

fn known(json: &Json, facts: &Facts) -> Option<ConditionForm> {
    let [(operator, operands)] = json.entries() else { return None };
    let parts = |items: &[Json]| {
        items.iter().map(|part| ConditionForm::read(part, facts)).collect::<Vec<_>>()
    };
    let is_list = matches!(operands, Json::Array(_));
    let id = || operands.as_str().map(str::to_owned);
    Some(match (operator.as_str(), operands.items()) {
        ("all", items) if is_list => ConditionForm::All(parts(items)),
        ("any", items) if is_list => ConditionForm::Any(parts(items)),
        ("not", _) => ConditionForm::Not(Box::new(ConditionForm::read(operands, facts))),
        ("at-least-of", [Json::Integer(count), rest @ ..]) => {
            ConditionForm::AtLeastOf(*count, parts(rest))
        }
        ("term", _) => ConditionForm::Term(id()?),
        ("met", _) => ConditionForm::Met(id()?),
        ("class", [Json::String(class), values]) => {
            ConditionForm::Class(class.clone(), choices(values)?)
        }
        ("one-of", [Json::String(fact), options]) => {
            ConditionForm::OneOf(fact.clone(), choices(options)?)
        }
        ("includes", [Json::String(fact), options]) => {
            ConditionForm::Includes(fact.clone(), choices(options)?)
        }
        ("between", [Json::String(fact), low, high]) if facts.is_date(fact) => {
            ConditionForm::DateBetween(fact.clone(), day(low, facts)?, day(high, facts)?)
        }
        ("between", [value, low, high]) => {
            let read = |json| NumberForm::read(json, facts);
            ConditionForm::Between(read(value), read(low), read(high))
        }
        (operator, [subject, value]) => test(operator, subject, value, facts)?,
        _ => return None,
    })
}

/// A test of a fact or a number with one other operand.
fn test(operator: &str, subject: &Json, value: &Json, facts: &Facts) -> Option<ConditionForm> {
    let comparison = Comparison::ALL.into_iter().find(|known| known.name() == operator);
    let fact = subject.as_str().and_then(|id| facts.find(id));
    let date_operator = match operator {
        "before" => Some(DateOperator::Before),
        "after" => Some(DateOperator::After),
        _ => comparison.map(DateOperator::Compare),
    };
    match (fact.map(|fact| &fact.kind), value) {
        (Some(FactKindForm::YesNo), Json::Bool(answer)) if operator == "is" => {
            Some(ConditionForm::YesNo(fact?.id.clone(), *answer))
        }
        (Some(FactKindForm::Choice(_)), Json::String(option)) if operator == "is" => {
            Some(ConditionForm::Is(fact?.id.clone(), option.clone()))
        }
        (Some(FactKindForm::Date), _) => {
            Some(ConditionForm::Date(fact?.id.clone(), date_operator?, day(value, facts)?))
        }
        (Some(FactKindForm::Number(_)) | None, _) => {
            let comparison = comparison?;
            let (left, right) = (NumberForm::read(subject, facts), NumberForm::read(value, facts));
            // Of an unknown fact, it is not known what is compared.
            let is_faulty = matches!(left, NumberForm::Raw(Json::String(_)));
            (!is_faulty).then_some(ConditionForm::Compare(left, comparison, right))
        }
        _ => None,
    }
}

fn choices(json: &Json) -> Option<Choices> {
    match json {
        Json::String(id) => Some(Choices::One(id.clone())),
        Json::Array(items) => {
            let ids: Option<Vec<String>> =
                items.iter().map(|item| item.as_str().map(str::to_owned)).collect();
            Some(Choices::List(ids?))
        }
        _ => None,
    }
}

fn day(json: &Json, facts: &Facts) -> Option<DayForm> {
    let text = json.as_str()?;
    if text == "as-of" {
        Some(DayForm::AsOf)
    } else if facts.is_date(text) {
        Some(DayForm::Fact(text.to_owned()))
    } else {
        parse_date(text).map(|_| DayForm::Day(text.to_owned()))
    }
}
