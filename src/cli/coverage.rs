//! Coverage: which parts of a pack the scenarios have tried, each in both ways.
//!
//! A criterion that no scenario saw fail may ask for nothing; one that none saw hold may be impossible. So each leaf of
//! each condition must be seen true and false, each measure be expected met, not met and open, each limit be met by firms
//! that it concerns, and days before, within and after the policy be tried.

use std::fmt::Write;
use std::rc::Rc;

use crate::engine::{Example, Outcome, Situation, Truth};
use crate::lint::Pack;
use crate::page;
use crate::rulebook::{Id, Json, Measure, MeasureId, RuleBook, When};

use super::leaves::{Leaf, leaves};
use super::scenario::Scenario;

/// The scenarios that saw a condition hold, and those that saw it fail, by their places.
#[derive(Clone, Debug, Default)]
struct Seen {
    held: Vec<usize>,
    failed: Vec<usize>,
}

impl Seen {
    fn add(&mut self, scenario: usize, truth: Truth) {
        match truth {
            Truth::True => self.held.push(scenario),
            Truth::False => self.failed.push(scenario),
            Truth::Unknown => {}
        }
    }

    fn gap(&self) -> Option<&'static str> {
        match (self.held.is_empty(), self.failed.is_empty()) {
            (false, false) => None,
            (true, false) => Some("never true"),
            (false, true) => Some("never false"),
            (true, true) => Some("never decided"),
        }
    }
}

/// What a scenario said that a measure comes to, as far as coverage tells them apart.
const WANTED: [(&str, &[Outcome]); 3] = [
    ("met", &[Outcome::Met, Outcome::MetInDirection]),
    ("not met", &[Outcome::NotMet]),
    ("open", &[Outcome::Open]),
];

/// What scenarios have tried of a pack.
pub(super) struct Coverage<'a> {
    book: &'a RuleBook,
    /// The names of the scenarios in their order, and the measures that they are about
    scenarios: Vec<(Rc<str>, Vec<MeasureId>)>,
    /// For each measure, its criteria
    criteria: Vec<Vec<Seen>>,
    leaves: Vec<(Leaf<'a>, Seen)>,
    /// For each measure, which outcomes were expected
    expected: Vec<[bool; 3]>,
    limits: Vec<bool>,
    /// Days before, within and after the policy
    days: [usize; 3],
}

impl<'a> Coverage<'a> {
    pub(super) fn new(book: &'a RuleBook) -> Coverage<'a> {
        let criteria = book.measures.iter().map(|(_, measure)| vec![Seen::default(); measure.criteria.len()]);
        Coverage {
            book,
            scenarios: Vec::new(),
            criteria: criteria.collect(),
            leaves: leaves(book).into_iter().map(|leaf| (leaf, Seen::default())).collect(),
            expected: vec![[false; 3]; book.measures.len()],
            limits: vec![false; book.limits.len()],
            days: [0; 3],
        }
    }

    pub(super) fn add(&mut self, scenario: &Scenario, outcome_of: impl Fn(MeasureId) -> Outcome) {
        let (book, place) = (self.book, self.scenarios.len());
        let about = scenario.expected().map(|(measure, _)| measure).collect();
        self.scenarios.push((scenario.name.as_str().into(), about));
        let situation = Situation { book, answers: &scenario.answers, as_of: scenario.as_of };
        for ((_, measure), criteria) in book.measures.iter().zip(&mut self.criteria) {
            for (criterion, seen) in measure.criteria.iter().zip(criteria) {
                if let Some(when) = &criterion.when {
                    seen.add(place, situation.truth(when));
                }
            }
        }
        for (leaf, seen) in &mut self.leaves {
            seen.add(place, situation.truth(leaf.when));
        }
        for (measure, outcome) in scenario.expected() {
            if let Some(expected) = self.expected.get_mut(measure.place()) {
                for (slot, (_, outcomes)) in expected.iter_mut().zip(WANTED) {
                    *slot |= outcomes.contains(&outcome);
                }
            }
        }
        for (limit, slot) in book.limits.iter().zip(&mut self.limits) {
            let met = limit.measures.iter().filter(|measure| outcome_of(**measure).is_possible());
            *slot |= met.count() > usize::from(limit.kind.is_exclusive());
        }
        let period = &book.in_force;
        let day = match (period.is_after(scenario.as_of), period.is_before(scenario.as_of)) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => 2,
        };
        if let Some(count) = self.days.get_mut(day) {
            *count += 1;
        }
    }

    /// How many scenarios there are.
    pub(super) fn scenarios(&self) -> usize {
        self.scenarios.len()
    }

