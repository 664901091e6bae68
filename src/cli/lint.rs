//! `eligibility lint`: reports the faults of a pack, and rules that are probably unintended.

use std::path::Path;

use serde_json::{Value, json};

use crate::diagnostics::{Diagnostic, Lints, Undecided, lint, parse};
use crate::engine::{Example, case_json};
use crate::lint::{LINTS, Source};
use crate::rulebook::{DocumentId, Id, RulePack};

use super::input::read_text;
use super::pack::{LoadedPack, count};
use super::report::Report;
use super::{CliError, PackPath, Status, pack};

/// Check a pack for faults, and for rules that are probably unintended
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A fault makes the pack unusable. A finding is valid, but probably unintended. Measures that
lint cannot decide are listed, but are not findings.

Exit status:
  0  no findings
  1  findings
  2  the pack has faults, or a file cannot be read")]
pub(super) struct Lint {
    #[command(flatten)]
    pack: PackPath,
    /// Look for the pack's quotes in this text of its first document, or of document ID; may be
    /// repeated
    #[arg(long, value_name = "[ID=]FILE")]
    source: Vec<String>,
    /// Print, for each measure, a case that meets it
    #[arg(long)]
    examples: bool,
    /// List the lints and exit
    #[arg(long)]
    list: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

impl Lint {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        if self.list {
            self.print_list();
            return Ok(Status::Success);
        }
        if self.json { self.run_json() } else { self.run_text() }
    }

    fn print_list(&self) {
        if self.json {
            let lints =
                LINTS.iter().map(|lint| json!({ "code": lint.name, "about": lint.description }));
            outln!("{}", json!({ "format": 1, "lints": lints.collect::<Vec<_>>() }));
            return;
        }
        for lint in LINTS {
            outln!("{:20} {}", lint.name, lint.description);
        }
    }

    fn run_text(&self) -> Result<Status, CliError> {
        let LoadedPack { path, authored } = pack::load_with_source(&self.pack.pack)?;
        let pack = &authored.pack;
        let sources = self.sources(pack)?;
        let Lints { findings, undecided, context } = lint(&authored, &sources);
        if !findings.is_empty() {
            let source = &authored.text;
            let report = Report { path: &path, source, diagnostics: &findings };
            errln!("{}\n", report.text());
        }
        if self.examples {
            for (id, measure) in pack.measures.iter() {
                let example = example_text(pack, &measure.id, context.example_met(id));
                outln!("{}: {example}", measure.id);
            }
        }
        for source in &sources {
            let quotes = pack.provisions.iter().filter(|(_, provision)| {
                provision.document == source.document && provision.quote.is_some()
            });
            let document = &pack.documents[source.document].id;
            let quotes = count(quotes.count(), "quote");
            outln!("{}: searched for {quotes} of `{document}`", source.path);
        }
        for reason in Undecided::ALL {
            let ids = undecided.iter().filter(|(_, because)| *because == reason);
            let ids: Vec<&str> = ids.map(|(id, _)| &**id).collect();
            if !ids.is_empty() {
                outln!("undecided: {} ({})", ids.join(", "), reason.reason());
                outln!("  = help: {}", reason.help());
            }
        }
        let sizes = format!(
            "measures: {}, facts: {}, provisions: {}",
            pack.measures.len(),
            pack.facts.len(),
            pack.provisions.len()
        );
        if findings.is_empty() {
            // The checklist prints the same version and hash, so that people can compare them.
            let (version, hash) = (&pack.version, pack.short_hash());
            outln!("{path}: no faults, no findings; version {version} ({hash}); {sizes}");
            return Ok(Status::Success);
        }
        outln!("{path}: no faults; findings: {}; {sizes}", findings.len());
        Ok(Status::Findings)
    }

    fn run_json(&self) -> Result<Status, CliError> {
        let text = pack::read_authored(&self.pack.pack)?;
        let path = self.pack.pack.display().to_string();
        let mut report = json!({ "format": 1, "file": path, "faults": [], "findings": [], "undecided": [], "undecided-because": [] });
        let mut set = |key: &str, values: Vec<Value>| {
            if let Value::Object(report) = &mut report {
                report.insert(key.to_owned(), values.into());
            }
        };
        let values = |diagnostics: &[Diagnostic]| {
            diagnostics.iter().map(|diagnostic| diagnostic.json(&text)).collect()
        };
        let authored = match parse(&text) {
            Ok(authored) => authored,
            Err(faults) => {
                set("faults", values(&faults));
                outln!("{report}");
                return Err(CliError::Reported);
            }
        };
        let pack = &authored.pack;
        let sources = self.sources(pack)?;
        let Lints { findings, undecided, context } = lint(&authored, &sources);
        set("findings", values(&findings));
        set("undecided", undecided.iter().map(|(id, _)| json!(**id)).collect());
        let because = undecided.iter();
        let because = because.map(|(id, reason)| json!({ "id": **id, "reason": reason.name() }));
        set("undecided-because", because.collect());
        if self.examples {
            let measures = pack.measures.iter();
            let examples = measures
                .map(|(id, measure)| example_json(pack, &measure.id, context.example_met(id)));
            set("examples", examples.collect());
        }
        outln!("{report}");
        Ok(if findings.is_empty() { Status::Success } else { Status::Findings })
    }

    /// The texts of `--source`, each with its document.
    fn sources(&self, pack: &RulePack) -> Result<Vec<Source>, CliError> {
        self.source.iter().map(|argument| read_source(pack, argument)).collect()
    }
}

/// Reads `FILE` or `ID=FILE`. A file whose own name contains `=` is read too, if no document has
/// the id before it.
fn read_source(pack: &RulePack, argument: &str) -> Result<Source, CliError> {
    let with_id = argument.split_once('=').map(|(id, path)| {
        let found = pack.documents.iter().find(|(_, document)| &*document.id == id);
        (id, path, found.map(|(document, _)| document))
    });
    let (document, path) = match with_id {
        Some((_, path, Some(document))) => (document, path),
        None => (DocumentId::from_index(0), argument),
        Some(_) if Path::new(argument).is_file() => (DocumentId::from_index(0), argument),
        Some((id, _, None)) => {
            let ids = pack.documents.iter().map(|(_, document)| format!("`{}`", document.id));
            let help = format!("use one of {}", ids.collect::<Vec<_>>().join(", "));
            return Err(CliError::invalid(format!("no document has the id `{id}`")).help(help));
        }
    };
    let text = read_text(Path::new(path))
        .map_err(|error| error.help_if_missing("pass the text of a document with `--source`"))?;
    Ok(Source { document, text, path: path.to_owned() })
}

/// A measure with a case that meets it, or the reason why there is none.
fn example_json(pack: &RulePack, id: &str, example: Example) -> Value {
    let (example, reason) = match example {
        Example::Answers(day, answers) => {
            let case = case_json(pack, day, &[], &answers).to_text();
            (serde_json::from_str(&case).unwrap_or_default(), None)
        }
        Example::Unsatisfiable => (Value::Null, Some("never-met")),
        Example::Unknown => (Value::Null, Some("undecided")),
    };
    json!({ "measure": id, "example": example, "without": reason })
}

fn example_text(pack: &RulePack, id: &str, example: Example) -> String {
    match example {
        Example::Answers(day, answers) => case_json(pack, day, &[], &answers).to_text(),
        Example::Unsatisfiable => "never met".to_owned(),
        Example::Unknown => format!("undecided ({})", Undecided::of(pack, id).reason()),
    }
}
