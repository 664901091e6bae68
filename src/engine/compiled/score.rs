//! Compilation of scores: comparisons of points and of sums of points.
//!
//! A score has few values, so its comparison is decided table by table, as in a form: each table
//! chooses a band, and the score so far is the only thing that the following tables need. Equal
//! scores so far share one node (dynamic programming), so that ten tables of six bands need a few
//! hundred nodes and not 6¹⁰.

use crate::rulebook::{Comparison, Decimal, Quantity};

use super::compile::{Compile, terminal};
use super::diagram::Node;

/// The rest of a computation: the node for a value.
type Rest<'r, 'a> = &'r mut dyn FnMut(&mut Compile<'a>, Decimal) -> Option<Node>;

/// A combination of two numbers; `None` if the result is out of range.
type Combine = fn(Decimal, Decimal) -> Option<Decimal>;

impl<'a> Compile<'a> {
    /// The comparison of two scores.
    pub(super) fn score(
        &mut self,
        left: &Quantity,
        comparison: Comparison,
        right: &Quantity,
    ) -> Option<Node> {
        self.each_value(left, &mut |compile, left| {
            compile.each_value(right, &mut |_, right| {
                Some(terminal(comparison.holds(left, right).into()))
            })
        })
    }

    /// The node of a score, given the node for each of its values.
    fn each_value(&mut self, score: &Quantity, rest: Rest<'_, 'a>) -> Option<Node> {
        match score {
            Quantity::Constant(value) => rest(self, *value),
            Quantity::Points(points) => {
                let mut node = rest(self, points.otherwise)?;
                for (when, value) in points.conditions().collect::<Vec<_>>().into_iter().rev() {
                    let condition = self.condition(&when)?;
                    let then = rest(self, value)?;
                    node = self.diagram.choose(condition, then, node)?;
                }
                Some(node)
            }
            Quantity::Difference(left, right) => self.each_value(left, &mut |compile, left| {
                compile.each_value(right, &mut |compile, right| {
                    rest(compile, left.checked_sub(right)?)
                })
            }),
            Quantity::Sum(parts) => self.combined(parts, None, Decimal::checked_add, rest),
            Quantity::HighestOf(parts) => {
                self.combined(parts, None, |one, other| Some(one.max(other)), rest)
            }
            Quantity::LowestOf(parts) => {
                self.combined(parts, None, |one, other| Some(one.min(other)), rest)
            }
            // OK because `is_score` excludes them.
            Quantity::Fact(_)
            | Quantity::MonthsSince(_)
            | Quantity::DaysSince(_)
            | Quantity::Percent(..)
            | Quantity::Ratio(..)
            | Quantity::Growth(..) => None,
        }
    }

    /// The node of a combination of scores. `so_far` is the value of the parts before.
    fn combined(
        &mut self,
        parts: &[Quantity],
        so_far: Option<Decimal>,
        combine: Combine,
        rest: Rest<'_, 'a>,
    ) -> Option<Node> {
        let mut known = Vec::new();
        self.combined_from(parts, so_far, combine, rest, &mut known)
    }

    fn combined_from(
        &mut self,
        parts: &[Quantity],
        so_far: Option<Decimal>,
        combine: Combine,
        rest: Rest<'_, 'a>,
        known: &mut Vec<(usize, Decimal, Node)>,
    ) -> Option<Node> {
        let Some((first, others)) = parts.split_first() else {
            return rest(self, so_far.unwrap_or_default());
        };
        self.each_value(first, &mut |compile, value| {
            let value = match so_far {
                Some(so_far) => combine(so_far, value)?,
                None => value,
            };
            let same = known.iter().find(|(left, of, _)| (*left, *of) == (others.len(), value));
            if let Some((_, _, node)) = same {
                return Some(*node);
            }
            let node = compile.combined_from(others, Some(value), combine, rest, known)?;
            known.push((others.len(), value, node));
            Some(node)
        })
    }
}
