//! Comparisons without the parts of `highest-of` and `lowest-of` that cannot change them.
//!
//! In "the highest of `a` and `b` − 1 is more than 2", `b` is irrelevant if it is at most 3.
//! Without that part, the comparison reads only `a`, and `b` is not missing.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::engine::evaluate::EvalContext;
use crate::engine::interval::Interval;
use crate::engine::rational::Rational;
use crate::rulebook::{Comparison, Quantity, When};

use super::split::{Bound, counts_from_date};

/// A comparison without irrelevant parts. Its truth is the same under every completion of the
/// answers.
pub(super) fn pruned<'w>(context: &EvalContext<'_>, when: &'w When) -> Cow<'w, When> {
    let When::Compare(left, comparison, right) = when else { return Cow::Borrowed(when) };
    let sides = [left, right];
    if !sides.iter().any(|side| has_extreme(side))
        || sides.iter().any(|side| counts_from_date(side))
    {
        return Cow::Borrowed(when);
    }
    let (first, last) = match comparison {
        Comparison::AtLeast | Comparison::LessThan => (false, false),
        Comparison::MoreThan | Comparison::AtMost => (true, true),
        Comparison::Is => (false, true),
    };
    let left = Cuts::of(context.interval(right), first, last).pruned(context, left);
    let right = Cuts::of(context.interval(&left), !last, !first).pruned(context, right);
    Cow::Owned(When::Compare(left, *comparison, right))
}

/// Whether a quantity has no part that is irrelevant to a bound.
pub(super) fn is_pruned(context: &EvalContext<'_>, quantity: &Quantity, bound: Bound) -> bool {
    let (value, is_after) = bound;
    let cuts = Cuts::of(Some(Interval::point(value)), is_after, is_after);
    !has_extreme(quantity) || cuts.pruned(context, quantity) == *quantity
}

pub(super) fn has_extreme(quantity: &Quantity) -> bool {
    quantity.any(&|part| matches!(part, Quantity::HighestOf(_) | Quantity::LowestOf(_)))
}

/// A place between numbers: before a number, or after it if the flag is set.
type Cut = (Rational, bool);

/// The cuts that a quantity may be compared with, from the first to the last. `None` is infinite.
#[derive(Clone, Copy)]
struct Cuts {
    first: Option<Cut>,
    last: Option<Cut>,
}

impl Cuts {
    /// The cuts before or after each number of an interval; all cuts if it is not known.
    fn of(values: Option<Interval>, first: bool, last: bool) -> Cuts {
        let values = values.unwrap_or(Interval::UNBOUNDED);
        Cuts {
            first: values.lower.map(|lower| (lower, first)),
            last: values.upper.map(|upper| (upper, last)),
        }
    }

    fn negated(self) -> Cuts {
        let negated = |(value, is_after): Cut| (value.negated(), !is_after);
        Cuts { first: self.last.map(negated), last: self.first.map(negated) }
    }

    /// The cuts moved by each number of an interval.
    fn plus(self, values: Option<Interval>) -> Cuts {
        let moved = |cut: Option<Cut>, by: Option<Rational>| {
            let (value, is_after) = cut?;
            Some((value.checked_add(by?)?, is_after))
        };
        let values = values.unwrap_or(Interval::UNBOUNDED);
        Cuts { first: moved(self.first, values.lower), last: moved(self.last, values.upper) }
    }

    /// The cuts that are not below all numbers of an interval.
    fn above_least_of(self, values: Interval) -> Cuts {
        let least = values.lower.map(|lower| (lower, true));
        let is_later = least.is_some_and(|least| {
            self.first.is_none_or(|first| compare(least, first) == Some(Ordering::Greater))
        });
        Cuts { first: if is_later { least } else { self.first }, ..self }
    }

    /// Whether no number of an interval is above a cut.
    fn are_above(self, values: Interval) -> bool {
        let (Some(first), Some(greatest)) = (self.first, values.upper) else { return false };
        compare((greatest, false), first) == Some(Ordering::Less) && !values.may_be_undefined
    }

    /// A quantity that is above the same cuts as the given one, without irrelevant parts.
    ///
    /// INVARIANT: parts change one by one, and the cuts for the next part are those for the new
    /// parts before it. Otherwise two parts could be left out because of each other.
    fn pruned(self, context: &EvalContext<'_>, quantity: &Quantity) -> Quantity {
        let interval = |part: &Quantity| context.interval(part);
        match quantity {
            Quantity::HighestOf(parts) => self.extreme(context, parts, false),
            Quantity::LowestOf(parts) => self.negated().extreme(context, parts, true),
            Quantity::Sum(parts) => {
                let mut parts = parts.clone();
                for index in 0..parts.len() {
                    let Some(part) = parts.get(index).filter(|part| has_extreme(part)) else {
                        continue;
                    };
                    let mut others = parts.clone();
                    let part = part.clone();
                    others.remove(index);
                    let others = interval(&Quantity::Sum(others)).map(Interval::negated);
                    let part = self.plus(others).pruned(context, &part);
                    if let Some(slot) = parts.get_mut(index) {
                        *slot = part;
                    }
                }
                Quantity::Sum(parts)
            }
            Quantity::Difference(left, right) => {
                let left = self.plus(interval(right)).pruned(context, left);
                let right = self.negated().plus(interval(&left)).pruned(context, right);
                Quantity::Difference(Box::new(left), Box::new(right))
            }
            _ => quantity.clone(),
        }
    }

    /// The largest of some parts, or the smallest: that is the largest of the negated parts.
    fn extreme(self, context: &EvalContext<'_>, parts: &[Quantity], lowest: bool) -> Quantity {
        let interval = |part: &Quantity| {
            let values = context.interval(part)?;
            Some(if lowest { values.negated() } else { values })
        };
        let mut kept = parts.to_vec();
        let mut index = 0;
        while let Some(part) = kept.get(index) {
            // An undefined part makes the quantity undefined.
            let Some(own) = interval(part) else { break };
            let others = kept.iter().enumerate().filter(|(other, _)| *other != index);
            let others = others.filter_map(|(_, other)| interval(other));
            let cuts = others.fold(self, Cuts::above_least_of);
            if cuts.are_above(own) && kept.len() > 1 {
                kept.remove(index);
                continue;
            }
            let part = match lowest {
                true => cuts.negated().pruned(context, part),
                false => cuts.pruned(context, part),
            };
            if let Some(slot) = kept.get_mut(index) {
                *slot = part;
            }
            index += 1;
        }
        match (kept.len(), lowest) {
            (1, _) => kept.swap_remove(0),
            (_, false) => Quantity::HighestOf(kept),
            (_, true) => Quantity::LowestOf(kept),
        }
    }
}

/// The order of two cuts. `None` if their numbers cannot be compared.
fn compare(one: Cut, other: Cut) -> Option<Ordering> {
    Some(one.0.checked_cmp(other.0)?.then(one.1.cmp(&other.1)))
}
