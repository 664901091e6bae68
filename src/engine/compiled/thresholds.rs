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

    /// The first day after the as-of date, on which an event has not happened. `None` for numbers
    /// and for dates that may be in the future.
    fn first_future(self, context: &EvalContext<'_>, fact: FactId) -> Option<i64> {
        let is_event = self.is_date && !context.pack.facts[fact].future;
        is_event.then(|| day_number(context.as_of) + 1)
    }

    /// The first value at or after a position, if it splits the domain.
    fn threshold_at(self, position: i64) -> Option<i64> {
        let threshold = round_up(position, self.step);
        (self.lower < threshold && threshold <= self.upper).then_some(threshold)
    }
}

/// Rounds up to a multiple of a step.
pub(super) fn round_up(position: i64, step: i64) -> i64 {
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
        When::CompareDate(_, comparison, day) => {
            let [from, to] = constant_thresholds(*comparison, day_number(*day));
            [from, to, domain.first_future(context, fact)]
        }
        When::Compare(Quantity::Fact(_), comparison, Quantity::Constant(value)) => {
            let [from, to] = constant_thresholds(*comparison, value.millionths());
            [from, to, None]
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
        let mut times = 0;
        let mut divides = false;
        for quantity in [left, right] {
            let count = &mut |fact: FactId| times += usize::from(fact == self.fact);
            self.context.pack.each_quantity_fact(quantity, count);
            quantity.each_divisor(&mut |_| divides = true);
        }
        if times > 1 && divides {
            return None;
        }
        let mut thresholds = vec![self.domain.lower];
        // An event that has not happened fails every test.
        if let Some(future) = self.domain.first_future(self.context, self.fact)
            && let Some(future) = self.domain.threshold_at(future)
        {
            thresholds.push(future);
        }
        self.add_pieces(left, &mut thresholds)?;
        self.add_pieces(right, &mut thresholds)?;
        self.add(left, right, &mut thresholds)?;
        thresholds.retain(|threshold| *threshold > self.domain.lower);
        Some(thresholds)
    }

    /// Divides the domain so that a quantity is monotone in each piece: at the zeros of its
    /// denominators, at the bands of its tables, and where its largest part changes.
    fn add_pieces(&self, quantity: &Quantity, thresholds: &mut Vec<i64>) -> Option<()> {
        let zero = Quantity::Constant(Decimal::ZERO);
        for part in quantity.parts() {
            self.add_pieces(part, thresholds)?;
        }
        match quantity {
            Quantity::Percent(_, divisor, _)
            | Quantity::Ratio(_, divisor, _)
            | Quantity::Growth(_, divisor, _) => self.add(divisor, &zero, thresholds),
            Quantity::HighestOf(parts) | Quantity::LowestOf(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    for other in parts.iter().skip(index + 1) {
                        self.add(part, other, thresholds)?;
                    }
                }
                Some(())
            }
            Quantity::Points(points) => {
                for (when, _) in points.conditions() {
                    self.add_tests(&when, thresholds)?;
                }
                Some(())
            }
            _ => Some(()),
        }
    }

    /// Adds the values at which a test of a condition changes.
    fn add_tests(&self, when: &When, thresholds: &mut Vec<i64>) -> Option<()> {
        let mut found = Some(());
        let pack = self.context.pack;
        pack.each_test(when, &mut |test| {
            let mut reads = false;
            pack.each_fact(test, &mut |fact| reads |= fact == self.fact);
            found = found.and_then(|()| {
                let more = match reads {
                    true => self::thresholds(self.context, test, self.fact, self.domain)?,
                    false => Vec::new(),
                };
                for threshold in more {
                    if let Err(index) = thresholds.binary_search(&threshold) {
                        thresholds.insert(index, threshold);
                    }
                }
                Some(())
            });
        });
        found
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
