//! Buttons.

use yew::prelude::*;

use super::ids;

/// A button.
pub(in crate::widget) fn button(text: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Html {
    plain("ec-button", text.into(), onclick)
}

/// The primary button of a screen.
pub(in crate::widget) fn primary_button(
    text: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    plain("ec-button ec-button--main", text.into(), onclick)
}

/// A button that looks like a link.
///
/// Not a link: fragment links do not work inside a shadow root.
pub(in crate::widget) fn link_button(
    text: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    plain("ec-link", text.into(), onclick)
}

/// A button with an id. A page shows a copy of it before the widget has loaded, and finds it by its
/// id (`www/element/early.js`).
pub(in crate::widget) fn button_with_id(
    id: &'static str,
    class: &'static str,
    text: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button {class} {id} type="button" {onclick}>{ text.into() }</button> }
}

/// The button in the bar that leads back, with an arrow.
pub(in crate::widget) fn back_button(
    text: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    button_with_id(ids::BACK, "ec-link ec-back", text, onclick)
}

fn plain(class: &'static str, text: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <button {class} type="button" {onclick}>{ text }</button> }
}
