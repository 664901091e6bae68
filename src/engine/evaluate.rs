//! The truth of a condition, and the facts on which it still depends.

use jiff::civil::Date;

use crate::rulebook::{
    Decimal, FactId, FactKind, FactSet, Quantity, RulePack, When, day_number, months_between,
};

use super::answers::Answers;
use super::interval::Range;
use super::truth::Truth;

/// What a condition is evaluated against.
#[derive(Clone, Copy)]
pub struct EvalContext<'a> {
    /// The rules
    pub pack: &'a RulePack,
    /// What the person has said
    pub answers: &'a Answers,
    /// The day for which to say what holds
    pub as_of: Date,
}

impl EvalContext<'_> {
    /// Whether a condition holds, as far as is known.
    pub fn truth(&self, when: &When) -> Truth {
        match when {
            When::All(parts) => Truth::all(parts.iter().map(|part| self.truth(part))),
            When::Any(parts) => Truth::any(parts.iter().map(|part| self.truth(part))),
            When::Not(part) => !self.truth(part),
            When::AtLeastOf(count, parts) => {
                Truth::at_least_of(*count, parts.iter().map(|part| self.truth(part)))
            }
            When::Term(term) => self.truth(&self.pack.terms[*term].when),
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
        self.range_within(quantity, &|fact| domain(&self.pack.facts[fact].kind))
    }

    /// The same where unknown number facts are within some ranges.
    pub(super) fn range_within(
        &self,
        quantity: &Quantity,
        within: &dyn Fn(FactId) -> Range,
    ) -> Option<Range> {
        let range = |part: &Quantity| self.range_within(part, within);
        // While a divisor is unknown, so is the result.
        let over = |range: Range, divisor: Range, factor: i64| match divisor.single() {
            Some(divisor) => range.times_over(Decimal::whole(factor).into(), divisor),
            None => Some(Range::ALL),
        };
        match quantity {
            Quantity::Constant(value) => Some(Range::point(*value)),
            Quantity::Fact(fact) => Some(match self.answers.number(*fact) {
                Some(value) => Range::point(value),
                None => within(*fact),
            }),
            Quantity::MonthsSince(fact) => Some(self.since(*fact, months_between)),
            Quantity::DaysSince(fact) => {
                Some(self.since(*fact, |from, to| day_number(to) - day_number(from)))
            }
            Quantity::Difference(left, right) => range(left)?.plus(range(right)?.negated()),
            Quantity::Sum(parts) => parts
                .iter()
                .try_fold(Range::point(Decimal::ZERO), |sum, part| sum.plus(range(part)?)),
            Quantity::Percent(percent, part) => {
                range(part)?.times_over((*percent).into(), Decimal::whole(100).into())
            }
            Quantity::Ratio(left, right) => over(range(left)?, range(right)?, 1),
            Quantity::Growth(left, right) => {
                let right = range(right)?;
                over(range(left)?.plus(right.negated())?, right, 100)
            }
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
            When::Term(term) => self.missing(&self.pack.terms[*term].when, facts),
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
pub(super) fn domain(kind: &FactKind) -> Range {
    match kind {
        FactKind::Number(number) => Range::of(number.min, number.max),
        FactKind::YesNo | FactKind::Choice(_) | FactKind::Choices(_) | FactKind::Date => Range::ALL,
    }
}
