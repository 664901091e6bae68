//! The pack under check, with queries about its conditions.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::engine::{Example, example, relevant_facts};
use crate::rulebook::{Date, Fact, FactId, Id, Json, Measure, MeasureId, Period, RulePack, When};

use super::asked_facts::{remove_unasked, require_asked, require_mutually_asked};
use super::date_thresholds::DateThresholds;
use super::sample_days::{SampleDays, intersection, sample_days};
use super::source::Source;

/// A valid pack, and the texts of its documents.
#[derive(Debug)]
pub struct Context<'a> {
    /// The pack
    pub pack: &'a RulePack,
    /// The JSON document that the pack was parsed from
    pub json: &'a Json,
    /// Texts of its documents. Quotes of other documents are not checked
    pub sources: &'a [Source],
    /// The ids of measures and facts for which a query had no definite result
    undecided: RefCell<BTreeSet<Rc<str>>>,
    /// For each relation, the earlier ones that it contradicts, if it cannot hold with them
    impossible: OnceCell<Vec<Option<Vec<usize>>>>,
}

impl<'a> Context<'a> {
    /// The pack must have been parsed from this document.
    pub fn new(pack: &'a RulePack, json: &'a Json, sources: &'a [Source]) -> Context<'a> {
        Context { pack, json, sources, undecided: RefCell::default(), impossible: OnceCell::new() }
    }

    /// The JSON Pointer to a measure.
    pub(super) fn measure_pointer(&self, measure: MeasureId) -> String {
        format!("/measures/{}", measure.index())
    }

    /// The JSON Pointer to the condition of a criterion.
    pub(super) fn criterion_pointer(&self, measure: MeasureId, index: usize) -> String {
        format!("{}/criteria/{index}/when", self.measure_pointer(measure))
    }

    /// The period in which both the measure and the policy are in force.
    pub(super) fn period_of(&self, measure: &Measure) -> Period {
        intersection(&self.pack.in_force, &measure.in_force)
    }

    /// Days that represent all days of a measure.
    ///
    /// Returns `None` if a few days cannot represent all, because of how the measure depends on
    /// the as-of date.
    pub(super) fn sample_days_of(&self, measure: &Measure) -> Option<Vec<Date>> {
        let sample = sample_days(self.pack, &self.period_of(measure), &conditions(measure));
        sample.is_exhaustive.then_some(sample.days)
    }

    /// Answers that satisfy all the conditions on some day on which the measure is in force.
    pub fn example_of(&self, measure: &Measure, conditions: &[&When]) -> Example {
        self.example_in(&self.period_of(measure), conditions)
    }

    /// Whether no answers satisfy all the conditions on any day on which the measure is in force.
    ///
    /// If this cannot be decided, returns false and records the measure as undecided.
    pub(super) fn is_unsatisfiable(&self, measure: &Measure, conditions: &[&When]) -> bool {
        let example = self.example_of(measure, conditions);
        self.record(&measure.id, &example);
        example == Example::Unsatisfiable
    }

    /// Whether no answers satisfy all the conditions of a question while the policy is in force.
    pub(super) fn is_never_asked(&self, fact: &Fact, conditions: &[&When]) -> bool {
        let example = self.example_in(&self.pack.in_force, conditions);
        self.record(&fact.id, &example);
        example == Example::Unsatisfiable
    }

    /// Whether no answers satisfy all the conditions while the policy is in force. False if this
    /// cannot be decided.
    pub(super) fn can_never_hold(&self, conditions: &[When]) -> bool {
        let conditions: Vec<&When> = conditions.iter().collect();
        self.example_in(&self.pack.in_force, &conditions) == Example::Unsatisfiable
    }

    fn record(&self, id: &Rc<str>, example: &Example) {
        if *example == Example::Unknown {
            self.undecided.borrow_mut().insert(Rc::clone(id));
        }
    }

    /// Answers that satisfy the conditions while the policy is in force.
    pub(super) fn any_example(&self, conditions: &[&When]) -> Example {
        self.example_in(&self.pack.in_force, conditions)
    }

    /// The ids of the measures and facts that could not be decided, so far.
    pub fn undecided(&self) -> Vec<Rc<str>> {
        self.undecided.borrow().iter().cloned().collect()
    }

    /// Answers that satisfy the conditions and violate no relation.
    fn example_in(&self, period: &Period, conditions: &[&When]) -> Example {
        let facts: BTreeSet<FactId> =
            conditions.iter().flat_map(|when| self.pack.facts_in(when)).collect();
        // A relation with another fact is not violated: the example has no answer to it.
        let impossible = self.impossible_relations();
        let conflicts = |index: usize| {
            impossible.iter().enumerate().any(|(other, conflict)| {
                conflict.as_ref().is_some_and(|with| other == index || with.contains(&index))
            })
        };
        let relations = self.pack.relations.iter().enumerate();
        let relations = relations.filter(|(index, _)| !conflicts(*index));
        let relations = relations.map(|(_, relation)| &relation.holds);
        let mut related: Vec<&When> = relations
            .filter(|holds| self.pack.facts_in(holds).iter().all(|fact| facts.contains(fact)))
            .collect();
        if related.is_empty() {
            return self.unrelated_example_in(period, conditions);
        }
        related.extend(conditions);
        match self.unrelated_example_in(period, &related) {
            Example::Unknown => self.unrelated_example_in(period, conditions),
            found => found,
        }
    }

    /// For each relation that no answers satisfy together with the ones above it, the indices of a
    /// minimal set of those. Other checks ignore all of them: they would report every rule.
    pub(super) fn impossible_relations(&self) -> &[Option<Vec<usize>>] {
        self.impossible.get_or_init(|| {
            let mut possible: Vec<usize> = Vec::new();
            let relations = self.pack.relations.iter().enumerate();
            let mut found = Vec::new();
            for (index, _) in relations {
                let fails = |others: &[usize]| {
                    let all = others.iter().chain([&index]);
                    let all = all.filter_map(|index| self.pack.relations.get(*index));
                    let all: Vec<&When> = all.map(|relation| &relation.holds).collect();
                    let example = self.unrelated_example_in(&self.pack.in_force, &all);
                    example == Example::Unsatisfiable
                };
                found.push(fails(&possible).then(|| minimal_subset(possible.clone(), fails)));
                if found.last().is_some_and(Option::is_none) {
                    possible.push(index);
                }
            }
            found
        })
    }

    fn unrelated_example_in(&self, period: &Period, conditions: &[&When]) -> Example {
        let SampleDays { days, is_exhaustive } = sample_days(self.pack, period, conditions);
        let found = example(self.pack, days.into_iter(), conditions);
        if is_exhaustive || found != Example::Unsatisfiable {
            return found;
        }
        // Other days may satisfy them, unless the conditions that the sample days represent
        // exhaustively are unsatisfiable by themselves.
        let exhaustive: Vec<&When> = conditions
            .iter()
            .copied()
            .filter(|when| DateThresholds::of(self.pack, &[when]).is_complete)
            .collect();
        if exhaustive.len() < conditions.len()
            && self.unrelated_example_in(period, &exhaustive) == Example::Unsatisfiable
        {
            return Example::Unsatisfiable;
        }
        Example::Unknown
    }

    /// Answers that meet a measure, except for decisions of the office.
    ///
    /// Prefers answers to questions that the interview asks.
    pub fn example_met(&self, measure: MeasureId) -> Example {
        let measure = &self.pack.measures[measure];
        let mut conditions = conditions(measure);
        // Somebody who still plans to come meets it only once settled.
        let assumption = measure.assume.map(|id| &self.pack.assumptions[id]);
        let here = assumption.map(|assumption| When::Not(Box::new(assumption.when.clone())));
        conditions.extend(&here);
        let asked: Vec<When> =
            conditions.iter().map(|when| require_asked(self.pack, when)).collect();
        let entered = require_mutually_asked(self.pack, &conditions);
        let find = |whens: &[When]| self.example_of(measure, &whens.iter().collect::<Vec<_>>());
        let is_found = |example: &Example| matches!(example, Example::Answers(..));
        let found =
            Some(find(&asked)).filter(is_found).or_else(|| Some(find(&entered)).filter(is_found));
        match found {
            Some(Example::Answers(day, answers)) => {
                Example::Answers(day, remove_unasked(self.pack, day, answers, &conditions))
            }
            _ => self.example_of(measure, &conditions),
        }
    }

    /// Whether missing answers can leave a measure open on some day on which it is in force. True
    /// if this cannot be decided.
    pub fn can_be_open(&self, measure: MeasureId) -> bool {
        let measure = &self.pack.measures[measure];
        let assumption = measure.assume.map(|id| &self.pack.assumptions[id].when);
        let mut read = conditions(measure);
        read.extend(assumption);
        let SampleDays { days, is_exhaustive } =
            sample_days(self.pack, &self.period_of(measure), &read);
        let depends_on = |day: Date| !relevant_facts(self.pack, measure, day).into_vec().is_empty();
        !is_exhaustive || days.into_iter().any(depends_on)
    }
}

/// The conditions for meeting a measure: `applies-when` and those of its criteria.
pub fn conditions(measure: &Measure) -> Vec<&When> {
    let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    measure.applies_when.iter().chain(criteria).collect()
}

/// A minimal subset of the items that still suffices. Later items are removed first.
pub(super) fn minimal_subset<T: Clone>(items: Vec<T>, suffices: impl Fn(&[T]) -> bool) -> Vec<T> {
    let mut kept = items;
    for index in (0..kept.len()).rev() {
        let mut fewer = kept.clone();
        fewer.remove(index);
        if suffices(&fewer) {
            kept = fewer;
        }
    }
    kept
}
