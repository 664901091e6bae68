//! A comparison as text, and as JSON (format 1).

use std::fmt::Write;

use serde_json::{Value, json};

use crate::rulebook::{Json, Locale};

use super::Comparison;
use super::changes::Change;
use super::conditions::{ConditionChange, Witness};
use super::subject::Subject;

/// Most scenarios listed for one measure and one change of outcome.
const MAX_LISTED: usize = 3;

/// Most characters of a value. A longer value is cut.
const MAX_VALUE_LENGTH: usize = 200;

/// The changes by list and item. Changes of wording are counted, or listed if `wording` is set.
pub(super) fn text(comparison: &Comparison, wording: bool) -> String {
    let mut text = String::new();
    let mut heading = None;
    let shown = |change: &&Change| wording || change.subject != Subject::Wording;
    for change in comparison.changes.iter().filter(shown) {
        let (list, id) = &change.item;
        if heading.as_ref() != Some(&change.item) {
            heading = Some(change.item.clone());
            let mark = match (&change.before, &change.after) {
                (None, Some(_)) if change.path.is_empty() => '+',
                (Some(_), None) if change.path.is_empty() => '-',
                _ => '~',
            };
            let name = if list.is_empty() { "pack".to_owned() } else { format!("{list} {id}") };
            line(&mut text, &format!("{mark} {name}{}", title(change)));
            let conditions = comparison.conditions.iter();
            for (_, change) in conditions.filter(|(measure, _)| list == "measures" && measure == id)
            {
                condition_lines(&mut text, change.as_ref());
            }
        }
        if !change.path.is_empty() {
            change_line(&mut text, change);
        }
    }
    indirect_changes(&mut text, comparison);
    let wordings = || comparison.changes.iter().filter(|change| change.subject == Subject::Wording);
    let ordered = wordings().filter(|change| change.path.ends_with("order")).count();
    let words = wordings().count() - ordered;
    if words > 0 && !wording {
        line(&mut text, &format!("changed texts: {words}; --wording lists them"));
    }
    if ordered > 0 && !wording {
        line(&mut text, &format!("reordered lists: {ordered}; --wording lists them"));
    }
    if comparison.changes.is_empty() {
        line(&mut text, "the packs are equivalent");
    } else if words + ordered == comparison.changes.len() {
        line(
            &mut text,
            "no other changes; the meaning of texts is not compared, so read the changed texts",
        );
    }
    scenarios(&mut text, comparison);
    text
}

/// Measures that changed only through a term or fact that their conditions use.
fn indirect_changes(text: &mut String, comparison: &Comparison) {
    for (measure, condition) in &comparison.conditions {
        let is_listed = comparison.changes.iter().any(|change| {
            change.item.0 == "measures"
                && change.item.1 == *measure
                && change.subject != Subject::Wording
        });
        let has_changed = condition.as_ref().is_none_or(|change| *change != UNCHANGED);
        if !is_listed && has_changed {
            line(text, &format!("~ measures {measure}, through terms or facts"));
            condition_lines(text, condition.as_ref());
        }
    }
}

const UNCHANGED: ConditionChange =
    ConditionChange { no_longer_met: Witness::None, newly_met: Witness::None };

fn condition_lines(text: &mut String, change: Option<&ConditionChange>) {
    let Some(change) = change else {
        return line(
            text,
            "    the old conditions cannot be evaluated with the new facts; compare the scenarios",
        );
    };
    if *change == UNCHANGED {
        return line(text, "    met by the same answers as before");
    }
    for (label, witness) in
        [("no longer met", &change.no_longer_met), ("newly met", &change.newly_met)]
    {
        match witness {
            Witness::Example(case) => {
                line(text, &format!("    {label}, for example: {}", case.to_text()))
            }
            Witness::Unknown => line(text, &format!("    {label}: undecided (too large)")),
            Witness::None => {}
        }
    }
}

fn change_line(text: &mut String, change: &Change) {
    let subject = change.subject.name();
    let value = |json: &Option<Json>| json.as_ref().map(shown);
    let values = match (value(&change.before), value(&change.after)) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (None, Some(after)) => format!("+ {after}"),
        (Some(before), None) => format!("- {before}"),
        (None, None) => String::new(),
    };
    line(text, &format!("    {}: {values} [{subject}]", change.path));
}

