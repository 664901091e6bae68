//! The receipt: the same answers on another machine, by typing or by a picture.

use crate::engine::Receipt;

use super::by_hand::checked;
use crate::widget::element::{Element, el};
use crate::widget::heading::heading;
use crate::widget::qr::qr;
use crate::widget::view::View;

/// The code as a picture and in letters, what it is for, and room for the officer beside it. It holds the answers, and
/// nobody's name. A code too long for any picture stands in letters alone.
pub(in crate::widget) fn receipt(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let code = Receipt::code(&view.book, view.as_of.asked, &view.state.answers);
    let picture = qr(&code, catalogue.receipt());
    let text = el("div", "ec-sheet__receipt-text")
        .with(heading(view.level.below(1), "ec-sheet__heading").label(catalogue.receipt()))
        .with(el("p", "").label(catalogue.receipt_use()))
        .with(el("p", "ec-sheet__code").string(code))
        .with(checked(view));
    el("section", "ec-sheet__part ec-sheet__receipt").maybe(picture).with(text)
}
