//! The first screen.

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::context::{use_dispatch, use_texts};
use crate::author::state::{Action, Document};

use super::read_file::read_pack;

/// A pack with one measure, to begin with.
const TEMPLATE: &str = include_str!("../../../tests/transcripts/guide/start.json");

/// Opens a file, or starts from the template.
#[component]
pub(in crate::author) fn StartScreen() -> Html {
    let dispatch = use_dispatch();
    let texts = use_texts();
    let problem = use_state(|| None::<String>);
    let open = {
        let (dispatch, problem, texts) = (dispatch.clone(), problem.clone(), texts.clone());
        Callback::from(move |file: web_sys::File| {
            let (dispatch, problem, texts) = (dispatch.clone(), problem.clone(), texts.clone());
            let name = file.name();
            spawn_local(async move {
                match read_pack(file).await {
                    Ok(text) => dispatch.emit(Action::Open(Document::new(&name, &text))),
                    Err(error) => problem.set(Some(error.text(&texts, &name))),
                }
            });
        })
    };
    let onchange = on_choice(&open);
    let ondrop = {
        let open = open.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            let files = event.data_transfer().and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                open.emit(file);
            }
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let template = Document::new(texts.name_unsaved, TEMPLATE);
    html! {
        <section class="au-start" {ondrop} {ondragover}>
            <h1>{ texts.title }</h1>
            <p>{ texts.intro }</p>
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button au-button--main">{ texts.open_file }</span>
                    <input type="file" accept=".json,application/json" {onchange} />
                </label>
                <button class="au-button" type="button" onclick={dispatch.on_click(Action::Open(template))}>
                    { texts.start_new }
                </button>
            </p>
            <p>{ texts.drop_hint }</p>
            if let Some(problem) = &*problem {
                <p class="au-error" role="alert">{ problem }</p>
            }
        </section>
    }
}

/// Calls `open` with the chosen file of an input, which can then choose the same file again.
fn on_choice(open: &Callback<web_sys::File>) -> Callback<Event> {
    let open = open.clone();
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            open.emit(file);
        }
        input.set_value("");
    })
}
