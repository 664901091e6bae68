//! Splits: partitions of a fact's values into regions that a measure cannot distinguish further.
//!
//! All values of a region lead to the same outcome. A fact with millions of values is therefore
//! decided by trying one value per region.

use jiff::civil::Date;

use crate::rulebook::{
    Comparison, Decimal, FactId, FactKind, FactSet, Options, Quantity, Value, When, day_number,
};

use crate::engine::answers::Answer;
use crate::engine::evaluate::EvalContext;
use crate::engine::interval::Interval;
use crate::engine::truth::Truth;

use super::prune::has_extreme;

/// The index of a region, or [`UNKNOWN`].
pub(in crate::engine) type Region = u8;

/// The fact has no known value.
pub(in crate::engine) const UNKNOWN: Region = Region::MAX;

/// Maximum number of regions of a split.
pub(in crate::engine) const MAX_REGIONS: usize = 250;

/// A partition of the values of a fact.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Split {
    /// No, yes
    YesNo(FactId),
    /// By the set that contains the chosen option; the sets are disjoint and cover all options
    Choice(FactId, Vec<Options>),
    /// None of these options is chosen, at least one is
    Choices(FactId, Options),
    /// Below the first threshold, from there to below the second, …; numbers in millionths, dates
    /// in days
    Ordered(FactId, Vec<i64>),
    /// A quantity of several facts, divided by bounds in ascending order; the last region is
    /// undefined, if the quantity may be. With the facts of the quantity
    Bands(Quantity, Vec<Bound>, Vec<FactId>),
    /// Another comparison of several facts: false, true and, if possible, undefined. With its facts
    Comparison(When, Vec<FactId>),
}

/// The lower bound of a band: a value, and whether the band begins after it.
pub(crate) type Bound = (Decimal, bool);

/// The bounds at which a comparison with a constant changes.
pub(super) fn bounds(comparison: Comparison, value: Decimal) -> Vec<Bound> {
    match comparison {
        Comparison::AtLeast | Comparison::LessThan => vec![(value, false)],
        Comparison::MoreThan | Comparison::AtMost => vec![(value, true)],
        Comparison::Is => vec![(value, false), (value, true)],
    }
}

/// A comparison of a quantity with a constant, with the constant last.
pub(super) fn with_constant(when: &When) -> Option<(&Quantity, Comparison, Decimal)> {
    match when {
        When::Compare(Quantity::Constant(_), _, Quantity::Constant(_)) => None,
        When::Compare(quantity, comparison, Quantity::Constant(value)) => {
            Some((quantity, *comparison, *value))
        }
        When::Compare(Quantity::Constant(value), comparison, quantity) => {
            Some((quantity, comparison.swapped(), *value))
        }
        _ => None,
    }
}

impl Split {
    /// The number of regions.
    pub(crate) fn regions(&self) -> usize {
        match self {
            Split::YesNo(_) | Split::Choices(..) => 2,
            Split::Choice(_, sets) => sets.len(),
            Split::Ordered(_, thresholds) => thresholds.len() + 1,
            Split::Bands(quantity, bounds, _) => {
                bounds.len() + 1 + usize::from(has_product(quantity))
            }
            Split::Comparison(when, _) => 2 + usize::from(may_be_undefined(when)),
        }
    }

    /// The region of the answers, or [`UNKNOWN`]. `value` is the known value of the fact.
    pub(super) fn region(&self, context: &EvalContext<'_>, value: Option<Value>) -> Region {
        let index = match (self, value) {
            (Split::YesNo(_), Some(Value::YesNo(yes))) => usize::from(yes),
            (Split::Choices(_, set), Some(Value::Options(chosen))) => {
                usize::from(chosen.intersects(*set))
            }
            (Split::Choice(_, sets), Some(Value::Options(chosen))) => {
                sets.iter().position(|set| chosen.intersects(*set)).unwrap_or_default()
            }
            (Split::Ordered(_, thresholds), Some(value)) => {
                let position = position(value);
                thresholds.iter().take_while(|threshold| **threshold <= position).count()
            }
            (Split::Bands(quantity, bounds, _), _) => {
                return context.band_region(quantity, bounds);
            }
            (Split::Comparison(when, _), _) => return context.comparison_region(when),
            _ => return UNKNOWN,
        };
        Region::try_from(index).unwrap_or(UNKNOWN)
    }

