//! How everything stands: the strip of outcomes, and what can be granted together.

use crate::engine::{candidates, combine};

use super::combination_text::{Note, SideText, Together, together};
use super::element::{Element, el};
use super::strip::strip;
use super::view::View;

/// The strip, the two totals, and how they come about; only the strip where nothing can be granted.
pub(super) fn totals(view: &View) -> Element {
    let candidates = candidates(&view.situation(), &view.assessment);
    let combination = combine(&view.book, &candidates);
    let together = together(&view.catalogue, view.locale, &view.book, &combination);
    let element = el("div", "ec-totals").maybe(strip(view));
    match together {
        Some(together) => granted(view, element, &together),
        None => element,
    }
}

fn granted(view: &View, element: Element, together: &Together) -> Element {
    let total = |side: &SideText| {
        let name = el("dt", "").label(&side.name);
        el("div", "ec-totals__side").with(name).with(el("dd", "ec-totals__sum").string(side.totals.clone()))
    };
    element
        .with(el("p", "ec-totals__title").label(view.catalogue.combination()))
        .with(el("dl", "ec-totals__sides").each(together.sides.iter().map(total)))
        .maybe(how(view, together))
}

/// What excludes what, what is cut and what is not counted; nothing if the totals are plain sums of everything.
fn how(view: &View, together: &Together) -> Option<Element> {
    let of_side = |side: &SideText| {
        let notes = notes(&side.notes)?;
        let name = el("p", "ec-totals__name").label(&side.name).label(view.catalogue.colon());
        Some(el("div", "").with(name).with(notes))
    };
    let parts: Vec<Element> = together.sides.iter().filter_map(of_side).collect();
    let undecided = notes(&together.undecided);
    if parts.is_empty() && undecided.is_none() {
        return None;
    }
    let summary = el("summary", "ec-totals__summary").label(view.catalogue.how_added());
    Some(el("details", "ec-totals__how").with(summary).each(parts).maybe(undecided))
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
