//! `eligibility lint`: is the pack sound, and does it say what is meant?

use std::path::Path;

use serde_json::{Value, json};

use crate::engine::{Example, case_json};
use crate::lint::{self, Context, LINTS, Source};
use crate::rulebook::{DocumentId, Id, MeasureId, RulePack};

use super::report::Report;
use super::{PackPath, Stop, Verdict, pack};

/// Check that a pack is sound, and that it says what is meant
///
/// What lint could not decide is named, and is no finding.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit status: 0 if there is nothing to report, 1 if there are findings, 2 if the pack cannot be used."
)]
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
            self.print_list();
            return Ok(Verdict::Fine);
        }
        if self.json { self.json() } else { self.text() }
    }

    fn print_list(&self) {
        if self.json {
            let lints = LINTS.iter().map(|lint| json!({ "code": lint.name, "about": lint.about }));
            say!("{}", json!({ "format": 1, "lints": lints.collect::<Vec<_>>() }));
            return;
        }
        for lint in LINTS {
            say!("{:20} {}", lint.name, lint.about);
        }
    }

    fn text(&self) -> Result<Verdict, Stop> {
        let source = pack::load_source(&self.pack.pack)?;
        let texts = self.sources(&source.book)?;
        let context = Context::new(&source.book, &source.json, &texts);
        let findings = lint::lint(&context);
        if !findings.is_empty() {
            let report = Report::of_findings(&source.path, &source.text, &source.book, &findings);
            complain!("{}\n", report.text());
        }
        if self.examples {
            for (id, measure) in source.book.measures.iter() {
                say!("{}: {}", measure.id, example_text(&context, context.example_met(id)));
            }
        }
        for text in &texts {
            let quotes = source.book.provisions.iter().filter(|(_, provision)| {
                provision.document == text.document && provision.quote.is_some()
            });
            let document = &source.book.documents[text.document].id;
            say!("{}: looked for {} quotes of `{document}`", text.path, quotes.count());
        }
        let undecided = context.undecided();
        if !undecided.is_empty() {
            let ids = undecided.join(", ");
            say!("not decided: {ids} (facts are compared with each other, or too large)");
        }
        let sizes = format!(
            "measures: {}, facts: {}, provisions: {}",
            source.book.measures.len(),
            source.book.facts.len(),
            source.book.provisions.len()
        );
        if findings.is_empty() {
            // What stands on a sheet, to be compared with the file it was made from.
            let (version, hash) = (&source.book.version, source.book.short_hash());
            say!("{}: no faults, no findings; version {version} ({hash}); {sizes}", source.path);
            return Ok(Verdict::Fine);
        }
        say!("{}: no faults; findings: {}; {sizes}", source.path, findings.len());
        Ok(Verdict::Findings)
    }

    fn json(&self) -> Result<Verdict, Stop> {
        let text = pack::read_authored(&self.pack.pack)?;
        let path = self.pack.pack.display().to_string();
        let mut report =
            json!({ "format": 1, "file": path, "faults": [], "findings": [], "undecided": [] });
        let mut put = |key: &str, values: Vec<Value>| {
            if let Value::Object(report) = &mut report {
                report.insert(key.to_owned(), values.into());
            }
        };
        if let Err(error) = RulePack::from_json(&text) {
            put("faults", Report::of_faults(&path, &text, error.faults()).json());
            say!("{report}");
            return Err(Stop::Reported);
        }
        let source = pack::load_source(&self.pack.pack)?;
        let texts = self.sources(&source.book)?;
        let context = Context::new(&source.book, &source.json, &texts);
        let findings = lint::lint(&context);
        put("findings", Report::of_findings(&path, &text, &source.book, &findings).json());
        put("undecided", context.undecided().iter().map(|id| json!(**id)).collect());
        if self.examples {
            let measures = source.book.measures.iter();
            put(
                "examples",
                measures.map(|(id, measure)| example_json(&context, &measure.id, id)).collect(),
            );
        }
        say!("{report}");
        Ok(if findings.is_empty() { Verdict::Fine } else { Verdict::Findings })
    }

    /// The texts to look for quotes in.
    fn sources(&self, book: &RulePack) -> Result<Vec<Source>, Stop> {
        self.source.iter().map(|argument| read_source(book, argument)).collect()
    }
}

fn read_source(book: &RulePack, argument: &str) -> Result<Source, Stop> {
    let named = argument.split_once('=').map(|(id, path)| {
        let found = book.documents.iter().find(|(_, document)| &*document.id == id);
        (id, path, found.map(|(document, _)| document))
    });
    let (document, path) = match named {
        Some((_, path, Some(document))) => (document, path),
        // A file may have such a name, too.
        None => (DocumentId::from_index(0), argument),
        Some(_) if Path::new(argument).is_file() => (DocumentId::from_index(0), argument),
        Some((id, _, None)) => {
            let ids: Vec<&str> = book.documents.iter().map(|(_, document)| &*document.id).collect();
            let ids = ids.join(", ");
            let message =
                format!("--source {argument}: no document has the id `{id}`; there are {ids}");
            return Err(Stop::Unusable(message));
        }
    };
    let text = pack::read_text(Path::new(path)).map_err(|stop| match stop {
        Stop::Unusable(message) => Stop::Unusable(format!("--source {message}")),
        Stop::File { path, source } => Stop::File { path: format!("--source {path}"), source },
        Stop::Reported => Stop::Reported,
    })?;
    Ok(Source { document, text, path: path.to_owned() })
}

/// A measure with a case that meets it, or why there is none.
fn example_json(context: &Context<'_>, id: &str, measure: MeasureId) -> Value {
    let (example, why) = match context.example_met(measure) {
        Example::Answers(day, answers) => (
            serde_json::from_str(&case_json(context.pack, day, &answers).to_text())
                .unwrap_or_default(),
            None,
        ),
        Example::Unsatisfiable => (Value::Null, Some("never-met")),
        Example::Unknown => (Value::Null, Some("undecided")),
    };
    json!({ "measure": id, "example": example, "without": why })
}

fn example_text(context: &Context<'_>, example: Example) -> String {
    match example {
        Example::Answers(day, answers) => case_json(context.pack, day, &answers).to_text(),
        Example::Unsatisfiable => "never met".to_owned(),
        Example::Unknown => {
            "not decided (facts are compared with each other, or too large)".to_owned()
        }
    }
}
