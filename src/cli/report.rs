//! Renders diagnostics as annotated source snippets.

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use crate::diagnostics::{Diagnostic, Severity};

/// Most diagnostics in a text report. JSON reports have all of them.
const MAX_SHOWN: usize = 100;

/// The diagnostics of one source text.
pub(super) struct Report<'a> {
    pub(super) path: &'a str,
    pub(super) source: &'a str,
    pub(super) diagnostics: &'a [Diagnostic],
}

impl Report<'_> {
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
        let Diagnostic { range, label, .. } = diagnostic;
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
        let Some(suggestion) = &diagnostic.suggestion else {
            return vec![match help {
                Some(help) => group.element(Level::HELP.message(help)),
                None => group,
            }];
        };
        let patched = Snippet::source(self.source).path(self.path);
        let patched = patched.patch(Patch::new(suggestion.range.clone(), suggestion.text.as_str()));
        vec![
            group,
            Level::HELP.secondary_title(help.unwrap_or("write this instead")).element(patched),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::parse;

    const SMALL: &str =
        "{\n  \"id\": \"甲-1\",\n  \"list\": [1, -2.5, \"x\\n\", true, {\"数\": null}]\n}\n";
    const MARKS: &str = "“’，：｛】;'\"\\,:{}[]/#-+.0万x\n\t";

    /// Renders the diagnostics of a text and asserts that their ranges are valid.
    fn render(text: &str) {
        let Err(diagnostics) = parse(text) else { return };
        if diagnostics.iter().any(|diagnostic| diagnostic.code == "syntax") {
            for diagnostic in &diagnostics {
                let range = &diagnostic.range;
                assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
                assert!(diagnostic.json(text).is_object());
            }
            let report = Report { path: "small.json", source: text, diagnostics: &diagnostics };
            assert!(!report.text().is_empty());
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
