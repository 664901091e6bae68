//! Changes of the operator of a test. Values stay where both operators have them.

use crate::rulebook::{Comparison, Json};

use super::condition::{Choices, ConditionForm, DateOperator};
use super::facts::FactForm;
use super::number::NumberForm;
use super::operators::{FactOperator, default_condition};

impl ConditionForm {
    /// The fact that a test is about, and its operator. `None` for groups, for tests of other
    /// things than facts, and for operators that are not offered.
    pub fn fact_operator(&self) -> Option<(&str, FactOperator)> {
        Some(match self {
            ConditionForm::YesNo(id, true) => (id, FactOperator::IsYes),
            ConditionForm::YesNo(id, false) => (id, FactOperator::IsNo),
            ConditionForm::Is(id, _) => (id, FactOperator::IsOption),
            ConditionForm::OneOf(id, _) => (id, FactOperator::OneOf),
            ConditionForm::Includes(id, _) => (id, FactOperator::Includes),
            ConditionForm::Compare(NumberForm::Fact(id), comparison, _) => {
                (id, operator_of(*comparison)?)
            }
            ConditionForm::Compare(NumberForm::MonthsSince(id), Comparison::AtLeast, _) => {
                (id, FactOperator::MonthsAtLeast)
            }
            ConditionForm::Compare(NumberForm::MonthsSince(id), Comparison::LessThan, _) => {
                (id, FactOperator::MonthsLessThan)
            }
            ConditionForm::Between(NumberForm::Fact(id), ..) => (id, FactOperator::Between),
            ConditionForm::Date(id, DateOperator::Before, _) => (id, FactOperator::Before),
            ConditionForm::Date(id, DateOperator::After, _) => (id, FactOperator::After),
            ConditionForm::DateBetween(id, ..) => (id, FactOperator::DateBetween),
            _ => return None,
        })
    }
}

/// The operator of a comparison of a number fact.
fn operator_of(comparison: Comparison) -> Option<FactOperator> {
    let operators = [
        FactOperator::AtLeast,
        FactOperator::MoreThan,
        FactOperator::AtMost,
        FactOperator::LessThan,
        FactOperator::Equals,
    ];
    operators.into_iter().find(|operator| comparison_of(*operator) == Some(comparison))
}

fn comparison_of(operator: FactOperator) -> Option<Comparison> {
    let name = match operator {
        FactOperator::AtLeast | FactOperator::MonthsAtLeast => "at-least",
        FactOperator::MoreThan => "more-than",
        FactOperator::AtMost => "at-most",
        FactOperator::LessThan | FactOperator::MonthsLessThan => "less-than",
        FactOperator::Equals => "is",
        _ => return None,
    };
    Comparison::ALL.into_iter().find(|comparison| comparison.name() == name)
}

/// The test of a fact with another operator. `day` is a date to begin with. `None` if the test is
/// not possible with the fact.
pub fn with_operator(
    form: &ConditionForm,
    fact: &FactForm,
    operator: FactOperator,
    day: &str,
) -> Option<Json> {
    let is_months =
        |operator| matches!(operator, FactOperator::MonthsAtLeast | FactOperator::MonthsLessThan);
    let new = match (form, operator, comparison_of(operator)) {
        (ConditionForm::Compare(left, _, right), _, Some(comparison))
            if is_months(operator) == matches!(left, NumberForm::MonthsSince(_)) =>
        {
            Some(ConditionForm::Compare(left.clone(), comparison, right.clone()))
        }
        (
            ConditionForm::Compare(left @ NumberForm::Fact(_), _, right),
            FactOperator::Between,
            _,
        ) => Some(ConditionForm::Between(left.clone(), right.clone(), right.clone())),
        (ConditionForm::Between(value, low, _), _, Some(comparison)) => {
            Some(ConditionForm::Compare(value.clone(), comparison, low.clone()))
        }
        (ConditionForm::Is(id, option), FactOperator::OneOf, _) => {
            Some(ConditionForm::OneOf(id.clone(), Choices::List(vec![option.clone()])))
        }
        (ConditionForm::OneOf(id, options), FactOperator::IsOption, _) => {
            options.ids().first().map(|option| ConditionForm::Is(id.clone(), option.clone()))
        }
        (ConditionForm::Date(id, _, day), FactOperator::Before, _) => {
            Some(ConditionForm::Date(id.clone(), DateOperator::Before, day.clone()))
        }
        (ConditionForm::Date(id, _, day), FactOperator::After, _) => {
            Some(ConditionForm::Date(id.clone(), DateOperator::After, day.clone()))
        }
        (ConditionForm::DateBetween(id, low, _), FactOperator::After, _) => {
            Some(ConditionForm::Date(id.clone(), DateOperator::After, low.clone()))
        }
        (ConditionForm::DateBetween(id, _, high), FactOperator::Before, _) => {
            Some(ConditionForm::Date(id.clone(), DateOperator::Before, high.clone()))
        }
        _ => None,
    };
    new.map(|form| form.to_json()).or_else(|| default_condition(fact, operator, day))
}

/// The choices with one option more or less. A list stays in the order of `all`.
pub fn toggled(choices: &Choices, option: &str, all: &[String]) -> Choices {
    let has = |id: &String| choices.ids().contains(id);
    let is_on = choices.ids().iter().any(|id| id == option);
    let known = all.iter().filter(|id| if id.as_str() == option { !is_on } else { has(id) });
    // Ids that the fact does not have are faults; they stay until they are corrected.
    let unknown = choices.ids().iter().filter(|id| !all.contains(id) && id.as_str() != option);
    Choices::List(known.chain(unknown).cloned().collect())
}
