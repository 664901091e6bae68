//! Answers that are probably mistaken. The widget asks back; no outcome depends on it.

use jiff::civil::Date;

use crate::rulebook::{Decimal, FactId, FactKind, RulePack, Text, Value};

use super::answers::Answers;
use super::relations::is_violated;

/// The reason to ask back about an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt<'a> {
    /// The date of an event is after the as-of date
    NotYet,
    /// A relation of the pack is violated, with its message
    Contradiction(&'a Text),
    /// A number below the usual values
    BelowUsual([Decimal; 2]),
    /// A number above the usual values
    AboveUsual([Decimal; 2]),
}

/// The first reason to ask back about the answer to a fact.
pub fn doubt<'a>(
    pack: &'a RulePack,
    answers: &Answers,
    as_of: Date,
    fact: FactId,
) -> Option<Doubt<'a>> {
    let definition = &pack.facts[fact];
    let value = answers.value(fact)?;
    if matches!(value, Value::Date(date) if date > as_of) && !definition.future {
        return Some(Doubt::NotYet);
    }
    let violated = pack.relations.iter().find(|relation| {
        pack.facts_in(&relation.holds).contains(&fact)
            && is_violated(pack, answers, as_of, relation)
    });
    if let Some(relation) = violated {
        return Some(Doubt::Contradiction(&relation.message));
    }
    match (&definition.kind, value) {
        (FactKind::Number(kind), Value::Number(number)) => match kind.usual? {
            usual @ [low, _] if number < low => Some(Doubt::BelowUsual(usual)),
            usual @ [_, high] if number > high => Some(Doubt::AboveUsual(usual)),
            _ => None,
        },
        _ => None,
    }
}
