//! Compares the questions with one id in two packs. An answer is carried over only if it means the
//! same in both.

use std::mem::discriminant;

use super::fact::{Choice, Fact, FactKind};
use super::text::Locale;

/// The first difference between two facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactDifference {
    /// The kinds, such as a number and a date
    Kind,
    /// The units of two numbers
    Unit,
    /// The decimal places of two numbers
    Decimals,
    /// The ids of the options, or their order
    Options,
    /// The labels of the option with this index
    Label(usize),
    /// The questions
    Question,
}

/// Whether a value of one fact means the same as a value of the other, with their texts in a
/// language.
///
/// The bounds may differ. Check a value that is carried over like one that is typed.
pub fn alike(a: &Fact, b: &Fact, locale: Locale) -> bool {
    difference(a, b, locale).is_none()
}

/// The first difference between two facts, with their texts in a language. `None` if a value of one
/// means the same as a value of the other.
pub fn difference(a: &Fact, b: &Fact, locale: Locale) -> Option<FactDifference> {
    if discriminant(&a.kind) != discriminant(&b.kind) {
        return Some(FactDifference::Kind);
    }
    if let (FactKind::Number(a), FactKind::Number(b)) = (&a.kind, &b.kind) {
        if a.unit != b.unit {
            return Some(FactDifference::Unit);
        }
        if a.decimals != b.decimals {
            return Some(FactDifference::Decimals);
        }
    }
    let (of_a, of_b) = (a.kind.options(), b.kind.options());
    let has_other_id = |(a, b): (&Choice, &Choice)| a.id != b.id;
    // In the same order, because a value stores the indices of its options.
    if of_a.len() != of_b.len() || of_a.iter().zip(of_b).any(has_other_id) {
        return Some(FactDifference::Options);
    }
    let has_other_label = |(a, b): (&Choice, &Choice)| a.label.get(locale) != b.label.get(locale);
    if let Some(index) = of_a.iter().zip(of_b).position(has_other_label) {
        return Some(FactDifference::Label(index));
    }
    (a.question.get(locale) != b.question.get(locale)).then_some(FactDifference::Question)
}
