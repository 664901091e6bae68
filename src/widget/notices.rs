//! What holds for every measure.

use super::citation::citations;
use super::element::{Element, el};
use super::input::folded;
use super::view::View;

/// The pack's notices, each with its provision and the words of that; nothing if it has none. Folded, because they would
/// stand between the person and the questions.
pub(super) fn folded_notices(view: &View) -> Option<Element> {
    Some(folded(el("span", "").label(view.catalogue.notices()), list(view)?))
}

fn list(view: &View) -> Option<Element> {
    if view.book.notices.is_empty() {
        return None;
    }
    let items = view.book.notices.iter().map(|notice| {
        let cited = (!notice.provision.is_empty()).then(|| citations(view, &notice.provision));
        el("li", "").text(view.text(&notice.text)).maybe(cited)
    });
    Some(el("ul", "ec-notices__list").each(items))
}
