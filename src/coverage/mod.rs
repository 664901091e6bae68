//! Coverage: the parts of a pack that the scenarios test.
//!
//! A criterion that no scenario makes false may demand nothing. One that no scenario makes true may
//! be impossible. So the scenarios must
//!
//! - make each atomic condition true and false;
//! - expect each measure to be met, not met and open;
//! - exercise each limit;
//! - use dates before, within and after the policy.
//!
//! [`Coverage::add`] adds a scenario with its results. [`Coverage::report`] returns a summary and
//! the gaps.

// The conditions without operators inside, and whether a limit is exercised.
mod atomic_conditions;
mod limits;

// The summary and the gaps.
mod gap;
mod report;

// The untested part of a gap, and a case that tests it.
mod gap_case;
mod gap_part;

use std::rc::Rc;

use crate::engine::{Assessment, EvalContext, Example, Outcome, Truth};
use crate::lint::Context;
use crate::page::{ConditionCoverage, MeasureCoverage};
use crate::rulebook::{Id, Json, Measure, MeasureId, RulePack, When};
use crate::scenario::Scenario;

use atomic_conditions::{AtomicCondition, atomic_conditions, definitions_used};
use limits::exercised_limits;

pub use atomic_conditions::ConditionOwner;
pub use gap::{Gap, GapKind, Lack, PolicyDays};
pub use gap_case::GapCase;
pub use gap_part::GapPart;
pub use report::CoverageReport;

/// The outcomes that scenarios must expect of each measure. Any one of a list suffices.
const EXPECTED_OUTCOMES: [(Outcome, &[Outcome]); 3] = [
    (Outcome::Met, &[Outcome::Met, Outcome::MetInDirection]),
    (Outcome::NotMet, &[Outcome::NotMet]),
    (Outcome::Open, &[Outcome::Open]),
];

/// The part of a measure that a scenario tests.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tested {
    Nothing,
    Applicability,
    Everything,
}

impl Tested {
    /// The part that an expectation tests. If the measure does not apply, its criteria do not
    /// matter.
    fn by_outcome(outcome: Outcome) -> Tested {
        match outcome {
            Outcome::NotInForce => Tested::Nothing,
            Outcome::NotApplicable => Tested::Applicability,
            Outcome::Met
            | Outcome::MetInDirection
            | Outcome::MetOnceSettled
            | Outcome::Open
            | Outcome::NotMet => Tested::Everything,
        }
    }

    /// Whether a criterion is tested. One that repeats the applicability can only be false where
    /// the measure does not apply.
    fn includes_criterion(self, repeats_applicability: bool) -> bool {
        self == Tested::Everything || (self == Tested::Applicability && repeats_applicability)
    }
}

/// Whether a condition follows from the applicability, so that it is never false where the measure
/// applies. A condition that is never false at all repeats nothing.
fn repeats_applicability(context: &Context<'_>, measure: &Measure, when: &When) -> bool {
    let Some(applies) = &measure.applies_when else { return false };
    let is_false = When::Not(Box::new(when.clone()));
    let is_never =
        |conditions: &[&When]| context.example_of(measure, conditions) == Example::Unsatisfiable;
    is_never(&[applies, &is_false]) && !is_never(&[&is_false])
}

/// The definitions that a measure uses, as one flag per definition.
#[derive(Debug)]
struct DefinitionsUsed {
    by_applicability: Vec<bool>,
    /// By criteria and materials
    elsewhere: Vec<bool>,
}

impl DefinitionsUsed {
    fn new(pack: &RulePack, measure: &Measure) -> DefinitionsUsed {
        let applicability: Vec<&When> = measure.applies_when.iter().collect();
        let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
        let materials = measure.materials.iter().filter_map(|used| used.when.as_ref());
        let elsewhere: Vec<&When> = criteria.chain(materials).collect();
        DefinitionsUsed {
            by_applicability: definitions_used(pack, &applicability),
            elsewhere: definitions_used(pack, &elsewhere),
        }
    }

