//! Intervals: the values that a quantity can still take, given the known facts.
//!
//! Interval arithmetic (R. E. Moore, *Interval Analysis*, 1966). The interval contains every value
//! that the quantity can take. It contains no other value if each fact occurs once in the quantity.

use std::cmp::Ordering;

use crate::rulebook::{Comparison, Decimal};

use super::rational::Rational;
use super::truth::Truth;

/// A closed interval. `None` is an infinite bound.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interval {
    pub(super) lower: Option<Rational>,
    pub(super) upper: Option<Rational>,
}

impl Interval {
    /// All numbers: nothing is known
    pub(super) const UNBOUNDED: Interval = Interval { lower: None, upper: None };

    pub(super) fn new(lower: Option<Decimal>, upper: Option<Decimal>) -> Interval {
        Interval { lower: lower.map(Rational::from), upper: upper.map(Rational::from) }
    }

    pub(super) fn point(value: Decimal) -> Interval {
        Interval::new(Some(value), Some(value))
    }

    /// The value, if the interval contains only one.
    pub(super) fn as_point(self) -> Option<Rational> {
        let (lower, upper) = (self.lower?, self.upper?);
        (lower.checked_cmp(upper) == Some(Ordering::Equal)).then_some(lower)
    }

    /// The sum. Like all arithmetic here, `None` if a bound does not fit in 128 bits.
    pub(super) fn checked_add(self, other: Interval) -> Option<Interval> {
        Some(Interval {
            lower: both(self.lower, other.lower, Rational::checked_add)?,
            upper: both(self.upper, other.upper, Rational::checked_add)?,
        })
    }

    pub(super) fn negated(self) -> Interval {
        Interval {
            lower: self.upper.map(Rational::negated),
            upper: self.lower.map(Rational::negated),
        }
    }

    /// The interval times `factor` over `divisor`. `None` also if the divisor is zero.
    pub(super) fn checked_mul_div(self, factor: Rational, divisor: Rational) -> Option<Interval> {
        let scale = |bound: Option<Rational>| match bound {
            None => Some(None),
            Some(bound) => bound.checked_mul_div(factor, divisor).map(Some),
        };
        let (lower, upper) = (scale(self.lower)?, scale(self.upper)?);
        let is_reversed = factor.is_negative() != divisor.is_negative();
        let (lower, upper) = if is_reversed { (upper, lower) } else { (lower, upper) };
        // Dividing an unbounded interval by zero is undefined, too.
        Rational::from(Decimal::ZERO).checked_mul_div(factor, divisor)?;
        Some(Interval { lower, upper })
    }

    /// The truth of a comparison: decided if all pairs of values agree.
    pub(super) fn compare(self, comparison: Comparison, other: Interval) -> Truth {
        match comparison {
            Comparison::AtLeast => self.exceeds(other, Ordering::is_ge),
            Comparison::MoreThan => self.exceeds(other, Ordering::is_gt),
            Comparison::AtMost => other.exceeds(self, Ordering::is_ge),
            Comparison::LessThan => other.exceeds(self, Ordering::is_gt),
            Comparison::Is => {
                self.exceeds(other, Ordering::is_ge).and(other.exceeds(self, Ordering::is_ge))
            }
        }
    }

    /// Whether the interval may share a value with `from..=to`, by their bounds.
    pub(super) fn overlaps(self, from: Decimal, to: Decimal) -> bool {
        let other = Interval::new(Some(from), Some(to));
        let apart =
            self.compare(Comparison::LessThan, other).or(self.compare(Comparison::MoreThan, other));
        apart != Truth::True
    }

    fn exceeds(self, other: Interval, holds: fn(Ordering) -> bool) -> Truth {
        let compared = |left: Option<Rational>, right: Option<Rational>| {
            Some(holds(left?.checked_cmp(right?)?))
        };
        if compared(self.lower, other.upper) == Some(true) {
            Truth::True
        } else if compared(self.upper, other.lower) == Some(false) {
            Truth::False
        } else {
            Truth::Unknown
        }
    }
}

/// Combines two bounds. `Some(None)` if one of them is infinite.
fn both(
    left: Option<Rational>,
    right: Option<Rational>,
    combine: fn(Rational, Rational) -> Option<Rational>,
) -> Option<Option<Rational>> {
    match (left, right) {
        (Some(left), Some(right)) => combine(left, right).map(Some),
        _ => Some(None),
    }
}
