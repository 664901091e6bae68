//! Changes of computed numbers.

use crate::rulebook::{Json, Kind};

use super::build::{list, object, one, str_at, string};
use super::facts::{FactKindForm, Facts};
use super::number::NumberForm;

/// The kinds of numbers that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// A decimal
    Constant,
    /// The answer to a number fact
    Fact,
    /// Whole months since a date
    MonthsSince,
    /// Days since a date
    DaysSince,
    /// A sum
    Sum,
    /// The first minus the second
    Difference,
    /// The first divided by the second
    Ratio,
    /// The percentage by which the first exceeds the second
    Growth,
    /// A percentage of a number
    Percent,
    /// The largest
    HighestOf,
    /// The smallest
    LowestOf,
    /// The points of a table
    Points,
    /// The named number
    Named,
}

impl NumberKind {
    /// All kinds, the frequent ones first.
    pub const ALL: [NumberKind; 13] = [
        NumberKind::Constant,
        NumberKind::Fact,
        NumberKind::MonthsSince,
        NumberKind::DaysSince,
        NumberKind::Sum,
        NumberKind::Difference,
        NumberKind::Ratio,
        NumberKind::Growth,
        NumberKind::Percent,
        NumberKind::HighestOf,
        NumberKind::LowestOf,
        NumberKind::Points,
        NumberKind::Named,
    ];

    /// The name of the kind: the operator of a pack, or `constant` and `fact`.
    pub fn key(self) -> &'static str {
        match self {
            NumberKind::Constant => "constant",
            NumberKind::Fact => "fact",
            NumberKind::MonthsSince => "months-since",
            NumberKind::DaysSince => "days-since",
            NumberKind::Sum => "sum",
            NumberKind::Difference => "difference",
            NumberKind::Ratio => "ratio",
            NumberKind::Growth => "growth",
            NumberKind::Percent => "percent",
            NumberKind::HighestOf => "highest-of",
            NumberKind::LowestOf => "lowest-of",
            NumberKind::Points => "points",
            NumberKind::Named => "quantity",
        }
    }

    /// The kind of a number. `None` if it can only be edited as text.
    pub fn of(number: &NumberForm) -> Option<NumberKind> {
        Some(match number {
            NumberForm::Constant(_) => NumberKind::Constant,
            NumberForm::Fact(_) => NumberKind::Fact,
            NumberForm::MonthsSince(_) => NumberKind::MonthsSince,
            NumberForm::DaysSince(_) => NumberKind::DaysSince,
            NumberForm::Sum(_) => NumberKind::Sum,
            NumberForm::Difference(_) => NumberKind::Difference,
            NumberForm::Ratio(..) => NumberKind::Ratio,
            NumberForm::Growth(..) => NumberKind::Growth,
            NumberForm::Percent(..) => NumberKind::Percent,
            NumberForm::HighestOf(_) => NumberKind::HighestOf,
            NumberForm::LowestOf(_) => NumberKind::LowestOf,
            NumberForm::Points(_) => NumberKind::Points,
            NumberForm::Named(_) => NumberKind::Named,
            NumberForm::Raw(_) => return None,
        })
    }
}

/// A number of another kind. Its parts stay if both kinds have some; other numbers become the first
/// part. `None` if the pack has no fact or number for the kind.
pub fn with_number_kind(
    number: &NumberForm,
    kind: NumberKind,
    pack: &Json,
    facts: &Facts,
) -> Option<Json> {
    let date = || {
        facts.facts.iter().find(|fact| fact.kind == FactKindForm::Date).map(|fact| string(&fact.id))
    };
    let number_fact = || {
        let fact = facts.facts.iter().find(|fact| matches!(fact.kind, FactKindForm::Number(_)))?;
        Some(string(&fact.id))
    };
    let old: Vec<Json> = match number.parts() {
        parts if parts.is_empty() => vec![number.to_json()],
        parts => parts.into_iter().map(|(_, part)| part.to_json()).collect(),
    };
    let first = || old.first().cloned().unwrap_or(Json::Integer(1));
    let second = || old.get(1).cloned().unwrap_or(Json::Integer(1));
    let since = |operator: &str| match number {
        NumberForm::MonthsSince(id) | NumberForm::DaysSince(id) => Some(one(operator, string(id))),
        _ => Some(one(operator, date()?)),
    };
    Some(match kind {
        NumberKind::Constant => Json::Integer(1),
        NumberKind::Fact => number_fact()?,
        NumberKind::MonthsSince => since("months-since")?,
        NumberKind::DaysSince => since("days-since")?,
        NumberKind::Sum | NumberKind::HighestOf | NumberKind::LowestOf => {
            one(kind.key(), Json::Array(old))
        }
        NumberKind::Difference | NumberKind::Ratio | NumberKind::Growth => {
            one(kind.key(), list([first(), second()]))
        }
        NumberKind::Percent => one("percent", list([Json::Integer(10), first()])),
        NumberKind::Points => one(
            "points",
            object([
                ("by", number_fact().unwrap_or_else(first)),
                (
                    "bands",
                    list([object([("at-least", Json::Integer(1)), ("points", Json::Integer(1))])]),
                ),
                ("otherwise", Json::Integer(0)),
            ]),
        ),
        NumberKind::Named => {
            let named = pack.get(Kind::Quantity.list()).map(Json::items).unwrap_or_default();
            one("quantity", string(str_at(named.first()?, "id")))
        }
    })
}
