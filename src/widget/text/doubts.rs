//! A doubt about an answer as a sentence.

use jiff::civil::Date;

use super::fill;
use super::numbers::amount_in_words;
use crate::engine::Doubt;
use crate::rulebook::{FactId, FactKind, Value};
use crate::widget::pack::Pack;

/// A doubt about the answer to a fact, with the question to check it. `day` is the date evaluated.
pub(in crate::widget) fn doubt_text(
    pack: &Pack,
    day: Date,
    (fact, value): (FactId, Value),
    doubt: Doubt<'_>,
) -> String {
    let catalogue = &pack.catalogue;
    match doubt {
        Doubt::NotYet => {
            let values = [("date", &*value_text(pack, fact, value)), ("day", &catalogue.day(day))];
            fill(catalogue.date_after_as_of(), &values)
        }
        Doubt::Contradiction(message) => {
            fill(catalogue.contradiction(), &[("message", &pack.text(message))])
        }
        Doubt::BelowUsual(usual) | Doubt::AboveUsual(usual) => {
            let [amount, min, max] = [value, Value::Number(usual[0]), Value::Number(usual[1])]
                .map(|value| value_text(pack, fact, value));
            let values = [("amount", &*amount), ("min", &*min), ("max", &*max)];
            fill(catalogue.unusual_number(), &values)
        }
    }
}

/// A number in words, or a date; empty for other values.
pub(in crate::widget) fn value_text(pack: &Pack, fact: FactId, value: Value) -> String {
    match (&pack.rules.facts[fact].kind, value) {
        (FactKind::Number(kind), Value::Number(number)) => {
            amount_in_words(&pack.catalogue, pack.locale, &pack.rules, &kind.unit, number)
        }
        (_, Value::Date(date)) => pack.catalogue.day(date),
        _ => String::new(),
    }
}
