//! `eligibility test`: runs scenarios, and reports their results and the coverage of the pack.

use std::path::PathBuf;

use crate::coverage::{Coverage, CoverageReport};
use crate::diagnostics::AuthoredPack;
use crate::engine::CompiledCache;

use super::scenario_files::load_scenarios;
use super::{CliError, PackPath, Status, pack};

/// Run scenarios: cases with expected results
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Together, the scenarios must cover the pack: each atomic condition true and false, each measure
met, not met and open, each limit, and days before, within and after the policy.

Exit status:
  0  all scenarios pass and cover the pack
  1  a scenario fails, or there are gaps in coverage
  2  a file cannot be used, or there are no scenarios")]
pub(super) struct Test {
    #[command(flatten)]
    pack: PackPath,
    /// Files of scenarios, or folders with such files
    #[arg(default_value = "tests/scenarios")]
    scenarios: Vec<PathBuf>,
    /// Accept gaps in coverage, for example when only some scenarios run
    #[arg(long)]
    allow_gaps: bool,
}

impl Test {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let authored = pack::load_with_source(&self.pack.pack)?.authored;
        let AuthoredPack { pack, json, .. } = &authored;
        let mut coverage = Coverage::new(pack, json);
        let mut compiled = CompiledCache::default();
        let (mut passed, mut failures) = (0_usize, Vec::new());
        for (path, scenarios) in load_scenarios(pack, &self.scenarios)? {
            outln!("{}", path.display());
            for scenario in &scenarios {
                let result = scenario.run(pack, &mut compiled);
                coverage.add(scenario, &result.assessment);
                outln!("  {} ... {}", scenario.name, if result.passed() { "ok" } else { "FAILED" });
                if result.passed() {
                    passed += 1;
                } else {
                    failures.push((path.clone(), scenario.name.clone(), result.differences));
                }
            }
        }
        for (path, name, differences) in &failures {
            outln!("\n---- {}: {name}", path.display());
            for difference in differences {
                outln!("{difference}");
            }
        }
        let result = if failures.is_empty() { "ok" } else { "FAILED" };
        outln!("\nscenario result: {result}. {passed} passed; {} failed", failures.len());
        let CoverageReport { summary, gaps } = coverage.report();
        out!("{summary}");
        for gap in &gaps {
            outln!("  {gap}");
        }
        let is_success = failures.is_empty() && (gaps.is_empty() || self.allow_gaps);
        Ok(if is_success { Status::Success } else { Status::Findings })
    }
}
