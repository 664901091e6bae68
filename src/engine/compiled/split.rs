//! Splits: the values of a fact, gathered into the regions between which a measure can tell.
//!
//! All values of one region lead to the same outcome, so that a fact with millions of values is decided by
//! trying a handful: one for each region (its critical values are where regions meet).

use crate::rulebook::{FactId, FactSet, Options, Quantity, Value, When, day_number};

use crate::engine::evaluate::EvalContext;
use crate::engine::truth::Truth;

/// Which region a fact lies in, counted from 0; or that it is not known.
pub(in crate::engine) type Region = u8;

/// The fact has no known value.
pub(in crate::engine) const UNKNOWN: Region = Region::MAX;

/// Most regions of one split.
pub(in crate::engine) const MAX_REGIONS: usize = 250;

/// How the values of a fact fall into regions.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) enum Split {
    /// No, yes
    YesNo(FactId),
    /// The option chosen is one of the first set, the second, …; the sets share none and leave out none
    Choice(FactId, Vec<Options>),
    /// None of these options is among those chosen, at least one is
    Choices(FactId, Options),
    /// Below the first threshold, from there to below the second, …; numbers in millionths, dates in days
    Ordered(FactId, Vec<i64>),
    /// A comparison that several facts decide together: false, true and, if it can be, without a value
    Comparison(When),
}

impl Split {
    /// How many regions there are.
    pub(in crate::engine) fn regions(&self) -> usize {
        match self {
            Split::YesNo(_) | Split::Choices(..) => 2,
            Split::Choice(_, sets) => sets.len(),
            Split::Ordered(_, thresholds) => thresholds.len() + 1,
            Split::Comparison(when) => 2 + usize::from(may_be_undefined(when)),
        }
    }

    /// The region that the answers are in, or [`UNKNOWN`]; `value` is what is known of the fact.
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
            (Split::Comparison(when), _) => return context.comparison_region(when),
            _ => return UNKNOWN,
        };
        Region::try_from(index).unwrap_or(UNKNOWN)
    }

    /// The one fact it is about; none of a comparison of several.
    pub(in crate::engine) fn fact(&self) -> Option<FactId> {
        match self {
            Split::YesNo(fact)
            | Split::Choice(fact, _)
            | Split::Choices(fact, _)
            | Split::Ordered(fact, _) => Some(*fact),
            Split::Comparison(_) => None,
        }
    }

    /// Calls back for every fact that it reads.
    pub(in crate::engine) fn each_fact(&self, visit: &mut dyn FnMut(FactId)) {
        match self {
            Split::Comparison(when) => when.each_fact(&mut |fact| visit(fact)),
            _ => self.fact().into_iter().for_each(visit),
        }
    }

    /// Adds the facts that it still needs.
    pub(in crate::engine) fn add_missing(&self, context: &EvalContext<'_>, facts: &mut FactSet) {
        self.each_fact(&mut |fact| {
            if context.answers.value(fact).is_none() {
                facts.insert(fact);
            }
        });
    }
}

/// Where a value stands among those of its fact.
pub(in crate::engine) fn position(value: Value) -> i64 {
    match value {
        Value::Number(number) => number.millionths(),
        Value::Date(date) => day_number(date),
        // OK because only numbers and dates are ordered.
        Value::YesNo(_) | Value::Options(_) => 0,
    }
}

impl EvalContext<'_> {
    /// The region of a comparison of several facts; 0, 1 or 2 for false, true and without a value.
    pub(super) fn comparison_region(&self, when: &When) -> Region {
        match self.truth(when) {
            Truth::False => 0,
            Truth::True => 1,
            Truth::Unknown if self.is_undefined(when) => 2,
            Truth::Unknown => UNKNOWN,
        }
    }

    /// Whether a comparison is over zero, whatever is still answered.
    fn is_undefined(&self, when: &When) -> bool {
        match when {
            When::Compare(left, _, right) => {
                self.interval(left).is_none() || self.interval(right).is_none()
            }
            _ => false,
        }
    }
}

/// Whether a comparison can be without a value although all is known: over zero, or beyond 128 bits, which percentages of
/// percentages may reach and sums do not.
pub(super) fn may_be_undefined(when: &When) -> bool {
    match when {
        When::Compare(left, _, right) => has_product(left) || has_product(right),
        _ => false,
    }
}

fn has_product(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Percent(..) | Quantity::Ratio(..) | Quantity::Growth(..) => true,
        Quantity::Difference(left, right) => has_product(left) || has_product(right),
        Quantity::Sum(parts) => parts.iter().any(has_product),
        Quantity::Constant(_)
        | Quantity::Fact(_)
        | Quantity::MonthsSince(_)
        | Quantity::DaysSince(_) => false,
    }
}
