//! The truth of a condition, and the facts on which it still depends.

use jiff::civil::Date;

use crate::rulebook::{
    Assumed, Assumption, BandTest, Case, CaseResult, Decimal, FactId, FactKind, FactSet, IfZero,
    Measure, MeasureId, Options, Points, Quantity, RulePack, Value, When, day_number,
    months_between,
};

use super::answers::{Answer, Answers};
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
            When::Compare(left, _, right)
                if !self.has_happened(left) || !self.has_happened(right) =>
            {
                Truth::False
            }
            When::Compare(left, comparison, right) => {
                match (self.interval(left), self.interval(right)) {
                    (Some(left), Some(right)) => left.compare(*comparison, right),
                    _ => Truth::Unknown,
                }
            }
            When::CompareDate(fact, comparison, day) => {
                let holds = |date: Date| self.may_be(*fact, date) && comparison.holds(date, *day);
                self.answers.date(*fact).map(holds).into()
            }
            When::Class(class, wanted) => {
                let values = self.class_values(&self.pack.classes[*class].cases);
                if values.difference(*wanted).is_empty() {
                    Truth::True
                } else if values.intersects(*wanted) {
                    Truth::Unknown
                } else {
                    Truth::False
                }
            }
            When::Met(measure) => self.is_met(*measure),
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
            Quantity::HighestOf(parts) => {
                let parts = parts.iter().map(interval).collect::<Option<Vec<_>>>()?;
                parts.into_iter().reduce(Interval::highest)
            }
            Quantity::LowestOf(parts) => {
                let negated = |part: &Quantity| Some(interval(part)?.negated());
                let parts = parts.iter().map(negated).collect::<Option<Vec<_>>>()?;
                parts.into_iter().reduce(Interval::highest).map(Interval::negated)
            }
            Quantity::Percent(percent, part, if_zero) => {
                let part = interval(part)?;
                let hundred = Decimal::from_integer(100).into();
                let share = part.checked_mul_div((*percent).into(), hundred)?;
                over(part, Some(share), *if_zero)
            }
            Quantity::Ratio(left, right, if_zero) => {
                let divisor = interval(right)?;
                over(divisor, interval(left)?.checked_div(divisor), *if_zero)
            }
            Quantity::Growth(left, right, if_zero) => {
                let divisor = interval(right)?;
                let percentage = |left: Interval| {
                    let hundred = Decimal::from_integer(100);
                    let one = Decimal::from_integer(1);
                    let ratio = left.checked_div(divisor)?;
                    let percent = ratio.checked_mul_div(hundred.into(), one.into())?;
                    percent.checked_add(Interval::point(hundred).negated())
                };
                over(divisor, percentage(interval(left)?), *if_zero)
            }
            Quantity::Points(points) => self.points(points, bounds),
        }
    }

    /// The points that a table can still give.
    fn points(&self, points: &Points, bounds: &dyn Fn(FactId) -> Interval) -> Option<Interval> {
        let by = points.by.as_ref().map(|by| self.interval_with(by, bounds));
        let happened = points.by.as_ref().is_none_or(|by| self.has_happened(by));
        let mut reachable = None;
        let mut add = |value: Decimal| {
            let point = Interval::point(value);
            reachable = Some(reachable.map_or(point, |all: Interval| all.hull(point)));
        };
        for band in &points.bands {
            let truth = match (&band.test, by) {
                (BandTest::When(when), _) => self.truth(when),
                (BandTest::By(..), _) if !happened => Truth::False,
                (BandTest::By(comparison, bound), Some(Some(by))) => {
                    by.compare(*comparison, Interval::point(*bound))
                }
                // Undefined: any band may count.
                (BandTest::By(..), _) => Truth::Unknown,
            };
            if truth != Truth::False {
                add(band.points);
            }
            if truth == Truth::True {
                return reachable;
            }
        }
        add(points.otherwise);
        reachable
    }

    /// The values of a class that the applicant can still have.
    pub(super) fn class_values(&self, cases: &[Case]) -> Options {
        let mut values = Options::EMPTY;
        for case in cases {
            let truth = case.when.as_ref().map_or(Truth::True, |when| self.truth(when));
            if truth != Truth::False {
                values = values.union(match &case.then {
                    CaseResult::Is(value) => Options::single(*value),
                    CaseResult::Cases(cases) => self.class_values(cases),
                });
            }
            if truth == Truth::True {
                break;
            }
        }
        values
    }

    /// Whether another measure is met. Unknown if the office decides a criterion of it.
    fn is_met(&self, measure: MeasureId) -> Truth {
        let measure = &self.pack.measures[measure];
        if !self.pack.is_in_force(measure, self.as_of) {
            return Truth::False;
        }
        let mut met = if measure.is_directional() { Truth::Unknown } else { Truth::True };
        measure.each_condition(&mut |when| met = met.and(self.truth(when)));
        met
    }

    /// The answers with those of an assumption put in their place.
    pub(super) fn with_assumed(&self, assumption: &Assumption) -> Answers {
        let mut answers = self.answers.clone();
        for (fact, assumed) in &assumption.answers {
            let value = match assumed {
                Assumed::Value(value) => *value,
                Assumed::AsOf => Value::Date(self.as_of),
            };
            answers.set(*fact, Some(Answer::Value(value)));
        }
        answers
    }

    /// The answers by which a measure is judged, if they are not the given ones: the condition of
    /// its assumption holds.
    pub fn assumed(&self, measure: &Measure) -> Option<Answers> {
        let assumption = &self.pack.assumptions[measure.assume?];
        let holds = self.truth(&assumption.when) == Truth::True;
        holds.then(|| self.with_assumed(assumption))
    }

    /// Whether all events that a quantity counts from have happened, as far as they are known. On
    /// the as-of date, a later event has not happened.
    fn has_happened(&self, quantity: &Quantity) -> bool {
        match quantity {
            Quantity::MonthsSince(fact) | Quantity::DaysSince(fact) => {
                self.answers.date(*fact).is_none_or(|date| self.may_be(*fact, date))
            }
            // Bands decide for themselves.
            Quantity::Points(_) => true,
            _ => quantity.parts().into_iter().all(|part| self.has_happened(part)),
        }
    }

    /// Whether a date fact can have a value on the as-of date: it is not later, or may be later.
    pub(super) fn may_be(&self, fact: FactId, date: Date) -> bool {
        self.pack.facts[fact].future || date <= self.as_of
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
            When::Term(_) | When::Met(_) => when.each_reference(&mut |reference| {
                self.pack.each_condition_of(reference, &mut |when| self.missing(when, facts));
            }),
            When::Is(..)
            | When::OneOf(..)
            | When::Includes(..)
            | When::Compare(..)
            | When::CompareDate(..)
            | When::Class(..) => self.pack.each_fact(when, &mut |fact| {
                if self.answers.value(fact).is_none() {
                    facts.insert(fact);
                }
            }),
        }
    }
}

/// A quantity whose denominator has the values `divisor`. `value` is for divisors other than zero.
fn over(divisor: Interval, value: Option<Interval>, if_zero: IfZero) -> Option<Interval> {
    let if_zero = if_zero.map(Interval::point);
    if divisor.as_point().is_some() && divisor.contains_zero() {
        return if_zero
            .map(|value| Interval { may_be_undefined: divisor.may_be_undefined, ..value });
    }
    let value = value?;
    let value =
        Interval { may_be_undefined: value.may_be_undefined || divisor.may_be_undefined, ..value };
    match (divisor.contains_zero(), if_zero) {
        (false, _) => Some(value),
        (true, Some(zero)) => Some(value.hull(zero)),
        (true, None) => Some(Interval { may_be_undefined: true, ..value }),
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
