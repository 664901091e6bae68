//! Holding: some way through a diagram on which everything holds, as values of the facts on it.

use crate::rulebook::{FactId, Options, Value};

use crate::engine::evaluate::EvalContext;

use super::diagram::{ENDS, Node, TRUE};
use super::thresholds::Domain;
use super::{CompiledMeasure, Split};

/// Whole numbers that people have heard of, in millionths; tried before the ends of what can be written.
const ROUND: [i64; 5] = [0, 1_000_000, 100_000_000, 1_000_000_000, 10_000_000_000];

/// Most values of a number that are all tried where it is compared: a level, a class, a few years.
const FEW: usize = 16;

/// Some values with which everything might hold.
pub(in crate::engine) struct Way {
    /// A value for each fact that matters on the way
    pub(in crate::engine) values: Vec<(FactId, Value)>,
    /// A fact that is compared with others on the way, if there is one: then the values are not all there is to it
    pub(in crate::engine) compared: Option<FactId>,
}

impl CompiledMeasure {
    /// A way through the diagram on which everything holds; `None` if there is none.
    pub(in crate::engine) fn way(&self, context: &EvalContext<'_>) -> Option<Way> {
        let mut path = Vec::new();
        if !self.find(self.outcome, &mut path, &mut Vec::new()) {
            return None;
        }
        let mut way = Way { values: Vec::new(), compared: None };
        for (place, region) in path {
            if let Some(split) = self.splits.get(place) {
                way.add(context, split, region);
            }
        }
        Some(way)
    }

    /// Whether everything holds, whatever is answered.
    pub(in crate::engine) fn always_holds(&self) -> bool {
        self.outcome == TRUE
    }

    /// Values of a number or date worth trying where it is compared with others, each once: round numbers, both ends of
    /// each region that it has of its own, and the others where there are few; and whether these are all it can have.
    pub(in crate::engine) fn values_to_try(
        &self,
        context: &EvalContext<'_>,
        fact: FactId,
    ) -> (Vec<Value>, bool) {
        let Some(domain) = Domain::of(context, fact) else { return (Vec::new(), false) };
        let own = self.splits.iter().find_map(|split| match split {
            Split::Ordered(other, cuts) if *other == fact => Some(cuts.as_slice()),
            _ => None,
        });
        let cuts = own.unwrap_or_default();
        let mut positions: Vec<i64> =
            ROUND.into_iter().filter(|position| domain.has_number(*position)).collect();
        positions.extend(cuts.iter().flat_map(|cut| [*cut, cut - domain.step]));
        positions.extend([domain.least, domain.greatest]);
        let few = domain.all_if(FEW);
        positions.extend(few.iter().flatten());
        let mut values: Vec<Value> = Vec::new();
        for value in positions.into_iter().map(|position| domain.value(position)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        (values, few.is_some())
    }

    /// Follows branches down to where everything holds; what leads nowhere is not tried again.
    fn find(&self, node: Node, path: &mut Vec<(usize, usize)>, dead: &mut Vec<Node>) -> bool {
        if node < ENDS || dead.contains(&node) {
            return node == TRUE;
        }
        let variable = self.diagram.variable(node).unwrap_or_default();
        for (region, branch) in self.diagram.branches(node).iter().enumerate() {
            path.push((variable, region));
            if self.find(*branch, path, dead) {
                return true;
            }
            path.pop();
        }
        dead.push(node);
        false
    }
}

impl Way {
    fn add(&mut self, context: &EvalContext<'_>, split: &Split, region: usize) {
        match split {
            Split::YesNo(fact) => self.values.push((*fact, Value::YesNo(region == 1))),
            Split::Choice(fact, groups) => {
                let chosen = groups.get(region).copied().unwrap_or_default().lowest();
                self.values.push((*fact, Value::Options(chosen)));
            }
            Split::Choices(fact, group) => {
                let more = if region == 1 { group.lowest() } else { Options::NONE };
                match self.values.iter_mut().find(|(other, _)| other == fact) {
                    Some((_, Value::Options(chosen))) => *chosen = chosen.with(more),
                    _ => self.values.push((*fact, Value::Options(more))),
                }
            }
            Split::Ordered(fact, cuts) => {
                if let Some(domain) = Domain::of(context, *fact) {
                    self.values.push((*fact, domain.nearest_to_its_cut(cuts, region)));
                }
            }
            Split::Comparison(when) => when.each_fact(&mut |fact| {
                if context.answers.value(fact).is_none() {
                    self.compared = self.compared.or(Some(fact));
                }
            }),
        }
    }
}

impl Domain {
    /// The value of a region that a person would name: its first, or its last where it begins nowhere.
    fn nearest_to_its_cut(self, cuts: &[i64], region: usize) -> Value {
        let first = region.checked_sub(1).and_then(|place| cuts.get(place)).copied();
        let last = cuts.get(region).map(|next| next - self.step);
        self.value(first.or(last).unwrap_or(self.least))
    }

    /// All positions, if there are at most so many.
    fn all_if(self, most: usize) -> Option<Vec<i64>> {
        let count = (self.greatest - self.least) / self.step + 1;
        let fits = usize::try_from(count).is_ok_and(|count| count <= most);
        fits.then(|| (0..count).map(|place| self.least + place * self.step).collect())
    }

    /// Whether a whole number, in millionths, is among the values; a day is no number.
    fn has_number(self, position: i64) -> bool {
        matches!(self.value(self.least), Value::Number(_))
            && (self.least..=self.greatest).contains(&position)
    }
}
