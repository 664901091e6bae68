//! A list of texts or of small objects: steps, duties, application periods, notices.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{FieldForm, TextForm, new_item};
use crate::author::ui::tool;
use crate::rulebook::Json;

use super::definition_fields::fields;
use super::form_pack::{FormPack, place_id};
use super::subject::first_day;
use super::texts_field::texts_field;

/// The items of the list under a key of an object, and a button that adds one.
pub(super) fn item_list(
    pack: &FormPack,
    label: &'static str,
    object: &str,
    key: &'static str,
) -> Html {
    let list = join(object, key);
    let items = pack.document.value(&list).map(Json::items).unwrap_or_default();
    let len = items.len();
    let adding = {
        let (object, list, day) = (object.to_owned(), list.clone(), first_day(pack));
        let focus = place_id(&join(&list, len), "item");
        pack.on_click(Some(focus), move |document| {
            let item = new_item(document.json(), key, &day);
            match document.value(&list) {
                Some(_) => document.insert(&list, len, &item),
                None => document.put(&object, key, &Json::Array(vec![item])),
            }
        })
    };
    let item = |(index, json): (usize, &Json)| {
        html! { <li class="au-item" key={index}>{ item(pack, label, &list, index, json, len) }</li> }
    };
    html! {
        <fieldset class="au-items">
            <legend>{ label }</legend>
            <ol class="au-cited__list">{ for items.iter().enumerate().map(item) }</ol>
            { tool(Some(place_id(&list, "add")), pack.words().add, label, false, adding) }
        </fieldset>
    }
}

fn item(pack: &FormPack, label: &str, list: &str, index: usize, json: &Json, len: usize) -> Html {
    let words = pack.words();
    let pointer = join(list, index);
    let name = format!("{label} {}", index + 1);
    let removing = {
        let (list, pointer) = (list.to_owned(), pointer.clone());
        let focus = Some(place_id(&list, "add"));
        // An empty list is as good as none.
        pack.on_click(focus, move |document| {
            document.remove(if len == 1 { &list } else { &pointer })
        })
    };
    let keys = FieldForm::all(pack.json(), json, &pointer);
    html! {
        <>
            <div class="au-item__head">
                <span id={place_id(&pointer, "item")} tabindex="-1">{ &name }</span>
                { tool(None, words.remove, &name, false, removing) }
            </div>
            if keys.is_empty() || is_text(pack, json) {
                { texts_field(pack, &name, &TextForm::item(json, list, index, &pack.outline.languages)) }
            } else {
                { fields(pack, None, &pointer, keys) }
            }
        </>
    }
}

/// Whether a value is a text: a string, or a text in each language.
fn is_text(pack: &FormPack, json: &Json) -> bool {
    let is_language = |key: &str| pack.outline.languages.iter().any(|tag| tag == key);
    json.as_str().is_some()
        || (!json.entries().is_empty() && json.entries().iter().all(|(key, _)| is_language(key)))
}
