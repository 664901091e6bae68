//! The list of all definitions, with a search.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::author::model::{OutlineEntry, OutlineList, add_definition};
use crate::author::text::fill;
use crate::author::ui::tool;
use crate::rulebook::Kind;

use super::form_pack::{Change, FormPack};

/// The kinds, the frequent ones first.
const ORDER: [Kind; 12] = [
    Kind::Measure,
    Kind::Fact,
    Kind::Provision,
    Kind::Term,
    Kind::Quantity,
    Kind::Class,
    Kind::Document,
    Kind::Section,
    Kind::Topic,
    Kind::Material,
    Kind::Office,
    Kind::Assumption,
];

/// The definitions that contain the searched text. `selected` is the pointer to the shown one.
pub(super) fn outline_panel(
    pack: &FormPack,
    selected: &str,
    query: &str,
    set_query: &Callback<String>,
) -> Html {
    let words = pack.words();
    let oninput = set_query.reform(|event: InputEvent| {
        event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
    });
    let lists = ORDER
        .into_iter()
        .filter_map(|kind| pack.outline.lists.iter().find(|list| list.kind == kind));
    let wanted = query.trim().to_lowercase();
    html! {
        <nav class="au-outline" aria-label={words.outline}>
            <label class="au-field">
                <span class="au-field__label">{ words.search }</span>
                <input
                    type="search"
                    id="au-forms-search"
                    autocomplete="off"
                    value={query.to_owned()}
                    {oninput}
                />
            </label>
            <ul class="au-outline__list">
                <li>{ entry_button(pack, "", words.pack, "", selected) }</li>
            </ul>
            { for lists.map(|list| list_view(pack, list, selected, &wanted)) }
        </nav>
    }
}

fn list_view(pack: &FormPack, list: &OutlineList, selected: &str, wanted: &str) -> Html {
    let words = pack.words();
    let is_found = |entry: &&OutlineEntry| {
        wanted.is_empty()
            || entry.title.to_lowercase().contains(wanted)
            || entry.id.to_lowercase().contains(wanted)
    };
    let found: Vec<&OutlineEntry> = list.entries.iter().filter(is_found).collect();
    if found.is_empty() && !wanted.is_empty() {
        return html! {};
    }
    let kind = list.kind;
    let adding = {
        let pack = pack.clone();
        Callback::from(move |_: MouseEvent| {
            if let Ok((edits, pointer)) = add_definition(&pack.document, kind) {
                let focus = Some("au-card-title".to_owned());
                pack.change.emit(Change { edits, focus, select: Some(pointer) });
            }
        })
    };
    let entry = |entry: &&OutlineEntry| {
        let id = if entry.title == entry.id { "" } else { &entry.id };
        html! {
            <li key={entry.pointer.clone()}>
                { entry_button(pack, &entry.pointer, &entry.title, id, selected) }
            </li>
        }
    };
    html! {
        <section key={kind.list()} aria-label={words.kind(kind)}>
            <div class="au-outline__head">
                <h3>{ format!("{} ({})", words.kind(kind), found.len()) }</h3>
                { tool(None, words.add, words.kind(kind), false, adding) }
            </div>
            <ul class="au-outline__list">{ for found.iter().map(entry) }</ul>
        </section>
    }
}

fn entry_button(pack: &FormPack, pointer: &str, title: &str, id: &str, selected: &str) -> Html {
    let onclick = {
        let (change, pointer) = (pack.change.clone(), pointer.to_owned());
        Callback::from(move |_: MouseEvent| {
            // On a phone the card is below the contents, and by keyboard behind all of them.
            let focus = Some("au-card-title".to_owned());
            change.emit(Change { focus, select: Some(pointer.clone()), ..Change::default() });
        })
    };
    html! {
        <button
            class="au-outline__entry"
            type="button"
            aria-current={(pointer == selected).then_some("true")}
            {onclick}
        >
            <span>{ title }</span>
            if !id.is_empty() {
                { " " }<code>{ id }</code>
            }
            if !pointer.is_empty() {
                { problem_count(pack, pointer) }
            }
        </button>
    }
}

/// The number of problems at a pointer. Nothing if there are none.
pub(super) fn problem_count(pack: &FormPack, pointer: &str) -> Html {
    match pack.problems_at(pointer) {
        0 => html! {},
        count => html! {
            <>
                { " " }
                <strong class="au-count">
                    { fill(pack.words().problems, &[&count.to_string()]) }
                </strong>
            </>
        },
    }
}
