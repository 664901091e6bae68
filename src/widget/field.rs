//! The box for facts that are typed: numbers with their unit, and dates.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Answer, parse_typed};
use crate::rulebook::{FactKind, Value};

use super::catalogue::fill;
use super::element::{Element, el};
use super::input::{Input, input};
use super::intent::Intent;
use super::question::Asked;
use super::unit_text::{amount_sentence, beside_box};
use super::view::View;

/// A text input, its unit, and what is wrong with what stands in it.
///
/// A text input and not `type="number"`: browsers drop what they cannot read from those, and
/// what was typed must never be lost.
pub(super) fn typed_input(asked: &Asked<'_>) -> Element {
    let View { book, catalogue, locale, .. } = asked.view;
    let fact = &book.facts[asked.fact];
    let draft = asked.view.state.draft(asked.fact);
    let unit = match &fact.kind {
        FactKind::Number(number) => Some(&number.unit),
        _ => None,
    };
    let in_use = asked.answer != Some(Answer::NotSure);
    let error = asked.view.error(asked.fact).filter(|_| in_use);
    let id = asked.fact;
    let reading = match (asked.answer, unit) {
        // Nothing is converted without being shown. What is still being typed has not been read yet.
        (Some(Answer::Value(value @ Value::Number(number))), Some(unit))
            if has_unit(&draft.text) && parse_typed(&fact.kind, &draft.text) == Ok(Some(value)) =>
        {
            Some(amount_sentence(catalogue, *locale, book, unit, catalogue.exactly(), [number; 2]))
        }
        _ => None,
    };
    let field = Field {
        id: Rc::clone(&fact.id),
        value: draft.text,
        note: match unit {
            Some(unit) => beside_box(catalogue, *locale, book, unit),
            None => catalogue.date_hint().clone(),
        },
        error,
        reading: reading.map(|amount| fill(catalogue.read_as(), &[("amount", &amount)])),
    };
    let shown = Input {
        disabled: !in_use,
        label: Some(AttrValue::Rc(asked.view.text(&fact.question))),
        inputmode: unit.is_some().then_some("decimal"),
        ..Input::default()
    };
    text_field(field, shown, Intent::Type(id))
}

/// A text input with a note beside it.
pub(super) struct Field {
    /// Its id; the note's and the error's ids begin with it
    pub(super) id: Rc<str>,
    /// What stands in it
    pub(super) value: String,
    /// What it is measured in, or how it is written
    pub(super) note: AttrValue,
    /// What is wrong with what stands in it
    pub(super) error: Option<String>,
    /// How it was read, if that is not plain
    pub(super) reading: Option<String>,
}

/// Whether more than a number was typed.
fn has_unit(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// The error before the input that it describes, the note after it.
pub(super) fn text_field(field: Field, shown: Input, does: Intent) -> Element {
    let note_id = AttrValue::from(format!("{}.note", field.id));
    let error_id = AttrValue::from(format!("{}.error", field.id));
    let invalid = field.error.is_some();
    let reading_id = AttrValue::from(format!("{}.reading", field.id));
    // At most one of them is there.
    let more = if invalid { &error_id } else { &reading_id };
    let alone = !invalid && field.reading.is_none();
    let described = if alone { note_id.clone() } else { format!("{note_id} {more}").into() };
    let error = field.error.map(|error| el("p", "ec-field__error").attribute("id", error_id).string(error));
    let shown = Input {
        class: "ec-input",
        kind: "text",
        id: AttrValue::Rc(field.id),
        value: Some(field.value.into()),
        described: Some(described),
        invalid,
        ..shown
    };
    el("div", if invalid { "ec-field ec-field--error" } else { "ec-field" })
        .maybe(error)
        .with(input(shown, does))
        .with(el("span", "ec-field__note").attribute("id", note_id).label(&field.note))
        .maybe(
            field.reading.map(|text| el("p", "ec-field__reading").attribute("id", reading_id).string(text)),
        )
}
