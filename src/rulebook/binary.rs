//! Numbers that JSON readers hand over in binary: back to the decimal that their author wrote.
//!
//! By whole numbers only: formatting a binary number and reading the text would add 13 KB to the browser module.

use super::decimal::Decimal;

/// The fraction bits of a 64-bit binary number.
const MANTISSA: u32 = 52;

/// Below 2⁻⁴⁸ no number has a decimal of six places, and above that no step of the reckoning overflows.
const MOST_SHIFT: u64 = 100;

impl Decimal {
    /// The decimal with the fewest places that reads back as this binary number, if it has no more than six places
    /// and about 15 digits, and lies in the range of what is read: what the author wrote.
    ///
    /// ```
    /// use eligibility_check::rulebook::Decimal;
    /// assert_eq!(Decimal::from_binary(0.1), "0.1".parse().ok());
    /// assert_eq!(Decimal::from_binary(0.1 + 0.2), None);
    /// ```
    pub fn from_binary(value: f64) -> Option<Decimal> {
        if value == 0.0 {
            return Some(Decimal::ZERO);
        }
        let bits = value.to_bits();
        let exponent = bits >> MANTISSA & 0x7ff;
        // The size is `mantissa / 2^shift`. Without a shift it is beyond 10¹¹, or no number at all.
        let mantissa = u128::from(bits & ((1 << MANTISSA) - 1) | 1 << MANTISSA);
        let shift =
            1075_u64.checked_sub(exponent).filter(|shift| (1..=MOST_SHIFT).contains(shift))?;
        let (mut scale, mut millionths) = (1_u128, 1_000_000_u128);
        while millionths > 0 {
            let scaled = mantissa * scale;
            let nearest = (scaled + (1 << (shift - 1))) >> shift;
            // Beyond, several decimals share a binary number: the last digits would be made up.
            if nearest >> MANTISSA != 0 {
                return None;
            }
            // Within half a step of the binary numbers.
            if (nearest << shift).abs_diff(scaled) * 2 < scale {
                let size = i64::try_from(nearest * millionths).ok()?;
                let decimal = Decimal::of_millionths(if value < 0.0 { -size } else { size });
                return (Decimal::LEAST..=Decimal::GREATEST).contains(&decimal).then_some(decimal);
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

    /// By the shortest text that reads back as the same number.
    fn by_text(value: f64) -> Option<Decimal> {
        let decimal: Option<Decimal> = value.to_string().parse().ok();
        decimal.filter(|decimal| {
            let unused = 10_i64.pow(6 - u32::from(decimal.places()));
            u128::from((decimal.millionths() / unused).unsigned_abs()) < 1 << MANTISSA
        })
    }

    proptest! {
        #[test]
        fn a_decimal_is_found_again_behind_its_binary_number(
            millionths in -100_000_000_000_000_000_i64..=100_000_000_000_000_000, tens in 0..17_u32,
        ) {
            let written = Decimal::of_millionths(millionths / 10_i64.pow(tens));
            let value: f64 = written.to_string().parse().unwrap_or_default();
            prop_assert_eq!(Decimal::from_binary(value), by_text(value));
            if written.millionths().unsigned_abs() < 1 << 52 {
                prop_assert_eq!(Decimal::from_binary(value), Some(written));
            }
        }

        #[test]
        fn any_other_number_is_none(value in any::<f64>(), small in -1e12..1e12) {
            prop_assert_eq!(Decimal::from_binary(value), by_text(value));
            prop_assert_eq!(Decimal::from_binary(small), by_text(small));
        }
    }

    #[test]
    fn the_ends_of_the_range_belong_to_it() {
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
            assert_eq!(Decimal::from_binary(value), by_text(value), "{value}");
        }
    }
}
