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
    /// Whether the quantity is undefined under some completions of the answers, because a
    /// denominator is zero
    pub(super) may_be_undefined: bool,
}

impl Interval {
    /// All numbers: nothing is known
    pub(super) const UNBOUNDED: Interval =
        Interval { lower: None, upper: None, may_be_undefined: false };

    pub(super) fn new(lower: Option<Decimal>, upper: Option<Decimal>) -> Interval {
        Interval {
            lower: lower.map(Rational::from),
            upper: upper.map(Rational::from),
            may_be_undefined: false,
        }
    }

    pub(super) fn point(value: Decimal) -> Interval {
        Interval::new(Some(value), Some(value))
    }

    /// The value, if the interval contains only one.
    pub(super) fn as_point(self) -> Option<Rational> {
        let (lower, upper) = (self.lower?, self.upper?);
        (lower.checked_cmp(upper) == Some(Ordering::Equal)).then_some(lower)
    }

    /// Whether zero may be in the interval.
    pub(super) fn contains_zero(self) -> bool {
        let zero = Interval::point(Decimal::ZERO);
        self.compare(Comparison::MoreThan, zero) != Truth::True
            && self.compare(Comparison::LessThan, zero) != Truth::True
    }

    /// The sum. Like all arithmetic here, `None` if a bound does not fit in 128 bits.
    pub(super) fn checked_add(self, other: Interval) -> Option<Interval> {
        Some(Interval {
            lower: both(self.lower, other.lower, Rational::checked_add)?,
            upper: both(self.upper, other.upper, Rational::checked_add)?,
            may_be_undefined: self.may_be_undefined || other.may_be_undefined,
        })
    }

    /// The values of both. One of the intervals if they share none.
    pub(super) fn intersection(self, other: Interval) -> Interval {
        let tighter =
            |own: Option<Rational>, other: Option<Rational>, wanted: Ordering| match (own, other) {
                (Some(own), Some(other)) if other.checked_cmp(own) == Some(wanted) => Some(other),
                (own, other) => own.or(other),
            };
        let both = Interval {
            lower: tighter(self.lower, other.lower, Ordering::Greater),
            upper: tighter(self.upper, other.upper, Ordering::Less),
            may_be_undefined: false,
        };
        let is_empty = both.compare(Comparison::Is, both) == Truth::False;
        if is_empty { self } else { Interval { may_be_undefined: self.may_be_undefined, ..both } }
    }

    pub(super) fn negated(self) -> Interval {
        Interval {
            lower: self.upper.map(Rational::negated),
            upper: self.lower.map(Rational::negated),
            ..self
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
        Some(Interval { lower, upper, ..self })
    }

    /// The quotient for all divisors other than zero. All numbers if the divisor may be negative
    /// and may be positive. `None` if the divisor is zero.
    pub(super) fn checked_div(self, divisor: Interval) -> Option<Interval> {
        let zero = Rational::from(Decimal::ZERO);
        let one = Rational::from(Decimal::from_integer(1));
        if let Some(divisor) = divisor.as_point() {
            return self.checked_mul_div(one, divisor);
        }
        let is_at_least_zero = |bound: Option<Rational>| {
            bound.is_some_and(|bound| bound.checked_cmp(zero).is_some_and(Ordering::is_ge))
        };
        if !is_at_least_zero(divisor.lower) {
            return match is_at_least_zero(divisor.upper.map(Rational::negated)) {
                true => self.negated().checked_div(divisor.negated()),
                false => Some(Interval::UNBOUNDED),
            };
        }
        // The quotient over the smallest divisor; infinite if that is zero.
        let over_least =
            |bound: Rational| divisor.lower.and_then(|least| bound.checked_mul_div(one, least));
        // The quotient over the largest divisor; it approaches zero if there is none.
        let over_greatest = |bound: Rational| match divisor.upper {
            Some(greatest) => bound.checked_mul_div(one, greatest),
            None => Some(zero),
        };
        Some(Interval {
            lower: self.lower.and_then(|bound| match bound.is_negative() {
                true => over_least(bound),
                false => over_greatest(bound),
            }),
            upper: self.upper.and_then(|bound| match bound.is_negative() {
                true => over_greatest(bound),
                false => over_least(bound),
            }),
            may_be_undefined: self.may_be_undefined,
        })
    }

    /// The smallest interval that contains both.
    pub(super) fn hull(self, other: Interval) -> Interval {
        Interval {
            lower: extreme(self.lower, other.lower, Ordering::Less),
            upper: extreme(self.upper, other.upper, Ordering::Greater),
            may_be_undefined: self.may_be_undefined || other.may_be_undefined,
        }
    }

    /// The larger of two quantities.
    pub(super) fn highest(self, other: Interval) -> Interval {
        Interval {
            // An infinite lower bound does not lower the other.
            lower: extreme(self.lower, other.lower, Ordering::Greater)
                .or(self.lower)
                .or(other.lower),
            upper: extreme(self.upper, other.upper, Ordering::Greater),
            may_be_undefined: self.may_be_undefined || other.may_be_undefined,
        }
    }

    /// The truth of a comparison: decided if all pairs of values agree, and neither quantity may be
    /// undefined.
    pub(super) fn compare(self, comparison: Comparison, other: Interval) -> Truth {
        if self.may_be_undefined || other.may_be_undefined {
            return Truth::Unknown;
        }
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
        let own = Interval { may_be_undefined: false, ..self };
        let apart =
            own.compare(Comparison::LessThan, other).or(own.compare(Comparison::MoreThan, other));
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

/// The bound that compares with the other in this way. `None` if one is infinite, or if they cannot
/// be compared.
fn extreme(left: Option<Rational>, right: Option<Rational>, wanted: Ordering) -> Option<Rational> {
    let (left, right) = (left?, right?);
    let order = left.checked_cmp(right)?;
    Some(if order == wanted { left } else { right })
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
