//! Coverage: which parts of a pack the scenarios have tried, each in both ways.
//!
//! A criterion that no scenario saw fail may ask for nothing; one that none saw hold may be impossible. So each leaf of
//! each condition must be seen true and false, each measure be expected met, not met and open, each limit be met by firms
//! that it concerns, and days before, within and after the policy be tried.

use std::fmt::Write;
use std::rc::Rc;

use crate::engine::{Assessment, EvalContext, Example, Outcome, Truth};
use crate::lint::Context;
use crate::page;
use crate::rulebook::{Id, Json, Measure, MeasureId, RulePack, When};

use super::exercised::exercised;
use super::leaves::{Leaf, Part, leaves, terms_read};
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

/// How much of a measure a scenario tries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tries {
    Nothing,
    Applies,
    Everything,
}

impl Tries {
    /// Whether a criterion is tried. One that only repeats whom the measure concerns is tried where that fails, too.
    fn of_criterion(self, repeats: bool) -> bool {
        self == Tries::Everything || (self == Tries::Applies && repeats)
    }
}

/// Whether a condition cannot fail where the measure concerns someone, because it says again whom it concerns.
fn only_repeats(context: &Context<'_>, measure: &Measure, when: &When) -> bool {
    let Some(applies) = &measure.applies_when else { return false };
    let fails = When::Not(Box::new(when.clone()));
    let is_never =
        |conditions: &[&When]| context.example_of(measure, conditions) == Example::Unsatisfiable;
    // What can never fail at all repeats nothing.
    is_never(&[applies, &fails]) && !is_never(&[&fails])
}

/// For each term, whether a measure reads it.
struct Reads {
    /// To know whom it concerns
    applies: Vec<bool>,
    /// For anything else
    other: Vec<bool>,
}

impl Reads {
    fn of(book: &RulePack, measure: &Measure) -> Reads {
        let applies: Vec<&When> = measure.applies_when.iter().collect();
        let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
        let other: Vec<&When> = criteria
            .chain(measure.materials.iter().filter_map(|used| used.when.as_ref()))
            .collect();
        Reads { applies: terms_read(book, &applies), other: terms_read(book, &other) }
    }

    fn reads(&self, term: usize, tries: Tries) -> bool {
        let read = |terms: &[bool]| terms.get(term).copied().unwrap_or_default();
        (tries >= Tries::Applies && read(&self.applies))
            || (tries == Tries::Everything && read(&self.other))
    }
}

/// What scenarios have tried of a pack.
pub(super) struct Coverage<'a> {
    book: &'a RulePack,
    /// The names of the scenarios in their order
    scenarios: Vec<Rc<str>>,
    /// For each measure, whom it concerns
    applies: Vec<Seen>,
    /// For each measure, its criteria
    criteria: Vec<Vec<Seen>>,
    /// For each of them, whether it only repeats whom the measure concerns
    repeats: Vec<Vec<bool>>,
    /// For each measure, the scenarios that state what it comes to
    amounts: Vec<Vec<usize>>,
    /// For each measure, the terms that it reads
    reads: Vec<Reads>,
    leaves: Vec<(Leaf<'a>, Seen)>,
    leaf_repeats: Vec<bool>,
    /// For each measure, which outcomes were expected
    expected: Vec<[bool; 3]>,
    limits: Vec<bool>,
    /// Days before, within and after the policy
    days: [usize; 3],
}

