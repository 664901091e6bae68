//! The nearest miss in words.

use std::rc::Rc;

use crate::engine::{Answer, Answers, Change, NearestMiss};
use crate::rulebook::{Decimal, Fact, FactKind, Locale, RulePack, Value, WrittenOut};

use super::catalogue::{Catalogue, fill};
use super::numbers::amount_sentence;
use super::words::{question_text, said_text};

/// What would have to be otherwise than these answers, and what the measure would then be.
pub fn nearest_text(
    catalogue: &Catalogue,
    locale: Locale,
    book: &RulePack,
    answers: &Answers,
    nearest: &NearestMiss,
) -> String {
    let changes = nearest.changes.iter().map(|change| match change {
        Change::Wait(day) => fill(catalogue.wait_until(), &[("day", &catalogue.day(*day))]),
        Change::Answer(fact, value) => match (answers.value(*fact), value, &book.facts[*fact].kind)
        {
            (Some(Value::Number(from)), Value::Number(to), FactKind::Number(kind)) => {
                Number { catalogue, locale, book, unit: &kind.unit }.change(
                    &book.facts[*fact],
                    from,
                    *to,
                )
            }
            _ => said_text(catalogue, locale, book, *fact, Some(Answer::Value(*value))),
        },
    });
    let changes = changes.collect::<Vec<_>>().join(catalogue.semicolon());
    let outcome = catalogue.outcome_text(nearest.then);
    fill(catalogue.nearest(), &[("changes", &changes), ("outcome", outcome)])
}

/// A number with a unit, to be put into words.
struct Number<'a> {
    catalogue: &'a Catalogue,
    locale: Locale,
    book: &'a RulePack,
    unit: &'a Rc<str>,
}

impl Number<'_> {
    /// From which number to which, and what lies between them.
    fn change(&self, fact: &Fact, from: Decimal, to: Decimal) -> String {
        let (sentence, difference) = match to > from {
            _ if self.is_a_place() => (self.catalogue.change_from_to(), Decimal::ZERO),
            true => (self.catalogue.change_more(), to - from),
            false => (self.catalogue.change_less(), from - to),
        };
        let question = fact.question.get(self.locale);
        let [from, to, difference] = [from, to, difference].map(|number| self.text(number));
        let question = question_text(&question);
        fill(
            sentence,
            &[("question", question), ("difference", &difference), ("from", &from), ("to", &to)],
        )
    }

    /// Whether numbers of the unit are places in an order: the third and the fifth have no second between them.
    fn is_a_place(&self) -> bool {
        let unit = self.book.unit(self.unit);
        matches!(unit.and_then(|unit| unit.written_out.as_ref()), Some(WrittenOut { zeros: 0, .. }))
    }

    fn text(&self, number: Decimal) -> String {
        let sentence = self.catalogue.exactly();
        amount_sentence(self.catalogue, self.locale, self.book, self.unit, sentence, [number; 2])
    }
}
