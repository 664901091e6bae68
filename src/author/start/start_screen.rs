//! The first screen.

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::context::{use_dispatch, use_texts};
use crate::author::forms::TemplateForm;
use crate::author::state::{Action, Document, View};
use crate::rulebook::Locale;

use super::read_file::read_pack;

/// The props of the screen.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct StartScreenProps {
    /// The language of the page
    pub(in crate::author) locale: Locale,
}

/// Opens a file, or starts from the template.
#[component]
pub(in crate::author) fn StartScreen(props: &StartScreenProps) -> Html {
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
    let on_start = {
        let (dispatch, name) = (dispatch.clone(), texts.name_unsaved);
        Callback::from(move |text: String| {
            dispatch.emit(Action::Open(Document::new(name, &text)));
            dispatch.emit(Action::Show(View::Forms));
        })
    };
    html! {
        <section class="au-start" {ondrop} {ondragover}>
            <h1>{ texts.title }</h1>
            <p>{ texts.intro }</p>
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button au-button--main">{ texts.open_file }</span>
                    <input type="file" accept=".json,application/json" {onchange} />
                </label>
            </p>
            <p>{ texts.drop_hint }</p>
            if let Some(problem) = &*problem {
                <p class="au-error" role="alert">{ problem }</p>
            }
            <TemplateForm locale={props.locale} {on_start} />
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
