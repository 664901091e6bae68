//! The computation of the checks.

use crate::diagnostics::{AuthoredPack, lint, parse};
use crate::lint::Source;
use crate::rulebook::Json;

use super::problem::Problem;
use super::quotes::find_quotes;
use super::result::{Checks, Searched, Summary, Undecided};
use super::{CheckInput, SourceText};

/// Checks a text: its faults; and of a pack without faults, its findings.
pub fn check(input: &CheckInput) -> Checks {
    let authored = match parse(&input.text) {
        Ok(authored) => authored,
        Err(diagnostics) => {
            let problems = Problem::list(&input.text, &diagnostics);
            let json = if input.sources.is_empty() { None } else { Json::parse(&input.text).ok() };
            let quotes = json.map(|json| find_quotes(&json, &input.sources)).unwrap_or_default();
            return Checks { problems, quotes, ..Checks::default() };
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
        problems: Problem::findings(&input.text, &authored.pack, &lints.findings),
        undecided: undecided.collect(),
        summary: Some(summary(&authored, &sources)),
        quotes: find_quotes(&authored.json, &input.sources),
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::author::checks::Severity;
    use crate::rulebook::Locale;

    const TEMPLATE: &str = include_str!("../../../tests/transcripts/guide/start.json");

    fn checks_of(text: &str) -> Checks {
        check(&CheckInput { text: text.into(), ..CheckInput::default() })
    }

    #[test]
    fn a_text_that_is_not_json_has_one_fault_at_its_place() {
        let checks = checks_of("{\n  \"format\" 2\n}");
        assert_eq!((checks.count(Severity::Fault), checks.count(Severity::Finding)), (1, 0));
        assert_eq!(checks.problems.first().unwrap().place.line, 2);
        assert_eq!(checks.summary, None);
    }

    #[test]
    fn the_template_has_no_problems() {
        let checks = checks_of(TEMPLATE);
        assert_eq!(checks.problems, []);
        assert_eq!(checks.summary.unwrap().measures, 1);
    }

    #[test]
    fn the_example_of_a_finding_has_words() {
        const HARBOUR: &str = include_str!("../../../tests/transcripts/packs/harbour.json");
        let uneven =
            HARBOUR.replacen(r#""to": "100000", "amount""#, r#""to": "5000", "amount""#, 1);
        let problems = checks_of(&uneven).problems;
        let finding = problems.iter().find(|problem| problem.example.is_some()).unwrap();
        let words = finding.example_words.get(Locale::ZhHans);
        assert!(words.contains("上年营业收入：5000.01 万元") && !words.contains('{'), "{words}");
    }

    #[test]
    fn a_quote_that_the_document_does_not_have_is_found() {
        let source = SourceText { document: "d1".into(), text: "第二条 别的文字".into() };
        let input = CheckInput { text: TEMPLATE.into(), sources: vec![source] };
        let checks = check(&input);
        let codes: Vec<&str> = checks.problems.iter().map(|problem| &*problem.code).collect();
        assert_eq!(codes, ["absent-quote"]);
        assert_eq!(checks.summary.unwrap().quotes.first().unwrap().quotes, 1);
    }
}