    /// The fact of the split; `None` if it reads several facts.
    pub(crate) fn fact(&self) -> Option<FactId> {
        match self {
            Split::YesNo(fact)
            | Split::Choice(fact, _)
            | Split::Choices(fact, _)
            | Split::Ordered(fact, _) => Some(*fact),
            Split::Bands(..) | Split::Comparison(..) => None,
        }
    }

    /// Whether some answers may exclude some of its regions, or make some of its facts irrelevant.
    pub(in crate::engine) fn narrows(&self) -> bool {
        match self {
            Split::Bands(quantity, bounds, _) => bounds.len() > 1 || has_extreme(quantity),
            Split::Comparison(When::Compare(left, _, right), _) => {
                has_extreme(left) || has_extreme(right)
            }
            _ => false,
        }
    }

    /// Whether it compares sums and differences of numbers only, and neither may be undefined.
    #[cfg(feature = "cli")]
    pub(crate) fn is_linear(&self) -> bool {
        let is_linear = |quantity: &Quantity| {
            !quantity.any(&|part| {
                !matches!(
                    part,
                    Quantity::Constant(_)
                        | Quantity::Fact(_)
                        | Quantity::Sum(_)
                        | Quantity::Difference(..)
                )
            })
        };
        match self {
            Split::Bands(quantity, ..) => is_linear(quantity),
            Split::Comparison(When::Compare(left, comparison, right), _) => {
                *comparison != Comparison::Is && is_linear(left) && is_linear(right)
            }
            _ => false,
        }
    }

    /// Calls `visit` for every fact that the split reads.
    pub(crate) fn each_fact(&self, visit: &mut dyn FnMut(FactId)) {
        match self {
            Split::Bands(_, _, facts) | Split::Comparison(_, facts) => {
                facts.iter().for_each(|fact| visit(*fact));
            }
            _ => self.fact().into_iter().for_each(visit),
        }
    }

    /// Adds the unknown facts of the split.
    pub(in crate::engine) fn add_missing(&self, context: &EvalContext<'_>, facts: &mut FactSet) {
        self.each_fact(&mut |fact| {
            if context.answers.value(fact).is_none() {
                facts.insert(fact);
            }
        });
    }
}

impl Split {
    /// Whether answers to these facts can decide a split of several facts although the others stay
    /// unknown. Tries the smallest and the largest values: most quantities are monotone between
    /// them. Points and other kinds of facts are not tried: they may decide. An undefined quotient
    /// decides nothing.
    pub(in crate::engine) fn can_be_decided(
        &self,
        context: &EvalContext<'_>,
        facts: &[FactId],
    ) -> bool {
        let (defined, has_points) = match self {
            Split::Bands(quantity, bounds, _) => (bounds.len() + 1, has_points(quantity)),
            Split::Comparison(When::Compare(left, _, right), _) => {
                (2, has_points(left) || has_points(right))
            }
            _ => (2, false),
        };
        let kind = |fact: &FactId| &context.pack.facts[*fact].kind;
        let is_ordered = |fact: &FactId| matches!(kind(fact), FactKind::Number(_) | FactKind::Date);
        if has_points || !facts.iter().all(is_ordered) {
            return true;
        }
        let mut answers = context.answers.clone();
        (0..1_u32 << facts.len().min(MAX_TRIED_FACTS)).any(|choice| {
            for (index, fact) in facts.iter().enumerate() {
                let is_high = index < MAX_TRIED_FACTS && choice >> index & 1 == 1;
                let value = extreme_value(kind(fact), context, is_high);
                answers.set(*fact, Some(Answer::Value(value)));
            }
            let region = self.region(&EvalContext { answers: &answers, ..*context }, None);
            usize::from(region) < defined
        })
    }
}

/// Maximum number of facts whose extreme values are tried in all combinations.
const MAX_TRIED_FACTS: usize = 4;

