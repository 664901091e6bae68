//! A comparison as people read it, and as programs do (JSON, version 1).

use std::fmt::Write;

use serde_json::{Value, json};

use crate::rulebook::{Json, Locale};

use super::Comparison;
use super::changes::Change;
use super::meaning::{Found, Meaning};
use super::subject::Subject;

/// Most scenarios named for one measure and one change of outcome.
const MOST_NAMED: usize = 3;
/// Longest value shown in full.
const LONGEST: usize = 200;

/// What differs, list by list and item by item; what is only worded otherwise is counted, or shown if asked for.
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
            let name =
                if list.is_empty() { "the pack itself".to_owned() } else { format!("{list} {id}") };
            line(&mut text, &format!("{mark} {name}{}", title(change)));
            for (_, meaning) in comparison
                .meanings
                .iter()
                .filter(|(measure, _)| list == "measures" && measure == id)
            {
                meaning_lines(&mut text, meaning.as_ref());
            }
        }
        if !change.path.is_empty() {
            change_line(&mut text, change);
        }
    }
    by_terms(&mut text, comparison);
    let wordings = || comparison.changes.iter().filter(|change| change.subject == Subject::Wording);
    let ordered = wordings().filter(|change| change.path.ends_with("order")).count();
    let words = wordings().count() - ordered;
    if words > 0 && !wording {
        line(&mut text, &format!("texts that are worded otherwise: {words}; --wording shows them"));
    }
    if ordered > 0 && !wording {
        line(
            &mut text,
            &format!("lists that stand in another order: {ordered}; --wording shows them"),
        );
    }
    if comparison.changes.is_empty() {
        line(&mut text, "the packs say the same");
    } else if words + ordered == comparison.changes.len() {
        line(
            &mut text,
            "nothing else changed; what texts say is not weighed, so read them: a text may promise something else",
        );
    }
    scenarios(&mut text, comparison);
    text
}

/// Measures that changed only by a term or a fact that their conditions read.
fn by_terms(text: &mut String, comparison: &Comparison) {
    for (measure, meaning) in &comparison.meanings {
        let is_shown = comparison.changes.iter().any(|change| {
            change.item.0 == "measures"
                && change.item.1 == *measure
                && change.subject != Subject::Wording
        });
        let changes = meaning.as_ref().is_none_or(|meaning| *meaning != SAME);
        if !is_shown && changes {
            line(text, &format!("~ measures {measure}, by what its conditions read"));
            meaning_lines(text, meaning.as_ref());
        }
    }
}

const SAME: Meaning = Meaning { no_longer: Found::Nobody, newly: Found::Nobody };

fn meaning_lines(text: &mut String, meaning: Option<&Meaning>) {
    let Some(meaning) = meaning else {
        return line(
            text,
            "    the old conditions cannot be read with the new facts; see the scenarios",
        );
    };
    if *meaning == SAME {
        return line(text, "    met by the same answers as before");
    }
    for (what, found) in [("no longer met", &meaning.no_longer), ("newly met", &meaning.newly)] {
        match found {
            Found::Example(answers) => {
                line(text, &format!("    {what}, for example: {}", answers.to_text()))
            }
            Found::Unknown => line(text, &format!("    {what}: too large to find out")),
            Found::Nobody => {}
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
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text,
    }
}

/// The title of an item that came or went.
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
            "scenarios: none compared; tests/scenarios is not there, and --scenarios names no others",
        );
    }
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for difference in &differences.found {
        let (before, after) = difference.outcomes;
        let mut what = format!("{}: {before}", difference.measure);
        if before != after {
            let _ = write!(what, " → {after}");
        }
        if let Some((before, after)) = &difference.amounts {
            let _ = write!(what, ", {before} → {after}");
        }
        match groups.iter_mut().find(|(known, _)| *known == what) {
            Some((_, names)) => names.push(&difference.scenario),
            None => groups.push((what, vec![&difference.scenario])),
        }
    }
    let mut names: Vec<&str> =
        differences.found.iter().map(|found| found.scenario.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    line(
        text,
        &format!(
            "scenarios: {} compared, {} come to something else",
            differences.compared,
            names.len()
        ),
    );
    for (what, names) in groups {
        line(text, &format!("    {what}"));
        for name in names.iter().take(MOST_NAMED) {
            line(text, &format!("        {name}"));
        }
        if let Some(more) = names.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            line(text, &format!("        … and {more} more"));
        }
    }
    for (name, why) in &differences.unreadable {
        line(text, &format!("    {name}: {why}"));
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// The whole comparison; the form is stable.
pub(super) fn json(comparison: &Comparison) -> Value {
    let value = |json: &Option<Json>| json.as_ref().map(as_value);
    let changes = comparison.changes.iter().map(|change| {
        json!({
            "list": change.item.0, "id": change.item.1, "path": change.path, "subject": change.subject.name(),
            "before": value(&change.before), "after": value(&change.after),
        })
    });
    let meanings = comparison.meanings.iter().map(|(measure, meaning)| {
        let found = |found: &Found| match found {
            Found::Example(answers) => json!({ "found": true, "example": as_value(answers) }),
            Found::Nobody => json!({ "found": false, "example": null }),
            Found::Unknown => json!({ "found": null, "example": null }),
        };
        json!({
            "measure": measure,
            "no-longer-met": meaning.as_ref().map(|meaning| found(&meaning.no_longer)),
            "newly-met": meaning.as_ref().map(|meaning| found(&meaning.newly)),
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
        unreadable.map(|(scenario, why)| json!({ "scenario": scenario, "message": why }));
    json!({
        "format": 1,
        "changes": changes.collect::<Vec<_>>(),
        "meanings": meanings.collect::<Vec<_>>(),
        "scenarios": {
            "compared": comparison.differences.compared,
            "skipped": comparison.differences.skipped,
            "differences": differences.collect::<Vec<_>>(),
            "unreadable": unreadable.collect::<Vec<_>>(),
        },
    })
}

fn as_value(json: &Json) -> Value {
    // OK because what this program writes as JSON it can read.
    serde_json::from_str(&json.to_text()).unwrap_or_default()
}
