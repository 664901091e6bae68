//! A comparison as text, and as JSON (format 1).

use std::fmt::Write;

use serde_json::{Value, json};

use crate::rulebook::Json;

use super::changes::Change;
use super::conditions::{ConditionChange, Witness};
use super::excerpt::Excerpt;
use super::subject::Subject;
use super::{Comparison, Meaning};

/// Most scenarios listed for one measure and one change of outcome.
const MAX_LISTED: usize = 3;

impl Comparison {
    /// The comparison as text, by list and item. Changes of wording are counted, or listed if
    /// `wording` is set.
    pub fn text(&self, wording: bool) -> String {
        let mut text = String::new();
        let mut heading = None;
        let shown = |change: &&Change| wording || change.subject != Subject::Wording;
        for change in self.changes.iter().filter(shown) {
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
                for meaning in self.meanings.iter().filter(|meaning| meaning.measure == *id) {
                    if list == "measures" {
                        condition_lines(&mut text, meaning);
                    }
                }
            }
            if !change.path.is_empty() {
                change_line(&mut text, change);
            }
        }
        indirect_changes(&mut text, self);
        let wordings = || self.changes.iter().filter(|change| change.subject == Subject::Wording);
        let ordered = wordings().filter(|change| change.path.ends_with("order")).count();
        let words = wordings().count() - ordered;
        if words > 0 && !wording {
            line(&mut text, &format!("changed texts: {words}; --wording lists them"));
        }
        if ordered > 0 && !wording {
            line(&mut text, &format!("reordered lists: {ordered}; --wording lists them"));
        }
        if self.changes.is_empty() {
            line(&mut text, "the packs are equivalent");
        } else if words + ordered == self.changes.len() {
            line(
                &mut text,
                "no other changes; the meaning of texts is not compared, so read the changed texts",
            );
        }
        scenarios(&mut text, self);
        text
    }

    /// The whole comparison as a JSON object. The format is stable.
    pub fn json(&self) -> Value {
        let value = |json: &Option<Json>| json.as_ref().map(as_value);
        let changes = self.changes.iter().map(|change| {
        json!({
            "list": change.item.0, "id": change.item.1, "path": change.path, "subject": change.subject.name(),
            "before": value(&change.before), "after": value(&change.after),
        })
    });
        let meanings = self.meanings.iter().map(|meaning| {
            let witness = |witness: &Witness| match witness {
                Witness::Example(case) => json!({ "found": true, "example": as_value(case) }),
                Witness::None => json!({ "found": false, "example": null }),
                Witness::Unknown => json!({ "found": null, "example": null }),
            };
            let mut entry = serde_json::Map::new();
            entry.insert("measure".to_owned(), json!(meaning.measure));
            for key in ConditionChange::KEYS {
                let change = meaning.change.as_ref();
                let found =
                    change.and_then(|change| change.witnesses().find(|(name, _)| *name == key));
                entry.insert(key.to_owned(), json!(found.map(|(_, found)| witness(found))));
            }
            Value::Object(entry)
        });
        let differences = self.outcomes.found.iter().map(|difference| {
        json!({
            "scenario": difference.scenario, "measure": difference.measure,
            "outcome": { "before": difference.results.0.name(), "after": difference.results.1.name() },
            "amount": difference.amount_texts().map(|(before, after)| json!({ "before": before, "after": after })),
        })
    });
        let unreadable = self.outcomes.unreadable.iter();
        let unreadable =
            unreadable.map(|(scenario, reason)| json!({ "scenario": scenario, "message": reason }));
        json!({
            "format": 1,
            "changes": changes.collect::<Vec<_>>(),
            "meanings": meanings.collect::<Vec<_>>(),
            "scenarios": {
                "compared": self.outcomes.compared,
                "skipped": self.outcomes.skipped,
                "differences": differences.collect::<Vec<_>>(),
                "unreadable": unreadable.collect::<Vec<_>>(),
            },
        })
    }
}

/// Measures that changed only through what their conditions name.
fn indirect_changes(text: &mut String, comparison: &Comparison) {
    for meaning in &comparison.meanings {
        let measure = &meaning.measure;
        let is_listed = comparison.changes.iter().any(|change| {
            change.item.0 == "measures"
                && change.item.1 == *measure
                && change.subject != Subject::Wording
        });
        if !is_listed && meaning.change.as_ref().is_none_or(|change| !change.is_unchanged()) {
            let through = meaning.through.iter().map(|(list, id)| format!("{list} {id}"));
            let through = through.collect::<Vec<_>>().join(", ");
            line(text, &format!("~ measures {measure}, through {through}"));
            condition_lines(text, meaning);
        }
    }
}

fn condition_lines(text: &mut String, meaning: &Meaning) {
    let Some(change) = &meaning.change else {
        return line(
            text,
            "    the old conditions cannot be evaluated with the new facts; compare the scenarios",
        );
    };
    if change.is_met_alike() {
        line(text, "    met by the same answers as before");
    }
    for (key, witness) in change.witnesses() {
        let label = key.replace('-', " ");
        match witness {
            Witness::Example(case) => {
                line(text, &format!("    {label}, for example: {}", case.to_text()))
            }
            Witness::Unknown => line(text, &format!("    {label}: undecided")),
            Witness::None => {}
        }
    }
}

fn change_line(text: &mut String, change: &Change) {
    for Excerpt { path, before, after } in change.excerpts() {
        let values = match (before, after) {
            (Some(before), Some(after)) => format!("{before} → {after}"),
            (None, Some(after)) => format!("+ {after}"),
            (Some(before), None) => format!("- {before}"),
            (None, None) => continue,
        };
        line(text, &format!("    {path}: {values} [{}]", change.subject.name()));
    }
}

/// The title of an added or removed item, after a space.
fn title(change: &Change) -> String {
    change.title().map(|title| format!(" {title}")).unwrap_or_default()
}

fn scenarios(text: &mut String, comparison: &Comparison) {
    let differences = &comparison.outcomes;
    if differences.skipped {
        return line(
            text,
            "scenarios: none compared; `tests/scenarios` does not exist, and `--scenarios` is not given",
        );
    }
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for difference in &differences.found {
        let (before, after) = (difference.results.0.name(), difference.results.1.name());
        let mut label = format!("{}: {before}", difference.measure);
        if before != after {
            let _ = write!(label, " → {after}");
        }
        if let Some((before, after)) = difference.amount_texts() {
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

fn as_value(json: &Json) -> Value {
    // OK because `to_text` writes valid JSON.
    serde_json::from_str(&json.to_text()).unwrap_or_default()
}
