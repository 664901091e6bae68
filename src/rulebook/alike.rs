//! Facts of two packs with the same meaning, so that an answer to one answers the other.

use super::fact::{Choice, Fact, FactKind, NumberKind};
use super::language::Locale;

/// Whether an answer to one fact of a pack answers a fact of another pack: both have the same id
/// and the same question, and the same values with the same meaning, in the same order. Hints may
/// differ.
pub fn alike(one: &Fact, other: &Fact, locale: Locale) -> bool {
    let same_options = |one: &[Choice], other: &[Choice]| {
        one.len() == other.len()
            && one.iter().zip(other).all(|(one, other)| {
                one.id == other.id && one.label.get(locale) == other.label.get(locale)
            })
    };
    one.id == other.id
        && one.question.get(locale) == other.question.get(locale)
        && one.future == other.future
        && match (&one.kind, &other.kind) {
            (FactKind::YesNo, FactKind::YesNo) | (FactKind::Date, FactKind::Date) => true,
            (FactKind::Choice(one), FactKind::Choice(other))
            | (FactKind::Choices(one), FactKind::Choices(other)) => same_options(one, other),
            (FactKind::Number(one), FactKind::Number(other)) => {
                let form = |number: &NumberKind| (number.min, number.max, number.decimals);
                one.unit == other.unit && form(one) == form(other)
            }
            _ => false,
        }
}
