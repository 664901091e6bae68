//! Renders diagnostics: as annotated source snippets, and as JSON (format 1).

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use serde_json::{Value, json};

use crate::lint::Finding;
use crate::rulebook::{Fault, RulePack};
use crate::sql::ColumnFault;

use super::diagnostic::{Diagnostic, RelatedSpan, Severity};
use super::scenario_fault::ScenarioFault;
use super::spans::Spans;

/// Most diagnostics in a text report. JSON reports have all of them.
const MAX_SHOWN: usize = 100;

/// The diagnostics of one source text, sorted by position.
pub(super) struct Report<'a> {
    path: &'a str,
    source: &'a str,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub(super) fn from_faults(path: &'a str, source: &'a str, faults: &[Fault]) -> Report<'a> {
        let spans = Spans::new(source, faults);
        let diagnostics = faults.iter().map(|fault| Diagnostic::from_fault(&spans, source, fault));
        Report::sorted(path, source, diagnostics.collect())
    }

    pub(super) fn from_findings(
        path: &'a str,
        source: &'a str,
        pack: &RulePack,
        findings: &[Finding],
    ) -> Report<'a> {
        let spans = Spans::new(source, &[]);
        let diagnostics =
            findings.iter().map(|finding| Diagnostic::from_finding(&spans, source, pack, finding));
        Report::sorted(path, source, diagnostics.collect())
    }

    pub(super) fn from_scenario_faults(
        path: &'a str,
        source: &'a str,
        faults: &[ScenarioFault],
    ) -> Report<'a> {
        let spans = Spans::new(source, &[]);
        let diagnostics =
            faults.iter().map(|fault| Diagnostic::from_scenario_fault(&spans, source, fault));
        Report::sorted(path, source, diagnostics.collect())
    }

    pub(super) fn from_column_faults(
        path: &'a str,
        source: &'a str,
        faults: Vec<ColumnFault>,
    ) -> Report<'a> {
        let spans = Spans::new(source, &[]);
        let diagnostics = faults.into_iter().map(|fault| {
            let ColumnFault { pointer, message, suggestion, is_key } = fault;
            let fault = ScenarioFault { pointer, message, suggestion, is_key };
            let diagnostic = Diagnostic::from_scenario_fault(&spans, source, &fault);
            Diagnostic { code: "columns", ..diagnostic }
        });
        Report::sorted(path, source, diagnostics.collect())
    }

    fn sorted(path: &'a str, source: &'a str, mut diagnostics: Vec<Diagnostic>) -> Report<'a> {
        diagnostics.sort_by_key(|diagnostic| diagnostic.primary.0.start);
        Report { path, source, diagnostics }
    }

    /// The diagnostics as annotated snippets, in the format of rustc.
    pub(super) fn text(&self) -> String {
        let renderer = Renderer::styled();
        let shown = self.diagnostics.iter().take(MAX_SHOWN);
        let mut texts: Vec<String> =
            shown.map(|diagnostic| renderer.render(&self.groups(diagnostic))).collect();
        if let Some(more) = self.diagnostics.len().checked_sub(MAX_SHOWN).filter(|more| *more > 0) {
            texts.push(format!("… and {more} more"));
        }
        texts.join("\n\n")
    }

    fn groups<'b>(&'b self, diagnostic: &'b Diagnostic) -> Vec<Group<'b>> {
        let (range, label) = &diagnostic.primary;
        let mut snippet = Snippet::source(self.source).path(self.path);
        snippet =
            snippet.annotation(AnnotationKind::Primary.span(range.clone()).label(label.as_str()));
        for related in &diagnostic.related {
            let label = related.label.as_str();
            snippet = snippet
                .annotation(AnnotationKind::Context.span(related.range.clone()).label(label));
        }
        let level = match diagnostic.severity {
            Severity::Fault => Level::ERROR,
            Severity::Finding => Level::WARNING,
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code);
        let mut group = title.element(snippet);
        if let Some(example) = &diagnostic.example {
            group =
                group.element(Level::NOTE.message(format!("for example: {}", example.to_text())));
        }
        for note in &diagnostic.notes {
            group = group.element(Level::NOTE.message(note.as_str()));
        }
        if let Some(reference) = &diagnostic.reference {
            group = group.element(Level::NOTE.message(reference.as_str()));
        }
        let help = diagnostic.help.as_deref();
        let Some((range, text)) = &diagnostic.suggestion else {
            return vec![match help {
                Some(help) => group.element(Level::HELP.message(help)),
                None => group,
            }];
        };
        let patched = Snippet::source(self.source).path(self.path);
        let patched = patched.patch(Patch::new(range.clone(), text.as_str()));
        vec![
            group,
            Level::HELP.secondary_title(help.unwrap_or("write this instead")).element(patched),
        ]
    }

    /// One object per diagnostic. The format is stable.
    pub(super) fn json(&self) -> Vec<Value> {
        self.diagnostics.iter().map(|diagnostic| self.diagnostic_json(diagnostic)).collect()
    }

    fn diagnostic_json(&self, diagnostic: &Diagnostic) -> Value {
        let (range, label) = &diagnostic.primary;
        let (line, column) = self.line_and_column(range.start);
        let suggestion = diagnostic.suggestion.as_ref().map(
            |(range, text)| json!({ "bytes": { "start": range.start, "end": range.end }, "text": text }),
        );
        let mut value = json!({
            "code": diagnostic.code,
            "pointer": diagnostic.pointer,
            "message": diagnostic.message,
            "help": diagnostic.help,
            "bytes": { "start": range.start, "end": range.end },
            "line": line,
            "column": column,
            "suggestion": suggestion,
        });
        let more = match &diagnostic.expected {
            Some((expected, found)) => json!({
                "expected": expected,
                "found": found,
                "related": diagnostic.related.first().map(|related| &related.pointer),
                "places": self.places_json(diagnostic),
                "notes": diagnostic.notes,
            }),
            None => json!({
                "label": label,
                "places": self.places_json(diagnostic),
                "example": diagnostic.example.as_ref().map(|json| {
                    serde_json::from_str::<Value>(&json.to_text()).unwrap_or_default()
                }),
            }),
        };
        if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
            value.extend(more);
        }
        value
    }

    fn places_json(&self, diagnostic: &Diagnostic) -> Vec<Value> {
        let place = |related: &RelatedSpan| {
            let (line, column) = self.line_and_column(related.range.start);
            let (pointer, label) = (&related.pointer, &related.label);
            json!({ "pointer": pointer, "label": label, "line": line, "column": column })
        };
        diagnostic.related.iter().map(place).collect()
    }

    /// The line and column of a byte offset. Both count from 1; the column counts bytes.
    fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let before = self.source.get(..byte).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, byte - line_start + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::FaultCode;

    const SMALL: &str =
        "{\n  \"id\": \"甲-1\",\n  \"list\": [1, -2.5, \"x\\n\", true, {\"数\": null}]\n}\n";
    const MARKS: &str = "“’，：｛】;'\"\\,:{}[]/#-+.0万x\n\t";

    /// Renders the diagnostics of a text and asserts that their ranges are valid.
    fn render(text: &str) {
        let Err(error) = RulePack::from_json(text) else { return };
        if error.faults().iter().any(|fault| fault.code == FaultCode::Syntax) {
            let report = Report::from_faults("small.json", text, error.faults());
            for diagnostic in &report.diagnostics {
                let (range, _) = &diagnostic.primary;
                assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
            }
            assert!(!report.text().is_empty() && !report.json().is_empty());
        }
    }

    #[test]
    fn every_syntax_error_in_a_cut_or_edited_text_can_be_rendered() {
        for (index, char) in SMALL.char_indices() {
            let (before, after) = SMALL.split_at(index);
            render(before);
            render(after);
            for mark in MARKS.chars() {
                render(&format!("{before}{mark}{after}"));
                render(&format!("{before}{mark}{}", after.strip_prefix(char).unwrap_or_default()));
            }
        }
    }
}
