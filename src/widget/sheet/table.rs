//! Ruled tables; their heads are repeated on every page.

use yew::AttrValue;

use crate::widget::element::{Element, el};

/// A table with these columns, each with its class.
pub(super) fn table(
    columns: &[(&AttrValue, &'static str)],
    rows: impl IntoIterator<Item = Element>,
) -> Element {
    let head = columns.iter().map(|(title, class)| el("th", class).attribute("scope", "col").label(title));
    let head = el("thead", "").with(el("tr", "").each(head));
    el("table", "ec-table").with(head).with(el("tbody", "").each(rows))
}

/// The cell that says what its row is about.
pub(super) fn row_head() -> Element {
    el("th", "").attribute("scope", "row")
}

/// A cell for the officer's hand.
pub(super) fn blank() -> Element {
    el("td", "")
}