    /// For each measure, what was seen of each criterion; the scenarios about the measure come first.
    pub(super) fn for_sign_off(&self) -> Vec<Vec<page::Seen>> {
        let of_measure = |((id, _), criteria): ((MeasureId, &Measure), &Vec<Seen>)| {
            let names = |places: &[usize]| {
                let mut found: Vec<_> =
                    places.iter().filter_map(|place| self.scenarios.get(*place)).collect();
                found.sort_by_key(|(_, about)| !about.contains(&id));
                found.into_iter().map(|(name, _)| Rc::clone(name)).collect()
            };
            let seen = |seen: &Seen| page::Seen { held: names(&seen.held), failed: names(&seen.failed) };
            criteria.iter().map(seen).collect()
        };
        self.book.measures.iter().zip(&self.criteria).map(of_measure).collect()
    }

    /// What was tried, in a few lines, and what was not; true if nothing is left to try.
    pub(super) fn report(&self, json: &Json) -> (String, bool) {
        let mut gaps = Vec::new();
        let mut text = self.criteria_line(&mut gaps);
        let seen = self.leaves.iter().map(|(_, seen)| seen);
        let _ = writeln!(text, "single tests: {}", counts(seen));
        for (leaf, seen) in &self.leaves {
            gaps.extend(seen.gap().map(|gap| format!("{}: {gap}: {}", leaf.place, leaf.text(self.book))));
        }
        text.push_str(&self.measures_line(json, &mut gaps));
        let exercised = self.limits.iter().filter(|seen| **seen).count();
        let _ = writeln!(text, "limits: {}; exercised: {exercised}", self.limits.len());
        for (place, _) in self.limits.iter().enumerate().filter(|(_, seen)| !**seen) {
            gaps.push(format!("limit {}: no scenario meets measures that it concerns", place + 1));
        }
        let [before, within, after] = self.days;
        let _ = writeln!(text, "days before the policy: {before}; within: {within}; after: {after}");
        let has = [self.book.in_force.from.is_some(), true, self.book.in_force.to.is_some()];
        for ((count, has), name) in self.days.iter().zip(has).zip(["before", "within", "after"]) {
            if has && *count == 0 {
                gaps.push(format!("days: none {name} the policy"));
            }
        }
        for gap in &gaps {
            let _ = writeln!(text, "  {gap}");
        }
        (text, gaps.is_empty())
    }

    fn criteria_line(&self, gaps: &mut Vec<String>) -> String {
        let mut all = Vec::new();
        for ((_, measure), criteria) in self.book.measures.iter().zip(&self.criteria) {
            for (criterion, seen) in measure.criteria.iter().zip(criteria) {
                if criterion.when.is_none() {
                    continue;
                }
                all.push(seen);
                let place = format!("{}/{}", measure.id, criterion.id);
                // A gap in one of its tests says more.
                let is_said =
                    self.leaves.iter().any(|(leaf, seen)| leaf.place == place && seen.gap().is_some());
                if !is_said {
                    gaps.extend(seen.gap().map(|gap| format!("{place}: {gap}")));
                }
            }
        }
        format!("criteria: {}\n", counts(all.into_iter()))
    }

    fn measures_line(&self, json: &Json, gaps: &mut Vec<String>) -> String {
        let pack = Pack::new(self.book, json, &[]);
        let mut counts = [0_usize; 3];
        for ((id, measure), expected) in self.book.measures.iter().zip(&self.expected) {
            for (((name, _), count), seen) in WANTED.iter().zip(&mut counts).zip(expected) {
                *count += usize::from(*seen);
                if !seen && can_be(&pack, id, measure, name) {
                    gaps.push(format!("{}: never expected {name}", measure.id));
                }
            }
        }
        let [met, not_met, open] = counts;
        let measures = self.book.measures.len();
        format!("measures: {measures}; expected met: {met}; not met: {not_met}; open: {open}\n")
    }
}

/// Whether a measure can come to an outcome at all: one without explicit criteria is never not met.
fn can_be(pack: &Pack<'_>, id: MeasureId, measure: &Measure, outcome: &str) -> bool {
    if outcome != "not met" {
        return pack.example_met(id) != Example::Never;
    }
    let whens = measure.criteria.iter().filter_map(|criterion| criterion.when.clone());
    let fails = When::Not(Box::new(When::All(whens.collect())));
    let concerned: Vec<&When> = measure.applies_when.iter().chain([&fails]).collect();
    pack.example_of(measure, &concerned) != Example::Never
}

fn counts<'a>(seen: impl Iterator<Item = &'a Seen>) -> String {
    let (mut all, mut held, mut failed) = (0_usize, 0_usize, 0_usize);
    for seen in seen {
        all += 1;
        held += usize::from(!seen.held.is_empty());
        failed += usize::from(!seen.failed.is_empty());
    }
    format!("{all}; seen true: {held}; seen false: {failed}")
}