impl<'a> Coverage<'a> {
    pub(super) fn new(book: &'a RulePack, json: &Json) -> Coverage<'a> {
        let criteria =
            book.measures.iter().map(|(_, measure)| vec![Seen::default(); measure.criteria.len()]);
        let context = Context::new(book, json, &[]);
        let repeats = book.measures.iter().map(|(_, measure)| {
            let whens = measure.criteria.iter().map(|criterion| criterion.when.as_ref());
            whens
                .map(|when| when.is_some_and(|when| only_repeats(&context, measure, when)))
                .collect()
        });
        let leaves = leaves(book);
        let leaf_repeats = leaves.iter().map(|leaf| match leaf.part {
            Part::Criterion(measure) => only_repeats(&context, &book.measures[measure], leaf.when),
            Part::Applies(_) | Part::Term(_) => false,
        });
        Coverage {
            book,
            scenarios: Vec::new(),
            applies: vec![Seen::default(); book.measures.len()],
            amounts: vec![Vec::new(); book.measures.len()],
            reads: book.measures.iter().map(|(_, measure)| Reads::of(book, measure)).collect(),
            criteria: criteria.collect(),
            repeats: repeats.collect(),
            leaf_repeats: leaf_repeats.collect(),
            leaves: leaves.into_iter().map(|leaf| (leaf, Seen::default())).collect(),
            expected: vec![[false; 3]; book.measures.len()],
            limits: vec![false; book.limits.len()],
            days: [0; 3],
        }
    }

    pub(super) fn add(&mut self, scenario: &Scenario, assessment: &Assessment) {
        let (book, place) = (self.book, self.scenarios.len());
        self.scenarios.push(scenario.name.as_str().into());
        let context = EvalContext { pack: book, answers: &scenario.answers, as_of: scenario.as_of };
        let mut tries = vec![Tries::Nothing; book.measures.len()];
        for (measure, _) in scenario.expected() {
            if let Some(tries) = tries.get_mut(measure.index()) {
                *tries = match assessment.of(measure).outcome {
                    Outcome::NotInForce => Tries::Nothing,
                    Outcome::NotApplicable => Tries::Applies,
                    Outcome::Met | Outcome::MetInDirection | Outcome::Open | Outcome::NotMet => {
                        Tries::Everything
                    }
                };
            }
        }
        let tries_of =
            |measure: MeasureId| tries.get(measure.index()).copied().unwrap_or(Tries::Nothing);
        for (id, measure) in book.measures.iter() {
            if let (Some(seen), Some(when)) =
                (self.applies.get_mut(id.index()), &measure.applies_when)
                && tries_of(id) >= Tries::Applies
            {
                seen.add(place, context.truth(when));
            }
            let seen = self.criteria.get_mut(id.index()).into_iter().flatten();
            let repeats = self.repeats.get(id.index()).into_iter().flatten();
            for ((criterion, seen), repeats) in measure.criteria.iter().zip(seen).zip(repeats) {
                if let Some(when) = &criterion.when
                    && tries_of(id).of_criterion(*repeats)
                {
                    seen.add(place, context.truth(when));
                }
            }
        }
        for ((leaf, seen), repeats) in self.leaves.iter_mut().zip(&self.leaf_repeats) {
            let is_tried = match leaf.part {
                Part::Applies(measure) => tries_of(measure) >= Tries::Applies,
                Part::Criterion(measure) => tries_of(measure).of_criterion(*repeats),
                Part::Term(term) => {
                    let term = term.index();
                    // What only questions read no scenario can be about.
                    let is_read =
                        self.reads.iter().any(|reads| reads.reads(term, Tries::Everything));
                    !is_read
                        || self
                            .reads
                            .iter()
                            .zip(&tries)
                            .any(|(reads, tries)| reads.reads(term, *tries))
                }
            };
            if is_tried {
                seen.add(place, context.truth(leaf.when));
            }
        }
        for measure in scenario.amounts() {
            self.amounts.get_mut(measure.index()).into_iter().for_each(|stated| stated.push(place));
        }
        for (measure, outcome) in scenario.expected() {
            if let Some(expected) = self.expected.get_mut(measure.index()) {
                for (slot, (_, outcomes)) in expected.iter_mut().zip(WANTED) {
                    *slot |= outcomes.contains(&outcome);
                }
            }
        }
        for (slot, exercised) in self.limits.iter_mut().zip(exercised(&context, assessment)) {
            *slot |= exercised;
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

    /// The names of the scenarios, in their order.
    pub(super) fn scenarios(&self) -> &[Rc<str>] {
        &self.scenarios
    }

    /// For each measure, which scenarios showed what.
    pub(super) fn for_sign_off(&self) -> Vec<page::Shown> {
        let seen =
            |seen: &Seen| page::Seen { held: seen.held.clone(), failed: seen.failed.clone() };
        let parts = self.applies.iter().zip(&self.criteria).zip(&self.amounts);
        let shown = parts.map(|((applies, criteria), amounts)| page::Shown {
            applies: seen(applies),
            criteria: criteria.iter().map(seen).collect(),
            amounts: amounts.clone(),
        });
        shown.collect()
    }

    /// What was tried, in a few lines, and what was not, line by line.
    pub(super) fn report(&self, json: &Json) -> (String, Vec<String>) {
        let mut gaps = Vec::new();
        let mut text = self.criteria_line(&mut gaps);
        let seen = self.leaves.iter().map(|(_, seen)| seen);
        let _ = writeln!(text, "single tests: {}", counts(seen));
        for (leaf, seen) in &self.leaves {
            gaps.extend(
                seen.gap().map(|gap| format!("{}: {gap}: {}", leaf.place, leaf.text(self.book))),
            );
        }
        text.push_str(&self.measures_line(json, &mut gaps));
        let exercised = self.limits.iter().filter(|seen| **seen).count();
        let _ = writeln!(text, "limits: {}; exercised: {exercised}", self.limits.len());
        for (place, _) in self.limits.iter().enumerate().filter(|(_, seen)| !**seen) {
            gaps.push(format!("limit {}: no scenario runs into it", place + 1));
        }
        let [before, within, after] = self.days;
        let _ =
            writeln!(text, "days before the policy: {before}; within: {within}; after: {after}");
        let has = [self.book.in_force.from.is_some(), true, self.book.in_force.to.is_some()];
        for ((count, has), name) in self.days.iter().zip(has).zip(["before", "within", "after"]) {
            if has && *count == 0 {
                gaps.push(format!("days: none {name} the policy"));
            }
        }
        (text, gaps)
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
                let is_said = self
                    .leaves
                    .iter()
                    .any(|(leaf, seen)| leaf.place == place && seen.gap().is_some());
                if !is_said {
                    gaps.extend(seen.gap().map(|gap| format!("{place}: {gap}")));
                }
            }
        }
        format!("criteria: {}\n", counts(all.into_iter()))
    }

    fn measures_line(&self, json: &Json, gaps: &mut Vec<String>) -> String {
        let context = Context::new(self.book, json, &[]);
        let mut counts = [0_usize; 3];
        for ((id, measure), expected) in self.book.measures.iter().zip(&self.expected) {
            for (((name, _), count), seen) in WANTED.iter().zip(&mut counts).zip(expected) {
                *count += usize::from(*seen);
                if !seen && can_be(&context, id, measure, name) {
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
fn can_be(context: &Context<'_>, id: MeasureId, measure: &Measure, outcome: &str) -> bool {
    if outcome != "not met" {
        return context.example_met(id) != Example::Unsatisfiable;
    }
    let whens = measure.criteria.iter().filter_map(|criterion| criterion.when.clone());
    let fails = When::Not(Box::new(When::All(whens.collect())));
    let concerned: Vec<&When> = measure.applies_when.iter().chain([&fails]).collect();
    context.example_of(measure, &concerned) != Example::Unsatisfiable
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