    /// Whether the tested part of the measure uses a definition.
    fn contains(&self, definition: usize, tested: Tested) -> bool {
        let is_used = |used: &[bool]| used.get(definition).copied().unwrap_or_default();
        (tested >= Tested::Applicability && is_used(&self.by_applicability))
            || (tested == Tested::Everything && is_used(&self.elsewhere))
    }
}

/// A criterion or atomic condition, with its coverage.
#[derive(Clone, Debug, Default)]
struct ConditionEntry {
    coverage: ConditionCoverage,
    repeats_applicability: bool,
}

/// The coverage of a pack by scenarios.
///
/// INVARIANT: `applicability`, `criteria`, `definitions_used`, `amounts` and `expected` have one
/// entry per measure of the pack, `limits` one per limit.
#[derive(Debug)]
pub struct Coverage<'a> {
    context: Context<'a>,
    /// The names of the scenarios, in order
    scenarios: Vec<Rc<str>>,
    applicability: Vec<ConditionCoverage>,
    /// By measure, then by criterion
    criteria: Vec<Vec<ConditionEntry>>,
    atomic_conditions: Vec<(AtomicCondition<'a>, ConditionEntry)>,
    definitions_used: Vec<DefinitionsUsed>,
    /// The scenarios that expect an amount, by index
    amounts: Vec<Vec<usize>>,
    /// For each of [`EXPECTED_OUTCOMES`], whether it is expected
    expected: Vec<[bool; 3]>,
    /// Whether each limit is exercised
    limits: Vec<bool>,
    /// The number of scenarios before, within and after the policy
    days: [usize; 3],
}

