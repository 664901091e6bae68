//! Wiping everything: asked once, and never undone.

use super::catalogue::fill;
use super::element::{Element, el};
use super::input::{MAIN_BUTTON, button};
use super::intent::Intent;
use super::view::View;

/// Id of the question whether it is meant.
pub(super) const QUESTION_ID: &str = "ec-clear-question";

/// Id of the button that begins it.
pub(super) const BUTTON_ID: &str = "ec-clear";

/// The button; once it has been used, the question whether it is meant.
pub(super) fn clear(view: &View) -> Element {
    let catalogue = &view.catalogue;
    if !view.state.confirming {
        return button("ec-button", catalogue.clear().into(), Intent::Clear).attribute("id", BUTTON_ID);
    }
    let count = view.state.answers.count().to_string();
    let question = fill(catalogue.clear_question(), &[("count", &count)]);
    let question = el("p", "").attribute("id", QUESTION_ID).attribute("tabindex", "-1").string(question);
    el("div", "ec-clear")
        .attribute("role", "group")
        .attribute("aria-labelledby", QUESTION_ID)
        .with(question)
        .with(button(MAIN_BUTTON, catalogue.clear_now().into(), Intent::ClearNow))
        .with(button("ec-button", catalogue.clear_not().into(), Intent::ClearNot))
}
