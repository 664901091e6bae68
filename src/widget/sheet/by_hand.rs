//! What is written by hand: who applies, and who has checked it.

use yew::AttrValue;

use crate::widget::element::{Element, el};
use crate::widget::view::View;

/// A unified social credit code has so many characters (GB 32100-2015).
const CODE_LENGTH: usize = 18;

/// Lines for the firm, to be filled in on paper: nothing of it is ever typed, or kept.
pub(in crate::widget) fn by_hand(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let cells = el("span", "ec-sheet__cells").attribute("aria-hidden", "true");
    let cells = cells.each((0..CODE_LENGTH).map(|_| el("i", "")));
    let lines = el("ul", "ec-sheet__lines")
        .with(el("li", "ec-sheet__line ec-sheet__line--long").label(catalogue.firm_name()))
        .with(line(catalogue.contact()))
        .with(el("li", "ec-sheet__code-line").label(catalogue.firm_code()).with(cells))
        .with(line(catalogue.phone()));
    el("div", "ec-sheet__by-hand").with(el("p", "").label(catalogue.by_hand())).with(lines)
}

/// Lines for the officer at the end.
pub(super) fn checked(view: &View) -> Element {
    let catalogue = &view.catalogue;
    el("ul", "ec-sheet__lines").with(line(catalogue.checked_by())).with(line(catalogue.checked_on()))
}

fn line(label: &AttrValue) -> Element {
    el("li", "ec-sheet__line").label(label)
}
