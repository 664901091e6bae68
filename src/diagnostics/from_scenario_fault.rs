//! Diagnostics of faults in a text with scenarios.

use crate::scenario::ScenarioFault;

use super::diagnostic::{Diagnostic, Replacement, Severity, sorted};
use super::range::{first_line, is_string};
use super::spans::Spans;

/// The diagnostics of the faults of a text with scenarios, sorted by position.
pub fn of_scenario_faults(source: &str, faults: &[ScenarioFault]) -> Vec<Diagnostic> {
    let spans = Spans::new(source, &[]);
    sorted(faults.iter().map(|fault| from_scenario_fault(&spans, source, fault)))
}

fn from_scenario_fault(spans: &Spans<'_>, source: &str, fault: &ScenarioFault) -> Diagnostic {
    let key = if fault.is_key { spans.last_key(&fault.pointer) } else { None };
    let range = first_line(source, key.unwrap_or_else(|| spans.value(&fault.pointer)));
    let name = fault.suggestion.as_ref();
    let suggestion =
        name.map(|name| Replacement { range: range.clone(), text: format!("\"{name}\"") });
    Diagnostic {
        severity: Severity::Fault,
        code: "scenario",
        pointer: fault.pointer.clone(),
        message: fault.message.clone(),
        label: String::new(),
        related: Vec::new(),
        reference: None,
        notes: Vec::new(),
        help: name.map(|name| format!("did you mean `{name}`?")),
        suggestion: suggestion.filter(|suggestion| is_string(source, &suggestion.range)),
        example: None,
        mismatch: None,
        range,
    }
}
