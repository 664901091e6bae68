//! The one place where inputs and buttons get their listeners.
//!
//! Every `html!` with listeners costs about a kilobyte of WebAssembly, so each of the two is written once.

use yew::prelude::*;

use super::element::{Element, el};

/// What an input is shown with; what is empty is left out.
#[derive(Default)]
pub(super) struct Input {
    /// Its class
    pub(super) class: &'static str,
    /// `text`, `radio` or `checkbox`
    pub(super) kind: &'static str,
    /// Its id
    pub(super) id: AttrValue,
    /// The group it belongs to
    pub(super) name: Option<AttrValue>,
    /// What stands in it, if it is typed in
    pub(super) value: Option<AttrValue>,
    /// Whether it is ticked
    pub(super) checked: bool,
    /// Whether it is out of use
    pub(super) disabled: bool,
    /// What a screen reader calls it, if no label does
    pub(super) label: Option<AttrValue>,
    /// Ids of the texts that describe it
    pub(super) described: Option<AttrValue>,
    /// Whether what stands in it is no answer
    pub(super) invalid: bool,
    /// The keyboard a phone shows
    pub(super) inputmode: Option<&'static str>,
}

/// An input.
pub(super) fn input(input: Input, onchange: Callback<Event>) -> Element {
    classed(
        input.class,
        html! {
            <input
                type={input.kind} id={input.id} name={input.name} value={input.value}
                checked={input.checked} disabled={input.disabled} autocomplete={"off"}
                inputmode={input.inputmode} aria-label={input.label} aria-describedby={input.described}
                aria-invalid={input.invalid.then_some("true")} {onchange}
            />
        },
    )
}

/// A button with this in it.
pub(super) fn button(class: &'static str, content: AttrValue, onclick: Callback<MouseEvent>) -> Element {
    classed(class, html! { <button type={"button"} {onclick}>{ content }</button> })
}

/// `html!` with a class that is not fixed brings a set of classes with it, another 2 KB: it is added afterwards.
/// The attributes beside it must not be literals, which Yew's native renderer then leaves out.
fn classed(class: &'static str, written: Html) -> Element {
    Element::written(written).unwrap_or_else(|| el("span", "")).attribute("class", class)
}

/// A summary, and a body that stands under it while it is unfolded.
///
/// The state says whether it is unfolded, not the browser: a card keeps it when it moves to another group.
pub(super) fn disclosure(
    unfolded: bool,
    summary: Element,
    body: Option<Element>,
    toggle: Callback<MouseEvent>,
) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        toggle.emit(event);
    });
    html! {
        <details class="ec-measure" open={unfolded}>
            <summary class="ec-measure__summary" {onclick}>{ Html::from(summary) }</summary>
            { body.map(Html::from) }
        </details>
    }
}

/// A radio button or checkbox with its label. The input comes first, so that touch exploration finds it.
pub(super) fn option_box(
    class: &'static str,
    shown: Input,
    label: AttrValue,
    onchange: Callback<Event>,
) -> Element {
    let labelled = el("label", "ec-option__label").attribute("for", shown.id.clone());
    let labelled = labelled.html(label.into());
    let shown = Input { class: "ec-option__input", ..shown };
    el("div", class).with(input(shown, onchange)).with(labelled)
}
