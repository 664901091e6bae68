//! The bar.

use gloo::utils::window;
use web_sys::{File, HtmlSelectElement};
use yew::prelude::*;

use crate::author::context::Dispatch;
use crate::author::drafts::{DraftSwitch, Drafts};
use crate::author::state::{Action, Document, State};
use crate::author::text::{LANGUAGES, Texts, fill};
use crate::author::ui::on_choice;
use crate::widget::download_text;

/// The bar.
pub(in crate::author) fn top_bar(
    state: &State,
    open: &Callback<File>,
    drafts: &Drafts,
    texts: &Texts,
    dispatch: &Dispatch,
) -> Html {
    html! {
        <header class="au-bar">
            if let Some(document) = &state.document {
                { file(document, open, texts, dispatch) }
                { draft_menu(drafts, texts) }
            }
            { language_menu(state, texts, dispatch) }
        </header>
    }
}

fn file(document: &Document, open: &Callback<File>, texts: &Texts, dispatch: &Dispatch) -> Html {
    let save = {
        let (dispatch, document) = (dispatch.clone(), document.clone());
        Callback::from(move |_: MouseEvent| {
            download_text("application/json", &document.name, &document.text);
            dispatch.emit(Action::Saved(document.text.clone()));
        })
    };
    let close = {
        let (dispatch, is_changed) = (dispatch.clone(), document.is_changed());
        let question = texts.close_unsaved;
        Callback::from(move |_: MouseEvent| {
            let may = !is_changed || window().confirm_with_message(question).unwrap_or(false);
            if may {
                dispatch.emit(Action::Close);
            }
        })
    };
    html! {
        <>
            <strong class="au-bar__name">{ document.name.to_string() }</strong>
            <span class="au-bar__state" role="status">
                if document.is_changed() { { texts.unsaved } }
            </span>
            <button class="au-button" type="button" onclick={save}>{ fill(texts.save, &[&document.name]) }</button>
            <label class="au-file">
                <span class="au-button">{ texts.drafts.open_other }</span>
                <input type="file" accept=".json,application/json" onchange={on_choice(open)} />
            </label>
            <button class="au-button" type="button" onclick={close}>{ texts.close }</button>
        </>
    }
}

/// The switch of drafts, behind a button that says whether they are on.
fn draft_menu(drafts: &Drafts, texts: &Texts) -> Html {
    let title = if drafts.is_on { texts.drafts.on } else { texts.drafts.off };
    html! {
        // A draft that was not kept must be seen.
        <details class="au-menu" open={drafts.problem.is_some()}>
            <summary class="au-button">{ title }</summary>
            <div class="au-menu__content"><DraftSwitch /></div>
        </details>
    }
}

fn language_menu(state: &State, texts: &Texts, dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(menu) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let value = menu.value();
            let chosen = LANGUAGES.into_iter().find(|(locale, _)| locale.tag() == value);
            if let Some((locale, _)) = chosen {
                dispatch.emit(Action::SetLanguage(locale));
            }
        })
    };
    let option = |(locale, name): (crate::rulebook::Locale, &'static str)| {
        let tag = locale.tag().to_owned();
        html! {
            <option value={tag.clone()} lang={tag.clone()} selected={locale == state.locale}>
                { name }
            </option>
        }
    };
    html! {
        <label class="au-bar__language">
            <span>{ texts.language }</span>
            <select {onchange}>{ for LANGUAGES.into_iter().map(option) }</select>
        </label>
    }
}
