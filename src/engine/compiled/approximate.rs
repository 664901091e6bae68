//! Splits of several facts that may leave a measure undecided although no answer can change it, or
//! a fact missing that cannot.

use crate::engine::evaluate::EvalContext;
use crate::rulebook::{Comparison, Decimal, FactId, FactKind, Quantity, When};

use super::prune::is_pruned;
use super::split::{Bound, Split};
use super::thresholds::round_up;

/// Whether a split of several facts is approximate: other splits read its unknown facts, or its
/// regions are not exactly the combinations of numbers that its facts can have. Diagrams treat
/// splits as independent.
pub(super) fn is_approximate(context: &EvalContext<'_>, splits: &[Split], split: &Split) -> bool {
    if split.fact().is_some() {
        return false;
    }
    let mut shared = false;
    split.each_fact(&mut |fact| {
        let mut readers = 0;
        for split in splits {
            split.each_fact(&mut |other| readers += usize::from(other == fact));
        }
        shared |= readers > 1 && context.answers.value(fact).is_none();
    });
    shared
        || match split {
            Split::Bands(quantity, bounds, _) => match step(context, &[quantity]) {
                Some(step) => {
                    has_empty_band(bounds, step)
                        || !bounds.iter().all(|bound| is_pruned(context, quantity, *bound))
                }
                None => true,
            },
            Split::Comparison(When::Compare(left, comparison, right), _) => {
                *comparison == Comparison::Is || step(context, &[left, right]).is_none()
            }
            _ => false,
        }
}

/// Whether no number with this step lies between two bounds.
fn has_empty_band(bounds: &[Bound], step: i64) -> bool {
    let first = |(value, is_after): &Bound| {
        round_up(value.millionths().saturating_add(i64::from(*is_after)), step)
    };
    bounds.iter().zip(bounds.iter().skip(1)).any(|(one, next)| first(one) == first(next))
}

/// The step of all numbers of some quantities. `None` if an unknown fact occurs twice, if the steps
/// differ, or if there are dates, points, products or quotients: then the quantities may skip
/// numbers between their bounds.
fn step(context: &EvalContext<'_>, quantities: &[&Quantity]) -> Option<i64> {
    let mut numbers = Numbers { context, steps: Vec::new(), facts: Vec::new(), known: Vec::new() };
    quantities.iter().try_for_each(|quantity| numbers.add(quantity))?;
    let step = numbers.steps.first().copied()?;
    let is_multiple = |number: &Decimal| number.millionths() % step == 0;
    let fits = numbers.steps.iter().all(|other| *other == step);
    (fits && numbers.known.iter().all(is_multiple)).then_some(step)
}

/// The numbers in a quantity.
struct Numbers<'a> {
    context: &'a EvalContext<'a>,
    /// The steps of the unknown facts
    steps: Vec<i64>,
    facts: Vec<FactId>,
    /// Constants, answers and bounds of facts
    known: Vec<Decimal>,
}

impl Numbers<'_> {
    /// Adds the numbers of a quantity; `None` if it is not a combination of numbers.
    fn add(&mut self, quantity: &Quantity) -> Option<()> {
        match quantity {
            Quantity::Constant(value) => self.known.push(*value),
            Quantity::Fact(fact) => {
                let FactKind::Number(kind) = &self.context.pack.facts[*fact].kind else {
                    return None;
                };
                if let Some(value) = self.context.answers.number(*fact) {
                    self.known.push(value);
                } else if self.facts.contains(fact) {
                    return None;
                } else {
                    self.facts.push(*fact);
                    self.steps.push(10_i64.pow(u32::from(6_u8.saturating_sub(kind.decimals))));
                    self.known.extend(kind.min.into_iter().chain(kind.max));
                }
            }
            Quantity::Difference(..)
            | Quantity::Sum(_)
            | Quantity::HighestOf(_)
            | Quantity::LowestOf(_) => {
                quantity.parts().into_iter().try_for_each(|part| self.add(part))?;
            }
            Quantity::MonthsSince(_)
            | Quantity::DaysSince(_)
            | Quantity::Percent(..)
            | Quantity::Ratio(..)
            | Quantity::Growth(..)
            | Quantity::Points(_) => return None,
        }
        Some(())
    }
}
