//! Going on from what was kept on paper or in a file: a box for the code, and an input for files and pictures.
//!
//! # Why
//!
//! It stays folded for most people, so it is written as text with the details. What is typed in it stands in the box alone; when it is
//! used, the script hands it over ([`super::handed`]), and the box is written again only if it was refused.

use yew::AttrValue;

use super::element::{Element, el};
use super::field::{Field, text_field};
use super::handed::{Came, Handed};
use super::input::{Input, folded, input};
use super::intent::Intent;
use super::kept::refusal;
use super::view::View;

/// Id of the input that a file is chosen in.
pub(super) const FILE_ID: &str = "ec-file";

/// Id of the box for the code.
pub(super) const CODE_ID: &str = "ec-code";

const FILE_NOTE_ID: &str = "ec-file.note";
const FILE_ERROR_ID: &str = "ec-file.error";

/// A box for a receipt code, and a way to a saved file; folded until somebody wants it. What was handed over and refused
/// is told at the input it came from.
pub(super) fn restore_box(view: &View, refused: &str) -> Element {
    let catalogue = &view.catalogue;
    let handed = Handed::read(refused);
    let error = if refused.is_empty() { None } else { refusal(view, &handed) };
    let (code_error, file_error) = if handed.came == Came::Code { (error, None) } else { (None, error) };
    let field = Field {
        id: CODE_ID.into(),
        value: handed.typed.to_owned(),
        note: catalogue.code_hint().clone(),
        error: code_error,
        reading: None,
    };
    let code = el("label", "ec-field__label").attribute("for", CODE_ID).label(catalogue.receipt());
    let button = el("button", "ec-button").attribute("type", "submit").label(catalogue.restore_now());
    let form = el("form", "")
        .does(Intent::Restore)
        .attribute("novalidate", "")
        .attribute("autocomplete", "off")
        .with(code)
        .with(text_field(field, Input::default(), Intent::Restore))
        .with(button);
    let body = el("div", "").with(form).with(file_field(view, file_error));
    let folded = folded(el("span", "").label(catalogue.restore()), body);
    if refused.is_empty() { folded } else { folded.attribute("open", "") }
}

fn file_field(view: &View, error: Option<String>) -> Element {
    let catalogue = &view.catalogue;
    let invalid = error.is_some();
    let described = if invalid { format!("{FILE_NOTE_ID} {FILE_ERROR_ID}") } else { FILE_NOTE_ID.to_owned() };
    let file = Input {
        class: "ec-input ec-input--file",
        kind: "file",
        id: FILE_ID.into(),
        described: Some(AttrValue::from(described)),
        invalid,
        ..Input::default()
    };
    let file = input(file, Intent::Open).attribute("accept", ".json,application/json,image/*");
    let error = error.map(|error| el("p", "ec-field__error").attribute("id", FILE_ERROR_ID).string(error));
    el("div", if invalid { "ec-field ec-field--error" } else { "ec-field" })
        .with(el("label", "ec-field__label").attribute("for", FILE_ID).label(catalogue.open_file()))
        .maybe(error)
        .with(file)
        .with(el("span", "ec-field__note").attribute("id", FILE_NOTE_ID).label(catalogue.file_hint()))
}
