//! Collects the splits of a measure: for each fact, the coarsest one that all its tests agree with.

use std::borrow::Cow;

use crate::rulebook::{FactId, Options, Quantity, Reference, RulePack, When};

use crate::engine::answers::Answers;
use crate::engine::evaluate::EvalContext;

use super::assume::with_constants;
use super::prune::pruned;
use super::split::{MAX_REGIONS, Split, UNKNOWN, bounds, counts_from_date, with_constant};
use super::thresholds::{Domain, thresholds};

/// Maximum number of tests in a measure, terms expanded.
const MAX_TESTS: usize = 500;
/// Maximum number of splits in a measure.
const MAX_SPLITS: usize = 120;

/// The splits of some conditions, in the order in which they first read each fact. `None` if there
/// are too many for a diagram.
pub(super) fn collect_splits<'w>(
    context: EvalContext<'_>,
    conditions: impl Iterator<Item = &'w When>,
) -> Option<Vec<Split>> {
    let mut collector = SplitCollector::new(context);
    for when in conditions {
        collector.visit(when)?;
    }
    collector.finish()
}

/// Collects splits. Facts with a known value in the context need none: their tests are decided.
pub(super) struct SplitCollector<'a> {
    context: EvalContext<'a>,
    /// The given answers, while conditions are visited with assumed answers in their place
    assumed_over: Option<&'a Answers>,
    splits: Vec<Split>,
    tests: usize,
}

impl<'a> SplitCollector<'a> {
    pub(super) fn new(context: EvalContext<'a>) -> SplitCollector<'a> {
        SplitCollector { context, assumed_over: None, splits: Vec::new(), tests: 0 }
    }

    /// Continues with assumed answers in place of the given ones.
    pub(super) fn assume(&mut self, assumed: EvalContext<'a>) {
        self.assumed_over = Some(self.context.answers);
        self.context = assumed;
    }

    /// The splits so far; `None` if there are too many for a diagram.
    pub(super) fn finish(self) -> Option<Vec<Split>> {
        let fits = self.splits.len() <= MAX_SPLITS
            && self.splits.iter().all(|split| split.regions() <= MAX_REGIONS);
        fits.then_some(self.splits)
    }

    /// Adds the splits of a condition. `None` if it has too many tests, or one that a diagram
    /// cannot represent.
    pub(super) fn visit(&mut self, when: &When) -> Option<()> {
        match when {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().try_for_each(|part| self.visit(part))
            }
            When::Not(part) => self.visit(part),
            When::Term(_) | When::Class(..) | When::Met(_) => self.visit_references(when),
            When::Compare(left, _, right) if is_score_test(left, right) => {
                self.visit_bands(left)?;
                self.visit_bands(right)
            }
            When::Is(..)
            | When::OneOf(..)
            | When::Includes(..)
            | When::Compare(..)
            | When::CompareDate(..) => {
                self.tests += 1;
                self.add_test(when)?;
                (self.tests <= MAX_TESTS).then_some(())
            }
        }
    }

    /// Visits the conditions of the definitions that a condition names.
    fn visit_references(&mut self, when: &When) -> Option<()> {
        let pack: &RulePack = self.context.pack;
        let mut fits = Some(());
        when.each_reference(&mut |reference| {
            // A measure that is not in force is not met, whatever the answers.
            if let Reference::Measure(measure) = reference
                && !pack.is_in_force(&pack.measures[measure], self.context.as_of)
            {
                return;
            }
            pack.each_condition_of(reference, &mut |when| {
                fits = fits.and_then(|()| self.visit(when));
            });
        });
        fits
    }

    /// Visits the bands of all tables of a score.
    fn visit_bands(&mut self, score: &Quantity) -> Option<()> {
        if let Quantity::Points(points) = score {
            for (when, _) in points.conditions() {
                self.visit(&when)?;
            }
            return Some(());
        }
        score.parts().into_iter().try_for_each(|part| self.visit_bands(part))
    }

    fn add_test(&mut self, when: &When) -> Option<()> {
        if is_decided(&self.context, when) {
            return Some(());
        }
        let constant = self.assumed_over.map(|given| with_constants(&self.context, given, when));
        let when = constant.unwrap_or(Some(Cow::Borrowed(when)))?;
        self.add_undecided_test(&pruned(&self.context, &when));
        Some(())
    }

