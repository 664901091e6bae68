//! `eligibility lint`: is the pack sound, and does it say what is meant?

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::engine::{Example, case_json};
use crate::lint::{self, LINTS, Pack, Source};
use crate::rulebook::{DocumentId, Id, RuleBook};

use super::report::Report;
use super::{PackPath, Stop, Verdict, pack};

/// Check that a pack is sound, and that it says what is meant
///
/// Exit status: 0 if there is nothing to report, 1 if there are findings, 2 if the pack cannot be used.
#[derive(Debug, clap::Args)]
pub(super) struct Lint {
    #[command(flatten)]
    pack: PackPath,
    /// The text of a document, to look for the quotes in: FILE for the pack's first document, ID=FILE for another
    #[arg(long, value_name = "[ID=]FILE")]
    source: Vec<String>,
    /// Print for each measure answers with which it is met
    #[arg(long)]
    examples: bool,
    /// List what is looked for
    #[arg(long)]
    list: bool,
    /// Print faults and findings as JSON
    #[arg(long)]
    json: bool,
}

impl Lint {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        if self.list {
            for lint in LINTS {
                anstream::println!("{:20} {}", lint.name, lint.about);
            }
            return Ok(Verdict::Fine);
        }
        if self.json { self.json() } else { self.text() }
    }

    fn text(&self) -> Result<Verdict, Stop> {
        let source = pack::load_source(&self.pack.pack)?;
        let texts = self.sources(&source.book)?;
        let pack = Pack::new(&source.book, &source.json, &texts);
        let findings = lint::lint(&pack);
        if !findings.is_empty() {
            let report = Report::of_findings(&source.path, &source.text, &source.book, &findings);
            anstream::eprintln!("{}\n", report.text());
        }
        if self.examples {
            for (id, measure) in source.book.measures.iter() {
                anstream::println!("{}: {}", measure.id, example_text(&pack, pack.example_met(id)));
            }
        }
        for text in &texts {
            let quotes =
                source.book.provisions.iter().filter(|(_, provision)| {
                    provision.document == text.document && provision.quote.is_some()
                });
            let document = &source.book.documents[text.document].id;
            anstream::println!("{}: looked for {} quotes of `{document}`", text.path, quotes.count());
        }
        let sizes = format!(
            "measures: {}, facts: {}, provisions: {}",
            source.book.measures.len(),
            source.book.facts.len(),
            source.book.provisions.len()
        );
        if findings.is_empty() {
            anstream::println!("{}: no faults, no findings; {sizes}", source.path);
            return Ok(Verdict::Fine);
        }
        anstream::println!("{}: no faults; findings: {}; {sizes}", source.path, findings.len());
        Ok(Verdict::Findings)
    }

    fn json(&self) -> Result<Verdict, Stop> {
        let text = pack::read_authored(&self.pack.pack)?;
        let path = self.pack.pack.display().to_string();
        let print = |faults: Vec<Value>, findings: Vec<Value>| {
            let report = json!({ "format": 1, "file": path, "faults": faults, "findings": findings });
            anstream::println!("{report}");
        };
        if let Err(error) = RuleBook::from_json(&text) {
            print(Report::of_faults(&path, &text, error.faults()).json(), Vec::new());
            return Err(Stop::Reported);
        }
        let source = pack::load_source(&self.pack.pack)?;
        let texts = self.sources(&source.book)?;
        let findings = lint::lint(&Pack::new(&source.book, &source.json, &texts));
        print(Vec::new(), Report::of_findings(&path, &text, &source.book, &findings).json());
        Ok(if findings.is_empty() { Verdict::Fine } else { Verdict::Findings })
    }

    /// The texts to look for quotes in.
    fn sources(&self, book: &RuleBook) -> Result<Vec<Source>, Stop> {
        self.source.iter().map(|argument| read_source(book, argument)).collect()
    }
}

fn read_source(book: &RuleBook, argument: &str) -> Result<Source, Stop> {
    let (document, path) = match argument.split_once('=') {
        Some((id, path)) => {
            let found = book.documents.iter().find(|(_, document)| &*document.id == id);
            let ids =
                || book.documents.iter().map(|(_, document)| &*document.id).collect::<Vec<_>>().join(", ");
            let (document, _) = found.ok_or_else(|| {
                Stop::Unusable(format!(
                    "--source {argument}: no document has the id `{id}`; there are {}",
                    ids()
                ))
            })?;
            (document, path)
        }
        None => (DocumentId::at(0), argument),
    };
    let path = PathBuf::from(path);
    Ok(Source { document, text: pack::read_text(Path::new(&path))?, path: path.display().to_string() })
}

fn example_text(pack: &Pack<'_>, example: Example) -> String {
    match example {
        Example::Answers(day, answers) => case_json(pack.book, day, &answers).to_text(),
        Example::Never => "never met".to_owned(),
        Example::Unknown => "too large to find answers with which it is met".to_owned(),
    }
}
