//! Numbers with their units, as a language writes them.
//!
//! # Why
//!
//! In Chinese, 2000 万元 is shown as in the pack. In English it is RMB 20,000,000: nobody counts in ten thousands.
//! The sentences of a catalogue with thousands separators have no `{unit}`, because the unit is part of the amount.

use std::rc::Rc;

use yew::AttrValue;

use crate::rulebook::{Decimal, Locale, RulePack, WrittenOut};

use super::catalogue::{Catalogue, fill};

/// A unit's name; as the pack writes it, if that does not list it.
pub(crate) fn unit_title(locale: Locale, book: &RulePack, unit: &Rc<str>) -> Rc<str> {
    book.unit(unit).map_or_else(|| Rc::clone(unit), |unit| unit.title.get(locale))
}

/// How amounts in a unit are written out, in languages that write them so.
fn written_out<'a>(
    catalogue: &Catalogue,
    book: &'a RulePack,
    unit: &str,
) -> Option<&'a WrittenOut> {
    let wanted = !catalogue.thousands().is_empty();
    if wanted { book.unit(unit)?.written_out.as_ref() } else { None }
}

/// A sentence about an amount in a unit, or about all from one to another.
pub(in crate::widget) fn amount_sentence(
    catalogue: &Catalogue,
    locale: Locale,
    book: &RulePack,
    unit: &Rc<str>,
    sentence: &AttrValue,
    range: [Decimal; 2],
) -> String {
    let title = unit_title(locale, book, unit);
    let written_out = written_out(catalogue, book, unit);
    let (pattern, zeros) = match written_out {
        Some(written_out) => (AttrValue::Rc(written_out.text.get(locale)), written_out.zeros),
        None => (catalogue.amount().clone(), 0),
    };
    let [min, max] = range.map(|number| {
        let number = written(number, zeros, catalogue.thousands());
        fill(&pattern, &[("number", &number), ("unit", &title)])
    });
    fill(sentence, &[("amount", &min), ("min", &min), ("max", &max), ("unit", &title)])
}

/// A number with its unit.
#[cfg(feature = "cli")]
pub(crate) fn with_unit(locale: Locale, book: &RulePack, unit: &str, number: Decimal) -> String {
    let catalogue = Catalogue::of(locale);
    amount_sentence(catalogue, locale, book, &unit.into(), catalogue.exactly(), [number; 2])
}

/// The note beside a box for numbers in a unit.
pub(in crate::widget) fn unit_note(
    catalogue: &Catalogue,
    locale: Locale,
    book: &RulePack,
    unit: &Rc<str>,
) -> AttrValue {
    let title = unit_title(locale, book, unit);
    match written_out(catalogue, book, unit) {
        Some(WrittenOut { zeros: 1.., .. }) => {
            fill(catalogue.scaled_unit(), &[("unit", &title)]).into()
        }
        _ => AttrValue::Rc(title),
    }
}

impl Catalogue {
    /// A number with the language's thousands separators.
    pub(super) fn number(&self, number: Decimal) -> String {
        written(number, 0, self.thousands())
    }
}

/// A number times ten so often, with separators between thousands. Digits are only moved: nothing is rounded, and nothing
/// is too large.
fn written(number: Decimal, zeros: usize, separator: &str) -> String {
    const PLACES: usize = 6;
    let mut digits = format!("{:07}", number.millionths().unsigned_abs());
    for _ in 0..zeros {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at_checked(digits.len() - PLACES).unwrap_or_default();
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
            (1_000_001, 6, "1,000,001"),
            // 10¹¹ 亿元, more than anybody has.
            (100_000_000_000_000_000, 8, "10,000,000,000,000,000,000"),
        ] {
            let number = Decimal::of_millionths(number);
            assert_eq!(written(number, zeros, ","), text);
            assert_eq!(written(number, zeros, ""), text.replace(',', ""));
        }
    }

    #[test]
    fn without_separators_a_number_is_written_as_decimals_are() {
        for millionths in [0, 1, -1, 10, 500_000, -37_500_000, 1_234_560_000, i64::MAX, i64::MIN] {
            let number = Decimal::of_millionths(millionths);
            assert_eq!(written(number, 0, ""), number.to_string());
        }
    }
}