    fn add_undecided_test(&mut self, when: &When) {
        let Some(fact) = only_unknown_fact(&self.context, when) else {
            return self.add_comparison(when);
        };
        match when {
            When::Is(..) => self.add(Split::YesNo(fact)),
            When::OneOf(_, options) => {
                let all = Options::first(self.context.pack.facts[fact].kind.options().len());
                let index = self.split_index(fact, || Split::Choice(fact, vec![all]));
                if let Some(Split::Choice(_, sets)) = self.splits.get_mut(index) {
                    refine(sets, *options);
                }
            }
            When::Includes(_, options) => self.add_options(fact, *options),
            _ => {
                let Some(domain) = Domain::of(&self.context, fact) else { return };
                let Some(thresholds) = thresholds(&self.context, when, fact, domain) else {
                    return self.add_comparison(when);
                };
                let index = self.split_index(fact, || Split::Ordered(fact, Vec::new()));
                if let Some(Split::Ordered(_, all)) = self.splits.get_mut(index) {
                    for threshold in thresholds {
                        if let Err(index) = all.binary_search(&threshold) {
                            all.insert(index, threshold);
                        }
                    }
                }
            }
        }
    }

    /// Separates the options that one test names and another does not.
    fn add_options(&mut self, fact: FactId, mut options: Options) {
        let mut parts = Vec::new();
        self.splits.retain(|split| match split {
            Split::Choices(other, set) if *other == fact && set.intersects(options) => {
                parts.extend([set.intersection(options), set.difference(options)]);
                options = options.difference(*set);
                false
            }
            _ => true,
        });
        parts.push(options);
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            self.splits.push(Split::Choices(fact, part));
        }
    }

    /// The index of the split of a fact, which is created if there is none.
    fn split_index(&mut self, fact: FactId, make: impl FnOnce() -> Split) -> usize {
        match self.splits.iter().position(|split| split.fact() == Some(fact)) {
            Some(index) => index,
            None => {
                self.splits.push(make());
                self.splits.len() - 1
            }
        }
    }

    fn add(&mut self, split: Split) {
        if !self.splits.contains(&split) {
            self.splits.push(split);
        }
    }

    /// Adds a test that reads several unknown facts. Comparisons of one quantity with constants
    /// share a split, so that the diagram knows how they depend on each other.
    fn add_comparison(&mut self, when: &When) {
        // The band of a number does not show that an event has not happened.
        let number = with_constant(when).filter(|(quantity, ..)| !counts_from_date(quantity));
        let Some((quantity, comparison, value)) = number else {
            let facts = self.context.pack.facts_in(when);
            return self.add(Split::Comparison(when.clone(), facts));
        };
        let same = self.splits.iter_mut().find_map(|split| match split {
            Split::Bands(other, all, _) if other == quantity => Some(all),
            _ => None,
        });
        let all = match same {
            Some(all) => all,
            None => {
                let facts = self.context.pack.facts_in(when);
                self.splits.push(Split::Bands(quantity.clone(), Vec::new(), facts));
                match self.splits.last_mut() {
                    Some(Split::Bands(_, all, _)) => all,
                    _ => return,
                }
            }
        };
        for bound in bounds(comparison, value) {
            if let Err(index) = all.binary_search(&bound) {
                all.insert(index, bound);
            }
        }
    }
}

/// Whether a comparison is between scores, which have few values.
pub(super) fn is_score_test(left: &Quantity, right: &Quantity) -> bool {
    left.is_score() && right.is_score() && (left.has_points() || right.has_points())
}

/// The only unknown fact of a test. `None` if there are several, or none.
pub(super) fn only_unknown_fact(context: &EvalContext<'_>, when: &When) -> Option<FactId> {
    let mut open = None;
    let mut several = false;
    context.pack.each_fact(when, &mut |fact| {
        if context.answers.value(fact).is_none() {
            several |= open.is_some_and(|other| other != fact);
            open = Some(fact);
        }
    });
    open.filter(|_| !several)
}

/// Whether no answer can change a test: all its facts are known, or the bounds of its numbers
/// decide it.
pub(super) fn is_decided(context: &EvalContext<'_>, when: &When) -> bool {
    let mut decided = true;
    if context.comparison_region(when) != UNKNOWN {
        return true;
    }
    context.pack.each_fact(when, &mut |fact| decided &= context.answers.value(fact).is_some());
    decided
}

/// Divides each set into the named options and the others.
fn refine(sets: &mut Vec<Options>, named: Options) {
    let mut parts = Vec::new();
    for set in sets.iter() {
        parts.extend(
            [set.intersection(named), set.difference(named)]
                .into_iter()
                .filter(|part| !part.is_empty()),
        );
    }
    *sets = parts;
}
