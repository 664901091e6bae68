//! How everything stands: the strip of outcomes, what can be granted together, and why not more.

use crate::engine::{candidates, combine};

use super::combination_text::{Note, SideText, Together, together};
use super::element::{Element, el};
use super::strip::strip;
use super::view::View;

/// The strip and the two totals; only the strip where nothing can be granted.
pub(super) fn totals(view: &View, together: Option<&Together>) -> Element {
    let element = el("div", "ec-totals").maybe(strip(view));
    let Some(together) = together else { return element };
    let total = |side: &SideText| {
        let name = el("dt", "").label(&side.name);
        el("div", "ec-totals__side").with(name).with(el("dd", "ec-totals__sum").string(side.totals.clone()))
    };
    element
        .with(el("p", "ec-totals__title").label(view.catalogue.combination()))
        .with(el("dl", "ec-totals__sides").each(together.sides.iter().map(total)))
}

/// What excludes what, what is cut and what is not counted; nothing if the totals are plain sums of everything.
pub(super) fn limits(view: &View, together: Option<&Together>) -> Option<Element> {
    let together = together?;
    let of_side = |side: &SideText| {
        let notes = notes(&side.notes)?;
        let name = el("p", "ec-totals__name").label(&side.name).label(view.catalogue.colon());
        Some(el("div", "").with(name).with(notes))
    };
    let parts: Vec<Element> = together.sides.iter().filter_map(of_side).collect();
    let undecided = notes(&together.undecided);
    let is_there = !parts.is_empty() || undecided.is_some();
    is_there.then(|| el("div", "ec-totals__how").each(parts).maybe(undecided))
}

/// What can be granted together under what is known; both are made of it.
pub(super) fn together_now(view: &View) -> Option<Together> {
    let candidates = candidates(&view.situation(), &view.assessment);
    together(&view.catalogue, view.locale, &view.book, &combine(&view.book, &candidates))
}

fn notes(notes: &[Note]) -> Option<Element> {
    let item = |note: &Note| {
        let limit = note.limit.as_ref().map(|(label, citations)| {
            let cited = el("cite", "ec-citation__clause").string(citations.clone());
            el("p", "ec-totals__limit").text(label.clone()).space().with(cited)
        });
        el("li", "").string(note.text.clone()).maybe(limit)
    };
    (!notes.is_empty()).then(|| el("ul", "ec-totals__notes").each(notes.iter().map(item)))
}
