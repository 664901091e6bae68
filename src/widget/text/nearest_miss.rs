//! The nearest miss as text.

use std::rc::Rc;

use crate::engine::{Answer, Answers, Change, NearestMiss};
use crate::rulebook::{Decimal, Fact, FactKind, Locale, RulePack, Value, WrittenOut};

use super::catalogue::{Catalogue, fill};
use super::numbers::amount_sentence;
use super::values::{fact_text, question_text};

/// The changes of answers that the nearest miss needs, and the outcome that the measure then has.
pub fn nearest_miss_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    answers: &Answers,
    nearest: &NearestMiss,
) -> String {
    let changes = changes_text(catalogue, locale, pack, answers, nearest);
    let outcome = catalogue.outcome_text(nearest.then);
    let sentence = match nearest.is_smallest {
        true => catalogue.nearest_miss(),
        false => catalogue.possible_change(),
    };
    fill(sentence, &[("changes", &changes), ("outcome", outcome)])
}

/// The changes of answers that the nearest miss needs.
pub(in crate::widget) fn changes_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    answers: &Answers,
    nearest: &NearestMiss,
) -> String {
    let changes = nearest.changes.iter().map(|change| match change {
        Change::Wait(day) => fill(catalogue.wait_until(), &[("day", &catalogue.day(*day))]),
        Change::Answer(fact, value) => match (answers.value(*fact), value, &pack.facts[*fact].kind)
        {
            (Some(Value::Number(from)), Value::Number(to), FactKind::Number(kind)) => {
                UnitFormatter { catalogue, locale, pack, unit: &kind.unit }.change(
                    &pack.facts[*fact],
                    from,
                    *to,
                )
            }
            _ => fact_text(catalogue, locale, pack, *fact, Some(Answer::Value(*value))),
        },
    });
    changes.collect::<Vec<_>>().join(catalogue.semicolon())
}

/// The context for formatting numbers with a unit.
struct UnitFormatter<'a> {
    catalogue: &'a Catalogue,
    locale: Locale,
    pack: &'a RulePack,
    unit: &'a Rc<str>,
}

impl UnitFormatter<'_> {
    /// The change of a number: from, to, and the difference.
    fn change(&self, fact: &Fact, from: Decimal, to: Decimal) -> String {
        let (sentence, difference) = match to > from {
            _ if self.is_rank() => (self.catalogue.change_replace(), Decimal::ZERO),
            true => (self.catalogue.change_increase(), to - from),
            false => (self.catalogue.change_decrease(), from - to),
        };
        let question = fact.question.get(self.locale);
        let [from, to, difference] = [from, to, difference].map(|number| self.text(number));
        let question = question_text(&question);
        fill(
            sentence,
            &[("question", question), ("difference", &difference), ("from", &from), ("to", &to)],
        )
    }

    /// Whether numbers of the unit are ranks, which have no meaningful difference.
    fn is_rank(&self) -> bool {
        let unit = self.pack.unit(self.unit);
        matches!(unit.and_then(|unit| unit.written_out.as_ref()), Some(WrittenOut { zeros: 0, .. }))
    }

    fn text(&self, number: Decimal) -> String {
        let sentence = self.catalogue.amount_exact();
        amount_sentence(self.catalogue, self.locale, self.pack, self.unit, sentence, [number; 2])
    }
}
