//! The values of a fact with which a measure can still be met.

use crate::rulebook::{FactId, Value};

use crate::engine::evaluate::{EvalContext, domain};
use crate::engine::interval::Interval;

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
