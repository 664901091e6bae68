//! From conditions to JSON.

use crate::rulebook::Json;

use super::build::{list, one, string};
use super::condition::{Choices, ConditionForm, DateOperator, DayForm};

impl ConditionForm {
    /// The condition as JSON.
    pub fn to_json(&self) -> Json {
        let parts = |parts: &[ConditionForm]| parts.iter().map(ConditionForm::to_json).collect();
        match self {
            ConditionForm::All(all) => one("all", Json::Array(parts(all))),
            ConditionForm::Any(any) => one("any", Json::Array(parts(any))),
            ConditionForm::Not(part) => one("not", part.to_json()),
            ConditionForm::AtLeastOf(count, rest) => {
                let mut operands: Vec<Json> = parts(rest);
                operands.insert(0, Json::Integer(*count));
                one("at-least-of", Json::Array(operands))
            }
            ConditionForm::Term(id) => one("term", string(id)),
            ConditionForm::Met(id) => one("met", string(id)),
            ConditionForm::Class(id, values) => one("class", list([string(id), values.to_json()])),
            ConditionForm::YesNo(id, answer) => one("is", list([string(id), Json::Bool(*answer)])),
            ConditionForm::Is(id, option) => one("is", list([string(id), string(option)])),
            ConditionForm::OneOf(id, options) => {
                one("one-of", list([string(id), options.to_json()]))
            }
            ConditionForm::Includes(id, options) => {
                one("includes", list([string(id), options.to_json()]))
            }
            ConditionForm::Compare(left, comparison, right) => {
                one(comparison.name(), list([left.to_json(), right.to_json()]))
            }
            ConditionForm::Between(value, low, high) => {
                one("between", list([value.to_json(), low.to_json(), high.to_json()]))
            }
            ConditionForm::Date(fact, operator, day) => {
                one(operator.name(), list([string(fact), day.to_json()]))
            }
            ConditionForm::DateBetween(fact, low, high) => {
                one("between", list([string(fact), low.to_json(), high.to_json()]))
            }
            ConditionForm::Raw(json) => json.clone(),
        }
    }
}

impl Choices {
    fn to_json(&self) -> Json {
        match self {
            Choices::One(id) => string(id),
            Choices::List(ids) => list(ids.iter().map(string)),
        }
    }
}

impl DateOperator {
    /// The operator in a pack.
    pub fn name(self) -> &'static str {
        match self {
            DateOperator::Before => "before",
            DateOperator::After => "after",
            DateOperator::Compare(comparison) => comparison.name(),
        }
    }
}

impl DayForm {
    fn to_json(&self) -> Json {
        match self {
            DayForm::Day(day) => string(day),
            DayForm::AsOf => string("as-of"),
            DayForm::Fact(id) => string(id),
        }
    }
}
