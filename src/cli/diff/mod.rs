//! `eligibility diff`: what changed in meaning between two packs, and for whom.

mod changes;
mod meaning;
mod outcomes;
mod print;
mod same;
mod subject;

use std::path::PathBuf;

use super::pack::{self, Source};
use super::scenario_files::scenario_files;
use super::{Stop, Verdict};

use changes::{Change, changes};
use meaning::{Meaning, meaning};
use outcomes::{Differences, compare};
use subject::Subject;

/// Where the scenarios are, if nobody says so.
const USUAL: &str = "tests/scenarios";

/// Compare two packs: what changed in meaning, and which scenarios come to something else
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit status: 0 if nothing changed but wording, 1 if the meaning did or a scenario comes to \
                        something else, 2 if a file cannot be used"
)]
pub(super) struct Diff {
    /// The pack as it was
    old: PathBuf,
    /// The pack as it is now
    new: PathBuf,
    /// Files of scenarios, or folders of such files [default: tests/scenarios, if it is there]
    #[arg(long, value_name = "PATH")]
    scenarios: Vec<PathBuf>,
    /// Show changes of wording, too
    #[arg(long)]
    wording: bool,
    /// Print everything as JSON
    #[arg(long)]
    json: bool,
}

/// All that differs.
struct Comparison {
    changes: Vec<Change>,
    /// For each measure whose conditions, or terms in them, are written otherwise: who is concerned. `None` if the old
    /// conditions cannot be read with the new facts
    meanings: Vec<(String, Option<Meaning>)>,
    differences: Differences,
}

impl Diff {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let (old, new) = (pack::load_source(&self.old)?, pack::load_source(&self.new)?);
        let comparison = self.compare(&old, &new)?;
        if self.json {
            say!("{}", print::json(&comparison));
        } else {
            say_as_is!("{}", print::text(&comparison, self.wording));
        }
        let same = comparison.changes.iter().all(|change| change.subject == Subject::Wording)
            && comparison.differences.found.is_empty();
        Ok(if same { Verdict::Fine } else { Verdict::Findings })
    }

    fn compare(&self, old: &Source, new: &Source) -> Result<Comparison, Stop> {
        let changes = changes(&old.json, &new.json);
        let mut meanings = Vec::new();
        for (_, measure) in new.book.measures.iter() {
            if concerns(&changes, new, &measure.id) && old.book.find_measure(&measure.id).is_some()
            {
                meanings.push((measure.id.to_string(), meaning(&old.json, &new.json, &measure.id)));
            }
        }
        let mut differences = Differences::default();
        let usual = PathBuf::from(USUAL);
        let paths = match self.scenarios.is_empty() {
            true if usual.exists() => vec![usual],
            _ => self.scenarios.clone(),
        };
        differences.skipped = paths.is_empty();
        for path in scenario_files(&paths)? {
            let text = pack::read_text(&path)?;
            compare(&old.book, &new.book, &text, &mut differences)
                .map_err(|why| Stop::Unusable(format!("{}: {why}", path.display())))?;
        }
        Ok(Comparison { changes, meanings, differences })
    }
}

/// Whether a condition of a measure changed, or a term or fact that its conditions read.
fn concerns(changes: &[Change], new: &Source, measure: &str) -> bool {
    let Some(id) = new.book.find_measure(measure) else { return false };
    let reads_fact =
        |name: &str| new.book.facts_of(id).iter().any(|fact| &*new.book.facts[*fact].id == name);
    let has_terms = changes.iter().any(|change| change.item.0 == "terms");
    changes.iter().any(|change| {
        let (list, item) = (change.item.0.as_str(), change.item.1.as_str());
        match list {
            "measures" => {
                item == measure
                    && (change.subject == Subject::Condition || change.path.starts_with("criteria"))
            }
            "facts" => change.subject != Subject::Wording && reads_fact(item),
            // Which measures name a term, perhaps by another, is not worth finding out: comparing says it.
            "terms" => has_terms,
            _ => false,
        }
    })
}