fn shown(json: &Json) -> String {
    let text = json.to_text();
    match text.char_indices().nth(MAX_VALUE_LENGTH) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text,
    }
}

/// The title of an added or removed item.
fn title(change: &Change) -> String {
    let json = if change.path.is_empty() {
        change.after.as_ref().or(change.before.as_ref())
    } else {
        None
    };
    let text =
        json.and_then(|json| ["title", "question", "label"].iter().find_map(|key| json.get(key)));
    let text = text.and_then(|text| {
        text.as_str()
            .or_else(|| Locale::ALL.iter().find_map(|locale| text.get(locale.tag())?.as_str()))
    });
    text.map(|text| format!(" {text}")).unwrap_or_default()
}

fn scenarios(text: &mut String, comparison: &Comparison) {
    let differences = &comparison.differences;
    if differences.skipped {
        return line(
            text,
            "scenarios: none compared; `tests/scenarios` does not exist, and `--scenarios` is not given",
        );
    }
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for difference in &differences.found {
        let (before, after) = difference.outcomes;
        let mut label = format!("{}: {before}", difference.measure);
        if before != after {
            let _ = write!(label, " → {after}");
        }
        if let Some((before, after)) = &difference.amounts {
            let _ = write!(label, ", {before} → {after}");
        }
        match groups.iter_mut().find(|(known, _)| *known == label) {
            Some((_, names)) => names.push(&difference.scenario),
            None => groups.push((label, vec![&difference.scenario])),
        }
    }
    let mut names: Vec<&str> =
        differences.found.iter().map(|found| found.scenario.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    line(
        text,
        &format!(
            "scenarios: {} compared, {} with other results",
            differences.compared,
            names.len()
        ),
    );
    for (label, names) in groups {
        line(text, &format!("    {label}"));
        for name in names.iter().take(MAX_LISTED) {
            line(text, &format!("        {name}"));
        }
        if let Some(more) = names.len().checked_sub(MAX_LISTED).filter(|more| *more > 0) {
            line(text, &format!("        … and {more} more"));
        }
    }
    for (name, reason) in &differences.unreadable {
        line(text, &format!("    {name}: {reason}"));
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// The whole comparison as JSON. The format is stable.
pub(super) fn json(comparison: &Comparison) -> Value {
    let value = |json: &Option<Json>| json.as_ref().map(as_value);
    let changes = comparison.changes.iter().map(|change| {
        json!({
            "list": change.item.0, "id": change.item.1, "path": change.path, "subject": change.subject.name(),
            "before": value(&change.before), "after": value(&change.after),
        })
    });
    let conditions = comparison.conditions.iter().map(|(measure, change)| {
        let witness = |witness: &Witness| match witness {
            Witness::Example(case) => json!({ "found": true, "example": as_value(case) }),
            Witness::None => json!({ "found": false, "example": null }),
            Witness::Unknown => json!({ "found": null, "example": null }),
        };
        json!({
            "measure": measure,
            "no-longer-met": change.as_ref().map(|change| witness(&change.no_longer_met)),
            "newly-met": change.as_ref().map(|change| witness(&change.newly_met)),
        })
    });
    let differences = comparison.differences.found.iter().map(|difference| {
        json!({
            "scenario": difference.scenario, "measure": difference.measure,
            "outcome": { "before": difference.outcomes.0, "after": difference.outcomes.1 },
            "amount": difference.amounts.as_ref().map(|(before, after)| json!({ "before": before, "after": after })),
        })
    });
    let unreadable = comparison.differences.unreadable.iter();
    let unreadable =
        unreadable.map(|(scenario, reason)| json!({ "scenario": scenario, "message": reason }));
    json!({
        "format": 1,
        "changes": changes.collect::<Vec<_>>(),
        "meanings": conditions.collect::<Vec<_>>(),
        "scenarios": {
            "compared": comparison.differences.compared,
            "skipped": comparison.differences.skipped,
            "differences": differences.collect::<Vec<_>>(),
            "unreadable": unreadable.collect::<Vec<_>>(),
        },
    })
}

fn as_value(json: &Json) -> Value {
    // OK because `to_text` writes valid JSON.
    serde_json::from_str(&json.to_text()).unwrap_or_default()
}
