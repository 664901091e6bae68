//! Computed numbers as trees.

use crate::rulebook::Json;

use super::build::{list, object, one, string};
use super::facts::Facts;

/// A number.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberForm {
    /// A decimal, as written
    Constant(Json),
    /// The answer to a number fact
    Fact(String),
    /// Whole months from the date fact to the as-of date
    MonthsSince(String),
    /// Days from the date fact to the as-of date
    DaysSince(String),
    /// The first minus the second
    Difference(Box<[NumberForm; 2]>),
    /// The first divided by the second, and the value if the second is zero
    Ratio(Box<[NumberForm; 2]>, Option<Json>),
    /// The percentage by which the first exceeds the second, and the value if the second is zero
    Growth(Box<[NumberForm; 2]>, Option<Json>),
    /// A percentage of a number, and the value if that is zero
    Percent(Box<[NumberForm; 2]>, Option<Json>),
    /// The sum
    Sum(Vec<NumberForm>),
    /// The largest
    HighestOf(Vec<NumberForm>),
    /// The smallest
    LowestOf(Vec<NumberForm>),
    /// The points of a table, which [`TableForm`](super::TableForm) shows
    Points(Json),
    /// The named number
    Named(String),
    /// Anything else
    Raw(Json),
}

impl NumberForm {
    /// Reads a number.
    pub fn read(json: &Json, facts: &Facts) -> NumberForm {
        match NumberForm::known(json, facts) {
            // Otherwise writing would lose something, such as the order of keys.
            Some(form) if form.to_json() == *json => form,
            _ => NumberForm::Raw(json.clone()),
        }
    }

    fn known(json: &Json, facts: &Facts) -> Option<NumberForm> {
        match json {
            Json::Integer(_) => return Some(NumberForm::Constant(json.clone())),
            Json::String(id) if facts.is_number(id) => return Some(NumberForm::Fact(id.clone())),
            // Ids begin with a letter, decimals do not.
            Json::String(text) => {
                let is_decimal = !text.starts_with(char::is_alphabetic);
                return is_decimal.then(|| NumberForm::Constant(json.clone()));
            }
            _ => {}
        }
        let (operator, operands) = json.entries().first()?;
        let if_zero = json.get("if-zero").cloned();
        let many = || operands.items().iter().map(|part| NumberForm::read(part, facts)).collect();
        let two = || match operands.items() {
            [first, second] => {
                Some(Box::new([NumberForm::read(first, facts), NumberForm::read(second, facts)]))
            }
            _ => None,
        };
        let id = || operands.as_str().map(str::to_owned);
        let date = || id().filter(|id| facts.is_date(id));
        Some(match operator.as_str() {
            "months-since" => NumberForm::MonthsSince(date()?),
            "days-since" => NumberForm::DaysSince(date()?),
            "difference" => NumberForm::Difference(two()?),
            "ratio" => NumberForm::Ratio(two()?, if_zero),
            "growth" => NumberForm::Growth(two()?, if_zero),
            "percent" => NumberForm::Percent(two()?, if_zero),
            "sum" => NumberForm::Sum(many()),
            "highest-of" => NumberForm::HighestOf(many()),
            "lowest-of" => NumberForm::LowestOf(many()),
            "points" => NumberForm::Points(operands.clone()),
            "quantity" => NumberForm::Named(id()?),
            _ => return None,
        })
    }

    /// The number as JSON.
    pub fn to_json(&self) -> Json {
        let many = |parts: &[NumberForm]| list(parts.iter().map(NumberForm::to_json));
        let with_zero = |operator: &str, parts: &[NumberForm], if_zero: &Option<Json>| {
            let if_zero = if_zero.iter().map(|value| ("if-zero", value.clone()));
            object([(operator, many(parts))].into_iter().chain(if_zero))
        };
        match self {
            NumberForm::Constant(json) | NumberForm::Raw(json) => json.clone(),
            NumberForm::Fact(id) => string(id),
            NumberForm::MonthsSince(id) => one("months-since", string(id)),
            NumberForm::DaysSince(id) => one("days-since", string(id)),
            NumberForm::Difference(parts) => one("difference", many(&**parts)),
            NumberForm::Ratio(parts, if_zero) => with_zero("ratio", &**parts, if_zero),
            NumberForm::Growth(parts, if_zero) => with_zero("growth", &**parts, if_zero),
            NumberForm::Percent(parts, if_zero) => with_zero("percent", &**parts, if_zero),
            NumberForm::Sum(parts) => one("sum", many(parts)),
            NumberForm::HighestOf(parts) => one("highest-of", many(parts)),
            NumberForm::LowestOf(parts) => one("lowest-of", many(parts)),
            NumberForm::Points(table) => one("points", table.clone()),
            NumberForm::Named(id) => one("quantity", string(id)),
        }
    }

    /// The numbers inside, with the pointers from this number to them.
    pub fn parts(&self) -> Vec<(String, &NumberForm)> {
        let (operator, parts): (&str, &[NumberForm]) = match self {
            NumberForm::Difference(parts) => ("difference", &**parts),
            NumberForm::Ratio(parts, _) => ("ratio", &**parts),
            NumberForm::Growth(parts, _) => ("growth", &**parts),
            NumberForm::Percent(parts, _) => ("percent", &**parts),
            NumberForm::Sum(parts) => ("sum", parts),
            NumberForm::HighestOf(parts) => ("highest-of", parts),
            NumberForm::LowestOf(parts) => ("lowest-of", parts),
            _ => return Vec::new(),
        };
        let parts = parts.iter().enumerate();
        parts.map(|(index, part)| (format!("/{operator}/{index}"), part)).collect()
    }

    /// Whether a part can only be edited as text.
    pub fn has_raw(&self) -> bool {
        matches!(self, NumberForm::Raw(_)) || self.parts().iter().any(|(_, part)| part.has_raw())
    }
}
