//! The outcomes at a glance.

use super::Content;
use super::block::if_met;
use super::table::{blank, row_head, table};
use crate::widget::element::{Element, el};
use crate::widget::heading::heading;
use crate::widget::measure::marked_amount_of;
use crate::widget::totals::together_now;
use crate::widget::view::View;

/// A row for each measure that has a block below, by its number there.
pub(in crate::widget) fn summary(view: &View, content: &Content) -> Element {
    let catalogue = &view.catalogue;
    let title = if content.with_answers { catalogue.summary() } else { catalogue.measures() };
    let part =
        el("section", "ec-sheet__part").with(heading(view.level.below(1), "ec-sheet__heading").label(title));
    if content.measures.is_empty() {
        return part.with(el("p", "").label(catalogue.none_in_reach()));
    }
    let rows = content.measures.iter().enumerate().map(|(place, id)| {
        let title = el("span", "").text(view.text(&view.book.measures[*id].title));
        let row = el("tr", "").with(row_head().string(format!("{}. ", place + 1)).with(title));
        let row = if content.with_answers {
            row.with(el("td", "").label(catalogue.outcome_text(view.assessment.of(*id).outcome)))
                .with(el("td", "").string(if_met(view, *id, marked_amount_of(view, *id))))
        } else {
            row
        };
        row.with(blank())
    });
    let mut columns = vec![(catalogue.measure(), "")];
    if content.with_answers {
        columns
            .extend([(catalogue.outcome(), "ec-table__outcome"), (catalogue.benefit(), "ec-table__amount")]);
    }
    columns.push((catalogue.window_check(), "ec-table__check"));
    let part = part.with(table(&columns, rows));
    let part = if content.with_answers { part.each(together(view)) } else { part };
    part.with(el("p", "").label(catalogue.not_printed()))
}

/// What can be granted together, and what of that is certain is limited by. What limits the most possible is for the screen:
/// it changes with every answer, and would be a page.
fn together(view: &View) -> Vec<Element> {
    let catalogue = &view.catalogue;
    let Some(together) = together_now(view) else { return Vec::new() };
    let sums = together.sides.iter().map(|side| format!("{}{}{}", side.name, catalogue.colon(), side.totals));
    let label = el("span", "ec-sheet__label").label(catalogue.combination()).label(catalogue.colon());
    let sums = el("p", "").with(label).string(sums.collect::<Vec<_>>().join(catalogue.semicolon()));
    let [certain, _] = &together.sides;
    let notes = certain.notes.iter().map(|note| {
        let line = el("p", "").string(note.text.clone());
        match &note.limit {
            Some((label, cited)) => line.string(catalogue.bracketed(label)).space().string(cited.clone()),
            None => line,
        }
    });
    [sums].into_iter().chain(notes).collect()
}
