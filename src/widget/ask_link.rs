//! A way from a result to the question that it still needs.

use yew::AttrValue;

use crate::rulebook::FactId;

use super::element::Element;
use super::input::button;
use super::intent::Intent;
use super::view::View;

/// A button, not a link: inside a shadow root a fragment address leads nowhere.
pub(super) fn ask_link(view: &View, fact: FactId) -> Element {
    let question = AttrValue::Rc(view.text(&view.book.facts[fact].question));
    button("ec-link", question, Intent::Ask(fact))
}
