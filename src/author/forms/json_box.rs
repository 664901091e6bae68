//! A value as text, for what has no form of its own.

use yew::prelude::*;

use crate::author::document::{EditError, split};
use crate::author::ui::TextBox;
use crate::rulebook::Json;

use super::form_pack::{FormPack, place_id};

/// Most lines of the box.
const MOST_LINES: usize = 14;

/// The value at a pointer as JSON. An empty text removes it.
pub(super) fn json_box(pack: &FormPack, label: &str, pointer: &str) -> Html {
    let document = &pack.document;
    let text = document.range(pointer).and_then(|range| document.text().get(range));
    let text = text.unwrap_or_default().to_owned();
    let lines = text.lines().count().clamp(2, MOST_LINES);
    let commit = {
        let pointer = pointer.to_owned();
        pack.on_commit(move |document, text| {
            if text.trim().is_empty() {
                return document.remove(&pointer);
            }
            let json = Json::parse(text).map_err(EditError::NotJson)?;
            match (document.value(&pointer), pointer.rsplit_once('/')) {
                (None, Some((object, _))) => {
                    let key = split(&pointer).last().unwrap_or_default();
                    document.put(object, &key, &json)
                }
                _ => document.set(&pointer, &json),
            }
        })
    };
    let invalid = pack.words().not_json;
    let id = AttrValue::from(place_id(pointer, "json"));
    html! {
        <TextBox label={label.to_owned()} value={text} {lines} {id} {invalid} {commit} />
    }
}
