//! `When`: the expression tree of a criterion.
//!
//! Operators are keys in the pack (`{"all": […]}`, `{"at-least": ["rd-increase", 200]}`);
//! here they are typed and resolved, so that evaluating needs neither strings nor errors.

use std::rc::Rc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::fact::Options;
use super::table::{FactId, TermId};

/// A named condition that several criteria share.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Term {
    /// Its name in rules
    pub id: Rc<str>,
    /// The condition
    pub when: When,
}

/// A condition on facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Each of them holds
    All(Vec<When>),
    /// At least one of them holds
    Any(Vec<When>),
    /// It does not hold
    Not(Box<When>),
    /// At least so many of them hold
    AtLeastOf(usize, Vec<When>),
    /// A named condition holds
    Term(TermId),
    /// A yes-no fact has this value
    Is(FactId, bool),
    /// The one option chosen is among these
    OneOf(FactId, Options),
    /// At least one of these is among the options chosen
    Includes(FactId, Options),
    /// Two quantities compare so
    Compare(Quantity, Comparison, Quantity),
    /// A date compares so with a fixed day
    CompareDate(FactId, Comparison, #[serde(with = "super::json_forms::date")] Date),
}

/// A number that may depend on facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quantity {
    /// A fixed number
    Constant(Decimal),
    /// The value of a number fact
    Fact(FactId),
    /// Whole months passed from a date fact to the as-of date
    MonthsSince(FactId),
    /// Days passed from a date fact to the as-of date
    DaysSince(FactId),
    /// The first less the second
    Difference(Box<Quantity>, Box<Quantity>),
    /// All of them together
    Sum(Vec<Quantity>),
    /// So many percent of it
    Percent(Decimal, Box<Quantity>),
    /// The first divided by the second; by zero it has no value
    Ratio(Box<Quantity>, Box<Quantity>),
    /// By how many percent the first exceeds the second; over zero it has no value
    Growth(Box<Quantity>, Box<Quantity>),
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// =
    Is,
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
    /// <
    LessThan,
}

impl Comparison {
    /// Every comparison there is.
    pub const ALL: [Comparison; 5] = [
        Comparison::Is,
        Comparison::AtLeast,
        Comparison::MoreThan,
        Comparison::AtMost,
        Comparison::LessThan,
    ];

    /// Its key in the pack.
    pub fn name(self) -> &'static str {
        match self {
            Comparison::Is => "is",
            Comparison::AtLeast => "at-least",
            Comparison::MoreThan => "more-than",
            Comparison::AtMost => "at-most",
            Comparison::LessThan => "less-than",
        }
    }

    /// The comparison that holds between two values whenever this one holds between them the other way round.
    #[must_use]
    pub fn mirrored(self) -> Comparison {
        match self {
            Comparison::Is => Comparison::Is,
            Comparison::AtLeast => Comparison::AtMost,
            Comparison::MoreThan => Comparison::LessThan,
            Comparison::AtMost => Comparison::AtLeast,
            Comparison::LessThan => Comparison::MoreThan,
        }
    }

    /// Whether it holds between two values.
    pub fn holds<T: Ord>(self, left: T, right: T) -> bool {
        match self {
            Comparison::Is => left == right,
            Comparison::AtLeast => left >= right,
            Comparison::MoreThan => left > right,
            Comparison::AtMost => left <= right,
            Comparison::LessThan => left < right,
        }
    }
}

impl When {
    /// Calls back for every fact that this condition reads itself, terms not followed.
    pub fn each_fact(&self, visit: &mut dyn FnMut(FactId)) {
        match self {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| part.each_fact(visit));
            }
            When::Not(part) => part.each_fact(visit),
            When::Term(_) => {}
            When::Is(fact, _)
            | When::OneOf(fact, _)
            | When::Includes(fact, _)
            | When::CompareDate(fact, _, _) => {
                visit(*fact);
            }
            When::Compare(left, _, right) => {
                left.each_fact(visit);
                right.each_fact(visit);
            }
        }
    }

    /// Calls back for every term that this condition names itself.
    pub fn each_term(&self, visit: &mut dyn FnMut(TermId)) {
        match self {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| part.each_term(visit));
            }
            When::Not(part) => part.each_term(visit),
            When::Term(term) => visit(*term),
            When::Is(..)
            | When::OneOf(..)
            | When::Includes(..)
            | When::Compare(..)
            | When::CompareDate(..) => {}
        }
    }
}

impl Quantity {
    /// Calls back for everything that this quantity is divided by.
    pub fn each_divisor<'a>(&'a self, visit: &mut dyn FnMut(&'a Quantity)) {
        match self {
            Quantity::Constant(_)
            | Quantity::Fact(_)
            | Quantity::MonthsSince(_)
            | Quantity::DaysSince(_) => {}
            Quantity::Percent(_, part) => part.each_divisor(visit),
            Quantity::Sum(parts) => parts.iter().for_each(|part| part.each_divisor(visit)),
            Quantity::Difference(left, right) => {
                left.each_divisor(visit);
                right.each_divisor(visit);
            }
            Quantity::Ratio(left, right) | Quantity::Growth(left, right) => {
                left.each_divisor(visit);
                right.each_divisor(visit);
                visit(right);
            }
        }
    }

    /// Calls back for every fact that this quantity reads.
    pub fn each_fact(&self, visit: &mut dyn FnMut(FactId)) {
        match self {
            Quantity::Constant(_) => {}
            Quantity::Fact(fact) | Quantity::MonthsSince(fact) | Quantity::DaysSince(fact) => {
                visit(*fact)
            }
            Quantity::Percent(_, part) => part.each_fact(visit),
            Quantity::Difference(left, right)
            | Quantity::Ratio(left, right)
            | Quantity::Growth(left, right) => {
                left.each_fact(visit);
                right.each_fact(visit);
            }
            Quantity::Sum(parts) => parts.iter().for_each(|part| part.each_fact(visit)),
        }
    }
}
