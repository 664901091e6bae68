//! The outcomes at a glance.

use super::Content;
use super::table::{blank, row_head, table};
use crate::widget::element::{Element, el};
use crate::widget::heading::heading;
use crate::widget::measure::marked_amount_of;
use crate::widget::view::View;

/// A row for each measure that has a block below, by its number there.
pub(in crate::widget) fn summary(view: &View, content: &Content) -> Element {
    let catalogue = &view.catalogue;
    let part = el("section", "ec-sheet__part")
        .with(heading(view.level.below(1), "ec-sheet__heading").label(catalogue.summary()));
    if content.measures.is_empty() {
        return part.with(el("p", "").label(catalogue.none_in_reach()));
    }
    let rows = content.measures.iter().enumerate().map(|(place, id)| {
        let title = el("span", "").text(view.text(&view.book.measures[*id].title));
        let row = el("tr", "").with(row_head().string(format!("{}. ", place + 1)).with(title));
        let row = if content.with_answers {
            row.with(el("td", "").label(catalogue.outcome_text(view.assessment.of(*id).outcome)))
                .with(el("td", "").string(marked_amount_of(view, *id)))
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
    part.with(table(&columns, rows)).with(el("p", "").label(catalogue.not_printed()))
}
