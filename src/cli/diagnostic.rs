//! Diagnostics: faults and findings with their byte ranges in the source text.

use std::ops::Range;

use crate::engine::case_json;
use crate::lint::Finding;
use crate::rulebook::{Fault, FaultCode, Json, RulePack};

use super::format_changes::{format_changes, is_format_one};
use super::scenario_fault::ScenarioFault;
use super::spans::Spans;
use super::syntax_fix::syntax_fix;

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    /// The file cannot be used
    Fault,
    /// The pack is valid, but the rule is probably unintended
    Finding,
}

/// A fault or finding, ready for rendering.
#[derive(Debug)]
pub(super) struct Diagnostic {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) pointer: String,
    pub(super) message: String,
    /// The range to underline, and its label
    pub(super) primary: (Range<usize>, String),
    /// Other ranges to underline
    pub(super) related: Vec<RelatedSpan>,
    /// The section of the documentation about the code. `None` for faults of scenarios
    pub(super) reference: Option<String>,
    /// Reasons, each about some of the other ranges
    pub(super) notes: Vec<String>,
    /// The remedy
    pub(super) help: Option<String>,
    /// A range and its replacement
    pub(super) suggestion: Option<(Range<usize>, String)>,
    /// A case that shows the problem
    pub(super) example: Option<Json>,
    /// The expected and the actual value. Faults only
    pub(super) expected: Option<(String, String)>,
}

/// Another range in the source, with its label.
#[derive(Debug)]
pub(super) struct RelatedSpan {
    pub(super) pointer: String,
    pub(super) range: Range<usize>,
    pub(super) label: String,
}

impl Diagnostic {
    pub(super) fn from_fault(spans: &Spans<'_>, source: &str, fault: &Fault) -> Diagnostic {
        if fault.code == FaultCode::Syntax {
            return Diagnostic::from_syntax_fault(source, fault);
        }
        if fault.code == FaultCode::UnknownFormat
            && let Ok(pack) = Json::parse(source)
            && is_format_one(&pack)
        {
            return Diagnostic::from_format_one(spans, source, fault, &pack);
        }
        let range = fault_range(spans, source, fault);
        let related = fault.related.iter().map(|pointer| RelatedSpan {
            pointer: pointer.clone(),
            range: spans.value(pointer),
            label: related_label(fault, pointer).to_owned(),
        });
        let json =
            |name: &String| if is_yes_no(fault) { name.clone() } else { format!("\"{name}\"") };
        // Only a misspelt name, which is a string, can be replaced by the suggestion as a whole.
        let suggestion = fault.suggestion.as_ref().map(|name| (range.clone(), json(name)));
        Diagnostic {
            severity: Severity::Fault,
            code: fault.code.name(),
            pointer: fault.pointer.clone(),
            message: fault.to_string(),
            related: related.collect(),
            reference: Some(reference(fault.code.name())),
            notes: Vec::new(),
            help: fault.help(),
            suggestion: suggestion.filter(|(range, _)| is_string(source, range)),
            example: None,
            expected: Some((fault.expected.to_string(), fault.found.to_string())),
            primary: (range, label(fault).to_owned()),
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
            primary: (fix.range, fix.label),
            related: Vec::new(),
            reference: Some(reference(fault.code.name())),
            notes: Vec::new(),
            help: fix.help,
            suggestion: fix.patch,
            example: None,
            expected: Some((fault.expected.to_string(), fix.found)),
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
            primary: (fault_range(spans, source, fault), "write 2".to_owned()),
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
            expected: Some((fault.expected.to_string(), fault.found.to_string())),
        }
    }

    pub(super) fn from_finding(
        spans: &Spans<'_>,
        source: &str,
        pack: &RulePack,
        finding: &Finding,
    ) -> Diagnostic {
        let range = |pointer: &str| first_line(source, spans.value(pointer));
        let related = finding.related.iter().map(|related| RelatedSpan {
            pointer: related.pointer.clone(),
            range: range(&related.pointer),
            label: related.label.clone(),
        });
        let suggestion = finding.suggestion.as_ref();
        Diagnostic {
            severity: Severity::Finding,
            code: finding.lint,
            pointer: finding.pointer.clone(),
            message: finding.message.clone(),
            primary: (range(&finding.pointer), finding.label.clone()),
            related: related.collect(),
            reference: Some(reference(finding.lint)),
            notes: Vec::new(),
            help: finding.help.clone(),
            suggestion: suggestion
                .map(|suggested| (spans.value(&suggested.pointer), suggested.json.clone())),
            example: finding
                .example
                .as_ref()
                .map(|(day, answers)| case_json(pack, *day, &[], answers)),
            expected: None,
        }
    }

    pub(super) fn from_scenario_fault(
        spans: &Spans<'_>,
        source: &str,
        fault: &ScenarioFault,
    ) -> Diagnostic {
        let key = if fault.is_key { spans.last_key(&fault.pointer) } else { None };
        let range = first_line(source, key.unwrap_or_else(|| spans.value(&fault.pointer)));
        let name = fault.suggestion.as_ref();
        let suggestion = name.map(|name| (range.clone(), format!("\"{name}\"")));
        Diagnostic {
            severity: Severity::Fault,
            code: "scenario",
            pointer: fault.pointer.clone(),
            message: fault.message.clone(),
            related: Vec::new(),
            reference: None,
            notes: Vec::new(),
            help: name.map(|name| format!("did you mean `{name}`?")),
            suggestion: suggestion.filter(|(range, _)| is_string(source, range)),
            example: None,
            expected: None,
            primary: (range, String::new()),
        }
    }
}

/// The documentation of a fault code or lint. The test suite asserts that each code has a section.
fn reference(code: &str) -> String {
    format!("docs/reference/lints.md#{code}")
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

/// The part of a range on its first line. Underlining an object of many lines hides the point.
fn first_line(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    match text.find('\n') {
        Some(length) => {
            range.start..range.start + text.get(..length).unwrap_or_default().trim_end().len()
        }
        None => range,
    }
}

/// Whether a range is a JSON string, with its quotation marks.
fn is_string(source: &str, range: &Range<usize>) -> bool {
    let text = source.get(range.clone()).unwrap_or_default();
    text.len() > 1 && text.starts_with('"') && text.ends_with('"')
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
