//! A page that is written from the pack, in a frame.
//!
//! # Why a frame
//!
//! The worker writes the page as text, so that a large pack does not block the keys. A frame keeps
//! its styles, headings and anchors apart from ours. In a shadow root, links to anchors would not
//! work.
//!
//! `sandbox` forbids scripts. It allows the same origin, so that the page can print the frame. Our
//! Content-Security-Policy forbids that a link loads another website into the frame. A `srcdoc`
//! inherits it, so it allows the constant styles of the pages by their hashes
//! (`www/build/author.mjs`). The texts in the margins of the checklist are not constant. They are
//! added when it is printed (`www/author/print.js`).

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::host::AuthorHost;
use crate::author::task::Task;
use crate::author::text::Texts;
use crate::rulebook::Locale;
use crate::widget::local_time;

use super::pages::{Page, PageInput, PageKind};
use super::print_bar::print_bar;

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

/// A page in a language of the pack.
#[component]
pub(super) fn PageFrame(props: &PageFrameProps) -> Html {
    let texts = use_texts();
    let locale = use_state(|| props.locale);
    let scenario = use_state(|| None::<Rc<str>>);
    let page = use_state(|| None::<Option<Rc<Page>>>);
    let frame = use_node_ref();
    let input = PageInput {
        text: Rc::clone(&props.text),
        scenarios: Rc::clone(&props.scenarios),
        kind: props.kind,
        locale: *locale,
        scenario: (*scenario).clone(),
        printed_at: "".into(),
    };
    use_effect_with((input, props.host.clone()), {
        let page = page.setter();
        move |(input, host)| {
            let input = PageInput { printed_at: local_time().into(), ..input.clone() };
            host.request(Task::Page, &input, move |found| page.set(Some(found)));
        }
    });
    let choose_language = {
        let locale = locale.setter();
        on_change(move |tag| {
            if let Some(chosen) = Locale::from_any_tag(&tag) {
                locale.set(chosen);
            }
        })
    };
    let choose_scenario = {
        let scenario = scenario.setter();
        on_change(move |name| scenario.set(Some(name.into())))
    };
    let page = match &*page {
        None => return html! { <p role="status">{ texts.checking }</p> },
        Some(None) => {
            return html! { <p class="au-error" role="alert">{ texts.check_failed }</p> };
        }
        Some(Some(page)) => page,
    };
    html! {
        <>
            <div class="au-start__ways">
                { language_menu(page, choose_language, &texts) }
                { scenario_menu(page, choose_scenario, &texts) }
            </div>
            if page.has_failed_scenarios {
                <p role="status">{ texts.page_failed }</p>
            } else if page.html.is_empty() {
                <p role="status">{ texts.preview.no_scenarios }</p>
            } else {
                { print_bar(page, &frame, &props.host, &texts.preview) }
                <iframe
                    ref={frame}
                    class="au-page"
                    sandbox="allow-same-origin allow-modals"
                    title={title(props.kind, &texts)}
                    srcdoc={page.frame_html()}
                />
            }
        </>
    }
}

fn title(kind: PageKind, texts: &Texts) -> &'static str {
    match kind {
        PageKind::Rules => texts.page_rules,
        PageKind::SignOff => texts.page_sign_off,
        PageKind::Paper => texts.preview.paper,
    }
}

fn language_menu(page: &Page, onchange: Callback<Event>, texts: &Texts) -> Html {
    let option = |language: &crate::rulebook::Language| {
        let tag = language.locale.tag();
        let is_chosen = page.locale == Some(language.locale);
        html! { <option value={tag} lang={tag} selected={is_chosen}>{ &*language.name }</option> }
    };
    html! {
        if page.languages.len() > 1 {
            <label class="au-choice">
                <span>{ texts.page_language }</span>
                <select {onchange}>{ for page.languages.iter().map(option) }</select>
            </label>
        }
    }
}

fn scenario_menu(page: &Page, onchange: Callback<Event>, texts: &Texts) -> Html {
    let option = |name: &Rc<str>| {
        let is_chosen = page.scenario.as_ref() == Some(name);
        html! { <option value={AttrValue::from(Rc::clone(name))} selected={is_chosen}>{ &**name }</option> }
    };
    html! {
        if !page.scenarios.is_empty() {
            <label class="au-choice">
                <span>{ texts.preview.scenario }</span>
                <select {onchange}>{ for page.scenarios.iter().map(option) }</select>
            </label>
        }
    }
}

/// Calls back with the value of a menu.
fn on_change(choose: impl Fn(String) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(menu) = event.target_dyn_into::<HtmlSelectElement>() {
            choose(menu.value());
        }
    })
}
