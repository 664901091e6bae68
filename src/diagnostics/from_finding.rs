//! Diagnostics of findings.

use crate::engine::case_json;
use crate::lint::Finding;
use crate::rulebook::RulePack;

use super::diagnostic::{Diagnostic, RelatedSpan, Replacement, Severity, reference, sorted};
use super::range::first_line;
use super::spans::Spans;

/// The diagnostics of findings, sorted by position.
pub(super) fn of_findings(source: &str, pack: &RulePack, findings: &[Finding]) -> Vec<Diagnostic> {
    let spans = Spans::new(source, &[]);
    sorted(findings.iter().map(|finding| from_finding(&spans, source, pack, finding)))
}

fn from_finding(spans: &Spans<'_>, source: &str, pack: &RulePack, finding: &Finding) -> Diagnostic {
    let range = |pointer: &str| first_line(source, spans.value(pointer));
    let related = finding.related.iter().map(|related| RelatedSpan {
        pointer: related.pointer.clone(),
        range: range(&related.pointer),
        label: related.label.clone(),
    });
    let suggestion = finding.suggestion.as_ref().map(|suggested| Replacement {
        range: spans.value(&suggested.pointer),
        text: suggested.json.clone(),
    });
    let example = finding.example.as_ref();
    Diagnostic {
        severity: Severity::Finding,
        code: finding.lint,
        pointer: finding.pointer.clone(),
        message: finding.message.clone(),
        range: range(&finding.pointer),
        label: finding.label.clone(),
        related: related.collect(),
        reference: Some(reference(finding.lint)),
        notes: Vec::new(),
        help: finding.help.clone(),
        suggestion,
        example: example.map(|(day, answers)| case_json(pack, *day, &[], answers)),
        mismatch: None,
    }
}
