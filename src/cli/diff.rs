//! `eligibility diff`: compares the meaning of two packs, and their results for scenarios.

use std::path::PathBuf;

use crate::diagnostics::AuthoredPack;
use crate::diff::Comparison;

use super::input::read_text;
use super::scenario_files::{MISSING, scenario_files};
use super::{CliError, Status, pack};

/// The scenarios to compare without `--scenarios`.
const DEFAULT_SCENARIOS: &str = "tests/scenarios";

/// Compare the meaning of two packs, and their results for scenarios
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Conditions are compared by meaning: for each measure whose condition changed, diff prints a case
that only the old or only the new pack accepts, or proves that there is none.

Exit status:
  0  only wording changed
  1  the meaning changed, or the result of a scenario
  2  a file cannot be used")]
pub(super) struct Diff {
    /// The old pack
    old: PathBuf,
    /// The new pack
    new: PathBuf,
    /// Files of scenarios, or folders with such files [default: tests/scenarios, if it exists]
    #[arg(long, value_name = "PATH")]
    scenarios: Vec<PathBuf>,
    /// Show changes of wording, too
    #[arg(long)]
    wording: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

impl Diff {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let old = pack::load_with_source(&self.old)?.authored;
        let new = pack::load_with_source(&self.new)?.authored;
        let comparison = self.compare(&old, &new)?;
        if self.json {
            outln!("{}", comparison.json());
        } else {
            out!("{}", comparison.text(self.wording));
        }
        Ok(if comparison.is_same() { Status::Success } else { Status::Findings })
    }

    fn compare(&self, old: &AuthoredPack, new: &AuthoredPack) -> Result<Comparison, CliError> {
        let mut comparison = Comparison::new(old, new);
        let default = PathBuf::from(DEFAULT_SCENARIOS);
        let paths = match self.scenarios.is_empty() {
            true if default.exists() => vec![default],
            _ => self.scenarios.clone(),
        };
        comparison.outcomes.skipped = paths.is_empty();
        for path in scenario_files(&paths)? {
            let text = read_text(&path).map_err(|error| error.help_if_missing(MISSING))?;
            comparison.add_scenarios(&old.pack, &new.pack, &text).map_err(|problem| {
                CliError::invalid(format!("`{}` cannot be used: {problem}", path.display()))
            })?;
        }
        Ok(comparison)
    }
}
