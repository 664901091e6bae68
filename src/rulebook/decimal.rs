//! Exact decimal numbers, for money and thresholds.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

/// An exact decimal with up to six decimal places.
///
/// Parsing accepts −10¹¹ to +10¹¹ (in 万元: 10¹⁵ yuan). Sums and differences saturate at about
/// 9 × 10¹². A sum of fewer than ninety parsed numbers cannot reach that.
///
/// The unit is that of the fact or grant that holds the number (万元, 亿元, a rank, months).
///
/// Not `rust_decimal`, which adds 19 KB to the browser module and is wider than needed.
///
/// ```
/// use eligibility_check::rulebook::Decimal;
/// let half: Decimal = "37.5".parse().unwrap();
/// assert_eq!(half.to_string(), "37.5");
/// assert!("0.1234567".parse::<Decimal>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Decimal places stored. `SCALE` is 10 to this power.
const PLACES: usize = 6;
const SCALE: i64 = 1_000_000;

/// Largest absolute value that parsing accepts.
const LARGEST: i64 = 100_000_000_000;

/// The reason why a text is not a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Not digits with at most one sign and one decimal point
    #[error("not a decimal number")]
    NotANumber,
    /// More than six decimal places
    #[error("more than six decimal places")]
    TooManyPlaces,
    /// Absolute value above 10¹¹
    #[error("too large")]
    TooLarge,
}

impl Decimal {
    /// Zero
    pub const ZERO: Decimal = Decimal(0);

    /// The smallest number that parsing accepts
    pub const MIN: Decimal = Decimal(-LARGEST * SCALE);

    /// The largest number that parsing accepts
    pub const MAX: Decimal = Decimal(LARGEST * SCALE);

    /// Converts a whole number; saturates.
    pub fn from_integer(value: i64) -> Decimal {
        Decimal(value.saturating_mul(SCALE))
    }

    /// The number in millionths.
    pub fn millionths(self) -> i64 {
        self.0
    }

    /// The number with this many millionths.
    pub fn from_millionths(millionths: i64) -> Decimal {
        Decimal(millionths)
    }

    /// The number of decimal places needed to write the number.
    pub fn places(self) -> u8 {
        let mut rest = self.0;
        let mut places = 6;
        while places > 0 && rest % 10 == 0 {
            rest /= 10;
            places -= 1;
        }
        places
    }

    /// The given percentage of the number.
    ///
    /// Returns `None` if the result needs more than six places or is out of range.
    pub fn percent(self, percent: Decimal) -> Option<Decimal> {
        // In two parts, because the product of two scaled numbers does not fit 64 bits.
        const WHOLE: i64 = SCALE * 100;
        let high = (self.0 / WHOLE).checked_mul(percent.0)?;
        let low = (self.0 % WHOLE).checked_mul(percent.0)?;
        if low % WHOLE == 0 { high.checked_add(low / WHOLE).map(Decimal) } else { None }
    }
}

impl Decimal {
    /// The sum; `None` if it is out of range.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        self.0.checked_add(other.0).map(Decimal)
    }

    /// The difference; `None` if it is out of range.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.0.checked_sub(other.0).map(Decimal)
    }
}

impl Add for Decimal {
    type Output = Decimal;

    fn add(self, other: Decimal) -> Decimal {
        Decimal(self.0.saturating_add(other.0))
    }
}

impl Sub for Decimal {
    type Output = Decimal;

    fn sub(self, other: Decimal) -> Decimal {
        Decimal(self.0.saturating_sub(other.0))
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Decimal, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::NotANumber);
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > PLACES {
            return Err(DecimalError::TooManyPlaces);
        }
        let scaled: i64 =
            format!("{whole}{fraction:0<PLACES$}").parse().map_err(|_| DecimalError::TooLarge)?;
        if scaled > LARGEST * SCALE {
            return Err(DecimalError::TooLarge);
        }
        Ok(Decimal(if negative { -scaled } else { scaled }))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let size = self.0.unsigned_abs();
        let scale = SCALE.unsigned_abs();
        write!(f, "{}", size / scale)?;
        let fraction = size % scale;
        if fraction != 0 {
            let digits = format!("{fraction:0PLACES$}");
            write!(f, ".{}", digits.trim_end_matches('0'))?;
        }
        Ok(())
    }
}
