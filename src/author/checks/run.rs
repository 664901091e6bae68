//! The computation of the checks.

use crate::diagnostics::{AuthoredPack, lint, parse};
use crate::lint::Source;

use super::problem::Problem;
use super::result::{Checks, Searched, Summary, Undecided};
use super::scenarios::run_scenarios;
use super::{CheckInput, SourceText};

/// Checks a text: its faults; and of a pack without faults, its findings and its scenarios.
pub fn check(input: &CheckInput) -> Checks {
    let authored = match parse(&input.text) {
        Ok(authored) => authored,
        Err(diagnostics) => {
            let problems = diagnostics.iter().map(|one| Problem::new(&input.text, one)).collect();
            return Checks { problems, ..Checks::default() };
        }
    };
    let sources: Vec<Source> =
        input.sources.iter().filter_map(|text| source(&authored, text)).collect();
    let lints = lint(&authored, &sources);
    let undecided = lints.undecided.iter().map(|(id, why)| Undecided {
        id: id.to_string(),
        reason: why.reason().to_owned(),
        help: why.help().to_owned(),
    });
    Checks {
        problems: lints.findings.iter().map(|one| Problem::new(&input.text, one)).collect(),
        undecided: undecided.collect(),
        summary: Some(summary(&authored, &sources)),
        scenarios: Some(run_scenarios(&authored, &input.scenarios)),
    }
}

/// The text of a document. `None` if the pack has no such document.
fn source(authored: &AuthoredPack, text: &SourceText) -> Option<Source> {
    let mut documents = authored.pack.documents.iter();
    let (document, _) = documents.find(|(_, document)| document.id == text.document)?;
    Some(Source { document, text: text.text.to_string(), path: text.document.to_string() })
}

fn summary(authored: &AuthoredPack, sources: &[Source]) -> Summary {
    let pack = &authored.pack;
    let quotes = sources.iter().map(|source| {
        let of_document = pack.provisions.iter().filter(|(_, provision)| {
            provision.document == source.document && provision.quote.is_some()
        });
        let document = pack.documents[source.document].id.to_string();
        Searched { document, quotes: of_document.count() }
    });
    Summary {
        id: pack.id.to_string(),
        version: pack.version.to_string(),
        fingerprint: pack.short_hash().to_string(),
        measures: pack.measures.len(),
        facts: pack.facts.len(),
        provisions: pack.provisions.len(),
        quotes: quotes.collect(),
    }
}
