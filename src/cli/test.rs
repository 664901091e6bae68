//! `eligibility test`: runs scenarios, printed like `cargo test`, with the coverage of criteria.

use std::path::PathBuf;

use crate::engine::{Days, Situation, Truth};
use crate::rulebook::RuleBook;

use super::scenario::Scenario;
use super::scenario_files::scenario_files;
use super::{PackPath, Stop, Verdict, pack};

/// Run scenarios: people, with the outcomes they should get
#[derive(Debug, clap::Args)]
pub(super) struct Test {
    #[command(flatten)]
    pack: PackPath,
    /// Files of scenarios, or folders of such files
    #[arg(default_value = "tests/scenarios")]
    scenarios: Vec<PathBuf>,
}

impl Test {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let book = pack::load(&self.pack.pack)?;
        let mut coverage = Coverage::new(&book);
        let mut days = Days::default();
        let (mut passed, mut failures) = (0_usize, Vec::new());
        for path in scenario_files(&self.scenarios)? {
            let source = pack::read_text(&path)?;
            let scenarios = Scenario::read_all(&book, &source)
                .map_err(|why| Stop::Unusable(format!("{}: {why}", path.display())))?;
            anstream::println!("{}", path.display());
            for scenario in &scenarios {
                coverage.add(&book, scenario);
                let differences = scenario.differences(&book, &days.on(&book, scenario.as_of));
                let word = if differences.is_empty() { "ok" } else { "FAILED" };
                anstream::println!("  {} ... {word}", scenario.name);
                if differences.is_empty() {
                    passed += 1;
                } else {
                    failures.push((path.clone(), scenario.name.clone(), differences));
                }
            }
        }
        for (path, name, differences) in &failures {
            anstream::println!("\n---- {}: {name}", path.display());
            for difference in differences {
                anstream::println!("{difference}");
            }
        }
        let result = if failures.is_empty() { "ok" } else { "FAILED" };
        anstream::println!("\nscenario result: {result}. {passed} passed; {} failed", failures.len());
        coverage.print(&book);
        if passed + failures.len() == 0 {
            return Err(Stop::Unusable("no scenario was found".to_owned()));
        }
        Ok(if failures.is_empty() { Verdict::Fine } else { Verdict::Findings })
    }
}

/// Which criteria the scenarios saw hold, and which they saw fail.
struct Coverage {
    /// For each criterion of each measure: seen true, seen false
    seen: Vec<Vec<(bool, bool)>>,
}

impl Coverage {
    fn new(book: &RuleBook) -> Coverage {
        let seen = book.measures.iter().map(|(_, measure)| vec![(false, false); measure.criteria.len()]);
        Coverage { seen: seen.collect() }
    }

    fn add(&mut self, book: &RuleBook, scenario: &Scenario) {
        let situation = Situation { book, answers: &scenario.answers, as_of: scenario.as_of };
        for ((_, measure), seen) in book.measures.iter().zip(&mut self.seen) {
            for (criterion, (held, failed)) in measure.criteria.iter().zip(seen) {
                let truth = criterion.when.as_ref().map(|when| situation.truth(when));
                *held |= truth == Some(Truth::True);
                *failed |= truth == Some(Truth::False);
            }
        }
    }

    fn print(&self, book: &RuleBook) {
        let (mut all, mut held, mut failed) = (0_usize, 0_usize, 0_usize);
        let mut gaps = Vec::new();
        for ((_, measure), seen) in book.measures.iter().zip(&self.seen) {
            for (criterion, (was_true, was_false)) in measure.criteria.iter().zip(seen) {
                if criterion.when.is_none() {
                    continue;
                }
                all += 1;
                held += usize::from(*was_true);
                failed += usize::from(*was_false);
                let gap = match (was_true, was_false) {
                    (true, true) => continue,
                    (false, true) => "never true",
                    (true, false) => "never false",
                    (false, false) => "never decided",
                };
                gaps.push(format!("  {}/{}: {gap}", measure.id, criterion.id));
            }
        }
        anstream::println!("criteria: {all}; seen true: {held}; seen false: {failed}");
        for gap in gaps {
            anstream::println!("{gap}");
        }
    }
}
