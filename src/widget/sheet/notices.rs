//! What holds for every measure, each with where it stands; the words themselves are in the rulebook.

use crate::widget::citation::with_clauses;
use crate::widget::element::{Element, el};
use crate::widget::heading::heading;
use crate::widget::view::View;

/// The pack's notices; nothing if it has none.
pub(in crate::widget) fn notices(view: &View) -> Option<Element> {
    let items = view
        .book
        .notices
        .iter()
        .map(|notice| with_clauses(view, el("li", "").text(view.text(&notice.text)), &notice.provision));
    let title = heading(view.level.below(1), "ec-sheet__heading").label(view.catalogue.notices());
    let list = el("ul", "ec-sheet__notices").each(items);
    (!view.book.notices.is_empty()).then(|| el("section", "ec-sheet__part").with(title).with(list))
}
