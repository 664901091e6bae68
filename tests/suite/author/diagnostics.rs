//! The ranges and corrections of faults and findings, as an editor shows them.

use eligibility_check::diagnostics::{Diagnostic, Severity, lint, parse, parse_json};

use crate::support::HARBOUR;

/// The part of a text that a diagnostic underlines.
fn underlined<'a>(text: &'a str, diagnostic: &Diagnostic) -> &'a str {
    text.get(diagnostic.range.clone()).unwrap()
}

/// The text after the correction of a diagnostic.
fn corrected(text: &str, diagnostic: &Diagnostic) -> String {
    let suggestion = diagnostic.suggestion.as_ref().unwrap();
    let mut text = text.to_owned();
    text.replace_range(suggestion.range.clone(), &suggestion.text);
    text
}

#[test]
fn the_correction_of_a_misspelt_id_makes_the_pack_valid() {
    let text = HARBOUR.replacen(r#""is": ["registered""#, r#""is": ["registred""#, 1);
    let faults = parse(&text).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    let fault = &faults[0];
    assert_eq!((fault.severity, fault.code), (Severity::Fault, "unknown-id"));
    assert_eq!(underlined(&text, fault), "\"registred\"");
    let (line, column) = fault.line_and_column(&text);
    let line = text.lines().nth(line - 1).unwrap();
    assert!(line.get(column - 1..).unwrap().starts_with("\"registred\""), "{line}");
    assert!(parse(&corrected(&text, fault)).is_ok());
}

#[test]
fn the_correction_of_full_width_punctuation_makes_the_text_json() {
    let text = HARBOUR.replacen("\"version\": ", "\"version\"： ", 1);
    let diagnostics = parse_json(&text).unwrap_err();
    assert_eq!(underlined(&text, &diagnostics[0]), "：");
    assert!(parse_json(&corrected(&text, &diagnostics[0])).is_ok());
}

#[test]
fn a_finding_has_the_range_of_its_value() {
    let text = include_str!("../../transcripts/findings.in/unused-option.json");
    let authored = parse(text).unwrap();
    let lints = lint(&authored, &[]);
    assert!(!lints.findings.is_empty());
    for finding in &lints.findings {
        assert_eq!(finding.severity, Severity::Finding);
        assert!(!underlined(text, finding).is_empty(), "{finding:?}");
    }
    assert!(lints.findings.is_sorted_by_key(|finding| finding.range.start));
}
