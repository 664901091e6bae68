//! `eligibility test`: runs scenarios, printed like `cargo test`, with the coverage of criteria.

use std::path::PathBuf;

use crate::engine::CompiledCache;

use super::coverage::Coverage;
use super::scenario_files::read_scenarios;
use super::{PackPath, Stop, Verdict, pack};

/// Run scenarios: people, with the outcomes they should get
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit status: 0 if all pass and together try everything, 1 if one fails or something was not \
                        tried, 2 if a file cannot be used or there are no scenarios"
)]
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
        let mut coverage = Coverage::new(&book, &json);
        let mut days = CompiledCache::default();
        let (mut passed, mut failures) = (0_usize, Vec::new());
        for (path, scenarios) in read_scenarios(&book, &self.scenarios)? {
            say!("{}", path.display());
            for scenario in &scenarios {
                let rules = days.get(&book, scenario.as_of);
                let assessment = rules.assess(&book, &scenario.answers);
                coverage.add(scenario, &assessment);
                let differences = scenario.differences(&book, &rules);
                let word = if differences.is_empty() { "ok" } else { "FAILED" };
                say!("  {} ... {word}", scenario.name);
                if differences.is_empty() {
                    passed += 1;
                } else {
                    failures.push((path.clone(), scenario.name.clone(), differences));
                }
            }
        }
        for (path, name, differences) in &failures {
            say!("\n---- {}: {name}", path.display());
            for difference in differences {
                say!("{difference}");
            }
        }
        let result = if failures.is_empty() { "ok" } else { "FAILED" };
        say!("\nscenario result: {result}. {passed} passed; {} failed", failures.len());
        let (report, gaps) = coverage.report(&json);
        say_as_is!("{report}");
        for gap in &gaps {
            say!("  {gap}");
        }
        let is_fine = failures.is_empty() && (gaps.is_empty() || self.allow_gaps);
        Ok(if is_fine { Verdict::Fine } else { Verdict::Findings })
    }
}
