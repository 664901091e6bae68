//! A page that is written from the pack, in a frame.
//!
//! # Why a frame
//!
//! The worker writes the page as text, so that a large pack does not block the keys. A frame keeps
//! its styles, headings and anchors apart from ours. In a shadow root, links to anchors would not
//! work. `sandbox` forbids scripts. Our Content-Security-Policy forbids that a link loads another
//! website into the frame. A `srcdoc` inherits it, so it allows the two constant styles of the
//! pages by their hashes (`www/build/author.mjs`).

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::host::AuthorHost;
use crate::author::work::Task;
use crate::rulebook::{Language, Locale};

use super::pages::{Page, PageInput, PageKind};

/// The props of the frame.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PageFrameProps {
    /// The text of a pack without faults
    pub(super) text: Rc<str>,
    /// The text of the scenarios
    pub(super) scenarios: Rc<str>,
    /// The page
    pub(super) kind: PageKind,
    /// The first language
    pub(super) locale: Locale,
    /// What only the browser's page can do
    pub(super) host: AuthorHost,
}

/// The rules page or the table to sign, in a language of the pack.
#[component]
pub(super) fn PageFrame(props: &PageFrameProps) -> Html {
    let texts = use_texts();
    let locale = use_state(|| props.locale);
    let page = use_state(|| None::<Option<Rc<Page>>>);
    let input = PageInput {
        text: Rc::clone(&props.text),
        scenarios: Rc::clone(&props.scenarios),
        kind: props.kind,
        locale: *locale,
    };
    use_effect_with((input, props.host.clone()), {
        let page = page.setter();
        move |(input, host)| {
            host.request(Task::Page, input, move |found| page.set(Some(found)));
        }
    });
    let onchange = {
        let locale = locale.setter();
        Callback::from(move |event: Event| {
            let menu = event.target_dyn_into::<HtmlSelectElement>();
            let chosen = menu.and_then(|menu| Locale::from_any_tag(&menu.value()));
            if let Some(chosen) = chosen {
                locale.set(chosen);
            }
        })
    };
    let title = match props.kind {
        PageKind::Rules => texts.page_rules,
        PageKind::SignOff => texts.page_sign_off,
    };
    match &*page {
        None => html! { <p role="status">{ texts.checking }</p> },
        Some(None) => html! { <p class="au-error" role="alert">{ texts.check_failed }</p> },
        Some(Some(page)) if page.has_failed_scenarios => {
            html! { <p role="status">{ texts.page_failed }</p> }
        }
        Some(Some(page)) => html! {
            <>
                if page.languages.len() > 1 {
                    <label class="au-bar__language">
                        <span>{ texts.page_language }</span>
                        <select {onchange}>
                            { for page.languages.iter().map(|one| option(one, page.locale)) }
                        </select>
                    </label>
                }
                <iframe class="au-page" sandbox="" {title} srcdoc={AttrValue::from(Rc::clone(&page.html))} />
            </>
        },
    }
}

fn option(language: &Language, chosen: Option<Locale>) -> Html {
    let tag = language.locale.tag();
    let is_chosen = chosen == Some(language.locale);
    html! { <option value={tag} lang={tag} selected={is_chosen}>{ &*language.name }</option> }
}
