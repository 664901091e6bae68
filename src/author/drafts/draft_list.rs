//! Drafts that were found, on the start screen.

use std::rc::Rc;

use gloo::utils::window;
use yew::prelude::*;

use crate::author::context::{use_dispatch, use_texts};
use crate::author::state::Action;
use crate::author::text::fill;

use super::draft::Draft;
use super::store;
use super::use_drafts::Drafts;

/// Offers to continue or to delete each draft.
#[component]
pub(in crate::author) fn DraftList() -> Html {
    let texts = use_texts();
    let dispatch = use_dispatch();
    let is_on = use_context::<Drafts>().unwrap_or_default().is_on;
    let found = use_state_eq(Vec::<(Rc<str>, Draft)>::new);
    use_effect_with(is_on, {
        let found = found.setter();
        move |_| found.set(store::drafts())
    });
    let text = texts.drafts;
    if found.is_empty() {
        return html! {};
    }
    let entry = |(key, draft): &(Rc<str>, Draft)| {
        let remove = {
            let (key, found) = (Rc::clone(key), found.setter());
            let question = fill(text.delete_question, &[&draft.name]);
            Callback::from(move |_: MouseEvent| {
                if window().confirm_with_message(&question).unwrap_or(false) {
                    store::remove(&key);
                    found.set(store::drafts());
                }
            })
        };
        let open = {
            let (dispatch, key, draft) = (dispatch.clone(), Rc::clone(key), draft.clone());
            Callback::from(move |_: MouseEvent| {
                let key = store::claim(&key, &draft).unwrap_or_else(|| Rc::clone(&key));
                dispatch.emit(Action::Open(draft.document(&key).into()));
            })
        };
        html! {
            <li key={&**key}>
                <span>{ fill(text.entry, &[&draft.name, &draft.kept_at]) }</span>
                <span class="au-tools">
                    <button class="au-button au-button--main" type="button" onclick={open}>
                        { text.resume }<span class="au-hidden">{ " " }{ &*draft.name }</span>
                    </button>
                    <button class="au-button" type="button" onclick={remove}>
                        { text.delete }<span class="au-hidden">{ " " }{ &*draft.name }</span>
                    </button>
                </span>
            </li>
        }
    };
    html! {
        <section class="au-drafts" aria-labelledby="au-drafts-title">
            <h2 id="au-drafts-title">{ text.found }</h2>
            <p role="status">{ text.found_about }</p>
            <ul>{ for found.iter().map(entry) }</ul>
        </section>
    }
}
