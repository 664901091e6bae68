//! The conditions that are possible with a fact: built from the facts, not from a grammar.

use crate::rulebook::Json;

use super::build::{list, one, string};
use super::facts::{FactForm, FactKindForm};

/// A test of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactOperator {
    /// The yes-no fact is yes
    IsYes,
    /// The yes-no fact is no
    IsNo,
    /// The choice is one option
    IsOption,
    /// The choice is one of several options
    OneOf,
    /// The choices include one of several options
    Includes,
    /// The number is greater than or equal to a bound
    AtLeast,
    /// The number is greater than a bound
    MoreThan,
    /// The number is less than or equal to a bound
    AtMost,
    /// The number is less than a bound
    LessThan,
    /// The number is between two bounds
    Between,
    /// The number equals another
    Equals,
    /// The date is before a day, or the as-of date
    Before,
    /// The date is after a day, or the as-of date
    After,
    /// The date is between two days
    DateBetween,
    /// At least this many whole months have passed since the date
    MonthsAtLeast,
    /// Fewer than this many whole months have passed since the date
    MonthsLessThan,
}

impl FactOperator {
    /// All operators.
    pub const ALL: [FactOperator; 16] = [
        FactOperator::IsYes,
        FactOperator::IsNo,
        FactOperator::IsOption,
        FactOperator::OneOf,
        FactOperator::Includes,
        FactOperator::AtLeast,
        FactOperator::MoreThan,
        FactOperator::AtMost,
        FactOperator::LessThan,
        FactOperator::Between,
        FactOperator::Equals,
        FactOperator::Before,
        FactOperator::After,
        FactOperator::DateBetween,
        FactOperator::MonthsAtLeast,
        FactOperator::MonthsLessThan,
    ];

    /// The name of the operator, for menus.
    pub fn name(self) -> &'static str {
        match self {
            FactOperator::IsYes => "is-yes",
            FactOperator::IsNo => "is-no",
            FactOperator::IsOption => "is-option",
            FactOperator::OneOf => "one-of",
            FactOperator::Includes => "includes",
            FactOperator::AtLeast => "at-least",
            FactOperator::MoreThan => "more-than",
            FactOperator::AtMost => "at-most",
            FactOperator::LessThan => "less-than",
            FactOperator::Between => "between",
            FactOperator::Equals => "equals",
            FactOperator::Before => "before",
            FactOperator::After => "after",
            FactOperator::DateBetween => "date-between",
            FactOperator::MonthsAtLeast => "months-at-least",
            FactOperator::MonthsLessThan => "months-less-than",
        }
    }
}

/// The tests that are possible with a kind of fact.
pub fn operators(kind: &FactKindForm) -> &'static [FactOperator] {
    match kind {
        FactKindForm::YesNo => &[FactOperator::IsYes, FactOperator::IsNo],
        FactKindForm::Choice(_) => &[FactOperator::IsOption, FactOperator::OneOf],
        FactKindForm::Choices(_) => &[FactOperator::Includes],
        FactKindForm::Number(_) => &[
            FactOperator::AtLeast,
            FactOperator::MoreThan,
            FactOperator::AtMost,
            FactOperator::LessThan,
            FactOperator::Between,
            FactOperator::Equals,
        ],
        FactKindForm::Date => &[
            FactOperator::Before,
            FactOperator::After,
            FactOperator::DateBetween,
            FactOperator::MonthsAtLeast,
            FactOperator::MonthsLessThan,
        ],
        FactKindForm::Unknown => &[],
    }
}

/// A condition to begin with: the test of a fact with values that can be changed. `day` is a date,
/// such as the first day of the policy.
///
/// Returns `None` if the test is not possible with the fact.
pub fn default_condition(fact: &FactForm, operator: FactOperator, day: &str) -> Option<Json> {
    if !operators(&fact.kind).contains(&operator) {
        return None;
    }
    let first = || match &fact.kind {
        FactKindForm::Choice(options) | FactKindForm::Choices(options) => {
            options.first().map(|option| string(&option.id))
        }
        _ => None,
    };
    let id = || string(&fact.id);
    let with = |operator: &str, value: Json| one(operator, list([id(), value]));
    let months =
        |operator: &str| one(operator, list([one("months-since", id()), Json::Integer(12)]));
    let number = || Json::Integer(1);
    Some(match operator {
        FactOperator::IsYes => with("is", Json::Bool(true)),
        FactOperator::IsNo => with("is", Json::Bool(false)),
        FactOperator::IsOption => with("is", first()?),
        FactOperator::OneOf => with("one-of", list([first()?])),
        FactOperator::Includes => with("includes", list([first()?])),
        FactOperator::AtLeast => with("at-least", number()),
        FactOperator::MoreThan => with("more-than", number()),
        FactOperator::AtMost => with("at-most", number()),
        FactOperator::LessThan => with("less-than", number()),
        FactOperator::Equals => with("is", number()),
        FactOperator::Between => one("between", list([id(), number(), number()])),
        FactOperator::Before => with("before", string("as-of")),
        FactOperator::After => with("after", string("as-of")),
        FactOperator::DateBetween => one("between", list([id(), string(day), string(day)])),
        FactOperator::MonthsAtLeast => months("at-least"),
        FactOperator::MonthsLessThan => months("less-than"),
    })
}
