//! `eligibility test`: runs scenarios, printed like `cargo test`, with the coverage of criteria.

use std::path::PathBuf;

use crate::engine::Days;

use super::coverage::Coverage;
use super::scenario::Scenario;
use super::scenario_files::scenario_files;
use super::{PackPath, Stop, Verdict, pack};

/// Run scenarios: people, with the outcomes they should get
///
/// Exit status: 0 if all pass and together try everything, 1 if one fails or something was not tried, 2 if a file cannot be used.
#[derive(Debug, clap::Args)]
pub(super) struct Test {
    #[command(flatten)]
    pack: PackPath,
    /// Files of scenarios, or folders of such files
    #[arg(default_value = "tests/scenarios")]
    scenarios: Vec<PathBuf>,
    /// Do not ask that the scenarios try everything, such as when only some of them are run
    #[arg(long)]
    allow_gaps: bool,
}

impl Test {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let pack::Source { book, json, .. } = pack::load_source(&self.pack.pack)?;
        let mut coverage = Coverage::new(&book);
        let mut days = Days::default();
        let (mut passed, mut failures) = (0_usize, Vec::new());
        for path in scenario_files(&self.scenarios)? {
            let scenarios = Scenario::read_file(&book, &path)?;
            anstream::println!("{}", path.display());
            for scenario in &scenarios {
                let rules = days.on(&book, scenario.as_of);
                let assessment = rules.assess(&book, &scenario.answers);
                coverage.add(scenario, |measure| assessment.of(measure).outcome);
                let differences = scenario.differences(&book, &rules);
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
        let (report, is_complete) = coverage.report(&json);
        anstream::print!("{report}");
        if passed + failures.len() == 0 {
            return Err(Stop::Unusable("no scenario was found".to_owned()));
        }
        let is_fine = failures.is_empty() && (is_complete || self.allow_gaps);
        Ok(if is_fine { Verdict::Fine } else { Verdict::Findings })
    }
}
