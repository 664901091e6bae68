//! Conversion of a parsed `f64` to the decimal that the author wrote.
//!
//! Integer arithmetic only: formatting the `f64` and parsing the text would add 13 KB to the
//! browser module.

use super::decimal::Decimal;

/// The fraction bits of an `f64`.
const MANTISSA: u32 = 52;

/// Numbers below 2⁻⁴⁸ have no decimal of six places. Above, no intermediate result overflows.
const MAX_SHIFT: u64 = 100;

impl Decimal {
    /// The decimal with the fewest places that parses to this `f64`: the number that the author
    /// wrote.
    ///
    /// Returns `None` if that has more than six places or about 15 digits, or is out of range.
    ///
    /// ```
    /// use eligibility_check::rulebook::Decimal;
    /// assert_eq!(Decimal::from_f64(0.1), "0.1".parse().ok());
    /// assert_eq!(Decimal::from_f64(0.1 + 0.2), None);
    /// ```
    pub fn from_f64(value: f64) -> Option<Decimal> {
        if value == 0.0 {
            return Some(Decimal::ZERO);
        }
        let bits = value.to_bits();
        let exponent = bits >> MANTISSA & 0x7ff;
        // The absolute value is `mantissa / 2^shift`. Without a shift it is above 10¹¹, or NaN.
        let mantissa = u128::from(bits & ((1 << MANTISSA) - 1) | 1 << MANTISSA);
        let shift =
            1075_u64.checked_sub(exponent).filter(|shift| (1..=MAX_SHIFT).contains(shift))?;
        let (mut scale, mut millionths) = (1_u128, 1_000_000_u128);
        while millionths > 0 {
            let scaled = mantissa * scale;
            let nearest = (scaled + (1 << (shift - 1))) >> shift;
            // Above this, several decimals share one `f64`, so the last digits are undetermined.
            if nearest >> MANTISSA != 0 {
                return None;
            }
            // Within half the distance between neighbouring `f64` values.
            if (nearest << shift).abs_diff(scaled) * 2 < scale {
                let size = i64::try_from(nearest * millionths).ok()?;
                let decimal = Decimal::from_millionths(if value < 0.0 { -size } else { size });
                return (Decimal::MIN..=Decimal::MAX).contains(&decimal).then_some(decimal);
            }
            scale *= 10;
            millionths /= 10;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by the shortest text that parses to the same `f64`.
    fn by_text(value: f64) -> Option<Decimal> {
        let decimal: Option<Decimal> = value.to_string().parse().ok();
        decimal.filter(|decimal| {
            let unused = 10_i64.pow(6 - u32::from(decimal.places()));
            u128::from((decimal.millionths() / unused).unsigned_abs()) < 1 << MANTISSA
        })
    }

    proptest! {
        #[test]
        fn a_decimal_is_recovered_from_its_f64(
            millionths in -100_000_000_000_000_000_i64..=100_000_000_000_000_000, tens in 0..17_u32,
        ) {
            let written = Decimal::from_millionths(millionths / 10_i64.pow(tens));
            let value: f64 = written.to_string().parse().unwrap_or_default();
            prop_assert_eq!(Decimal::from_f64(value), by_text(value));
            if written.millionths().unsigned_abs() < 1 << 52 {
                prop_assert_eq!(Decimal::from_f64(value), Some(written));
            }
        }

        #[test]
        fn any_f64_converts_as_its_text_does(value in any::<f64>(), small in -1e12..1e12) {
            prop_assert_eq!(Decimal::from_f64(value), by_text(value));
            prop_assert_eq!(Decimal::from_f64(small), by_text(small));
        }
    }

    #[test]
    fn the_limits_convert_as_their_texts_do() {
        for value in [
            1e11,
            -1e11,
            1e-6,
            1e-7,
            1.000_001e11,
            0.015_625,
            0.007_812_5,
            f64::NAN,
            f64::INFINITY,
            5e-324,
        ] {
            assert_eq!(Decimal::from_f64(value), by_text(value), "{value}");
        }
    }
}
