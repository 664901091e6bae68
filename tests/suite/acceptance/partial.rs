//! Firms that have answered some questions: the engine decides exactly what all completions agree
//! on, and lists exactly the facts that can change the outcome.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};

use eligibility_check::engine::{CompiledPack, MeasureAssessment, Outcome};
use eligibility_check::rulebook::Id;

use super::completions::Search;
use super::grid::Grid;
use super::innovative_sme_firms::INNOVATIVE_SME;
use super::policy::{Policy, answers, describe, measure, outcome, partial};
use super::rng::Rng;
use super::tech_sme_firms::TECH_SME;
use crate::support::{cases, date};

/// The usual number of partial cases per policy.
const CASES: u32 = 500;

/// What the cases of a test were, so that a test without effect fails.
#[derive(Debug, Default)]
struct Counts {
    decided: usize,
    open: usize,
    inexact: usize,
}

/// One measure of one partial case.
struct Case<'a> {
    grid: &'a Grid<'a>,
    known: &'a [Option<i64>],
    measure: usize,
}

impl Case<'_> {
    fn check(&self, assessed: &MeasureAssessment, counts: &mut Counts) {
        let mut search = Search::new(self.grid, self.measure, self.known, 7);
        if assessed.outcome == Outcome::Open {
            counts.open += 1;
            counts.inexact += usize::from(!assessed.is_exact);
            self.check_open(&mut search, assessed);
        } else {
            counts.decided += 1;
            self.check_decided(&mut search, assessed.outcome);
        }
    }

    /// A decided outcome is that of every completion.
    fn check_decided(&self, search: &mut Search<'_>, decided: Outcome) {
        search.run(8, 2);
        for (verdict, firms) in &search.found {
            let completion: Vec<_> = firms[0].iter().copied().map(Some).collect();
            let completion = describe(self.grid.policy, &completion);
            assert!(
                outcome(*verdict) == decided,
                "{self}\nthe engine decides {decided:?}, but this is {verdict:?}: {completion}",
            );
        }
    }

    /// Two completions of an open measure disagree, and exactly the missing facts matter. If the
    /// engine marks the assessment as inexact, some of them may not.
    fn check_open(&self, search: &mut Search<'_>, assessed: &MeasureAssessment) {
        search.run(60, 2);
        let found = &search.found;
        assert!(found.len() > 1, "{self}\nopen, but every completion is {:?}", found.keys());
        search.run(4, 4);
        let missing: BTreeSet<usize> = assessed.missing.iter().map(|fact| fact.index()).collect();
        let wanted = if assessed.is_exact { missing.clone() } else { BTreeSet::new() };
        let essential = search.essential(&wanted);
        let names = |facts: &BTreeSet<usize>| -> Vec<&str> {
            facts.iter().map(|fact| self.grid.policy.facts[*fact]).collect()
        };
        assert!(
            essential == missing || (!assessed.is_exact && essential.is_subset(&missing)),
            "{self}\nmissing by the engine: {:?}\nby the text: {:?}",
            names(&missing),
            names(&essential)
        );
    }
}

impl Display for Case<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let policy = self.grid.policy;
        write!(out, "{}: {}", policy.measures[self.measure], describe(policy, self.known))
    }
}

fn compare(policy: &Policy) {
    let (pack, grid) = (policy.parse(), Grid::new(policy));
    let compiled = CompiledPack::new(&pack, date(policy.as_of));
    let mut rng = Rng::new(2);
    let mut counts = Counts::default();
    let count = cases(CASES).cases;
    for _ in 0..count {
        let known = partial(policy, &mut rng);
        let assessment = compiled.assess(&pack, &answers(&pack, &grid.domains, &known));
        for index in 0..policy.measures.len() {
            let case = Case { grid: &grid, known: &known, measure: index };
            case.check(assessment.of(measure(index)), &mut counts);
        }
    }
    let half = count as usize / 2;
    assert!(counts.decided > half && counts.open > half, "{counts:?}");
    // A measure that is too large for a diagram would be inexact in nearly every case.
    assert!(counts.inexact * 3 < counts.open, "{counts:?}");
}

/// Checks the first measure for a firm with some answers.
fn check_one(policy: &Policy, given: &[(&str, i64)]) {
    let (pack, grid) = (policy.parse(), Grid::new(policy));
    let mut known = vec![None; policy.facts.len()];
    for (id, value) in given {
        known[policy.fact(id)] = Some(*value);
    }
    let answers = answers(&pack, &grid.domains, &known);
    let assessment = CompiledPack::new(&pack, date(policy.as_of)).assess(&pack, &answers);
    let case = Case { grid: &grid, known: &known, measure: 0 };
    case.check(assessment.of(measure(0)), &mut Counts::default());
}

#[test]
fn an_assessment_is_marked_as_inexact_if_only_the_diagram_without_answers_fits() {
    // With a main business that exceeds all revenue of a hotel that is not large, the other field
    // of the product changes nothing. The diagram for these answers may be too large to show it.
    let hotel = [
        ("industry", 8),
        ("staff", 301),
        ("institute", 0),
        ("ip-1-own", 1),
        ("ip-1", 0),
        ("ip-2", 1),
        ("main", 10_000_00),
        ("liabilities", 1),
    ];
    check_one(&INNOVATIVE_SME, &hotel);
}

#[test]
fn partial_answers_about_tech_smes_are_open_exactly_if_two_completions_disagree() {
    compare(&TECH_SME);
}

#[test]
fn partial_answers_about_innovative_smes_are_open_exactly_if_two_completions_disagree() {
    compare(&INNOVATIVE_SME);
}
