//! Rational numbers: fractions of whole millionths, for thresholds on ratios and growth.
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
pub(super) struct Rational {
    numerator: i128,
    denominator: i128,
}

impl From<Decimal> for Rational {
    fn from(decimal: Decimal) -> Rational {
        Rational { numerator: i128::from(decimal.millionths()), denominator: 1 }
    }
}

impl Rational {
    pub(super) fn checked_add(self, other: Rational) -> Option<Rational> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Some(Rational { numerator: left.checked_add(right)?, denominator })
    }

    pub(super) fn negated(self) -> Rational {
        Rational { numerator: -self.numerator, ..self }
    }

    /// This number times another, over a third; `None` if the third is zero.
    pub(super) fn checked_mul_div(self, factor: Rational, divisor: Rational) -> Option<Rational> {
        // Millionths times millionths over millionths are millionths.
        let numerator =
            self.numerator.checked_mul(factor.numerator)?.checked_mul(divisor.denominator)?;
        let denominator =
            self.denominator.checked_mul(factor.denominator)?.checked_mul(divisor.numerator)?;
        match denominator.cmp(&0) {
            Ordering::Equal => None,
            Ordering::Greater => Some(Rational { numerator, denominator }),
            Ordering::Less => Some(Rational { numerator: -numerator, denominator: -denominator }),
        }
    }

    pub(super) fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// `None` where the comparison itself would not fit.
    pub(super) fn checked_cmp(self, other: Rational) -> Option<Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        Some(left.cmp(&other.numerator.checked_mul(self.denominator)?))
    }

    /// The greatest decimal that is not greater, if it is within range.
    pub(super) fn floor(self) -> Option<Decimal> {
        i64::try_from(self.numerator.div_euclid(self.denominator))
            .ok()
            .map(Decimal::from_millionths)
    }

    /// The least decimal that is not less, if it is within range.
    pub(super) fn ceiling(self) -> Option<Decimal> {
        Some(Decimal::ZERO - self.negated().floor()?)
    }
}
