//! The truth of a condition, and the facts on which it still depends.

use jiff::civil::Date;

use crate::rulebook::{Decimal, FactSet, Quantity, RuleBook, When, months_between};

use super::answers::Answers;
use super::truth::Truth;

/// What a condition is evaluated against.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The rules
    pub book: &'a RuleBook,
    /// What the person has said
    pub answers: &'a Answers,
    /// The day for which to say what holds
    pub as_of: Date,
}

impl Situation<'_> {
    /// Whether a condition holds, as far as is known.
    pub fn truth(&self, when: &When) -> Truth {
        match when {
            When::All(parts) => Truth::all(parts.iter().map(|part| self.truth(part))),
            When::Any(parts) => Truth::any(parts.iter().map(|part| self.truth(part))),
            When::Not(part) => !self.truth(part),
            When::AtLeastOf(count, parts) => {
                Truth::at_least_of(*count, parts.iter().map(|part| self.truth(part)))
            }
            When::Term(term) => self.truth(&self.book.terms[*term].when),
            When::Is(fact, wanted) => self.answers.yes_no(*fact).map(|yes| yes == *wanted).into(),
            When::OneOf(fact, options) | When::Includes(fact, options) => {
                self.answers.options(*fact).map(|chosen| chosen.meets(*options)).into()
            }
            When::Compare(left, comparison, right) => {
                let values = self.quantity(left).zip(self.quantity(right));
                values.map(|(left, right)| comparison.holds(left, right)).into()
            }
            When::CompareDate(fact, comparison, day) => {
                self.answers.date(*fact).map(|date| comparison.holds(date, *day)).into()
            }
        }
    }

    /// The value of a quantity; `None` while a fact it needs is unknown.
    pub fn quantity(&self, quantity: &Quantity) -> Option<Decimal> {
        match quantity {
            Quantity::Constant(value) => Some(*value),
            Quantity::Fact(fact) => self.answers.number(*fact),
            Quantity::MonthsSince(fact) => {
                Some(Decimal::whole(months_between(self.answers.date(*fact)?, self.as_of)))
            }
            Quantity::Difference(left, right) => Some(self.quantity(left)? - self.quantity(right)?),
            Quantity::Sum(parts) => {
                parts.iter().try_fold(Decimal::ZERO, |sum, part| Some(sum + self.quantity(part)?))
            }
        }
    }

    /// Collects the unknown facts on which the truth of a condition still depends.
    ///
    /// Parts that are decided cannot matter any more, nor can anything below a decided condition.
    pub fn missing(&self, when: &When, facts: &mut FactSet) {
        if self.truth(when) != Truth::Unknown {
            return;
        }
        match when {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| self.missing(part, facts));
            }
            When::Not(part) => self.missing(part, facts),
            When::Term(term) => self.missing(&self.book.terms[*term].when, facts),
            When::Is(..)
            | When::OneOf(..)
            | When::Includes(..)
            | When::Compare(..)
            | When::CompareDate(..) => when.each_fact(&mut |fact| {
                if self.answers.value(fact).is_none() {
                    facts.insert(fact);
                }
            }),
        }
    }
}
