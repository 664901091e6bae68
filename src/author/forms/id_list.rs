//! A list of ids: the materials that a measure requires, the measures of a topic.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{FieldForm, add_id, one};
use crate::author::text::fill;
use crate::author::ui::{AddBox, SelectGroup, tool};
use crate::rulebook::{Json, Kind};

use super::definition_fields::fields;
use super::form_pack::{FormPack, place_id};

/// The ids of a kind under a key of an object, and a menu that adds one.
pub(super) fn id_list(pack: &FormPack, label: &str, object: &str, key: &str, kind: Kind) -> Html {
    let list = join(object, key);
    let items = pack.document.value(&list).map(Json::items).unwrap_or_default();
    let menu = place_id(object, &format!("{key}:add"));
    let entry = |(index, item): (usize, &Json)| {
        let pointer = join(&list, index);
        html! { <li class="au-item" key={index}>{ entry(pack, &pointer, item, kind, &menu) }</li> }
    };
    let known: Vec<&str> = items.iter().map(id_of).collect();
    let free = pack.outline.of(kind).iter().filter(|entry| !known.contains(&entry.id.as_str()));
    let options: Vec<(String, String)> =
        free.map(|entry| (entry.id.clone(), format!("{} ({})", entry.title, entry.id))).collect();
    let commit = {
        let (object, key) = (object.to_owned(), key.to_owned());
        pack.on_commit(move |document, id| add_id(document, &object, &key, id))
    };
    html! {
        <div class="au-cited" role="group" aria-label={label.to_owned()}>
            <p class="au-field__label">{ label }</p>
            <ul class="au-cited__list">{ for items.iter().enumerate().map(entry) }</ul>
            if pack.outline.of(kind).is_empty() {
                <p>{ fill(pack.words().none_defined, &[pack.words().kind(kind)]) }</p>
            } else if !options.is_empty() {
                <AddBox
                    label={pack.words().one_more}
                    add={pack.words().add}
                    nothing={pack.words().choose}
                    groups={SelectGroup::plain(options)}
                    id={menu.clone()}
                    {commit}
                />
            }
        </div>
    }
}

/// The id of an item: of a material, it may be in an object with its condition.
fn id_of(item: &Json) -> &str {
    let nested = || item.get("material").and_then(Json::as_str);
    item.as_str().or_else(nested).unwrap_or_default()
}

fn entry(pack: &FormPack, pointer: &str, item: &Json, kind: Kind, menu: &str) -> Html {
    let words = pack.words();
    let id = id_of(item);
    let known = pack.outline.of(kind).iter().find(|entry| entry.id == id);
    let title = known.map_or(id, |entry| entry.title.as_str());
    let removing = {
        let pointer_of_item = pointer.to_owned();
        pack.on_click(Some(menu.to_owned()), move |document| document.remove(&pointer_of_item))
    };
    let has_details = item.as_str().is_none();
    let detailing = {
        let (pointer_of_item, id) = (pointer.to_owned(), id.to_owned());
        let focus = Some(place_id(pointer, "material"));
        pack.on_click(focus, move |document| {
            document.set(&pointer_of_item, &one("material", Json::String(id.clone())))
        })
    };
    html! {
        <>
            <div class="au-item__head">
                <span>{ title }{ " " }<code>{ id }</code></span>
                <div class="au-tools">
                    if kind == Kind::Material && !has_details {
                        { tool(None, words.details, title, false, detailing) }
                    }
                    { tool(None, words.remove, title, false, removing) }
                </div>
            </div>
            if has_details {
                { fields(pack, None, pointer, FieldForm::all(pack.json(), item, pointer)) }
            }
        </>
    }
}
