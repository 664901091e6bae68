//! The coverage as text: a summary of a few lines, and one line per gap.

use std::fmt::Write;

use crate::engine::{Answers, EvalContext, Example, Truth};
use crate::lint::{Context, written_conditions};
use crate::page::ConditionCoverage;
use crate::rulebook::{Date, Json, Measure, MeasureId, When};

use super::{Coverage, EXPECTED_OUTCOMES};

impl Coverage<'_> {
    /// The summary, and the gaps.
    pub(in crate::cli) fn report(&self, json: &Json) -> (String, Vec<String>) {
        let mut gaps = Vec::new();
        let mut text = self.criteria_line(&mut gaps);
        let atomic = self.atomic_conditions.iter().map(|(_, entry)| &entry.coverage);
        let _ = write!(text, "atomic conditions: {}", counts(atomic));
        let fixed = self.atomic_conditions.iter();
        let fixed = fixed.filter(|(condition, _)| self.fixed(condition.when).is_some()).count();
        let fixed = if fixed > 0 { format!("; fixed by bounds: {fixed}") } else { String::new() };
        let _ = writeln!(text, "{fixed}");
        let context = Context::new(self.pack, json, &[]);
        let written = written_conditions(&context);
        for (condition, entry) in &self.atomic_conditions {
            let gap = self.gap(&entry.coverage, condition.when);
            gaps.extend(
                gap.map(|gap| format!("{}: {gap}: {}", condition.path, condition.text(&written))),
            );
        }
        text.push_str(&self.measures_line(json, &mut gaps));
        let exercised = self.limits.iter().filter(|is_exercised| **is_exercised).count();
        let _ = writeln!(text, "limits: {}; exercised: {exercised}", self.limits.len());
        for (index, is_exercised) in self.limits.iter().enumerate() {
            if !is_exercised {
                gaps.push(format!("limit {}: never exercised", index + 1));
            }
        }
        let [before, within, after] = self.days;
        let _ =
            writeln!(text, "days before the policy: {before}; within: {within}; after: {after}");
        let in_force = &self.pack.in_force;
        let exist = [in_force.from.is_some(), true, in_force.to.is_some()];
        for ((count, exists), name) in
            self.days.iter().zip(exist).zip(["before", "within", "after"])
        {
            if exists && *count == 0 {
                gaps.push(format!("days: none {name} the policy"));
            }
        }
        (text, gaps)
    }

    fn criteria_line(&self, gaps: &mut Vec<String>) -> String {
        let mut all = Vec::new();
        for ((_, measure), criteria) in self.pack.measures.iter().zip(&self.criteria) {
            for (criterion, entry) in measure.criteria.iter().zip(criteria) {
                let Some(when) = &criterion.when else { continue };
                all.push(&entry.coverage);
                let path = format!("{}/{}", measure.id, criterion.id);
                // A gap in an atomic condition of the criterion is more specific.
                let has_specific_gap = self.atomic_conditions.iter().any(|(condition, entry)| {
                    condition.path == path && self.gap(&entry.coverage, condition.when).is_some()
                });
                if !has_specific_gap {
                    gaps.extend(
                        self.gap(&entry.coverage, when).map(|gap| format!("{path}: {gap}")),
                    );
                }
            }
        }
        format!("criteria: {}\n", counts(all.into_iter()))
    }

    /// The truth of a condition that the bounds of its facts decide.
    fn fixed(&self, when: &When) -> Option<bool> {
        let mut is_named = false;
        when.each_reference(&mut |_| is_named = true);
        if is_named {
            return None;
        }
        let answers = Answers::none(self.pack);
        // OK because only other measures depend on the date without answers.
        let context = EvalContext { pack: self.pack, answers: &answers, as_of: Date::default() };
        match context.truth(when) {
            Truth::True => Some(true),
            Truth::False => Some(false),
            Truth::Unknown => None,
        }
    }

    /// The truth that no scenario shows, although it is possible.
    fn gap(&self, coverage: &ConditionCoverage, when: &When) -> Option<&'static str> {
        let fixed = self.fixed(when);
        let lacks_true = coverage.when_true.is_empty() && fixed != Some(false);
        let lacks_false = coverage.when_false.is_empty() && fixed != Some(true);
        match (lacks_true, lacks_false) {
            (false, false) => None,
            (true, false) => Some("never true"),
            (false, true) => Some("never false"),
            (true, true) => Some("never decided"),
        }
    }

    fn measures_line(&self, json: &Json, gaps: &mut Vec<String>) -> String {
        let context = Context::new(self.pack, json, &[]);
        let mut counts = [0_usize; 3];
        for ((id, measure), expected) in self.pack.measures.iter().zip(&self.expected) {
            let outcomes = EXPECTED_OUTCOMES.iter().zip(&mut counts).zip(expected);
            for (((outcome, _), count), is_expected) in outcomes {
                *count += usize::from(*is_expected);
                if !is_expected && is_possible(&context, id, measure, outcome) {
                    gaps.push(format!("{}: never expected {outcome}", measure.id));
                }
            }
        }
        let [met, not_met, open] = counts;
        let measures = self.pack.measures.len();
        format!("measures: {measures}; expected met: {met}; not met: {not_met}; open: {open}\n")
    }
}

/// Whether a measure can have an outcome. One without explicit criteria is never not met.
fn is_possible(context: &Context<'_>, id: MeasureId, measure: &Measure, outcome: &str) -> bool {
    if outcome != "not met" {
        return context.example_met(id) != Example::Unsatisfiable;
    }
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
