//! What must be known before anything on the sheet is believed.

use crate::engine::Standing;

use super::Content;
use crate::widget::banner::{number, validity};
use crate::widget::catalogue::fill;
use crate::widget::element::{Element, el};
use crate::widget::heading::{HEADING_ID, target};
use crate::widget::view::View;
use crate::widget::words::standing_text;

/// Title and policy, its status and time, the day asked about, what the sheet is and is not, and which rules made it.
pub(in crate::widget) fn head(view: &View, content: &Content, printed_at: &str) -> Element {
    let catalogue = &view.catalogue;
    let policy = el("p", "ec-sheet__policy").text(view.text(&view.book.title));
    let asked = [("day", &*catalogue.day(view.as_of.asked))];
    let hash = view.book.short_hash();
    let version = [("id", &*view.book.id), ("version", &*view.book.version), ("hash", &*hash)];
    let printed = el("span", "ec-sheet__printed").label(catalogue.printed_at()).label(catalogue.colon());
    let printed = printed.with(el("time", "ec-sheet__at").string(printed_at.to_owned()));
    let facts = [
        el("li", "").string(fill(catalogue.asked_day(), &asked)),
        el("li", "").with(printed),
        el("li", "").string(fill(catalogue.pack_version(), &version)),
    ];
    let is_history = view.as_of.standing == Standing::Lapsed;
    let notes = [
        (!content.with_answers).then(|| el("p", "").label(catalogue.answers_left_out())),
        (content.left_out > 0).then(|| {
            let values =
                [("shown", &*content.measures.len().to_string()), ("others", &*content.left_out.to_string())];
            el("p", "").string(fill(catalogue.measures_left_out(), &values))
        }),
    ];
    let head = el("header", "ec-sheet__head")
        .with(target(view.level, "ec-sheet__title", HEADING_ID).label(catalogue.sheet_title()))
        .with(policy.space().text(number(view).unwrap_or_default()))
        .maybe(is_history.then(|| el("p", "ec-sheet__mark").label(catalogue.historical())))
        .with(el("p", "").string(standing_text(catalogue, view.as_of)))
        .with(validity(view))
        .with(el("p", "ec-sheet__policy").label(catalogue.indication()));
    notes.into_iter().fold(head, Element::maybe).with(el("ul", "ec-sheet__facts").each(facts))
}
