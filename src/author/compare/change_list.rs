//! Changed values.

use yew::prelude::*;

use crate::author::text::Texts;

use super::compared::{ItemChange, ItemKind, ValueChange};

/// Items with their changed values.
pub(super) fn item_list(items: &[ItemChange], texts: &Texts) -> Html {
    html! {
        <ul class="au-changes">{ for items.iter().map(|item| html! {
            <li>
                <strong>{ name(item, texts) }</strong>
                { state(item.kind, texts) }
                { value_list(&item.values) }
            </li>
        }) }</ul>
    }
}

/// The title and the id of an item.
pub(super) fn name(item: &ItemChange, texts: &Texts) -> String {
    let id = list_and_id(&item.list, &item.id, texts);
    match (item.id.is_empty(), item.title.is_empty()) {
        (true, _) => texts.compare.pack.to_owned(),
        (false, true) => id,
        (false, false) => format!("{} · {id}", item.title),
    }
}

/// The name of a list and an id in it.
pub(super) fn list_and_id(list: &str, id: &str, texts: &Texts) -> String {
    [texts.forms.list(list), id].join(" ")
}

/// Whether an item is new.
pub(super) fn state(kind: ItemKind, texts: &Texts) -> Html {
    let text = match kind {
        ItemKind::Added => texts.compare.added,
        ItemKind::Removed => texts.compare.removed,
        ItemKind::Changed => return html! {},
    };
    html! { <>{ " · " }{ text }</> }
}

/// Old and new values.
pub(super) fn value_list(values: &[ValueChange]) -> Html {
    let value = |value: &ValueChange| {
        html! {
            <>
                <dt><code>{ &value.path }</code></dt>
                if let Some(before) = &value.before {
                    <dd><del>{ before }</del></dd>
                }
                if let Some(after) = &value.after {
                    <dd><ins>{ after }</ins></dd>
                }
            </>
        }
    };
    html! {
        if !values.is_empty() {
            <dl class="au-values">{ for values.iter().map(value) }</dl>
        }
    }
}
