//! Diagnostics of the faults of a pack.

use std::ops::Range;

use crate::rulebook::{Fault, FaultCode, Json};

use super::diagnostic::{
    Diagnostic, Mismatch, RelatedSpan, Replacement, Severity, reference, sorted,
};
use super::format_changes::{format_changes, is_format_one};
use super::range::{first_line, is_string};
use super::spans::Spans;
use super::syntax_fix::syntax_fix;

/// The diagnostics of faults, sorted by position.
pub(super) fn of_faults(source: &str, faults: &[Fault]) -> Vec<Diagnostic> {
    let spans = Spans::new(source, faults);
    sorted(faults.iter().map(|fault| from_fault(&spans, source, fault)))
}

fn from_fault(spans: &Spans<'_>, source: &str, fault: &Fault) -> Diagnostic {
    if fault.code == FaultCode::Syntax {
        return from_syntax_fault(source, fault);
    }
    if fault.code == FaultCode::UnknownFormat
        && let Ok(pack) = Json::parse(source)
        && is_format_one(&pack)
    {
        return from_format_one(spans, source, fault, &pack);
    }
    let range = fault_range(spans, source, fault);
    let related = fault.related.iter().map(|pointer| RelatedSpan {
        pointer: pointer.clone(),
        range: spans.value(pointer),
        label: related_label(fault, pointer).to_owned(),
    });
    let json = |name: &String| if is_yes_no(fault) { name.clone() } else { format!("\"{name}\"") };
    // Only a misspelt name, which is a string, can be replaced by the suggestion as a whole.
    let suggestion = fault
        .suggestion
        .as_ref()
        .map(|name| Replacement { range: range.clone(), text: json(name) });
    Diagnostic {
        severity: Severity::Fault,
        code: fault.code.name(),
        pointer: fault.pointer.clone(),
        message: fault.to_string(),
        related: related.collect(),
        reference: Some(reference(fault.code.name())),
        notes: Vec::new(),
        help: fault.help(),
        suggestion: suggestion.filter(|suggestion| is_string(source, &suggestion.range)),
        example: None,
        mismatch: Some(mismatch(&fault.expected, &fault.found)),
        label: label(fault).to_owned(),
        range,
    }
}

/// A text that is not JSON. The parser's message ends with a line and a column in bytes. They
/// are removed, because the snippet shows the position as editors count it, in characters.
fn from_syntax_fault(source: &str, fault: &Fault) -> Diagnostic {
    let (message, _) = fault.found.rsplit_once(" at line ").unwrap_or((&fault.found, ""));
    let fix = syntax_fix(source, syntax_offset(source, &fault.found), message);
    Diagnostic {
        severity: Severity::Fault,
        code: fault.code.name(),
        pointer: fault.pointer.clone(),
        message: format!("invalid JSON: {}", fix.found),
        range: fix.range,
        label: fix.label,
        related: Vec::new(),
        reference: Some(reference(fault.code.name())),
        notes: Vec::new(),
        help: fix.help,
        suggestion: fix.patch,
        example: None,
        mismatch: Some(mismatch(&fault.expected, &fix.found)),
    }
}

/// A pack of format 1, with everything to change in it.
fn from_format_one(spans: &Spans<'_>, source: &str, fault: &Fault, pack: &Json) -> Diagnostic {
    let changes = format_changes(pack);
    let places = changes.iter().flat_map(|kind| &kind.places);
    let help = "make these changes, then write `\"format\": 2`";
    Diagnostic {
        severity: Severity::Fault,
        code: fault.code.name(),
        pointer: fault.pointer.clone(),
        message: "expected a pack of format 2, found format 1".to_owned(),
        range: fault_range(spans, source, fault),
        label: "write 2".to_owned(),
        related: places
            .map(|place| RelatedSpan {
                pointer: place.pointer.clone(),
                range: first_line(source, spans.value(&place.pointer)),
                label: place.label.to_owned(),
            })
            .collect(),
        reference: Some(reference(fault.code.name())),
        notes: changes.iter().map(|kind| kind.note.clone()).collect(),
        help: Some(if changes.is_empty() { "write `\"format\": 2`" } else { help }.to_owned()),
        suggestion: None,
        example: None,
        mismatch: Some(mismatch(&fault.expected, &fault.found)),
    }
}

fn mismatch(expected: &str, found: &str) -> Mismatch {
    Mismatch { expected: expected.to_owned(), found: found.to_owned() }
}

fn label(fault: &Fault) -> &'static str {
    match fault.code {
        FaultCode::Syntax => "",
        FaultCode::MissingKey | FaultCode::MissingLanguage => "missing here",
        FaultCode::UnknownKey => "unknown key",
        FaultCode::RepeatedKey => "repeated here",
        FaultCode::DuplicateId if fault.is_repetition() => "repeated here",
        FaultCode::DuplicateId => "defined again here",
        FaultCode::UnknownId | FaultCode::UnknownOption => "not found",
        FaultCode::WrongKind => "used here",
        FaultCode::Cycle if fault.is_below() => "defined below",
        FaultCode::Cycle => "refers to itself",
        FaultCode::WrongType
        | FaultCode::BadId
        | FaultCode::BadDate
        | FaultCode::BadDecimal
        | FaultCode::BadRange
        | FaultCode::UnknownFormat => "",
    }
}

/// Whether `true` or `false` is expected. Unlike names, they have no quotation marks.
fn is_yes_no(fault: &Fault) -> bool {
    fault.expected == "`true` or `false`"
}

fn related_label(fault: &Fault, pointer: &str) -> &'static str {
    match fault.code {
        FaultCode::DuplicateId if fault.is_repetition() => "first named here",
        FaultCode::DuplicateId => "first defined here",
        FaultCode::RepeatedKey => "first used here",
        FaultCode::WrongKind | FaultCode::UnknownOption if pointer.starts_with("/classes/") => {
            "the class is defined here"
        }
        FaultCode::WrongKind | FaultCode::UnknownOption => "the fact is defined here",
        FaultCode::Cycle => "defined here",
        _ => "a similar id is defined here",
    }
}

/// The range to underline: the key if the key is at fault, else the first line of the value.
fn fault_range(spans: &Spans<'_>, source: &str, fault: &Fault) -> Range<usize> {
    let key = match fault.code {
        FaultCode::UnknownKey => spans.key(&fault.pointer),
        FaultCode::RepeatedKey => spans.last_key(&fault.pointer),
        _ => None,
    };
    first_line(source, key.unwrap_or_else(|| spans.value(&fault.pointer)))
}

/// The byte offset that "… at line 3 column 7" refers to.
fn syntax_offset(source: &str, found: &str) -> usize {
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
    start
}
