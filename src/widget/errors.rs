//! The error summary: everything that keeps the person from going on, each a way to its input.

use super::element::{Element, el};
use super::heading::heading;
use super::input::button;
use super::intent::Intent;
use super::view::View;

/// Its id; the focus goes there.
pub(super) const ID: &str = "ec-errors";

/// Nothing as long as nothing has been reported.
pub(super) fn error_summary(view: &View) -> Option<Element> {
    let errors = view.state.errors();
    if errors.is_empty() {
        return None;
    }
    let items = errors.into_iter().map(|fact| {
        let question = view.text(&view.book.facts[fact].question);
        let question = question.trim_end_matches(['?', '？']);
        let colon = view.catalogue.colon();
        let error = format!("{question}{colon}{}", view.error(fact).unwrap_or_default());
        el("li", "").with(button("ec-link", error.into(), Intent::Ask(fact)))
    });
    let title = heading(view.level.below(1), "ec-errors__title").label(view.catalogue.errors());
    Some(
        el("div", "ec-errors")
            .attribute("id", ID)
            .attribute("tabindex", "-1")
            .attribute("role", "group")
            .attribute("aria-label", view.catalogue.errors())
            .with(title)
            .with(el("ul", "").each(items)),
    )
}
