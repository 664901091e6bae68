//! The bar.

use gloo::utils::window;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::author::context::Dispatch;
use crate::author::state::{Action, Document, State};
use crate::author::text::{LANGUAGES, Texts};
use crate::widget::download_text;

/// The bar.
pub(in crate::author) fn top_bar(state: &State, texts: &Texts, dispatch: &Dispatch) -> Html {
    html! {
        <header class="au-bar">
            if let Some(document) = &state.document {
                { file(document, texts, dispatch) }
            }
            { language_menu(state, texts, dispatch) }
        </header>
    }
}

fn file(document: &Document, texts: &Texts, dispatch: &Dispatch) -> Html {
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
            <button class="au-button" type="button" onclick={save}>{ texts.save }</button>
            <button class="au-button" type="button" onclick={close}>{ texts.close }</button>
        </>
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
