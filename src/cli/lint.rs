//! `eligibility lint`: is the pack sound?

use crate::rulebook::RuleBook;

use super::report::Report;
use super::{PackPath, Stop, Verdict, pack};

/// Check that a pack is sound
#[derive(Debug, clap::Args)]
pub(super) struct Lint {
    #[command(flatten)]
    pack: PackPath,
    /// Print faults as JSON
    #[arg(long)]
    json: bool,
}

impl Lint {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        if !self.json {
            let book = pack::load(&self.pack.pack)?;
            anstream::println!(
                "{}: no faults; measures: {}, facts: {}, provisions: {}",
                self.pack.pack.display(),
                book.measures.len(),
                book.facts.len(),
                book.provisions.len()
            );
            return Ok(Verdict::Fine);
        }
        let source = pack::read_text(&self.pack.pack)?;
        let path = self.pack.pack.display().to_string();
        let result = RuleBook::from_json(&source);
        let faults = result.as_ref().err().map(|error| error.faults()).unwrap_or_default();
        anstream::println!("{}", Report::new(&path, &source, faults).json());
        if faults.is_empty() { Ok(Verdict::Fine) } else { Err(Stop::Reported) }
    }
}
