//! The text of a document, with the quotes of the pack marked.

use std::rc::Rc;

use gloo::utils::document as page;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::checks::QuotePlace;
use crate::author::context::use_dispatch;
use crate::author::state::Action;
use crate::author::text::{CaseTexts, Texts, fill};
use crate::author::ui::{on_choice, on_drag_over, on_drop};

use super::documents::SourceDocument;
use super::marks::segments;
use super::read_source::read_source;

/// The props of the card.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SourceCardProps {
    /// The document
    pub(super) document: SourceDocument,
    /// Its text
    pub(super) text: Option<Rc<str>>,
    /// The quotes that were looked up in it
    pub(super) quotes: Vec<QuotePlace>,
    /// The texts of the page
    pub(super) texts: Rc<Texts>,
}

/// Opens, pastes or drops the text of a document, and shows it.
#[component]
pub(super) fn SourceCard(props: &SourceCardProps) -> Html {
    let dispatch = use_dispatch();
    let problem = use_state_eq(|| None::<String>);
    // The control that has the focus disappears with the text that it sets or removes.
    let next = use_node_ref();
    let moves_focus = use_mut_ref(|| false);
    use_effect_with(props.text.is_some(), {
        let (next, moves_focus) = (next.clone(), Rc::clone(&moves_focus));
        move |_| {
            let element = next.cast::<HtmlElement>();
            if let Some(element) = element.filter(|_| moves_focus.take()) {
                let _ = element.focus();
            }
        }
    });
    let words = &props.texts.cases;
    let id: Rc<str> = props.document.id.as_str().into();
    let set = {
        let (dispatch, id, problem) = (dispatch.clone(), Rc::clone(&id), problem.setter());
        Callback::from(move |text: String| {
            *moves_focus.borrow_mut() = true;
            problem.set(None);
            dispatch.emit(Action::SetSource(Rc::clone(&id), text.into()));
        })
    };
    let open = {
        let (set, texts, problem) = (set.clone(), Rc::clone(&props.texts), problem.setter());
        Callback::from(move |file: web_sys::File| {
            let (set, texts, problem) = (set.clone(), Rc::clone(&texts), problem.clone());
            spawn_local(async move {
                match read_source(file, &texts).await {
                    Ok(text) => set.emit(text),
                    Err(error) => problem.set(Some(error)),
                }
            });
        })
    };
    html! {
        <section
            class="au-source"
            aria-label={props.document.title.clone()}
            ondrop={on_drop(&open)}
            ondragover={on_drag_over()}
        >
            <h3>{ &props.document.title }</h3>
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button">{ words.source_open }</span>
                    <input
                        type="file"
                        accept=".txt,.md,text/plain"
                        aria-label={format!("{}: {}", words.source_open, props.document.title)}
                        onchange={on_choice(&open)}
                    />
                </label>
                if props.text.is_some() {
                    { remove_button(&set, words) }
                }
            </p>
            if let Some(problem) = &*problem {
                <p class="au-error" role="alert">{ problem }</p>
            }
            if let Some(text) = &props.text {
                { numbers(text, &props.quotes, &props.texts) }
                { quote_list(&props.quotes, &props.texts) }
                { marked(&props.document, text, &props.quotes, &props.texts, &next) }
            } else {
                <PasteBox
                    label={fill(words.source_paste, &[&props.document.title])}
                    button={words.source_use}
                    node={next}
                    {set}
                />
                <p>{ words.source_drop }</p>
            }
        </section>
    }
}

fn remove_button(set: &Callback<String>, words: &CaseTexts) -> Html {
    let onclick = set.reform(|_: MouseEvent| String::new());
    html! {
        <button class="au-button" type="button" {onclick}>{ words.source_remove }</button>
    }
}

/// The props of [`PasteBox`].
#[derive(Clone, PartialEq, Properties)]
struct PasteBoxProps {
    label: String,
    button: &'static str,
    node: NodeRef,
    set: Callback<String>,
}

/// A box for a long text, which is used when a button is pressed.
#[component]
fn PasteBox(props: &PasteBoxProps) -> Html {
    let onclick = {
        let (node, set) = (props.node.clone(), props.set.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                set.emit(area.value());
            }
        })
    };
    html! {
        <>
            <label class="au-field">
                <span class="au-field__label">{ &props.label }</span>
                <textarea ref={props.node.clone()} rows="6" />
            </label>
            <button class="au-button" type="button" {onclick}>{ props.button }</button>
        </>
    }
}

fn numbers(text: &str, quotes: &[QuotePlace], texts: &Texts) -> Html {
    let found = quotes.iter().filter(|quote| quote.found.is_some()).count();
    let numbers = [text.chars().count(), found, quotes.len()].map(|count| count.to_string());
    let [characters, found, all] = &numbers;
    html! { <p role="status">{ fill(texts.cases.source_count, &[characters, found, all]) }</p> }
}

/// The quotes; a click on one that was found moves to it.
fn quote_list(quotes: &[QuotePlace], texts: &Texts) -> Html {
    let words = &texts.cases;
    let item = |quote: &QuotePlace| {
        let name = format!("{} · {}", quote.clause, quote.provision);
        let id = mark_id(&quote.provision);
        let onclick = Callback::from(move |_: MouseEvent| show(&id));
        html! {
            <li key={quote.provision.clone()}>
                if quote.found.is_some() {
                    <button
                        class="au-link"
                        type="button"
                        aria-label={fill(words.quote_show, &[&name])}
                        {onclick}
                    >
                        { &name }
                    </button>
                    { " · " }{ words.quote_found }
                } else {
                    { &name }{ " · " }<strong class="au-field__error">{ words.quote_absent }</strong>
                }
            </li>
        }
    };
    html! {
        if !quotes.is_empty() {
            <details class="au-more" open={quotes.iter().any(|quote| quote.found.is_none())}>
                <summary>{ words.quotes }</summary>
                <ul>{ for quotes.iter().map(item) }</ul>
            </details>
        }
    }
}

fn mark_id(provision: &str) -> String {
    format!("au-quote-{provision}")
}

/// Moves to a quote in the text.
fn show(id: &str) {
    let found = page().get_element_by_id(id);
    if let Some(mark) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        mark.scroll_into_view();
        let _ = mark.focus();
    }
}

/// The text with its quotes marked. `node` becomes the reference to it.
fn marked(
    document: &SourceDocument,
    text: &str,
    quotes: &[QuotePlace],
    texts: &Texts,
    node: &NodeRef,
) -> Html {
    let parts = segments(text, quotes);
    let part = |segment: &super::marks::Segment<'_>| {
        if segment.provisions.is_empty() {
            return html! { { segment.text } };
        }
        // Each provision has an anchor; the first one is the mark itself.
        let mut anchors = segment.provisions.iter();
        let first = anchors.next().map(|provision| mark_id(provision));
        let others = anchors.map(|provision| {
            html! { <span id={mark_id(provision)} tabindex="-1"></span> }
        });
        html! {
            <mark id={first} tabindex="-1" title={segment.provisions.join(", ")}>
                { for others }{ segment.text }
            </mark>
        }
    };
    html! {
        <div
            ref={node.clone()}
            class="au-source__text"
            role="region"
            tabindex="0"
            aria-label={fill(texts.cases.source_text, &[&document.title])}
        >
            { for parts.iter().map(part) }
        </div>
    }
}
