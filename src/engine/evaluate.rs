//! The truth of a condition, and the facts on which it still depends.

use jiff::civil::Date;

use crate::rulebook::{
    Decimal, FactId, FactKind, FactSet, Quantity, RulePack, When, day_number, months_between,
};

use super::answers::Answers;
use super::interval::Interval;
use super::truth::Truth;

/// The input for evaluating conditions.
#[derive(Clone, Copy)]
pub struct EvalContext<'a> {
    /// The rule pack
    pub pack: &'a RulePack,
    /// The answers of the applicant
    pub answers: &'a Answers,
    /// The date for which conditions are evaluated
    pub as_of: Date,
}

impl EvalContext<'_> {
    /// The truth of a condition, as far as the answers decide it.
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
                self.answers.options(*fact).map(|chosen| chosen.intersects(*options)).into()
            }
            When::Compare(left, comparison, right) => {
                match (self.interval(left), self.interval(right)) {
                    (Some(left), Some(right)) => left.compare(*comparison, right),
                    _ => Truth::Unknown,
                }
            }
            When::CompareDate(fact, comparison, day) => {
                self.answers.date(*fact).map(|date| comparison.holds(date, *day)).into()
            }
        }
    }

    /// The values that a quantity can still take. `None` if it is undefined under every completion
    /// of the answers: division by zero, or a result beyond 128 bits.
    pub(super) fn interval(&self, quantity: &Quantity) -> Option<Interval> {
        self.interval_with(quantity, &|fact| domain(&self.pack.facts[fact].kind))
    }

    /// Like [`Self::interval`], with an interval for each unknown number fact.
    pub(super) fn interval_with(
        &self,
        quantity: &Quantity,
        bounds: &dyn Fn(FactId) -> Interval,
    ) -> Option<Interval> {
        let interval = |part: &Quantity| self.interval_with(part, bounds);
        // The quotient is unknown as long as the divisor is.
        let over = |dividend: Interval, divisor: Interval, factor: i64| match divisor.as_point() {
            Some(divisor) => {
                dividend.checked_mul_div(Decimal::from_integer(factor).into(), divisor)
            }
            None => Some(Interval::UNBOUNDED),
        };
        match quantity {
            Quantity::Constant(value) => Some(Interval::point(*value)),
            Quantity::Fact(fact) => Some(match self.answers.number(*fact) {
                Some(value) => Interval::point(value),
                None => bounds(*fact),
            }),
            Quantity::MonthsSince(fact) => Some(self.elapsed(*fact, months_between)),
            Quantity::DaysSince(fact) => {
                Some(self.elapsed(*fact, |from, to| day_number(to) - day_number(from)))
            }
            Quantity::Difference(left, right) => {
                interval(left)?.checked_add(interval(right)?.negated())
            }
            Quantity::Sum(parts) => {
                parts.iter().try_fold(Interval::point(Decimal::ZERO), |sum, part| {
                    sum.checked_add(interval(part)?)
                })
            }
            Quantity::Percent(percent, part) => interval(part)?
                .checked_mul_div((*percent).into(), Decimal::from_integer(100).into()),
            Quantity::Ratio(left, right) => over(interval(left)?, interval(right)?, 1),
            Quantity::Growth(left, right) => {
                let right = interval(right)?;
                over(interval(left)?.checked_add(right.negated())?, right, 100)
            }
        }
    }

    fn elapsed(&self, fact: FactId, days_or_months: fn(Date, Date) -> i64) -> Interval {
        let date = self.answers.date(fact);
        date.map_or(Interval::UNBOUNDED, |date| {
            Interval::point(Decimal::from_integer(days_or_months(date, self.as_of)))
        })
    }

    /// Collects the unknown facts on which the truth of a condition still depends.
    ///
    /// Skips decided parts: no fact below them can change the result.
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

/// The values of a fact that is not answered: its bounds if it is a number.
pub(super) fn domain(kind: &FactKind) -> Interval {
    match kind {
        FactKind::Number(number) => Interval::new(number.min, number.max),
        FactKind::YesNo | FactKind::Choice(_) | FactKind::Choices(_) | FactKind::Date => {
            Interval::UNBOUNDED
        }
    }
}