/// The smallest or the largest value of a number or a date.
fn extreme_value(kind: &FactKind, context: &EvalContext<'_>, is_high: bool) -> Value {
    // Far beyond any real figure, and small enough for products.
    const FAR: i64 = 1_000_000_000;
    match kind {
        FactKind::Number(number) if is_high => {
            Value::Number(number.max.unwrap_or(Decimal::from_integer(FAR)))
        }
        FactKind::Number(number) => {
            Value::Number(number.min.unwrap_or(Decimal::from_integer(-FAR)))
        }
        FactKind::Date if is_high => Value::Date(context.as_of),
        // OK because other kinds are not tried.
        _ => Value::Date(Date::ZERO),
    }
}

/// The position of a value in its domain: millionths or days.
pub(in crate::engine) fn position(value: Value) -> i64 {
    match value {
        Value::Number(number) => number.millionths(),
        Value::Date(date) => day_number(date),
        // OK because only numbers and dates are ordered.
        Value::YesNo(_) | Value::Options(_) => 0,
    }
}

impl EvalContext<'_> {
    /// The region of a comparison of several facts: 0 if false, 1 if true, 2 if undefined.
    pub(super) fn comparison_region(&self, when: &When) -> Region {
        match self.truth(when) {
            Truth::False => 0,
            Truth::True => 1,
            Truth::Unknown if self.is_undefined(when) => 2,
            Truth::Unknown => UNKNOWN,
        }
    }

    /// The band of a quantity of several facts; the last region if it is undefined.
    fn band_region(&self, quantity: &Quantity, bounds: &[Bound]) -> Region {
        let Some(interval) = self.interval(quantity) else {
            return Region::try_from(bounds.len() + 1).unwrap_or(UNKNOWN);
        };
        let (first, last) = bands_of(interval, bounds);
        let is_known = first == last && !interval.may_be_undefined;
        if is_known { Region::try_from(first).unwrap_or(UNKNOWN) } else { UNKNOWN }
    }

    /// The first and the last band that completions of the answers can reach. `None` if the
    /// quantity is undefined.
    pub(super) fn reachable_bands(
        &self,
        quantity: &Quantity,
        bounds: &[Bound],
    ) -> Option<(usize, usize)> {
        Some(bands_of(self.interval(quantity)?, bounds))
    }

    /// Whether a comparison is undefined under every completion of the answers.
    fn is_undefined(&self, when: &When) -> bool {
        match when {
            When::Compare(left, _, right) => {
                self.interval(left).is_none() || self.interval(right).is_none()
            }
            _ => false,
        }
    }
}

/// The bands with the least and the greatest value of an interval.
fn bands_of(interval: Interval, bounds: &[Bound]) -> (usize, usize) {
    let truth = |(value, is_after): &Bound| {
        let comparison = if *is_after { Comparison::MoreThan } else { Comparison::AtLeast };
        interval.compare(comparison, Interval::point(*value))
    };
    let count =
        |wanted: fn(Truth) -> bool| bounds.iter().filter(|bound| wanted(truth(bound))).count();
    (count(|truth| truth == Truth::True), count(|truth| truth != Truth::False))
}

/// Whether a comparison can be undefined although all its facts are known: by division by zero, or
/// by a result beyond 128 bits. Sums cannot reach 128 bits; percentages of percentages can.
pub(super) fn may_be_undefined(when: &When) -> bool {
    match when {
        When::Compare(left, _, right) => has_product(left) || has_product(right),
        _ => false,
    }
}

fn has_points(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::Points(_)) || quantity.parts().into_iter().any(has_points)
}

/// Whether a quantity counts months or days from a date: a test that reads it is also false if the
/// date is that of an event after the as-of date.
pub(super) fn counts_from_date(quantity: &Quantity) -> bool {
    quantity.any(&|part| matches!(part, Quantity::MonthsSince(_) | Quantity::DaysSince(_)))
}

pub(super) fn has_product(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Percent(..) | Quantity::Ratio(..) | Quantity::Growth(..) => true,
        // Undefined bands give several values, not none.
        Quantity::Points(_) => false,
        _ => quantity.parts().into_iter().any(has_product),
    }
}
