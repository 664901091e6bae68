//! The truth of a condition, and the facts on which it still depends.

use jiff::civil::Date;

use crate::rulebook::{
    Decimal, FactId, FactKind, FactSet, Quantity, RuleBook, When, day_number, months_between,
};

use super::answers::Answers;
use super::range::Range;
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
            When::Compare(left, comparison, right) => match (self.range(left), self.range(right)) {
                (Some(left), Some(right)) => left.compared(*comparison, right),
                _ => Truth::Unknown,
            },
            When::CompareDate(fact, comparison, day) => {
                self.answers.date(*fact).map(|date| comparison.holds(date, *day)).into()
            }
        }
    }

    /// What a quantity can still be. `None` if it has no value whatever is answered: a number over zero, or one
    /// beyond 128 bits.
    pub(super) fn range(&self, quantity: &Quantity) -> Option<Range> {
        match quantity {
            Quantity::Constant(value) => Some(Range::point(*value)),
            Quantity::Fact(fact) => Some(match self.answers.number(*fact) {
                Some(value) => Range::point(value),
                None => domain(&self.book.facts[*fact].kind),
            }),
            Quantity::MonthsSince(fact) => Some(self.since(*fact, months_between)),
            Quantity::DaysSince(fact) => {
                Some(self.since(*fact, |from, to| day_number(to) - day_number(from)))
            }
            Quantity::Difference(left, right) => self.range(left)?.plus(self.range(right)?.negated()),
            Quantity::Sum(parts) => {
                parts.iter().try_fold(Range::point(Decimal::ZERO), |sum, part| sum.plus(self.range(part)?))
            }
            Quantity::Percent(percent, part) => {
                self.range(part)?.times_over((*percent).into(), Decimal::whole(100).into())
            }
            Quantity::Ratio(left, right) => self.over(self.range(left)?, right, Decimal::whole(1)),
            Quantity::Growth(left, right) => {
                let more = self.range(left)?.plus(self.range(right)?.negated())?;
                self.over(more, right, Decimal::whole(100))
            }
        }
    }

    /// A range over a quantity, times a number. While the divisor is unknown, so is the result.
    fn over(&self, range: Range, divisor: &Quantity, factor: Decimal) -> Option<Range> {
        match self.range(divisor)?.single() {
            Some(divisor) => range.times_over(factor.into(), divisor),
            None => Some(Range::ALL),
        }
    }

    fn since(&self, fact: FactId, passed: fn(Date, Date) -> i64) -> Range {
        let date = self.answers.date(fact);
        date.map_or(Range::ALL, |date| Range::point(Decimal::whole(passed(date, self.as_of))))
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

/// What a number can be while it is unanswered.
fn domain(kind: &FactKind) -> Range {
    match kind {
        FactKind::Number(number) => Range::of(number.min, number.max),
        FactKind::YesNo | FactKind::Choice(_) | FactKind::Choices(_) | FactKind::Date => Range::ALL,
    }
}
