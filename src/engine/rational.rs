//! Exact numbers: fractions of whole millionths, for thresholds on ratios and growth.
//!
//! Apart from [`Decimal`], which is what authors and people write: a third has no decimal, and rounding one
//! would decide a threshold wrongly for somebody.

use std::cmp::Ordering;

use crate::rulebook::Decimal;

/// A numerator, in millionths, over a denominator.
///
/// INVARIANT: the denominator is positive. Results that 128 bits cannot hold do not exist (`None`) rather than
/// being rounded; numbers that a pack can state need a ratio of ratios to get there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    numerator: i128,
    denominator: i128,
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Exact {
        Exact { numerator: i128::from(decimal.millionths()), denominator: 1 }
    }
}

impl Exact {
    pub(super) fn plus(self, other: Exact) -> Option<Exact> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Some(Exact { numerator: left.checked_add(right)?, denominator })
    }

    pub(super) fn negated(self) -> Exact {
        Exact { numerator: -self.numerator, ..self }
    }

    /// This number times another, over a third; `None` if the third is zero.
    pub(super) fn times_over(self, factor: Exact, divisor: Exact) -> Option<Exact> {
        // Millionths times millionths over millionths are millionths.
        let numerator =
            self.numerator.checked_mul(factor.numerator)?.checked_mul(divisor.denominator)?;
        let denominator =
            self.denominator.checked_mul(factor.denominator)?.checked_mul(divisor.numerator)?;
        match denominator.cmp(&0) {
            Ordering::Equal => None,
            Ordering::Greater => Some(Exact { numerator, denominator }),
            Ordering::Less => Some(Exact { numerator: -numerator, denominator: -denominator }),
        }
    }

    pub(super) fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// `None` where the comparison itself would not fit.
    pub(super) fn compared(self, other: Exact) -> Option<Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        Some(left.cmp(&other.numerator.checked_mul(self.denominator)?))
    }

    /// The greatest decimal that is not greater, if it is within range.
    pub(super) fn floor(self) -> Option<Decimal> {
        i64::try_from(self.numerator.div_euclid(self.denominator)).ok().map(Decimal::of_millionths)
    }

    /// The least decimal that is not less, if it is within range.
    pub(super) fn ceiling(self) -> Option<Decimal> {
        Some(Decimal::ZERO - self.negated().floor()?)
    }
}
