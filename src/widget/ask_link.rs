//! A way from a result to the question that it still needs.

use yew::prelude::*;

use crate::rulebook::FactId;

use super::Effect;
use super::element::Element;
use super::input::button;
use super::view::View;

/// A button, not a link: inside a shadow root a fragment address leads nowhere.
pub(super) fn ask_link(view: &View, fact: FactId, on_effect: &Callback<Effect>) -> Element {
    let fact = &view.book.facts[fact];
    let target = AttrValue::Rc(fact.id.clone());
    let onclick = on_effect.reform(move |_: MouseEvent| Effect::Focus(target.clone()));
    button("ec-link", AttrValue::Rc(view.text(&fact.question)), onclick)
}
