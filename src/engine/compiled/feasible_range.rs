//! Reach: which values of a fact still lead to a measure being met.

use crate::rulebook::{FactId, Value};

use crate::engine::evaluate::{EvalContext, domain};
use crate::engine::interval::Range;

use super::diagram::{ENDS, Node};
use super::{CompiledMeasure, Domain, Residue, Split};

impl CompiledMeasure {
    /// What it can come to.
    pub(in crate::engine) fn residue(&self) -> Residue {
        self.residue_in(None)
    }

    /// The range of a number fact that is not known, among the values with which the measure can still be met; all its
    /// values if it cannot, or does not ask for it alone.
    pub(in crate::engine) fn range_if_met(&self, context: &EvalContext<'_>, fact: FactId) -> Range {
        let all = domain(&context.pack.facts[fact].kind);
        let splits = self.splits.iter().enumerate();
        let mut cuts = splits.filter_map(|(place, split)| match split {
            Split::Ordered(other, cuts) if *other == fact => Some((place, cuts)),
            _ => None,
        });
        let (Some((variable, cuts)), Some(values)) = (cuts.next_back(), Domain::of(context, fact))
        else {
            return all;
        };
        let (mut least, mut greatest) = (None, None);
        for region in 0..=cuts.len() {
            if self.residue_in(Some((variable, region))).can_be_met() {
                let first = region.checked_sub(1).and_then(|place| cuts.get(place));
                least = least.or(Some(first.copied().unwrap_or(values.least)));
                let next = cuts.get(region).map(|next| next - values.step);
                greatest = Some(next.unwrap_or(values.greatest));
            }
        }
        let bound = |position: Option<i64>, open: i64| match position
            .map(|position| values.value(position))
        {
            // An end of what can be read is no bound that a text sets.
            Some(Value::Number(number)) if position != Some(open) => Some(number),
            _ => None,
        };
        let range = Range::of(bound(least, values.least), bound(greatest, values.greatest));
        Range { least: range.least.or(all.least), greatest: range.greatest.or(all.greatest) }
    }

    /// What it can come to where a variable is in a region.
    fn residue_in(&self, fixed: Option<(usize, usize)>) -> Residue {
        let mut residue = Residue::NOTHING;
        let (mut seen, mut stack): (Vec<Node>, Vec<Node>) = (Vec::new(), vec![self.outcome]);
        while let Some(node) = stack.pop() {
            if node < ENDS {
                residue = residue.with(Residue::of(node));
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
        residue
    }
}
