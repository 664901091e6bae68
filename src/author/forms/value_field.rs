//! Fields for single values: plain texts, numbers, days, and one of several values.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{decimal_text, typed_decimal};
use crate::author::ui::{SelectBox, SelectGroup, TextBox};
use crate::engine::parse_day;
use crate::rulebook::{Json, format_date};

use super::form_pack::{FormPack, place_id};

/// What a text box accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Accepts {
    /// Any text
    Text,
    /// A decimal
    Number,
    /// A day, in every spelling that the self-check accepts
    Day,
}

impl Accepts {
    /// The value of a typed text. `None` if it is not accepted.
    pub(super) fn parse(self, text: &str) -> Option<Json> {
        let text = text.trim();
        match self {
            Accepts::Text => Some(Json::String(text.to_owned())),
            Accepts::Number => typed_decimal(text),
            Accepts::Day => parse_day(text).map(|day| Json::String(format_date(day))),
        }
    }

    pub(super) fn invalid(self, pack: &FormPack) -> &'static str {
        match self {
            Accepts::Text => pack.words().not_accepted,
            Accepts::Number => pack.words().not_number,
            Accepts::Day => pack.words().not_day,
        }
    }

    pub(super) fn inputmode(self) -> Option<&'static str> {
        (self == Accepts::Number).then_some("decimal")
    }
}

/// The value under a key of an object. An empty text removes the key.
pub(super) fn value_field(
    pack: &FormPack,
    label: &str,
    object: &str,
    key: &str,
    accepts: Accepts,
    most: Option<usize>,
) -> Html {
    let pointer = join(object, key);
    let value = pack.document.value(&pointer).map(decimal_text).unwrap_or_default();
    let commit = {
        let (object, key, pointer) = (object.to_owned(), key.to_owned(), pointer.clone());
        let parse = move |text: &str| match text.trim() {
            "" => Some(Json::Null),
            text => accepts.parse(text),
        };
        pack.on_parse(parse, move |document, json| match json {
            Json::Null => document.remove(&pointer),
            json => document.put(&object, &key, &json),
        })
    };
    html! {
        <TextBox
            label={label.to_owned()}
            {value}
            lines={if most.is_some() { 2 } else { 1 }}
            id={AttrValue::from(place_id(object, key))}
            inputmode={accepts.inputmode()}
            invalid={accepts.invalid(pack)}
            {most}
            {commit}
        />
    }
}

/// One of several strings under a key of an object. The empty value removes the key.
pub(super) fn choice_field(
    pack: &FormPack,
    label: &str,
    object: &str,
    key: &str,
    groups: Vec<SelectGroup>,
) -> Html {
    let pointer = join(object, key);
    let value = pack.document.value(&pointer).and_then(Json::as_str).unwrap_or_default();
    let commit = {
        let (object, key, pointer) = (object.to_owned(), key.to_owned(), pointer.clone());
        pack.on_commit(move |document, value| match value {
            "" => document.remove(&pointer),
            value => document.put(&object, &key, &Json::String(value.to_owned())),
        })
    };
    html! {
        <SelectBox
            label={label.to_owned()}
            value={value.to_owned()}
            {groups}
            id={AttrValue::from(place_id(object, key))}
            {commit}
        />
    }
}
