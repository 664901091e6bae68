//! The encoding of one answer, with as few bits as its fact allows.
//!
//! | answer | bits |
//! |---|---|
//! | not sure | 1 |
//! | yes-no | 0, then 1 for yes |
//! | choice | 0, then the index of the option, in as many bits as the last index needs |
//! | choices | 0, then 0 and the index of the only option, or the number of options for none; or 1 and one bit per option |
//! | number | 0, then its decimal places plus one in gamma code, and a varint: steps of the last of these places, from the lower bound if there is one |
//! | date | 0, then a varint: days from the as-of date |

use jiff::civil::Date;

use crate::engine::answers::Answer;
use crate::engine::typed::{EARLIEST_YEAR, check_number};
use crate::rulebook::{
    Choice, Decimal, FactKind, NumberKind, Options, RulePack, Value, date_from_day_number,
    day_number,
};

use super::bits::{Bits, MAX_VARINT_BITS, Reader};

/// Upper bound on the bits of an answer without those for options, and of the distance from the
/// previous one.
const MAX_ANSWER_BITS: usize = 32 + 2 + 5 + MAX_VARINT_BITS;

/// Whether the fact can have the answer, and an applicant can have given it.
pub(super) fn is_possible(kind: &FactKind, answer: Answer) -> bool {
    let Answer::Value(value) = answer else { return true };
    match (kind, value) {
        (FactKind::YesNo, Value::YesNo(_)) => true,
        (FactKind::Choice(options), Value::Options(set)) => option_index(options, set).is_some(),
        (FactKind::Choices(options), Value::Options(set)) => {
            let mut others = set;
            (0..options.len()).for_each(|index| others = others.difference(Options::single(index)));
            others.is_empty()
        }
        (FactKind::Number(kind), Value::Number(number)) => {
            // A number without bounds must still round-trip as text. Larger numbers would not add
            // up exactly.
            check_number(kind, number).is_ok() && number.to_string().parse() == Ok(number)
        }
        (FactKind::Date, Value::Date(date)) => date.year() >= EARLIEST_YEAR,
        _ => false,
    }
}

/// Encodes a possible answer.
pub(super) fn encode(kind: &FactKind, as_of: Date, answer: Answer, bits: &mut Bits) {
    let Answer::Value(value) = answer else { return bits.push(1, 1) };
    bits.push(0, 1);
    match (kind, value) {
        (FactKind::Choice(options), Value::Options(set)) => {
            let index = option_index(options, set).unwrap_or_default();
            bits.push(u64::try_from(index).unwrap_or_default(), width(options));
        }
        (_, Value::Options(set)) => {
            let options = kind.options();
            match few_index(options, set) {
                Some(index) => {
                    bits.push(0, 1);
                    bits.push(index, few_width(options));
                }
                None => {
                    bits.push(1, 1);
                    for index in 0..options.len() {
                        bits.push(u64::from(set.intersects(Options::single(index))), 1);
                    }
                }
            }
        }
        (FactKind::Number(kind), Value::Number(number)) => {
            let places = places(number);
            bits.push_gamma(u64::from(places) + 1);
            let steps = number.millionths() / step(places);
            match least(kind, places) {
                Some(least) => bits.push_varint((steps - least).cast_unsigned()),
                None => bits.push_signed(steps),
            }
        }
        (_, Value::Date(date)) => bits.push_signed(day_number(date) - day_number(as_of)),
        (_, Value::YesNo(yes)) => bits.push(u64::from(yes), 1),
        // OK because a possible number belongs to a number fact.
        (_, Value::Number(_)) => {}
    }
}

/// Decodes an answer, which need not be possible. `None` if the bits end too early.
pub(super) fn decode(kind: &FactKind, as_of: Date, reader: &mut Reader<'_>) -> Option<Answer> {
    if reader.take(1)? == 1 {
        return Some(Answer::NotSure);
    }
    Some(Answer::Value(match kind {
        FactKind::YesNo => Value::YesNo(reader.take(1)? == 1),
        FactKind::Choice(options) => {
            let index = reader.take(width(options))?;
            Value::Options(Options::single(usize::try_from(index).ok()?))
        }
        FactKind::Choices(options) if reader.take(1)? == 0 => {
            let index = usize::try_from(reader.take(few_width(options))?).ok()?;
            let is_none = index == options.len();
            Value::Options(if is_none { Options::EMPTY } else { Options::single(index) })
        }
        FactKind::Choices(options) => {
            let mut set = Options::EMPTY;
            for index in 0..options.len() {
                if reader.take(1)? == 1 {
                    set = set.union(Options::single(index));
                }
            }
            Value::Options(set)
        }
        FactKind::Number(kind) => {
            let places = u32::try_from(reader.gamma()? - 1).ok().filter(|places| *places <= 6)?;
            let steps = match least(kind, places) {
                Some(least) => least.checked_add_unsigned(reader.varint()?)?,
                None => reader.signed()?,
            };
            Value::Number(Decimal::from_millionths(steps.checked_mul(step(places))?))
        }
        FactKind::Date => {
            Value::Date(date_from_day_number(day_number(as_of).checked_add(reader.signed()?)?)?)
        }
    }))
}

/// Upper bound on the bits of the answers to all facts.
pub(super) fn max_bits(pack: &RulePack) -> usize {
    pack.facts.iter().map(|(_, fact)| MAX_ANSWER_BITS + fact.kind.options().len()).sum()
}

/// The index of the option in a set of one option; `None` for any other set.
fn option_index(options: &[Choice], set: Options) -> Option<usize> {
    (0..options.len()).find(|index| set == Options::single(*index))
}

/// Number of bits of the last index of a list.
fn width(options: &[Choice]) -> u32 {
    usize::BITS - options.len().saturating_sub(1).leading_zeros()
}

/// The index of the only option in a set, or the number of options if the set is empty. `None` for
/// several options.
fn few_index(options: &[Choice], set: Options) -> Option<u64> {
    let index = if set.is_empty() { Some(options.len()) } else { option_index(options, set) };
    index.and_then(|index| u64::try_from(index).ok())
}

/// Number of bits of [`few_index`].
fn few_width(options: &[Choice]) -> u32 {
    usize::BITS - options.len().leading_zeros()
}

/// The number of decimal places that a number needs.
fn places(number: Decimal) -> u32 {
    (0..6).find(|places| number.millionths() % step(*places) == 0).unwrap_or(6)
}

/// A decimal place, in millionths.
fn step(places: u32) -> i64 {
    10_i64.pow(6_u32.saturating_sub(places))
}

/// The lower bound of a number, in steps of a decimal place, rounded up.
fn least(kind: &NumberKind, places: u32) -> Option<i64> {
    kind.min.map(|min| -(-min.millionths()).div_euclid(step(places)))
}
