//! All papers once, for whoever puts them together: the blocks above say the same measure by measure.

use crate::engine::{ChecklistEntry, Need, checklist};
use crate::rulebook::MeasureId;

use super::table::{blank, table};
use crate::widget::element::{Element, el};
use crate::widget::heading::heading;
use crate::widget::measure_details::{copies_text, need_word};
use crate::widget::view::View;

/// Each paper with a box to tick, how it is needed, how many copies, and the numbers of the measures it serves; nothing if
/// no measure on the sheet has a published list.
pub(in crate::widget) fn papers(view: &View, measures: &[MeasureId]) -> Option<Element> {
    let catalogue = &view.catalogue;
    let list = checklist(&view.situation(), measures.iter().copied());
    let is_guessed = list.entries.iter().any(|entry| !entry.is_stated);
    let rows = list.entries.iter().map(|entry| row(view, measures, entry));
    let columns = [
        (catalogue.materials(), ""),
        (catalogue.need(), "ec-table__need"),
        (catalogue.copies_title(), "ec-table__copies"),
        (catalogue.serves(), "ec-table__serves"),
        (catalogue.window_check(), "ec-table__check"),
    ];
    let part = el("section", "ec-sheet__part")
        .with(heading(view.level.below(1), "ec-sheet__heading").label(catalogue.all_papers()))
        .with(table(&columns, rows))
        .maybe(is_guessed.then(|| el("p", "").label(catalogue.copies_note())));
    (!list.entries.is_empty()).then_some(part)
}

fn row(view: &View, measures: &[MeasureId], entry: &ChecklistEntry) -> Element {
    let material = &view.book.materials[entry.material];
    let title = el("th", "ec-sheet__box").attribute("scope", "row").text(view.text(&material.title));
    let note = material.note.as_ref().map(|note| el("div", "").text(view.text(note)));
    let copies = match entry.copies {
        0 => String::new(),
        copies if entry.is_stated => copies.to_string(),
        copies => copies_text(view, copies, false),
    };
    // Who gets it by itself is told apart: otherwise its number would ask for one more.
    let serves = entry.serves.iter().filter_map(|needed| {
        let number = measures.iter().position(|id| *id == needed.measure)? + 1;
        let exempt = (needed.need == Need::Exempt).then(|| view.catalogue.bracketed(view.catalogue.exempt()));
        Some((number, exempt.unwrap_or_default()))
    });
    let mut serves: Vec<(usize, String)> = serves.collect();
    serves.sort_unstable();
    serves.dedup();
    let serves: Vec<String> =
        serves.into_iter().map(|(number, exempt)| format!("{number}{exempt}")).collect();
    el("tr", "")
        .with(title.maybe(note))
        .with(el("td", "").label(need_word(view, entry.need)))
        .with(el("td", "").string(copies))
        .with(el("td", "").string(serves.join(view.catalogue.list_comma())))
        .with(blank())
}
