//! Diagnostics as people read them (source snippets) and as programs read them (JSON, version 1).

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use serde_json::{Value, json};

use crate::lint::Finding;
use crate::rulebook::{Fault, RulePack};

use super::diagnostic::{Diagnostic, Severity};
use super::locate::Places;
use super::scenario_read::Problem;

/// Most diagnostics shown to people at once: whoever has more mends these first.
const MOST_SHOWN: usize = 100;

/// The diagnostics of one source, in its order.
pub(super) struct Report<'a> {
    path: &'a str,
    source: &'a str,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub(super) fn of_faults(path: &'a str, source: &'a str, faults: &[Fault]) -> Report<'a> {
        let places = Places::of(source, faults);
        let diagnostics = faults.iter().map(|fault| Diagnostic::of_fault(&places, source, fault));
        Report::sorted(path, source, diagnostics.collect())
    }

    pub(super) fn of_findings(
        path: &'a str,
        source: &'a str,
        book: &RulePack,
        findings: &[Finding],
    ) -> Report<'a> {
        let places = Places::of(source, &[]);
        let diagnostics =
            findings.iter().map(|finding| Diagnostic::of_finding(&places, source, book, finding));
        Report::sorted(path, source, diagnostics.collect())
    }

    pub(super) fn of_problems(path: &'a str, source: &'a str, problems: &[Problem]) -> Report<'a> {
        let places = Places::of(source, &[]);
        let diagnostics =
            problems.iter().map(|problem| Diagnostic::of_problem(&places, source, problem));
        Report::sorted(path, source, diagnostics.collect())
    }

    fn sorted(path: &'a str, source: &'a str, mut diagnostics: Vec<Diagnostic>) -> Report<'a> {
        diagnostics.sort_by_key(|diagnostic| diagnostic.primary.0.start);
        Report { path, source, diagnostics }
    }

    /// Snippets in the manner of rustc.
    pub(super) fn text(&self) -> String {
        let renderer = Renderer::styled();
        let shown = self.diagnostics.iter().take(MOST_SHOWN);
        let mut texts: Vec<String> =
            shown.map(|diagnostic| renderer.render(&self.groups(diagnostic))).collect();
        if let Some(more) = self.diagnostics.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0)
        {
            texts.push(format!("… and {more} more"));
        }
        texts.join("\n\n")
    }

    fn groups<'b>(&'b self, diagnostic: &'b Diagnostic) -> Vec<Group<'b>> {
        let (range, label) = &diagnostic.primary;
        let mut snippet = Snippet::source(self.source).path(self.path);
        snippet =
            snippet.annotation(AnnotationKind::Primary.span(range.clone()).label(label.as_str()));
        for place in &diagnostic.related {
            let label = place.label.as_str();
            snippet =
                snippet.annotation(AnnotationKind::Context.span(place.range.clone()).label(label));
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

    /// One object for each diagnostic of a severity; the form is stable.
    pub(super) fn json(&self) -> Vec<Value> {
        self.diagnostics.iter().map(|diagnostic| self.one(diagnostic)).collect()
    }

    fn one(&self, diagnostic: &Diagnostic) -> Value {
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
                "related": diagnostic.related.first().map(|place| &place.pointer),
            }),
            None => json!({
                "label": label,
                "places": diagnostic.related.iter().map(|place| {
                    let (line, column) = self.line_and_column(place.range.start);
                    json!({ "pointer": place.pointer, "label": place.label, "line": line, "column": column })
                }).collect::<Vec<_>>(),
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

    /// Where a byte stands, both counted from 1, the column in bytes.
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

    /// What is shown of a text, whatever it is.
    fn shown(text: &str) {
        let Err(error) = RulePack::from_json(text) else { return };
        if error.faults().iter().any(|fault| fault.code == FaultCode::Syntax) {
            let report = Report::of_faults("small.json", text, error.faults());
            for diagnostic in &report.diagnostics {
                let (range, _) = &diagnostic.primary;
                assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
            }
            assert!(!report.text().is_empty() && !report.json().is_empty());
        }
    }

    #[test]
    fn wherever_a_text_is_cut_or_a_mark_is_put_into_it_the_slip_can_be_shown() {
        for (place, char) in SMALL.char_indices() {
            let (before, after) = SMALL.split_at(place);
            shown(before);
            shown(after);
            for mark in MARKS.chars() {
                shown(&format!("{before}{mark}{after}"));
                shown(&format!("{before}{mark}{}", after.strip_prefix(char).unwrap_or_default()));
            }
        }
    }
}
