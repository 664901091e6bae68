//! The decimal that a JSON number writes, exactly: 4999.9999999999999999 is not 5000.
//!
//! On the text of the number, because a binary float rounds it.

use super::decimal::{Decimal, DecimalError};

impl Decimal {
    /// Parses the text of a JSON number, which may have an exponent.
    ///
    /// # Errors
    ///
    /// The number has more than six decimal places, or is out of range.
    ///
    /// ```
    /// use eligibility_check::rulebook::{Decimal, DecimalError};
    /// assert_eq!(Decimal::from_json_number("5.5e3"), "5500".parse());
    /// let rounded = Decimal::from_json_number("0.30000000000000004");
    /// assert_eq!(rounded, Err(DecimalError::TooManyPlaces));
    /// ```
    pub fn from_json_number(text: &str) -> Result<Decimal, DecimalError> {
        let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return text.parse() };
        let (sign, size) = match mantissa.strip_prefix('-') {
            Some(size) => ("-", size),
            None => ("", mantissa),
        };
        let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
        let digits = format!("{whole}{fraction}");
        if digits.bytes().all(|digit| digit == b'0') {
            return Ok(Decimal::ZERO);
        }
        let out_of_range = match exponent.starts_with('-') {
            true => DecimalError::TooManyPlaces,
            false => DecimalError::TooLarge,
        };
        // More digits than any number has that is written by a person or a program.
        const MAX_SHIFT: usize = 400;
        let shift = exponent.trim_start_matches(['+', '-']).parse().unwrap_or(usize::MAX);
        if shift > MAX_SHIFT || digits.len() > MAX_SHIFT {
            return Err(out_of_range);
        }
        let zeros = "0".repeat(shift);
        let (digits, point) = match exponent.starts_with('-') {
            true => (format!("{zeros}{digits}"), whole.len()),
            false => (format!("{digits}{zeros}"), whole.len() + shift),
        };
        let (whole, fraction) = digits.split_at_checked(point).unwrap_or_default();
        format!("{sign}{whole}.{fraction}0").parse()
    }
}
