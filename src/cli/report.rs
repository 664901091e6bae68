//! Faults as people read them (source snippets) and as programs read them (JSON, version 1).

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde_json::{Value, json};

use crate::rulebook::{Fault, FaultCode};

use super::locate::Places;

/// Faults of one source, in the order of the source.
pub(super) struct Report<'a> {
    path: &'a str,
    source: &'a str,
    located: Vec<(Range<usize>, &'a Fault)>,
    places: Places<'a>,
}

impl<'a> Report<'a> {
    pub(super) fn new(path: &'a str, source: &'a str, faults: &'a [Fault]) -> Report<'a> {
        let places = Places::of(source);
        let mut located: Vec<_> = faults.iter().map(|fault| (range(&places, source, fault), fault)).collect();
        located.sort_by_key(|(range, _)| range.start);
        Report { path, source, located, places }
    }

    /// Snippets in the manner of rustc.
    pub(super) fn text(&self) -> String {
        let renderer = Renderer::styled();
        let snippets = self.located.iter().map(|(range, fault)| {
            let mut snippet = Snippet::source(self.source).path(self.path);
            snippet = snippet.annotation(AnnotationKind::Primary.span(range.clone()).label(label(fault)));
            if let Some(related) = &fault.related {
                let span = self.places.find(related);
                snippet = snippet.annotation(AnnotationKind::Context.span(span).label(related_label(fault)));
            }
            let title = fault.to_string();
            let mut group = Level::ERROR.primary_title(title).id(fault.code.name()).element(snippet);
            if let Some(help) = fault.help() {
                group = group.element(Level::HELP.message(help));
            }
            renderer.render(&[group])
        });
        snippets.collect::<Vec<_>>().join("\n\n")
    }

    /// One object for each fault; the form is stable.
    pub(super) fn json(&self) -> Value {
        let faults = self.located.iter().map(|(range, fault)| {
            let before = self.source.get(..range.start).unwrap_or_default();
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            json!({
                "code": fault.code.name(),
                "pointer": fault.pointer,
                "message": fault.to_string(),
                "expected": fault.expected,
                "found": fault.found,
                "help": fault.help(),
                "related": fault.related,
                "bytes": { "start": range.start, "end": range.end },
                "line": before.matches('\n').count() + 1,
                "column": range.start - line_start + 1,
            })
        });
        json!({ "format": 1, "file": self.path, "faults": faults.collect::<Vec<_>>() })
    }
}

fn label(fault: &Fault) -> &'static str {
    match fault.code {
        FaultCode::Syntax => "not JSON from here on",
        FaultCode::MissingKey | FaultCode::MissingLanguage => "missing here",
        FaultCode::UnknownKey => "means nothing here",
        FaultCode::RepeatedKey => "stands here twice",
        FaultCode::DuplicateId => "defined again here",
        FaultCode::UnknownId | FaultCode::UnknownOption => "not found",
        FaultCode::WrongKind => "used here",
        FaultCode::Cycle => "comes back to itself",
        FaultCode::WrongType
        | FaultCode::BadId
        | FaultCode::BadDate
        | FaultCode::BadDecimal
        | FaultCode::BadRange
        | FaultCode::UnknownFormat => "",
    }
}

fn related_label(fault: &Fault) -> &'static str {
    match fault.code {
        FaultCode::DuplicateId => "defined first here",
        FaultCode::WrongKind | FaultCode::UnknownOption => "the fact is defined here",
        _ => "a similar id is defined here",
    }
}

/// What to underline: the key where the key is at fault, one line at the most elsewhere.
fn range(places: &Places<'_>, source: &str, fault: &Fault) -> Range<usize> {
    if fault.code == FaultCode::Syntax {
        return syntax_place(source, &fault.found);
    }
    let key = if fault.code == FaultCode::UnknownKey { places.find_key(&fault.pointer) } else { None };
    let range = key.unwrap_or_else(|| places.find(&fault.pointer));
    let text = source.get(range.clone()).unwrap_or_default();
    // A whole object on many lines says less than its first line.
    match text.find('\n') {
        Some(length) => range.start..range.start + text.get(..length).unwrap_or_default().trim_end().len(),
        None => range,
    }
}

/// The byte that "… at line 3 column 7" means.
fn syntax_place(source: &str, found: &str) -> Range<usize> {
    let number = |word: &str| {
        let rest = found.rsplit_once(word)?.1;
        rest.split(' ').next()?.parse::<usize>().ok()
    };
    let line = number(" line ").unwrap_or(1).saturating_sub(1);
    let column = number(" column ").unwrap_or(1).saturating_sub(1);
    let start: usize = source.split_inclusive('\n').take(line).map(str::len).sum();
    let mut start = (start + column).min(source.trim_end().len());
    while !source.is_char_boundary(start) {
        start -= 1;
    }
    let length = source.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    start..start + length
}
