//! The provisions that an object cites, with their quotes.

use yew::prelude::*;

use crate::author::checks::QuotePlace;
use crate::author::document::join;
use crate::author::model::{QuoteForm, add_id, quotes_of, remove_id};
use crate::author::ui::{AddBox, SelectGroup, tool};
use crate::rulebook::{Json, Kind};

use super::form_pack::{Change, FormPack, place_id};

/// The cited provisions of the object at a pointer, and a menu that cites another.
pub(super) fn cited_list(pack: &FormPack, label: &str, object: &str) -> Html {
    let json = pack.document.value(object).cloned().unwrap_or(Json::Null);
    let quotes = quotes_of(pack.json(), &json);
    let menu = place_id(object, "cite");
    let item = |quote: &QuoteForm| {
        let remove = {
            let (object, id) = (object.to_owned(), quote.id.clone());
            pack.on_click(Some(menu.clone()), move |document| {
                remove_id(document, &object, "provision", &id)
            })
        };
        html! {
            <li class="au-quote" key={quote.id.clone()}>
                <p class="au-quote__source">
                    { open_provision(pack, quote) }
                    { tool(None, pack.words().remove, &quote.id, false, remove) }
                </p>
                if !quote.quote.is_empty() {
                    <blockquote>{ &quote.quote }</blockquote>
                }
                { for pack.quotes.get(&quote.id).map(|place| in_source(pack, place)) }
            </li>
        }
    };
    html! {
        <div class="au-cited">
            <p class="au-field__label">{ label }</p>
            <ul class="au-cited__list">{ for quotes.iter().map(item) }</ul>
            { add_menu(pack, object, &quotes, menu.clone()) }
        </div>
    }
}

/// The words of a quote in the text of the document, or that they are not there.
fn in_source(pack: &FormPack, place: &QuotePlace) -> Html {
    let words = &pack.texts.cases;
    match &place.found {
        Some(found) => html! {
            <p class="au-quote__place">
                { words.in_text }{ " " }{ &found.before }
                <mark>{ &found.words }</mark>{ &found.after }
            </p>
        },
        None => html! { <p class="au-field__error">{ words.not_in_text }</p> },
    }
}

/// The clause and the id, as a button that shows the provision.
fn open_provision(pack: &FormPack, quote: &QuoteForm) -> Html {
    let Some(pointer) = quote.pointer.clone() else {
        let missing = format!("{}: {}", pack.words().missing_provision, quote.id);
        return html! { <strong class="au-field__error">{ missing }</strong> };
    };
    let change = pack.change.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        // The button is not in the card of the provision.
        let focus = Some("au-card-title".to_owned());
        change.emit(Change { focus, select: Some(pointer.clone()), ..Change::default() });
    });
    html! {
        <button class="au-link" type="button" {onclick}>
            { format!("{} · {}", quote.clause, quote.id) }
        </button>
    }
}

/// A menu of the provisions that are not cited yet.
fn add_menu(pack: &FormPack, object: &str, quotes: &[QuoteForm], id: String) -> Html {
    let provisions = pack.outline.of(Kind::Provision).iter();
    let free = provisions.filter(|entry| quotes.iter().all(|quote| quote.id != entry.id));
    let options = free.map(|entry| {
        let quote = pack.document.value(&join(&entry.pointer, "quote")).and_then(Json::as_str);
        let text = format!("{} · {} {}", entry.title, entry.id, quote.unwrap_or_default());
        (entry.id.clone(), text)
    });
    let groups = SelectGroup::plain(options);
    let commit = {
        let object = object.to_owned();
        pack.on_commit(move |document, id| add_id(document, &object, "provision", id))
    };
    html! {
        <AddBox
            label={pack.words().cite}
            add={pack.words().add}
            nothing={pack.words().choose}
            {groups}
            {id}
            {commit}
        />
    }
}
