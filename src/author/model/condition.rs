//! Conditions as trees.
//!
//! A tree is read from JSON and written to the same JSON: what the forms do not know stays
//! [`ConditionForm::Raw`], for editing as text.

use crate::rulebook::{Comparison, Json};

use super::number::NumberForm;

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub enum ConditionForm {
    /// All parts hold
    All(Vec<ConditionForm>),
    /// At least one part holds
    Any(Vec<ConditionForm>),
    /// The part does not hold
    Not(Box<ConditionForm>),
    /// At least this many parts hold
    AtLeastOf(i64, Vec<ConditionForm>),
    /// The named condition holds
    Term(String),
    /// The other measure is met
    Met(String),
    /// The class has one of these values
    Class(String, Choices),
    /// The yes-no fact has this answer
    YesNo(String, bool),
    /// The choice is this option
    Is(String, String),
    /// The choice is one of these options
    OneOf(String, Choices),
    /// The choices include one of these options
    Includes(String, Choices),
    /// A comparison of numbers
    Compare(NumberForm, Comparison, NumberForm),
    /// The number is between the others, both included
    Between(NumberForm, NumberForm, NumberForm),
    /// A comparison of a date fact with a day
    Date(String, DateOperator, DayForm),
    /// The date fact is between the days, both included
    DateBetween(String, DayForm, DayForm),
    /// Anything else
    Raw(Json),
}

/// Ids of options, as one id or as a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    /// One id
    One(String),
    /// A list of ids
    List(Vec<String>),
}

impl Choices {
    /// The ids.
    pub fn ids(&self) -> &[String] {
        match self {
            Choices::One(id) => std::slice::from_ref(id),
            Choices::List(ids) => ids,
        }
    }
}

/// How a date fact is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOperator {
    /// `before`
    Before,
    /// `after`
    After,
    /// A comparison, such as `at-least`
    Compare(Comparison),
}

/// What a date fact is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayForm {
    /// A day, `YYYY-MM-DD`
    Day(String),
    /// The as-of date
    AsOf,
    /// Another date fact
    Fact(String),
}

/// A part of a condition.
pub struct Part<'f> {
    /// The pointer from the condition to the part
    pub pointer: String,
    /// The part
    pub condition: &'f ConditionForm,
}

impl ConditionForm {
    /// The parts of a group, with their pointers. Empty for tests.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let numbered = |key: &str, first: usize, parts: &'_ [ConditionForm]| -> Vec<String> {
            (first..first + parts.len()).map(|index| format!("/{key}/{index}")).collect()
        };
        let (pointers, parts) = match self {
            ConditionForm::All(parts) => (numbered("all", 0, parts), parts.as_slice()),
            ConditionForm::Any(parts) => (numbered("any", 0, parts), parts.as_slice()),
            ConditionForm::AtLeastOf(_, parts) => {
                (numbered("at-least-of", 1, parts), parts.as_slice())
            }
            ConditionForm::Not(part) => (vec!["/not".to_owned()], std::slice::from_ref(&**part)),
            _ => return Vec::new(),
        };
        let pairs = pointers.into_iter().zip(parts);
        pairs.map(|(pointer, condition)| Part { pointer, condition }).collect()
    }

    /// Whether a part, or a number of one, can only be edited as text.
    pub fn has_raw(&self) -> bool {
        match self {
            ConditionForm::Raw(_) => true,
            ConditionForm::Compare(left, _, right) => left.has_raw() || right.has_raw(),
            ConditionForm::Between(value, low, high) => {
                value.has_raw() || low.has_raw() || high.has_raw()
            }
            _ => self.parts().iter().any(|part| part.condition.has_raw()),
        }
    }
}
