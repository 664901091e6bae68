//! The result of `texts --import` as text.

use crate::author::sheet::{CellProblem, Change, Conflict, ConflictKind, Encoding, Import, Notice};
use crate::rulebook::Locale;

use super::pack::count;

/// Places that a list shows.
const MAX_PLACES: usize = 10;

/// Prints changes, conflicts, notices and remarks.
pub(super) fn print(import: &Import) {
    import.changes.iter().for_each(print_change);
    import.conflicts.iter().for_each(print_conflict);
    import.notices.iter().for_each(print_notice);
    for remark in &import.remarks {
        outln!("remark: {}: {}", remark.place, line(&remark.text));
    }
}

fn print_change(change: &Change) {
    outln!("changed: {}", at(&change.place, change.language));
    if let Some(before) = &change.before {
        outln!("  - {}", line(before));
    }
    outln!("  + {}", line(&change.after));
}

fn print_conflict(conflict: &Conflict) {
    let reason = match conflict.kind {
        ConflictKind::BothChanged => "changed in the pack and in the file",
        ConflictKind::SourceChanged => "the original changed in the pack since the export",
        ConflictKind::TwoTexts => "the file has different texts for it",
    };
    outln!("conflict: {}: {reason}", at(&conflict.place, conflict.language));
    if let Some(pack) = &conflict.pack {
        outln!("  pack: {}", line(pack));
    }
    outln!("  file: {}", line(&conflict.sheet));
}

fn print_notice(notice: &Notice) {
    match notice {
        Notice::Encoding(encoding) => {
            let name = match encoding {
                Encoding::Utf8 => "UTF-8",
                Encoding::Utf16 => "UTF-16",
                Encoding::Gb18030 => "GB18030",
            };
            outln!("note: the file was read as {name}; check the changed texts");
        }
        Notice::NoWas { rows } => {
            let rows = rows.iter().map(|row| row.to_string()).collect::<Vec<_>>();
            outln!(
                "note: {} without `was`: newer texts of the pack go unnoticed",
                list("row", &rows)
            );
        }
        Notice::UnknownColumn(header) => {
            outln!("not used: column `{}`", line(header));
            outln!("  = help: a new language has a tag and a name, such as `de Deutsch`");
        }
        Notice::MissingLanguage(language) => {
            outln!("note: the file has no column for `{}`", language.tag());
        }
        Notice::UnknownPlace { row, place, texts } => {
            outln!("not used: row {row}: the pack has no place `{}`", line(place));
            texts.iter().for_each(|text| outln!("  file: {}", line(text)));
        }
        Notice::MissingRows(places) => {
            outln!("note: no row for {}; the pack keeps it", list("text", places));
        }
        Notice::Emptied { place, language } => {
            outln!(
                "not used: {}: the cell is empty; the pack keeps its text",
                at(place, *language)
            );
        }
        Notice::ReadOnly { place, column, pack, sheet } => {
            outln!("not used: {place}: column `{column}` is read-only");
            outln!("  pack: {}", line(pack));
            outln!("  file: {}", line(sheet));
        }
        Notice::NotCompared => {
            outln!("note: read-only cells were not compared, because the pack has faults");
        }
        Notice::LostCharacters { place, language, sheet } => {
            outln!("not used: {}: characters were lost when it was saved", at(place, *language));
            outln!("  file: {}", line(sheet));
            outln!("  = help: save the table as .xlsx, or as \"CSV UTF-8\"");
        }
        Notice::Cell { place, language, problem, sheet } => {
            let kind = match problem {
                CellProblem::Formula => "a formula",
                CellProblem::Number => "a number",
                CellProblem::Date => "a date",
                CellProblem::Error => "an error",
            };
            let used = if problem.is_used() { "note" } else { "not used" };
            outln!("{used}: {}: the cell has {kind} instead of a text", at(place, *language));
            outln!("  file: {}", line(sheet));
        }
        Notice::NewerInPack { place, language } => {
            outln!("note: {}: the pack has a newer text than the file", at(place, *language));
        }
        Notice::Incomplete { language, is_added, places } => {
            let tag = language.tag();
            outln!("note: no text in `{tag}` for {}", list("place", places));
            if !is_added {
                outln!("  = note: the pack gets the language `{tag}` once it is complete");
            }
        }
    }
}

fn at(place: &str, language: Locale) -> String {
    format!("{place} [{}]", language.tag())
}

/// A number with the first items of a list.
fn list(noun: &str, items: &[String]) -> String {
    let shown = items.iter().take(MAX_PLACES).map(String::as_str).collect::<Vec<_>>();
    let more = if items.len() > MAX_PLACES { ", …" } else { "" };
    format!("{} ({}{more})", count(items.len(), noun), shown.join(", "))
}

/// A text on one line.
fn line(text: &str) -> String {
    let visible = text.chars().map(|char| if char.is_control() { ' ' } else { char });
    visible.collect()
}
