//! `eligibility diff`: compares the meaning of two packs, and their results for scenarios.

// The differences: documents, the conditions, and the results of scenarios.
mod changes;
mod conditions;
mod outcomes;

// The comparison of conditions: the affected measures, and both versions of one in a shared pack.
mod affected;
mod both_versions;
mod version;

// The equivalence of two values, and the subject of a change.
mod equivalence;
mod subject;

// The comparison as text and as JSON, and the part of a long value that changed.
mod excerpt;
mod report;

use std::path::PathBuf;

use super::input::read_text;
use super::pack::{self, LoadedPack};
use super::scenario_files::{MISSING, scenario_files};
use super::{CliError, Status};

use affected::{Item, affecting};
use changes::{Change, changes};
use conditions::{ConditionChange, compare_conditions};
use outcomes::{Differences, compare_outcomes};
use subject::Subject;

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

/// All differences between two packs.
struct Comparison {
    changes: Vec<Change>,
    meanings: Vec<Meaning>,
    differences: Differences,
}

/// A measure whose conditions changed, or whatever they name.
struct Meaning {
    measure: String,
    /// The changed items that it names
    through: Vec<Item>,
    /// `None` if the old conditions cannot be evaluated with the new facts
    change: Option<ConditionChange>,
}

impl Diff {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let old = pack::load_with_source(&self.old)?;
        let new = pack::load_with_source(&self.new)?;
        let comparison = self.compare(&old, &new)?;
        if self.json {
            outln!("{}", report::json(&comparison));
        } else {
            out!("{}", report::text(&comparison, self.wording));
        }
        let is_same = comparison.changes.iter().all(|change| change.subject == Subject::Wording)
            && comparison.differences.found.is_empty();
        Ok(if is_same { Status::Success } else { Status::Findings })
    }

    fn compare(&self, old: &LoadedPack, new: &LoadedPack) -> Result<Comparison, CliError> {
        let changes = changes(&old.json, &new.json);
        let mut meanings = Vec::new();
        for (_, measure) in new.pack.measures.iter() {
            let id = &*measure.id;
            let affecting = affecting(&changes, [&old.json, &new.json], id);
            if affecting.is_empty() || old.pack.find_measure(id).is_none() {
                continue;
            }
            let values = affecting.iter().flat_map(|change| [&change.before, &change.after]);
            let is_exact = values.flatten().any(|value| value.to_text().contains("\"if-zero\""));
            let mut through: Vec<Item> =
                affecting.iter().map(|change| change.item.clone()).collect();
            through.retain(|item| item.0 != "measures" || item.1 != id);
            through.dedup();
            let change = compare_conditions(old, new, id, is_exact);
            meanings.push(Meaning { measure: id.to_owned(), through, change });
        }
        let mut differences = Differences::default();
        let default = PathBuf::from(DEFAULT_SCENARIOS);
        let paths = match self.scenarios.is_empty() {
            true if default.exists() => vec![default],
            _ => self.scenarios.clone(),
        };
        differences.skipped = paths.is_empty();
        for path in scenario_files(&paths)? {
            let text = read_text(&path).map_err(|error| error.help_if_missing(MISSING))?;
            compare_outcomes(&old.pack, &new.pack, &text, &mut differences).map_err(|problem| {
                CliError::invalid(format!("`{}` cannot be used: {problem}", path.display()))
            })?;
        }
        Ok(Comparison { changes, meanings, differences })
    }
}
