//! Diagnostics: faults and findings alike, with their places found in the source.

use std::ops::Range;

use crate::engine::case_json;
use crate::lint::Finding;
use crate::rulebook::{Fault, FaultCode, Json, RulePack};

use super::locate::Places;
use super::scenario_read::Problem;
use super::slip::slip;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    /// The pack cannot be used
    Fault,
    /// It can, and probably does not say what is meant
    Finding,
}

/// Something about a source, ready to be shown.
#[derive(Debug)]
pub(super) struct Diagnostic {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) pointer: String,
    pub(super) message: String,
    /// Where it is, and what to say there
    pub(super) primary: (Range<usize>, String),
    /// Other places, and what to say there
    pub(super) related: Vec<Place>,
    pub(super) help: Option<String>,
    /// What to write instead, and where
    pub(super) suggestion: Option<(Range<usize>, String)>,
    /// A case that shows it, as it stands in scenarios
    pub(super) example: Option<Json>,
    /// Of faults only: what should be there, and what is
    pub(super) expected: Option<(String, String)>,
    /// The section of the documentation about this code; problems of scenarios have none
    pub(super) reference: Option<String>,
}

/// Another place of a source.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) pointer: String,
    pub(super) range: Range<usize>,
    pub(super) label: String,
}

impl Diagnostic {
    pub(super) fn of_fault(places: &Places<'_>, source: &str, fault: &Fault) -> Diagnostic {
        if fault.code == FaultCode::Syntax {
            return Diagnostic::of_slip(source, fault);
        }
        let range = fault_range(places, source, fault);
        let related = fault.related.iter().map(|pointer| Place {
            pointer: pointer.clone(),
            range: places.find(pointer),
            label: related_label(fault.code).to_owned(),
        });
        // What stands there can be replaced word for word where it is a name that was misspelt.
        let written =
            |near: &String| if is_yes_no(fault) { near.clone() } else { format!("\"{near}\"") };
        let suggestion = fault.suggestion.as_ref().map(|near| (range.clone(), written(near)));
        Diagnostic {
            severity: Severity::Fault,
            code: fault.code.name(),
            pointer: fault.pointer.clone(),
            message: fault.to_string(),
            related: related.collect(),
            help: fault.help(),
            suggestion: suggestion.filter(|(range, _)| is_string(source, range)),
            example: None,
            expected: Some((fault.expected.to_string(), fault.found.to_string())),
            reference: Some(reference(fault.code.name())),
            primary: (range, label(fault.code).to_owned()),
        }
    }

    /// A text that is no JSON. The message says no place: that is shown beside it, in characters as editors count them.
    fn of_slip(source: &str, fault: &Fault) -> Diagnostic {
        let (message, _) = fault.found.rsplit_once(" at line ").unwrap_or((&fault.found, ""));
        let slip = slip(source, syntax_place(source, &fault.found).start, message);
        Diagnostic {
            severity: Severity::Fault,
            code: fault.code.name(),
            pointer: fault.pointer.clone(),
            message: format!("expected JSON, found {}", slip.found),
            primary: (slip.range, slip.label),
            related: Vec::new(),
            help: slip.help,
            suggestion: slip.patch,
            example: None,
            expected: Some((fault.expected.to_string(), slip.found)),
            reference: Some(reference(fault.code.name())),
        }
    }

    pub(super) fn of_finding(
        places: &Places<'_>,
        source: &str,
        book: &RulePack,
        finding: &Finding,
    ) -> Diagnostic {
        let place = |pointer: &str| first_line(source, places.find(pointer));
        let related = finding.related.iter().map(|related| Place {
            pointer: related.pointer.clone(),
            range: place(&related.pointer),
            label: related.label.clone(),
        });
        let suggestion = finding.suggestion.as_ref();
        Diagnostic {
            severity: Severity::Finding,
            code: finding.lint,
            pointer: finding.pointer.clone(),
            message: finding.message.clone(),
            primary: (place(&finding.pointer), finding.label.clone()),
            related: related.collect(),
            help: finding.help.clone(),
            suggestion: suggestion
                .map(|suggested| (places.find(&suggested.pointer), suggested.json.clone())),
            example: finding.example.as_ref().map(|(day, answers)| case_json(book, *day, answers)),
            expected: None,
            reference: Some(reference(finding.lint)),
        }
    }

    pub(super) fn of_problem(places: &Places<'_>, source: &str, problem: &Problem) -> Diagnostic {
        let key = if problem.is_key { places.find_last_key(&problem.pointer) } else { None };
        let range = first_line(source, key.unwrap_or_else(|| places.find(&problem.pointer)));
        let near = problem.near.as_ref();
        let suggestion = near.map(|near| (range.clone(), format!("\"{near}\"")));
        Diagnostic {
            severity: Severity::Fault,
            code: "scenario",
            pointer: problem.pointer.clone(),
            message: problem.message.clone(),
            related: Vec::new(),
            help: near.map(|near| format!("did you mean `{near}`?")),
            suggestion: suggestion.filter(|(range, _)| is_string(source, range)),
            example: None,
            expected: None,
            reference: None,
            primary: (range, String::new()),
        }
    }
}

/// The section about a fault code or a lint; `tests/suite` asserts that each has one.
fn reference(code: &str) -> String {
    format!("docs/reference/lints.md#{code}")
}

fn label(code: FaultCode) -> &'static str {
    match code {
        FaultCode::Syntax => "",
        FaultCode::MissingKey | FaultCode::MissingLanguage => "missing here",
        FaultCode::UnknownKey => "means nothing here",
        FaultCode::RepeatedKey => "stands here again",
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

/// Whether `true` or `false` is asked for, which stand without quotation marks.
fn is_yes_no(fault: &Fault) -> bool {
    fault.expected == "`true` or `false`"
}

fn related_label(code: FaultCode) -> &'static str {
    match code {
        FaultCode::DuplicateId => "defined first here",
        FaultCode::RepeatedKey => "stands here first",
        FaultCode::WrongKind | FaultCode::UnknownOption => "the fact is defined here",
        _ => "a similar id is defined here",
    }
}

/// What to underline: the key where the key is at fault, one line at the most elsewhere.
fn fault_range(places: &Places<'_>, source: &str, fault: &Fault) -> Range<usize> {
    let key = match fault.code {
        FaultCode::UnknownKey => places.find_key(&fault.pointer),
        FaultCode::RepeatedKey => places.find_last_key(&fault.pointer),
        _ => None,
    };
    first_line(source, key.unwrap_or_else(|| places.find(&fault.pointer)))
}

/// The part of a place that stands on its first line: a whole object on many lines says less than that.
fn first_line(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    match text.find('\n') {
        Some(length) => {
            range.start..range.start + text.get(..length).unwrap_or_default().trim_end().len()
        }
        None => range,
    }
}

/// Whether a place is a string, quotes included.
fn is_string(source: &str, range: &Range<usize>) -> bool {
    let text = source.get(range.clone()).unwrap_or_default();
    text.len() > 1 && text.starts_with('"') && text.ends_with('"')
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
