//! Exact rational numbers in millionths, for thresholds on ratios and growth.
//!
//! [`Decimal`] holds the numbers that authors and applicants write. A third is not a decimal, and a
//! rounded third can fall on the wrong side of a threshold.

use std::cmp::Ordering;

use crate::rulebook::Decimal;

/// A fraction: a numerator in millionths over a denominator.
///
/// INVARIANT: the denominator is positive. An operation returns `None` if its result does not fit
/// in 128 bits; it never rounds. Among the numbers that a pack can contain, only a ratio of ratios
/// exceeds them.
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

    /// This number times `factor` over `divisor`. `None` also if the divisor is zero.
    pub(super) fn checked_mul_div(self, factor: Rational, divisor: Rational) -> Option<Rational> {
        // Millionths × millionths ÷ millionths = millionths.
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

    /// The same number in lowest terms, for long calculations.
    pub(super) fn reduced(self) -> Rational {
        let (mut divisor, mut rest) =
            (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        while rest > 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        // OK because the divisor is positive and not greater than the denominator.
        let divisor = i128::try_from(divisor).unwrap_or(1);
        Rational { numerator: self.numerator / divisor, denominator: self.denominator / divisor }
    }

    pub(super) fn is_zero(self) -> bool {
        self.numerator == 0
    }

    pub(super) fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// `None` if the cross products do not fit in 128 bits.
    pub(super) fn checked_cmp(self, other: Rational) -> Option<Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        Some(left.cmp(&other.numerator.checked_mul(self.denominator)?))
    }

    /// The largest decimal that is not greater. `None` if it is out of range.
    pub(super) fn floor(self) -> Option<Decimal> {
        i64::try_from(self.numerator.div_euclid(self.denominator))
            .ok()
            .map(Decimal::from_millionths)
    }

    /// The smallest decimal that is not less. `None` if it is out of range.
    pub(super) fn ceiling(self) -> Option<Decimal> {
        Some(Decimal::ZERO - self.negated().floor()?)
    }
}
