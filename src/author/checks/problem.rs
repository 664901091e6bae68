//! A fault or finding as the page shows it.

use serde::{Deserialize, Serialize};

use crate::author::case_words::case_words;
use crate::diagnostics::{self, Diagnostic};
use crate::engine::Case;
use crate::rulebook::RulePack;
use crate::widget::Catalogue;

use super::Localized;

/// Whether a text can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The text cannot be used
    Fault,
    /// The pack is valid, but the rule is probably unintended
    Finding,
}

/// A fault or finding. Offsets count bytes of the checked text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// Whether the text can be used
    pub severity: Severity,
    /// The stable name of the fault or lint
    pub code: String,
    /// The problem: lower case, no full stop
    pub message: String,
    /// The place to underline; its label may be empty
    pub place: Place,
    /// Other places, with labels
    pub related: Vec<Place>,
    /// Reasons
    pub notes: Vec<String>,
    /// The remedy
    pub help: Option<String>,
    /// A correction of the text
    pub fix: Option<Fix>,
    /// A case that shows the problem, as JSON
    pub example: Option<String>,
    /// The case in words; empty if there is none
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub example_words: Localized,
}

/// A range of the text, with its label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// JSON Pointer to the value
    pub pointer: String,
    /// The first byte
    pub from: usize,
    /// The byte after the last one
    pub to: usize,
    /// The number of the line, from 1
    pub line: usize,
    /// The label; may be empty
    pub label: String,
}

/// A replacement for a part of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The first byte
    pub from: usize,
    /// The byte after the last one
    pub to: usize,
    /// The new text
    pub text: String,
}

impl Problem {
    /// The diagnostics of a text.
    pub(super) fn list(source: &str, diagnostics: &[Diagnostic]) -> Vec<Problem> {
        let lines = Lines::new(source);
        diagnostics.iter().map(|one| Problem::new(&lines, one)).collect()
    }

    /// The findings of a valid pack.
    pub(super) fn findings(source: &str, pack: &RulePack, findings: &[Diagnostic]) -> Vec<Problem> {
        let mut problems = Problem::list(source, findings);
        for (problem, finding) in problems.iter_mut().zip(findings) {
            let case = finding.example.as_ref().and_then(|json| Case::from_json(pack, json).ok());
            let case = case.and_then(|case| case.as_of.map(|day| (case, day)));
            if let Some((Case { answers, .. }, day)) = &case {
                problem.example_words = Localized::new(pack, |locale| {
                    let words = case_words(pack, locale, *day, answers);
                    words.join(Catalogue::of(locale).semicolon())
                });
            }
        }
        problems
    }

    fn new(lines: &Lines, diagnostic: &Diagnostic) -> Problem {
        let place = |pointer: &str, range: &std::ops::Range<usize>, label: &str| Place {
            pointer: pointer.to_owned(),
            from: range.start,
            to: range.end,
            line: lines.number(range.start),
            label: label.to_owned(),
        };
        let related = diagnostic.related.iter();
        let suggestion = diagnostic.suggestion.as_ref();
        Problem {
            severity: match diagnostic.severity {
                diagnostics::Severity::Fault => Severity::Fault,
                diagnostics::Severity::Finding => Severity::Finding,
            },
            code: diagnostic.code.to_owned(),
            message: diagnostic.message.clone(),
            place: place(&diagnostic.pointer, &diagnostic.range, &diagnostic.label),
            related: related.map(|one| place(&one.pointer, &one.range, &one.label)).collect(),
            notes: diagnostic.notes.clone(),
            help: diagnostic.help.clone(),
            fix: suggestion.map(|suggestion| Fix {
                from: suggestion.range.start,
                to: suggestion.range.end,
                text: suggestion.text.clone(),
            }),
            example: diagnostic.example.as_ref().map(|json| json.to_text()),
            example_words: Localized::default(),
        }
    }
}

/// The first byte of each line but the first. Hundreds of problems in a large pack share it.
struct Lines(Vec<usize>);

impl Lines {
    fn new(source: &str) -> Lines {
        Lines(source.match_indices('\n').map(|(newline, _)| newline + 1).collect())
    }

    /// The number of the line with a byte, from 1.
    fn number(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_from_one() {
        let lines = Lines::new("a\n\nb");
        let numbers: Vec<usize> = (0..5).map(|byte| lines.number(byte)).collect();
        assert_eq!(numbers, [1, 1, 2, 3, 3]);
    }
}
