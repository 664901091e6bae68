//! The values of a fact or a quantity with which a measure can still be met.

use crate::rulebook::{Comparison, Decimal, FactId, Quantity, Value, When};

use crate::engine::evaluate::{EvalContext, domain};
use crate::engine::interval::Interval;
use crate::engine::linear::Linear;

use super::compile::CompiledMeasure;
use super::diagram::{Node, TERMINALS};
use super::restrict::TerminalSet;
use super::split::Split;
use super::thresholds::Domain;

impl CompiledMeasure {
    /// The terminals that are reachable under some completion of the answers.
    pub(in crate::engine) fn reachable_terminals(&self) -> TerminalSet {
        self.reachable_terminals_with(None)
    }

    /// The range of an unknown number fact, restricted to the values with which the measure can
    /// still be met. All its values if the measure cannot be met, or does not test the fact alone.
    pub(in crate::engine) fn feasible_range(
        &self,
        context: &EvalContext<'_>,
        fact: FactId,
    ) -> Interval {
        let all = domain(&context.pack.facts[fact].kind);
        let splits = self.splits.iter().enumerate();
        let mut thresholds = splits.filter_map(|(index, split)| match split {
            Split::Ordered(other, thresholds) if *other == fact => Some((index, thresholds)),
            _ => None,
        });
        let (Some((variable, thresholds)), Some(values)) =
            (thresholds.next_back(), Domain::of(context, fact))
        else {
            return all;
        };
        let (mut least, mut greatest) = (None, None);
        for region in 0..=thresholds.len() {
            if self.reachable_terminals_with(Some((variable, region))).can_be_met() {
                let first = region.checked_sub(1).and_then(|index| thresholds.get(index));
                least = least.or(Some(first.copied().unwrap_or(values.lower)));
                let next = thresholds.get(region).map(|next| next - values.step);
                greatest = Some(next.unwrap_or(values.upper));
            }
        }
        let bound = |position: Option<i64>, open: i64| match position
            .map(|position| values.value(position))
        {
            // The end of the domain is a technical limit, not a bound of the pack.
            Some(Value::Number(number)) if position != Some(open) => Some(number),
            _ => None,
        };
        let interval = Interval::new(bound(least, values.lower), bound(greatest, values.upper));
        Interval {
            lower: interval.lower.or(all.lower),
            upper: interval.upper.or(all.upper),
            may_be_undefined: false,
        }
    }

    /// The range of a quantity, restricted to the values with which the measure can still be met.
    /// `None` if it is undefined.
    ///
    /// Each comparison that must hold, or must fail, in every way of meeting the measure gives a
    /// bound: if `now - before` is at least 200, then `now` is at least 200 more than the least
    /// value of `before`. Bounds that only several comparisons together give are not found.
    pub(in crate::engine) fn feasible_values(
        &self,
        context: &EvalContext<'_>,
        quantity: &Quantity,
    ) -> Option<Interval> {
        let values = |quantity: &Quantity| {
            context.interval_with(quantity, &|fact| self.feasible_range(context, fact))
        };
        let all = values(quantity)?;
        let one = Decimal::from_integer(1);
        let Some(form) = Linear::zero().plus(context, one.into(), quantity) else {
            return Some(all);
        };
        let mut feasible = all;
        for (left, right, range) in self.required_ranges() {
            let difference = Linear::zero().plus(context, one.into(), left);
            let difference = difference.and_then(|left| match right {
                Some(right) => left.plus(context, (Decimal::ZERO - one).into(), right),
                None => Some(left),
            });
            for (factor, rest) in difference.iter().flat_map(|other| form.divided_by(other)) {
                let bounds = rest
                    .interval(&values)
                    .and_then(|rest| rest.checked_add(range.checked_mul_div(factor, one.into())?));
                feasible = bounds.map_or(feasible, |bounds| feasible.intersection(bounds));
            }
        }
        Some(feasible)
    }

    /// Quantities, or differences of two, with the range of their values in every way of meeting
    /// the measure.
    fn required_ranges(&self) -> impl Iterator<Item = (&Quantity, Option<&Quantity>, Interval)> {
        let splits = self.splits.iter().enumerate().filter(|(_, split)| split.fact().is_none());
        splits.filter_map(|(variable, split)| {
            let is_feasible = |region: &usize| {
                self.reachable_terminals_with(Some((variable, *region))).can_be_met()
            };
            let mut feasible = (0..split.regions()).filter(is_feasible);
            let first = feasible.next()?;
            let last = feasible.next_back().unwrap_or(first);
            match split {
                // The region after the bands is that of an undefined quantity.
                Split::Bands(quantity, bounds, _) if last <= bounds.len() => {
                    let bound = |index: usize| bounds.get(index).map(|(value, _)| *value);
                    let lower = first.checked_sub(1).and_then(bound);
                    Some((quantity, None, Interval::new(lower, bound(last))))
                }
                Split::Comparison(When::Compare(left, comparison, right), _) if first == last => {
                    let zero = Some(Decimal::ZERO);
                    let sign = match (comparison, first) {
                        (Comparison::AtLeast | Comparison::MoreThan, 1)
                        | (Comparison::AtMost | Comparison::LessThan, 0) => (zero, None),
                        (Comparison::AtMost | Comparison::LessThan, 1)
                        | (Comparison::AtLeast | Comparison::MoreThan, 0) => (None, zero),
                        (Comparison::Is, 1) => (zero, zero),
                        _ => return None,
                    };
                    Some((left, Some(right), Interval::new(sign.0, sign.1)))
                }
                _ => None,
            }
        })
    }

    /// Like [`Self::reachable_terminals`], with one variable fixed to a region.
    fn reachable_terminals_with(&self, fixed: Option<(usize, usize)>) -> TerminalSet {
        let mut terminals = TerminalSet::EMPTY;
        let (mut seen, mut stack): (Vec<Node>, Vec<Node>) = (Vec::new(), vec![self.outcome]);
        while let Some(node) = stack.pop() {
            if node < TERMINALS {
                terminals = terminals.union(TerminalSet::of(node));
            } else if !seen.contains(&node) {
                seen.push(node);
                let branches = self.diagram.branches(node);
                match fixed {
                    Some((variable, region)) if self.diagram.variable(node) == Some(variable) => {
                        stack.extend(branches.get(region));
                    }
                    _ => stack.extend(branches),
                }
            }
        }
        terminals
    }
}
