//! Gathers the tests of a measure: for each fact, the split fine enough for all of them.

use crate::rulebook::{Comparison, FactId, Options, RulePack, When};

use crate::engine::evaluate::EvalContext;

use super::split::{MOST_REGIONS, Split, UNKNOWN, may_lack_value};
use super::thresholds::{Domain, cuts};

/// Most tests of one measure, terms followed.
const MOST_TESTS: usize = 500;
/// Most splits of one measure.
const MOST_SPLITS: usize = 120;

/// The splits of a measure, in the order in which its text names their facts.
///
/// Facts that have a known value in the context are no split: what they decide is decided.
pub(super) struct Gather<'a> {
    context: EvalContext<'a>,
    pub(super) splits: Vec<Split>,
    tests: usize,
}

impl<'a> Gather<'a> {
    /// The splits of these conditions; `None` if there are too many for a diagram.
    pub(super) fn of<'w>(
        context: EvalContext<'a>,
        conditions: impl Iterator<Item = &'w When>,
    ) -> Option<Vec<Split>> {
        let mut gather = Gather { context, splits: Vec::new(), tests: 0 };
        for when in conditions {
            gather.when(when)?;
        }
        let fits = gather.splits.len() <= MOST_SPLITS
            && gather.splits.iter().all(|split| split.regions() <= MOST_REGIONS);
        fits.then_some(gather.splits)
    }

    fn when(&mut self, when: &When) -> Option<()> {
        match when {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().try_for_each(|part| self.when(part))
            }
            When::Not(part) => self.when(part),
            When::Term(term) => {
                let book: &RulePack = self.context.pack;
                self.when(&book.terms[*term].when)
            }
            When::Is(..)
            | When::OneOf(..)
            | When::Includes(..)
            | When::Compare(..)
            | When::CompareDate(..) => {
                self.tests += 1;
                self.test(when);
                (self.tests <= MOST_TESTS).then_some(())
            }
        }
    }

    fn test(&mut self, when: &When) {
        if is_decided(&self.context, when) {
            return;
        }
        let Some(fact) = open_fact(&self.context, when) else {
            return self.add(Split::Comparison(when.clone()));
        };
        match when {
            When::Is(..) => self.add(Split::YesNo(fact)),
            When::OneOf(_, options) => {
                let all = Options::first(self.context.pack.facts[fact].kind.options().len());
                let place = self.place(fact, || Split::Choice(fact, vec![all]));
                if let Some(Split::Choice(_, sets)) = self.splits.get_mut(place) {
                    refine(sets, *options);
                }
            }
            When::Includes(_, options) => self.choices(fact, *options),
            _ => {
                let Some(domain) = Domain::of(&self.context, fact) else { return };
                let Some(cuts) = cuts(&self.context, when, fact, domain) else {
                    return self.add(Split::Comparison(when.clone()));
                };
                let place = self.place(fact, || Split::Ordered(fact, Vec::new()));
                if let Some(Split::Ordered(_, all)) = self.splits.get_mut(place) {
                    for cut in cuts {
                        if let Err(place) = all.binary_search(&cut) {
                            all.insert(place, cut);
                        }
                    }
                }
            }
        }
    }

    /// Options that one test names and another does not are told apart; others are not.
    fn choices(&mut self, fact: FactId, mut options: Options) {
        let mut parts = Vec::new();
        self.splits.retain(|split| match split {
            Split::Choices(other, set) if *other == fact && set.meets(options) => {
                parts.extend([set.and(options), set.without(options)]);
                options = options.without(*set);
                false
            }
            _ => true,
        });
        parts.push(options);
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            self.splits.push(Split::Choices(fact, part));
        }
    }

    /// The place of the split of a fact, which is made if there is none.
    fn place(&mut self, fact: FactId, make: impl FnOnce() -> Split) -> usize {
        match self.splits.iter().position(|split| split.fact() == Some(fact)) {
            Some(place) => place,
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
}

/// The one fact on which a test still depends; `None` if it depends on several, or on none.
pub(super) fn open_fact(context: &EvalContext<'_>, when: &When) -> Option<FactId> {
    let mut open = None;
    let mut several = false;
    when.each_fact(&mut |fact| {
        if context.answers.value(fact).is_none() {
            several |= open.is_some_and(|other| other != fact);
            open = Some(fact);
        }
    });
    open.filter(|_| !several)
}

/// Whether no answer can change a test: every fact of it is known, or the bounds of numbers decide it already.
pub(super) fn is_decided(context: &EvalContext<'_>, when: &When) -> bool {
    let mut decided = true;
    if context.comparison(when) != UNKNOWN {
        return true;
    }
    when.each_fact(&mut |fact| decided &= context.answers.value(fact).is_some());
    decided
}

/// Parts each set into the options that are named and those that are not.
fn refine(sets: &mut Vec<Options>, named: Options) {
    let mut parts = Vec::new();
    for set in sets.iter() {
        parts.extend(
            [set.and(named), set.without(named)].into_iter().filter(|part| !part.is_empty()),
        );
    }
    *sets = parts;
}

/// Whether a comparison of several facts may be undecided although no answer can change it: if other tests read its
/// facts too, if it asks for equality, or if it can be without a value.
pub(super) fn is_entangled(splits: &[Split], when: &When) -> bool {
    let mut shared = false;
    when.each_fact(&mut |fact| {
        let mut readers = 0;
        for split in splits {
            split.each_fact(&mut |other| readers += usize::from(other == fact));
        }
        shared |= readers > 1;
    });
    let asks_equality = matches!(when, When::Compare(_, Comparison::Is, _));
    shared || asks_equality || may_lack_value(when)
}
