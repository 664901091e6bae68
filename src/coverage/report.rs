//! The report: a summary of a few lines, and the gaps.

use std::fmt::Write;

use crate::engine::{Answers, EvalContext, Example, Outcome, Truth};
use crate::lint::{Context, written_conditions};
use crate::page::ConditionCoverage;
use crate::rulebook::{Date, Id, Measure, MeasureId, When};

use super::gap::GapSubject;
use super::{Coverage, EXPECTED_OUTCOMES, Gap, GapKind, Lack, PolicyDays};

/// What the scenarios cover, and what not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageReport {
    /// A summary of a few lines
    pub summary: String,
    /// The gaps
    pub gaps: Vec<Gap>,
}

impl Coverage<'_> {
    /// The summary and the gaps.
    pub fn report(&self) -> CoverageReport {
        let mut gaps = Vec::new();
        let mut summary = self.criteria_line(&mut gaps);
        self.add_atomic_conditions(&mut summary, &mut gaps);
        summary.push_str(&self.measures_line(&mut gaps));
        self.add_limits(&mut summary, &mut gaps);
        self.add_days(&mut summary, &mut gaps);
        CoverageReport { summary, gaps }
    }

    fn criteria_line(&self, gaps: &mut Vec<Gap>) -> String {
        let mut all = Vec::new();
        for ((id, measure), criteria) in self.context.pack.measures.iter().zip(&self.criteria) {
            for (index, (criterion, entry)) in measure.criteria.iter().zip(criteria).enumerate() {
                let Some(when) = &criterion.when else { continue };
                all.push(&entry.coverage);
                let path = format!("{}/{}", measure.id, criterion.id);
                // A gap in an atomic condition of the criterion is more specific.
                let has_specific_gap = self.atomic_conditions.iter().any(|(condition, entry)| {
                    condition.path == path && self.lack(&entry.coverage, condition.when).is_some()
                });
                if !has_specific_gap {
                    gaps.extend(self.lack(&entry.coverage, when).map(|lack| Gap {
                        kind: GapKind::Criterion(lack),
                        pointer: format!("/measures/{}/criteria/{index}/when", id.index()),
                        sentence: format!("{path}: {lack}"),
                        subject: GapSubject::Criterion(id, index),
                    }));
                }
            }
        }
        format!("criteria: {}\n", counts(all.into_iter()))
    }

    fn add_atomic_conditions(&self, summary: &mut String, gaps: &mut Vec<Gap>) {
        let all = self.atomic_conditions.iter().map(|(_, entry)| &entry.coverage);
        let _ = write!(summary, "atomic conditions: {}", counts(all));
        let fixed = self.atomic_conditions.iter();
        let fixed = fixed.filter(|(condition, _)| self.fixed(condition.when).is_some()).count();
        let fixed = if fixed > 0 { format!("; fixed by bounds: {fixed}") } else { String::new() };
        let _ = writeln!(summary, "{fixed}");
        let written = written_conditions(&self.context);
        for (index, (condition, entry)) in self.atomic_conditions.iter().enumerate() {
            let Some(lack) = self.lack(&entry.coverage, condition.when) else { continue };
            let written = condition.written(&written);
            let text = written.map(|written| written.json.to_text()).unwrap_or_default();
            gaps.push(Gap {
                kind: GapKind::AtomicCondition(lack),
                pointer: written.map(|written| written.pointer.clone()).unwrap_or_default(),
                sentence: format!("{}: {lack}: {text}", condition.path),
                subject: GapSubject::AtomicCondition(index),
            });
        }
    }

    fn add_limits(&self, summary: &mut String, gaps: &mut Vec<Gap>) {
        let exercised = self.limits.iter().filter(|is_exercised| **is_exercised).count();
        let _ = writeln!(summary, "limits: {}; exercised: {exercised}", self.limits.len());
        for (index, is_exercised) in self.limits.iter().enumerate() {
            if !is_exercised {
                gaps.push(Gap {
                    kind: GapKind::Limit,
                    pointer: format!("/limits/{index}"),
                    sentence: format!("limit {}: never exercised", index + 1),
                    subject: GapSubject::Limit(index),
                });
            }
        }
    }

    fn add_days(&self, summary: &mut String, gaps: &mut Vec<Gap>) {
        let [before, within, after] = self.days;
        let _ =
            writeln!(summary, "days before the policy: {before}; within: {within}; after: {after}");
        let in_force = &self.context.pack.in_force;
        let exist = [in_force.from.is_some(), true, in_force.to.is_some()];
        for ((count, exists), days) in self.days.iter().zip(exist).zip(PolicyDays::ALL) {
            if exists && *count == 0 {
                gaps.push(Gap {
                    kind: GapKind::Days,
                    pointer: "/in-force".to_owned(),
                    sentence: format!("days: none {days} the policy"),
                    subject: GapSubject::Days(days),
                });
            }
        }
    }

    /// The truth of a condition that the bounds of its facts decide.
    fn fixed(&self, when: &When) -> Option<bool> {
        let mut is_named = false;
        when.each_reference(&mut |_| is_named = true);
        if is_named {
            return None;
        }
        let answers = Answers::none(self.context.pack);
        // OK because only other measures depend on the date without answers.
        let context =
            EvalContext { pack: self.context.pack, answers: &answers, as_of: Date::default() };
        match context.truth(when) {
            Truth::True => Some(true),
            Truth::False => Some(false),
            Truth::Unknown => None,
        }
    }

    /// The truth that no scenario shows, although it is possible.
    fn lack(&self, coverage: &ConditionCoverage, when: &When) -> Option<Lack> {
        let fixed = self.fixed(when);
        let lacks_true = coverage.when_true.is_empty() && fixed != Some(false);
        let lacks_false = coverage.when_false.is_empty() && fixed != Some(true);
        match (lacks_true, lacks_false) {
            (false, false) => None,
            (true, false) => Some(Lack::True),
            (false, true) => Some(Lack::False),
            (true, true) => Some(Lack::Both),
        }
    }

    fn measures_line(&self, gaps: &mut Vec<Gap>) -> String {
        let mut counts = [0_usize; 3];
        for ((id, measure), expected) in self.context.pack.measures.iter().zip(&self.expected) {
            let outcomes = EXPECTED_OUTCOMES.into_iter().zip(&mut counts).zip(expected);
            for (((outcome, _), count), is_expected) in outcomes {
                *count += usize::from(*is_expected);
                if !is_expected && is_possible(&self.context, id, measure, outcome) {
                    let name = outcome.name().replace('-', " ");
                    gaps.push(Gap {
                        kind: GapKind::Outcome(id, outcome),
                        pointer: format!("/measures/{}", id.index()),
                        sentence: format!("{}: never expected {name}", measure.id),
                        subject: GapSubject::Measure,
                    });
                }
            }
        }
        let [met, not_met, open] = counts;
        let measures = self.context.pack.measures.len();
        format!("measures: {measures}; expected met: {met}; not met: {not_met}; open: {open}\n")
    }
}