impl<'a> Coverage<'a> {
    /// The coverage without any scenario. The pack must have been parsed from this document.
    pub fn new(pack: &'a RulePack, json: &'a Json) -> Coverage<'a> {
        let context = Context::new(pack, json, &[]);
        let entry = |measure: &Measure, when: &When| ConditionEntry {
            coverage: ConditionCoverage::default(),
            repeats_applicability: repeats_applicability(&context, measure, when),
        };
        let measures = || pack.measures.iter().map(|(_, measure)| measure);
        let criteria = measures().map(|measure| {
            let whens = measure.criteria.iter().map(|criterion| criterion.when.as_ref());
            whens.map(|when| when.map(|when| entry(measure, when)).unwrap_or_default()).collect()
        });
        let criteria = criteria.collect();
        let atomic = atomic_conditions(pack).into_iter().map(|condition| {
            let entry = match condition.owner {
                ConditionOwner::Criterion(measure, _) => {
                    entry(&pack.measures[measure], condition.when)
                }
                ConditionOwner::Applicability(_) | ConditionOwner::Definition(_) => {
                    ConditionEntry::default()
                }
            };
            (condition, entry)
        });
        let atomic_conditions = atomic.collect();
        Coverage {
            scenarios: Vec::new(),
            applicability: vec![ConditionCoverage::default(); pack.measures.len()],
            criteria,
            atomic_conditions,
            definitions_used: measures()
                .map(|measure| DefinitionsUsed::new(pack, measure))
                .collect(),
            amounts: vec![Vec::new(); pack.measures.len()],
            expected: vec![[false; 3]; pack.measures.len()],
            limits: vec![false; pack.limits.len()],
            days: [0; 3],
            context,
        }
    }

    /// Adds a scenario with its assessment.
    pub fn add(&mut self, scenario: &Scenario, assessment: &Assessment) {
        let (pack, index) = (self.context.pack, self.scenarios.len());
        self.scenarios.push(scenario.name.as_str().into());
        let context = EvalContext { pack, answers: &scenario.answers, as_of: scenario.as_of };
        let mut tested = vec![Tested::Nothing; pack.measures.len()];
        for (measure, _) in scenario.expected_outcomes() {
            if let Some(tested) = tested.get_mut(measure.index()) {
                *tested = Tested::by_outcome(assessment.of(measure).outcome);
            }
        }
        self.add_conditions(index, &context, &tested);
        for measure in scenario.measures_with_amount() {
            self.amounts
                .get_mut(measure.index())
                .into_iter()
                .for_each(|amounts| amounts.push(index));
        }
        for (measure, outcome) in scenario.expected_outcomes() {
            if let Some(expected) = self.expected.get_mut(measure.index()) {
                for (is_expected, (_, outcomes)) in expected.iter_mut().zip(EXPECTED_OUTCOMES) {
                    *is_expected |= outcomes.contains(&outcome);
                }
            }
        }
        let exercised = exercised_limits(&context, assessment);
        for (limit, is_exercised) in self.limits.iter_mut().zip(exercised) {
            *limit |= is_exercised;
        }
        let period = &pack.in_force;
        let day = match (period.is_after(scenario.as_of), period.is_before(scenario.as_of)) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => 2,
        };
        if let Some(count) = self.days.get_mut(day) {
            *count += 1;
        }
    }

    /// Adds the truth of every condition that the scenario tests.
    fn add_conditions(&mut self, index: usize, context: &EvalContext<'_>, tested: &[Tested]) {
        let tested_of =
            |measure: MeasureId| tested.get(measure.index()).copied().unwrap_or(Tested::Nothing);
        let add = |coverage: &mut ConditionCoverage, when: &When| match context.truth(when) {
            Truth::True => coverage.when_true.push(index),
            Truth::False => coverage.when_false.push(index),
            Truth::Unknown => {}
        };
        for (id, measure) in self.context.pack.measures.iter() {
            let tested = tested_of(id);
            if let (Some(coverage), Some(when)) =
                (self.applicability.get_mut(id.index()), &measure.applies_when)
                && tested >= Tested::Applicability
            {
                add(coverage, when);
            }
            let criteria = self.criteria.get_mut(id.index()).into_iter().flatten();
            for (criterion, entry) in measure.criteria.iter().zip(criteria) {
                if let Some(when) = &criterion.when
                    && tested.includes_criterion(entry.repeats_applicability)
                {
                    add(&mut entry.coverage, when);
                }
            }
        }
        for (condition, entry) in &mut self.atomic_conditions {
            let is_tested = match condition.owner {
                ConditionOwner::Applicability(measure) => {
                    tested_of(measure) >= Tested::Applicability
                }
                ConditionOwner::Criterion(measure, _) => {
                    tested_of(measure).includes_criterion(entry.repeats_applicability)
                }
                ConditionOwner::Definition(reference) => {
                    let index = self.context.pack.reference_index(reference);
                    // A definition that no measure uses is used by `ask-when` only. No expectation
                    // can be about it, so every scenario counts.
                    let everything = Tested::Everything;
                    let is_used =
                        self.definitions_used.iter().any(|used| used.contains(index, everything));
                    let mut measures = self.definitions_used.iter().zip(tested);
                    !is_used || measures.any(|(used, tested)| used.contains(index, *tested))
                }
            };
            if is_tested {
                add(&mut entry.coverage, condition.when);
            }
        }
    }

    /// The names of the scenarios, in order.
    pub fn scenarios(&self) -> &[Rc<str>] {
        &self.scenarios
    }

    /// The coverage of each measure, for the sign-off table.
    pub fn by_measure(&self) -> Vec<MeasureCoverage> {
        let measures = self.applicability.iter().zip(&self.criteria).zip(&self.amounts);
        let coverage = measures.map(|((applies, criteria), amounts)| MeasureCoverage {
            applies: applies.clone(),
            criteria: criteria.iter().map(|entry| entry.coverage.clone()).collect(),
            amounts: amounts.clone(),
        });
        coverage.collect()
    }
}
