//! Ranges: what a quantity can still be, from what is known of its facts.
//!
//! Interval arithmetic (R. E. Moore, *Interval Analysis*, 1966). The range holds every value that the quantity can take;
//! where each fact stands in it once, also no other.

use std::cmp::Ordering;

use crate::rulebook::{Comparison, Decimal};

use super::rational::Exact;
use super::truth::Truth;

/// From a least to a greatest value, both attained; `None` is no bound.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub(super) least: Option<Exact>,
    pub(super) greatest: Option<Exact>,
}

impl Range {
    /// Nothing is known.
    pub(super) const ALL: Range = Range { least: None, greatest: None };

    pub(super) fn of(least: Option<Decimal>, greatest: Option<Decimal>) -> Range {
        Range { least: least.map(Exact::from), greatest: greatest.map(Exact::from) }
    }

    pub(super) fn point(value: Decimal) -> Range {
        Range::of(Some(value), Some(value))
    }

    /// The one value there is, if there is but one.
    pub(super) fn single(self) -> Option<Exact> {
        let (least, greatest) = (self.least?, self.greatest?);
        (least.compared(greatest) == Some(Ordering::Equal)).then_some(least)
    }

    /// `None` if a bound does not fit; so for all the arithmetic here.
    pub(super) fn plus(self, other: Range) -> Option<Range> {
        Some(Range {
            least: both(self.least, other.least, Exact::plus)?,
            greatest: both(self.greatest, other.greatest, Exact::plus)?,
        })
    }

    pub(super) fn negated(self) -> Range {
        Range { least: self.greatest.map(Exact::negated), greatest: self.least.map(Exact::negated) }
    }

    /// Times a number, over another; `None` also if that is zero.
    pub(super) fn times_over(self, factor: Exact, divisor: Exact) -> Option<Range> {
        let scale = |bound: Option<Exact>| match bound {
            None => Some(None),
            Some(bound) => bound.times_over(factor, divisor).map(Some),
        };
        let (least, greatest) = (scale(self.least)?, scale(self.greatest)?);
        let turned = factor.is_negative() != divisor.is_negative();
        let (least, greatest) = if turned { (greatest, least) } else { (least, greatest) };
        // A range without bounds is still undefined over zero.
        Exact::from(Decimal::ZERO).times_over(factor, divisor)?;
        Some(Range { least, greatest })
    }

    /// Whether values of two ranges compare so: true or false if all of them do.
    pub(super) fn compared(self, comparison: Comparison, other: Range) -> Truth {
        match comparison {
            Comparison::AtLeast => self.above(other, Ordering::is_ge),
            Comparison::MoreThan => self.above(other, Ordering::is_gt),
            Comparison::AtMost => other.above(self, Ordering::is_ge),
            Comparison::LessThan => other.above(self, Ordering::is_gt),
            Comparison::Is => {
                self.above(other, Ordering::is_ge).and(other.above(self, Ordering::is_ge))
            }
        }
    }

    /// Whether it shares a value with another range; so as far as bounds can say.
    pub(super) fn meets(self, from: Decimal, to: Decimal) -> bool {
        let other = Range::of(Some(from), Some(to));
        let apart = self
            .compared(Comparison::LessThan, other)
            .or(self.compared(Comparison::MoreThan, other));
        apart != Truth::True
    }

    fn above(self, other: Range, holds: fn(Ordering) -> bool) -> Truth {
        let compared =
            |left: Option<Exact>, right: Option<Exact>| Some(holds(left?.compared(right?)?));
        if compared(self.least, other.greatest) == Some(true) {
            Truth::True
        } else if compared(self.greatest, other.least) == Some(false) {
            Truth::False
        } else {
            Truth::Unknown
        }
    }
}

/// `Some(None)` where one of the bounds is missing.
fn both(
    left: Option<Exact>,
    right: Option<Exact>,
    combine: fn(Exact, Exact) -> Option<Exact>,
) -> Option<Option<Exact>> {
    match (left, right) {
        (Some(left), Some(right)) => combine(left, right).map(Some),
        _ => Some(None),
    }
}
