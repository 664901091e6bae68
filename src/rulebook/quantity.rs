//! Quantities: numbers that may depend on facts.

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::points::Points;
use super::table::FactId;
use super::when::Reference;

/// The value of a quantity whose denominator is zero; undefined if `None`.
pub type IfZero = Option<Decimal>;

/// A number that may depend on facts.
///
/// An undefined quantity makes a comparison neither true nor false: the office decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quantity {
    /// A constant
    Constant(Decimal),
    /// The value of a `number` fact
    Fact(FactId),
    /// Whole months from a `date` fact to the as-of date
    MonthsSince(FactId),
    /// Days from a `date` fact to the as-of date
    DaysSince(FactId),
    /// The first minus the second
    Difference(Box<Quantity>, Box<Quantity>),
    /// The sum
    Sum(Vec<Quantity>),
    /// A percentage of a quantity, which is the denominator of the stated share
    Percent(Decimal, Box<Quantity>, IfZero),
    /// The first divided by the second
    Ratio(Box<Quantity>, Box<Quantity>, IfZero),
    /// The percentage by which the first exceeds the second, its denominator
    Growth(Box<Quantity>, Box<Quantity>, IfZero),
    /// The largest
    HighestOf(Vec<Quantity>),
    /// The smallest
    LowestOf(Vec<Quantity>),
    /// The points of the first band that holds
    Points(Box<Points>),
}

impl Quantity {
    /// The quantities from which this one is computed, without the bands of points.
    pub fn parts(&self) -> Vec<&Quantity> {
        match self {
            Quantity::Constant(_)
            | Quantity::Fact(_)
            | Quantity::MonthsSince(_)
            | Quantity::DaysSince(_) => Vec::new(),
            Quantity::Sum(parts) | Quantity::HighestOf(parts) | Quantity::LowestOf(parts) => {
                parts.iter().collect()
            }
            Quantity::Percent(_, part, _) => vec![part],
            Quantity::Difference(left, right)
            | Quantity::Ratio(left, right, _)
            | Quantity::Growth(left, right, _) => vec![left, right],
            Quantity::Points(points) => points.by.iter().collect(),
        }
    }

    /// Whether this quantity, or a part of it, satisfies a predicate.
    pub fn any(&self, holds: &dyn Fn(&Quantity) -> bool) -> bool {
        holds(self) || self.parts().into_iter().any(|part| part.any(holds))
    }

    /// Whether this quantity is computed from points.
    pub fn has_points(&self) -> bool {
        self.any(&|part| matches!(part, Quantity::Points(_)))
    }

    /// Whether this quantity has few possible values: points, and sums of points.
    pub fn is_score(&self) -> bool {
        match self {
            Quantity::Constant(_) | Quantity::Points(_) => true,
            Quantity::Sum(_)
            | Quantity::HighestOf(_)
            | Quantity::LowestOf(_)
            | Quantity::Difference(..) => self.parts().into_iter().all(Quantity::is_score),
            Quantity::Fact(_)
            | Quantity::MonthsSince(_)
            | Quantity::DaysSince(_)
            | Quantity::Percent(..)
            | Quantity::Ratio(..)
            | Quantity::Growth(..) => false,
        }
    }

    /// Visits every denominator in this quantity.
    pub fn each_divisor<'a>(&'a self, visit: &mut dyn FnMut(&'a Quantity)) {
        self.parts().into_iter().for_each(|part| part.each_divisor(visit));
        if let Quantity::Percent(_, divisor, _)
        | Quantity::Ratio(_, divisor, _)
        | Quantity::Growth(_, divisor, _) = self
        {
            visit(divisor);
        }
    }

    /// Visits every fact that this quantity reads directly, without following references.
    pub fn each_fact(&self, visit: &mut dyn FnMut(FactId)) {
        match self {
            Quantity::Fact(fact) | Quantity::MonthsSince(fact) | Quantity::DaysSince(fact) => {
                visit(*fact)
            }
            Quantity::Points(points) => points.each_condition(&mut |when| when.each_fact(visit)),
            _ => {}
        }
        self.parts().into_iter().for_each(|part| part.each_fact(visit));
    }

    /// Visits every definition that this quantity names directly.
    pub fn each_reference(&self, visit: &mut dyn FnMut(Reference)) {
        if let Quantity::Points(points) = self {
            points.each_condition(&mut |when| when.each_reference(visit));
        }
        self.parts().into_iter().for_each(|part| part.each_reference(visit));
    }
}
