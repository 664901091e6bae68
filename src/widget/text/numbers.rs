//! Numbers with their units, in the format of each language.
//!
//! # Why
//!
//! Chinese shows 2000 万元 as the pack has it. English shows RMB 20,000,000, because it does not
//! count in ten thousands. In a catalogue with thousands separators, sentences have no `{unit}`:
//! the unit is part of the amount.
//!
//! Not a formatting crate: amounts are exact decimals, the output must be the same natively and in
//! the browser, and the locale data of ICU would exceed the size budget of the module.

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::split_unit;
use crate::rulebook::{Decimal, Locale, RulePack, WrittenOut};

use super::catalogue::{Catalogue, fill};

/// The title of a unit; the unit as written in the pack, if the pack does not define it.
pub(crate) fn unit_title(locale: Locale, pack: &RulePack, unit: &Rc<str>) -> Rc<str> {
    pack.unit(unit).map_or_else(|| Rc::clone(unit), |unit| unit.title.get(locale))
}

/// The `written-out` form of a unit; `None` in languages that show amounts as the pack has them.
fn written_out<'a>(
    catalogue: &Catalogue,
    pack: &'a RulePack,
    unit: &str,
) -> Option<&'a WrittenOut> {
    let wanted = !catalogue.thousands_separator().is_empty();
    if wanted { pack.unit(unit)?.written_out.as_ref() } else { None }
}

/// A sentence with an amount in a unit, or with a range of amounts.
pub(in crate::widget) fn amount_sentence(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    unit: &Rc<str>,
    sentence: &AttrValue,
    range: [Decimal; 2],
) -> String {
    let title = unit_title(locale, pack, unit);
    let written_out = written_out(catalogue, pack, unit);
    let (pattern, zeros) = match written_out {
        Some(written_out) => (AttrValue::Rc(written_out.text.get(locale)), written_out.zeros),
        None => (catalogue.amount_format().clone(), 0),
    };
    let [min, max] = range.map(|number| {
        let number = format_number(number, zeros as i32, catalogue.thousands_separator());
        fill(&pattern, &[("number", &number), ("unit", &title)])
    });
    fill(sentence, &[("amount", &min), ("min", &min), ("max", &max), ("unit", &title)])
}

/// A number with its unit.
pub(in crate::widget) fn number_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    unit: &Rc<str>,
    number: Decimal,
) -> String {
    amount_sentence(catalogue, locale, pack, unit, catalogue.amount_exact(), [number; 2])
}

/// A number with its unit, in the largest units of the language: 5000 亿元 for 50000000 万元.
pub(in crate::widget) fn amount_in_words(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    unit: &Rc<str>,
    number: Decimal,
) -> String {
    let title = unit_title(locale, pack, unit);
    let (exponent, base) = split_unit(&title);
    let size = i128::from(number.millionths().unsigned_abs()) * 10_i128.pow(exponent);
    let words = catalogue.large_number_words().split(',').zip([4, 8, 12]);
    let fitting = words.filter(|(word, power)| {
        !word.is_empty() && *power >= exponent && size >= 10_i128.pow(power + 6)
    });
    let sentence = catalogue.amount_exact();
    match fitting.last() {
        Some((word, power)) => {
            let number = format_number(number, exponent as i32 - power as i32, "");
            fill(sentence, &[("amount", &number), ("unit", &format!("{word}{base}"))])
        }
        None => amount_sentence(catalogue, locale, pack, unit, sentence, [number; 2]),
    }
}

/// A number with its unit.
#[cfg(feature = "author")]
pub(crate) fn with_unit(locale: Locale, pack: &RulePack, unit: &str, number: Decimal) -> String {
    let catalogue = Catalogue::of(locale);
    amount_sentence(catalogue, locale, pack, &unit.into(), catalogue.amount_exact(), [number; 2])
}

/// The note next to a text field for numbers in a unit.
pub(in crate::widget) fn unit_note(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    unit: &Rc<str>,
) -> AttrValue {
    let title = unit_title(locale, pack, unit);
    match written_out(catalogue, pack, unit) {
        Some(WrittenOut { zeros: 1.., .. }) => {
            fill(catalogue.scaled_unit_note(), &[("unit", &title)]).into()
        }
        _ => AttrValue::Rc(title),
    }
}

impl Catalogue {
    /// A number with the thousands separators of the language.
    pub(in crate::widget) fn number(&self, number: Decimal) -> String {
        format_number(number, 0, self.thousands_separator())
    }
}

/// Formats `number` × 10^`shift` with separators between thousands. Works on decimal digits:
/// nothing is rounded, and nothing overflows.
fn format_number(number: Decimal, shift: i32, separator: &str) -> String {
    let places = 6 + shift.min(0).unsigned_abs() as usize;
    let width = places + 1;
    let mut digits = format!("{:0width$}", number.millionths().unsigned_abs());
    for _ in 0..shift {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at_checked(digits.len() - places).unwrap_or_default();
    let mut text = String::new();
    let mut left = whole.len();
    for digit in whole.chars() {
        left -= 1;
        let leads = digit == '0' && text.is_empty() && left > 0;
        if !leads {
            text.push(digit);
            if left > 0 && left.is_multiple_of(3) {
                text.push_str(separator);
            }
        }
    }
    text.push('.');
    text.push_str(fraction);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if number < Decimal::ZERO { format!("-{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_a_larger_unit_is_written_out_exactly_with_separators() {
        for (number, zeros, text) in [
            (0, 4, "0"),
            (37_500_000, 4, "375,000"),
            (2_000_000_000, 4, "20,000,000"),
            (-1_234_567_890, 0, "-1,234.56789"),
            (999_000_000, 0, "999"),
            (1, 4, "0.01"),
            (50_000_000_000_000, -4, "5,000"),
            (1, -8, "0.00000000000001"),
            (1_000_001, 6, "1,000,001"),
            // 10¹¹ 亿元, which is more yuan than an `i64` holds.
            (100_000_000_000_000_000, 8, "10,000,000,000,000,000,000"),
        ] {
            let number = Decimal::from_millionths(number);
            assert_eq!(format_number(number, zeros, ","), text);
            assert_eq!(format_number(number, zeros, ""), text.replace(',', ""));
        }
    }

    #[test]
    fn without_separators_the_format_is_that_of_decimal() {
        for millionths in [0, 1, -1, 10, 500_000, -37_500_000, 1_234_560_000, i64::MAX, i64::MIN] {
            let number = Decimal::from_millionths(millionths);
            assert_eq!(format_number(number, 0, ""), number.to_string());
        }
    }
}
