//! Assumed answers as constants of a test.
//!
//! A split of several facts finds its region from the given answers. A test that reads a fact with
//! an assumed answer therefore gets that answer as a constant.

use std::borrow::Cow;

use crate::engine::answers::Answers;
use crate::engine::evaluate::EvalContext;
use crate::rulebook::{Decimal, FactId, Quantity, When};

/// A test with the assumed answers as constants, if they differ from the given ones. `None` if it
/// reads an assumed answer in the band of a table.
pub(super) fn with_constants<'w>(
    assumed: &EvalContext<'_>,
    given: &Answers,
    when: &'w When,
) -> Option<Cow<'w, When>> {
    let is_assumed = |fact: FactId| assumed.answers.value(fact) != given.value(fact);
    let mut reads = false;
    assumed.pack.each_fact(when, &mut |fact| reads |= is_assumed(fact));
    let When::Compare(left, comparison, right) = when else { return Some(Cow::Borrowed(when)) };
    if !reads {
        return Some(Cow::Borrowed(when));
    }
    let left = replaced(assumed, &is_assumed, left)?;
    let right = replaced(assumed, &is_assumed, right)?;
    Some(Cow::Owned(When::Compare(left, *comparison, right)))
}

fn replaced(
    assumed: &EvalContext<'_>,
    is_assumed: &dyn Fn(FactId) -> bool,
    quantity: &Quantity,
) -> Option<Quantity> {
    let all = |parts: &[Quantity]| {
        parts.iter().map(|part| replaced(assumed, is_assumed, part)).collect::<Option<Vec<_>>>()
    };
    let one = |part: &Quantity| Some(Box::new(replaced(assumed, is_assumed, part)?));
    Some(match quantity {
        Quantity::Fact(fact) | Quantity::MonthsSince(fact) | Quantity::DaysSince(fact)
            if is_assumed(*fact) =>
        {
            let value = assumed.interval(quantity)?.as_point()?;
            Quantity::Constant(value.floor().unwrap_or(Decimal::ZERO))
        }
        Quantity::Constant(_)
        | Quantity::Fact(_)
        | Quantity::MonthsSince(_)
        | Quantity::DaysSince(_) => quantity.clone(),
        Quantity::Difference(left, right) => Quantity::Difference(one(left)?, one(right)?),
        Quantity::Ratio(left, right, if_zero) => Quantity::Ratio(one(left)?, one(right)?, *if_zero),
        Quantity::Growth(left, right, if_zero) => {
            Quantity::Growth(one(left)?, one(right)?, *if_zero)
        }
        Quantity::Percent(percent, part, if_zero) => {
            Quantity::Percent(*percent, one(part)?, *if_zero)
        }
        Quantity::Sum(parts) => Quantity::Sum(all(parts)?),
        Quantity::HighestOf(parts) => Quantity::HighestOf(all(parts)?),
        Quantity::LowestOf(parts) => Quantity::LowestOf(all(parts)?),
        Quantity::Points(_) => {
            let mut reads = false;
            assumed.pack.each_quantity_fact(quantity, &mut |fact| reads |= is_assumed(fact));
            if reads {
                return None;
            }
            quantity.clone()
        }
    })
}
