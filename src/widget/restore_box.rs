//! Going on from what was kept on paper or in a file.

use yew::AttrValue;

use super::element::{Element, el};
use super::field::{Field, text_field};
use super::input::{Input, button, folded, input};
use super::intent::Intent;
use super::view::View;

/// Id of the input that a file is chosen in.
pub(super) const FILE_ID: &str = "ec-file";

const CODE_ID: &str = "ec-code";

/// A box for a receipt code, and a way to a saved file; folded until somebody wants it.
pub(super) fn restore_box(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let field = Field {
        id: CODE_ID.into(),
        value: view.state.code.to_string(),
        note: catalogue.code_hint().clone(),
        error: view.state.refused.as_ref().map(|reason| reason.to_string()),
        reading: None,
    };
    let code = el("label", "ec-field__label").attribute("for", CODE_ID).label(catalogue.receipt());
    let file =
        Input { class: "ec-input ec-input--file", kind: "file", id: FILE_ID.into(), ..Input::default() };
    let file = input(file, Intent::Open).attribute("accept", ".json,application/json");
    let file_label = el("label", "ec-field__label").attribute("for", FILE_ID).label(catalogue.open_file());
    let body = el("div", "")
        .with(code)
        .with(text_field(field, Input::default(), Intent::TypeCode))
        .with(button("ec-button", AttrValue::from(catalogue.restore_now()), Intent::Restore))
        .with(el("div", "ec-field").with(file_label).with(file));
    folded(el("span", "").label(catalogue.restore()), body)
}
