//! Inputs, buttons and disclosures: what a person can use, each with what it does.

use yew::prelude::*;

use super::element::{Element, el};
use super::intent::Intent;

/// What an input is shown with; what is empty is left out.
#[derive(Default)]
pub(super) struct Input {
    /// Its class
    pub(super) class: &'static str,
    /// `text`, `search`, `file`, `radio` or `checkbox`
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
pub(super) fn input(input: Input, does: Intent) -> Element {
    let flag = |on: bool, text: &'static str| on.then_some(AttrValue::Static(text));
    let attributes = [
        ("type", Some(AttrValue::Static(input.kind))),
        ("id", Some(input.id)),
        ("name", input.name),
        ("disabled", flag(input.disabled, "")),
        ("autocomplete", Some(AttrValue::Static("off"))),
        ("inputmode", input.inputmode.map(AttrValue::Static)),
        ("aria-label", input.label),
        ("aria-describedby", input.described),
        ("aria-invalid", flag(input.invalid, "true")),
    ];
    let mut element = el("input", input.class).holding(input.value, input.checked).does(does);
    for (name, value) in attributes {
        if let Some(value) = value {
            element = element.attribute(name, value);
        }
    }
    element
}

/// The button that leads on.
pub(super) const MAIN_BUTTON: &str = "ec-button ec-button--main";

/// A button with this in it.
pub(super) fn button(class: &'static str, content: AttrValue, does: Intent) -> Element {
    el("button", class).attribute("type", AttrValue::Static("button")).does(does).label(&content)
}

/// A summary, and a body that stands under it while it is unfolded.
///
/// The state says whether it is unfolded, not the browser: a card keeps it when it moves to another group.
pub(super) fn disclosure(unfolded: bool, summary: Element, body: Option<Element>, does: Intent) -> Element {
    let details = el("details", "ec-measure");
    let details = if unfolded { details.attribute("open", AttrValue::Static("")) } else { details };
    details.with(el("summary", "ec-measure__summary").does(does).with(summary)).maybe(body)
}

/// Something that stays folded until somebody wants it; the browser unfolds it.
pub(super) fn folded(summary: Element, body: Element) -> Element {
    el("details", "ec-folded").with(el("summary", "ec-folded__summary").with(summary)).with(body)
}

/// A radio button or checkbox with its label. The input comes first, so that touch exploration finds it.
pub(super) fn option_box(class: &'static str, shown: Input, label: AttrValue, does: Intent) -> Element {
    let labelled = el("label", "ec-option__label").attribute("for", shown.id.clone());
    let labelled = labelled.label(&label);
    let shown = Input { class: "ec-option__input", ..shown };
    el("div", class).with(input(shown, does)).with(labelled)
}
