//! Changed values.

use yew::prelude::*;

use crate::author::text::CompareTexts;

use super::compared::{ItemChange, ItemKind, ValueChange};

/// Items with their changed values.
pub(super) fn item_list(items: &[ItemChange], texts: &CompareTexts) -> Html {
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
pub(super) fn name(item: &ItemChange, texts: &CompareTexts) -> String {
    let id = [&*item.list, &*item.id].join(" ");
    match (item.id.is_empty(), item.title.is_empty()) {
        (true, _) => texts.pack.to_owned(),
        (false, true) => id,
        (false, false) => format!("{} · {id}", item.title),
    }
}

/// Whether an item is new.
pub(super) fn state(kind: ItemKind, texts: &CompareTexts) -> Html {
    let text = match kind {
        ItemKind::Added => texts.added,
        ItemKind::Removed => texts.removed,
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
