//! `When`: the expression tree of a condition.
//!
//! Operators are keys in the pack (`{"all": […]}`, `{"at-least": ["rd-increase", 200]}`). In the
//! tree they are typed and resolved, so that evaluation needs no strings and cannot fail.

use std::rc::Rc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::fact::Options;
use super::quantity::Quantity;
use super::table::{ClassId, FactId, MeasureId, TermId};

/// A named condition, for use in several places.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Term {
    /// The id in conditions
    pub id: Rc<str>,
    /// The condition
    pub when: When,
}

/// A condition on facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// All parts hold
    All(Vec<When>),
    /// At least one part holds
    Any(Vec<When>),
    /// The part does not hold
    Not(Box<When>),
    /// At least this many parts hold
    AtLeastOf(usize, Vec<When>),
    /// The named condition holds
    Term(TermId),
    /// A `yes-no` fact has this value
    Is(FactId, bool),
    /// The chosen option of a `choice` fact is one of these
    OneOf(FactId, Options),
    /// The chosen options of a `choices` fact include one of these
    Includes(FactId, Options),
    /// The comparison holds between two quantities
    Compare(Quantity, Comparison, Quantity),
    /// The comparison holds between a `date` fact and a fixed date
    CompareDate(FactId, Comparison, #[serde(with = "super::json_forms::date")] Date),
    /// The applicant is in one of these values of the class
    Class(ClassId, Options),
    /// The other measure is met
    Met(MeasureId),
}

/// A definition of the pack that a condition names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A named condition
    Term(TermId),
    /// A class
    Class(ClassId),
    /// A measure, by `met`
    Measure(MeasureId),
}

/// A comparison operator.
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
    /// All comparison operators.
    pub const ALL: [Comparison; 5] = [
        Comparison::Is,
        Comparison::AtLeast,
        Comparison::MoreThan,
        Comparison::AtMost,
        Comparison::LessThan,
    ];

    /// The key in the pack.
    pub fn name(self) -> &'static str {
        match self {
            Comparison::Is => "is",
            Comparison::AtLeast => "at-least",
            Comparison::MoreThan => "more-than",
            Comparison::AtMost => "at-most",
            Comparison::LessThan => "less-than",
        }
    }

    /// The equivalent operator for swapped operands.
    #[must_use]
    pub fn swapped(self) -> Comparison {
        match self {
            Comparison::Is => Comparison::Is,
            Comparison::AtLeast => Comparison::AtMost,
            Comparison::MoreThan => Comparison::LessThan,
            Comparison::AtMost => Comparison::AtLeast,
            Comparison::LessThan => Comparison::MoreThan,
        }
    }

    /// Whether the comparison holds.
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
    /// Visits every fact that this condition reads directly, without following references.
    pub fn each_fact(&self, visit: &mut dyn FnMut(FactId)) {
        match self {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| part.each_fact(visit));
            }
            When::Not(part) => part.each_fact(visit),
            When::Term(_) | When::Class(..) | When::Met(_) => {}
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

    /// Visits every definition that this condition names directly.
    pub fn each_reference(&self, visit: &mut dyn FnMut(Reference)) {
        match self {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| part.each_reference(visit));
            }
            When::Not(part) => part.each_reference(visit),
            When::Term(term) => visit(Reference::Term(*term)),
            When::Class(class, _) => visit(Reference::Class(*class)),
            When::Met(measure) => visit(Reference::Measure(*measure)),
            When::Compare(left, _, right) => {
                left.each_reference(visit);
                right.each_reference(visit);
            }
            When::Is(..) | When::OneOf(..) | When::Includes(..) | When::CompareDate(..) => {}
        }
    }
}
