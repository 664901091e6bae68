//! Thresholds: the values of a number or date at which a comparison changes.

use jiff::civil::Date;

use crate::rulebook::{
    Comparison, Decimal, FactId, FactKind, Quantity, Value, When, date_from_day_number, day_number,
    parse_date,
};

use crate::engine::answers::{Answer, Answers};
use crate::engine::evaluate::EvalContext;
use crate::engine::truth::Truth;

/// The values of a number or date: an arithmetic progression, in millionths or days.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct Domain {
    pub(super) lower: i64,
    pub(super) upper: i64,
    pub(super) step: i64,
    is_date: bool,
}

impl Domain {
    /// The domain of a fact; `None` if it is neither a number nor a date.
    pub(in crate::engine) fn of(context: &EvalContext<'_>, fact: FactId) -> Option<Domain> {
        match &context.pack.facts[fact].kind {
            FactKind::Number(kind) => {
                let step = 10_i64.pow(u32::from(6_u8.saturating_sub(kind.decimals)));
                let lower = kind.min.unwrap_or(Decimal::MIN).millionths();
                let upper = kind.max.unwrap_or(Decimal::MAX).millionths();
                Some(Domain {
                    lower: round_up(lower, step),
                    upper: upper.div_euclid(step) * step,
                    step,
                    is_date: false,
                })
            }
            FactKind::Date => {
                let end = |text: &str| parse_date(text).map(day_number);
                Some(Domain {
                    lower: end("0000-01-01")?,
                    upper: end("9999-12-31")?,
                    step: 1,
                    is_date: true,
                })
            }
            FactKind::YesNo | FactKind::Choice(_) | FactKind::Choices(_) => None,
        }
    }

    /// The value at a position.
    pub(super) fn value(self, position: i64) -> Value {
        if self.is_date {
            Value::Date(date_from_day_number(position).unwrap_or(Date::ZERO))
        } else {
            Value::Number(Decimal::from_millionths(position))
        }
    }

    /// The first value at or after a position, if it splits the domain.
    fn threshold_at(self, position: i64) -> Option<i64> {
        let threshold = round_up(position, self.step);
        (self.lower < threshold && threshold <= self.upper).then_some(threshold)
    }
}

/// Rounds up to a multiple of a step.
fn round_up(position: i64, step: i64) -> i64 {
    position.saturating_add(step - 1).div_euclid(step) * step
}

/// The thresholds of a test with one unknown fact. `None` if they cannot be found: the fact occurs
/// twice, and the test divides.
pub(super) fn thresholds(
    context: &EvalContext<'_>,
    test: &When,
    fact: FactId,
    domain: Domain,
) -> Option<Vec<i64>> {
    let positions = match test {
        When::CompareDate(_, comparison, day) => constant_thresholds(*comparison, day_number(*day)),
        When::Compare(Quantity::Fact(_), comparison, Quantity::Constant(value)) => {
            constant_thresholds(*comparison, value.millionths())
        }
        When::Compare(left, _, right) => {
            return ThresholdSearch { context, fact, domain }.thresholds(left, right);
        }
        _ => return None,
    };
    Some(
        positions
            .into_iter()
            .flatten()
            .filter_map(|position| domain.threshold_at(position))
            .collect(),
    )
}

/// The thresholds of a comparison with a constant.
fn constant_thresholds(comparison: Comparison, value: i64) -> [Option<i64>; 2] {
    match comparison {
        Comparison::AtLeast | Comparison::LessThan => [Some(value), None],
        Comparison::MoreThan | Comparison::AtMost => [Some(value + 1), None],
        Comparison::Is => [Some(value), Some(value + 1)],
    }
}

/// Finds thresholds by binary search: a monotone comparison changes at most once between two
/// values.
struct ThresholdSearch<'a, 'b> {
    context: &'a EvalContext<'b>,
    fact: FactId,
    domain: Domain,
}

impl ThresholdSearch<'_, '_> {
    fn thresholds(&self, left: &Quantity, right: &Quantity) -> Option<Vec<i64>> {
        let mut divisors = Vec::new();
        left.each_divisor(&mut |divisor| divisors.push(divisor));
        right.each_divisor(&mut |divisor| divisors.push(divisor));
        let mut times = 0;
        left.each_fact(&mut |fact| times += usize::from(fact == self.fact));
        right.each_fact(&mut |fact| times += usize::from(fact == self.fact));
        if times > 1 && !divisors.is_empty() {
            return None;
        }
        let (zero, mut thresholds) = (Quantity::Constant(Decimal::ZERO), vec![self.domain.lower]);
        // A quotient is monotone below, at and above the zeros of its divisors.
        for divisor in divisors {
            self.add(divisor, &zero, &mut thresholds)?;
        }
        self.add(left, right, &mut thresholds)?;
        thresholds.retain(|threshold| *threshold > self.domain.lower);
        Some(thresholds)
    }

    /// Adds the values at which the order of two quantities changes. Both are monotone between the
    /// thresholds so far.
    fn add(&self, left: &Quantity, right: &Quantity, thresholds: &mut Vec<i64>) -> Option<()> {
        let pieces = thresholds.clone();
        for (index, lower) in pieces.iter().enumerate() {
            let next = pieces.get(index + 1).map(|next| next - self.domain.step);
            let upper = next.unwrap_or(self.domain.upper);
            for comparison in [Comparison::AtLeast, Comparison::MoreThan] {
                let test = When::Compare(left.clone(), comparison, right.clone());
                if let Some(threshold) = self.first_change(&test, *lower, upper)?
                    && let Err(index) = thresholds.binary_search(&threshold)
                {
                    thresholds.insert(index, threshold);
                }
            }
        }
        Some(())
    }

    /// The first value in `lower..=upper` at which a test has another truth than at `lower`.
    fn first_change(&self, test: &When, lower: i64, upper: i64) -> Option<Option<i64>> {
        let before = self.truth(test, lower);
        let after = self.truth(test, upper);
        // Undefined at only one end: the result exceeds 128 bits somewhere in between.
        if (before == Truth::Unknown) != (after == Truth::Unknown) {
            return None;
        }
        if before == after {
            return Some(None);
        }
        // INVARIANT: at `low` the truth is `before`, at `high` it is not.
        let (mut low, mut high) = (lower / self.domain.step, upper / self.domain.step);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.truth(test, middle * self.domain.step) == before {
                low = middle
            } else {
                high = middle
            }
        }
        Some(Some(high * self.domain.step))
    }

    fn truth(&self, test: &When, position: i64) -> Truth {
        let mut answers: Answers = self.context.answers.clone();
        answers.set(self.fact, Some(Answer::Value(self.domain.value(position))));
        EvalContext { answers: &answers, ..*self.context }.truth(test)
    }
}
