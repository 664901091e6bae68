//! The encoding of one answer, with as few bits as its fact allows.
//!
//! | answer | bits |
//! |---|---|
//! | not sure | 1 |
//! | yes-no | 0, then 1 for yes |
//! | choice | 0, then the index of the option, in as many bits as the last index needs |
//! | choices | 0, then one bit per option |
//! | number | 0, then a varint: steps of its last decimal place, from the lower bound if there is one |
//! | date | 0, then a varint: days from the as-of date |

use jiff::civil::Date;

use crate::engine::answers::Answer;
use crate::engine::typed::{EARLIEST_YEAR, check_number};
use crate::rulebook::{
    Choice, Decimal, FactKind, NumberKind, Options, RulePack, Value, date_from_day_number,
    day_number,
};

use super::bits::{Bits, MAX_VARINT_BITS, Reader};

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
            for index in 0..kind.options().len() {
                bits.push(u64::from(set.intersects(Options::single(index))), 1);
            }
        }
        (FactKind::Number(kind), Value::Number(number)) => {
            let steps = number.millionths() / step(kind);
            match least(kind) {
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
            let steps = match least(kind) {
                Some(least) => least.checked_add_unsigned(reader.varint()?)?,
                None => reader.signed()?,
            };
            Value::Number(Decimal::from_millionths(steps.checked_mul(step(kind))?))
        }
        FactKind::Date => {
            Value::Date(date_from_day_number(day_number(as_of).checked_add(reader.signed()?)?)?)
        }
    }))
}

/// Upper bound on the bits of the answers to all facts.
pub(super) fn max_bits(pack: &RulePack) -> usize {
    pack.facts.iter().map(|(_, fact)| 2 + fact.kind.options().len().max(MAX_VARINT_BITS)).sum()
}

/// The index of the option in a set of one option; `None` for any other set.
fn option_index(options: &[Choice], set: Options) -> Option<usize> {
    (0..options.len()).find(|index| set == Options::single(*index))
}

/// Number of bits of the last index of a list.
fn width(options: &[Choice]) -> u32 {
    usize::BITS - options.len().saturating_sub(1).leading_zeros()
}

/// The last decimal place of a number, in millionths.
fn step(kind: &NumberKind) -> i64 {
    10_i64.pow(6_u32.saturating_sub(u32::from(kind.decimals)))
}

/// The lower bound of a number, in steps, rounded up to the precision of the number.
fn least(kind: &NumberKind) -> Option<i64> {
    kind.min.map(|min| -(-min.millionths()).div_euclid(step(kind)))
}