/// Whether a measure can have an outcome. One that no answers can meet need not be met or open.
fn is_possible(context: &Context<'_>, id: MeasureId, measure: &Measure, outcome: Outcome) -> bool {
    let can_be_met = || context.example_met(id) != Example::Unsatisfiable;
    match outcome {
        Outcome::NotMet => can_be_not_met(context, measure),
        Outcome::Open => context.can_be_open(id) && can_be_met(),
        _ => can_be_met(),
    }
}

/// Whether a measure can be not met. One without explicit criteria never is.
fn can_be_not_met(context: &Context<'_>, measure: &Measure) -> bool {
    let whens = measure.criteria.iter().filter_map(|criterion| criterion.when.clone());
    let is_false = When::Not(Box::new(When::All(whens.collect())));
    let conditions: Vec<&When> = measure.applies_when.iter().chain([&is_false]).collect();
    context.example_of(measure, &conditions) != Example::Unsatisfiable
}

fn counts<'a>(coverage: impl Iterator<Item = &'a ConditionCoverage>) -> String {
    let (mut all, mut when_true, mut when_false) = (0_usize, 0_usize, 0_usize);
    for coverage in coverage {
        all += 1;
        when_true += usize::from(!coverage.when_true.is_empty());
        when_false += usize::from(!coverage.when_false.is_empty());
    }
    format!("{all}; true in a scenario: {when_true}; false in a scenario: {when_false}")
}
