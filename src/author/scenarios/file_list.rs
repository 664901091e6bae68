//! The open files: opening, downloading and closing them.

use std::rc::Rc;

use gloo::utils::window;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::context::Dispatch;
use crate::author::start::read_pack;
use crate::author::state::Action;
use crate::author::text::{Texts, fill};
use crate::widget::download_text;

use super::files::{ScenarioFile, ScenarioFiles};

/// The files, each with its buttons, and the button that opens more.
pub(super) fn file_list(files: &ScenarioFiles, texts: &Rc<Texts>, dispatch: &Dispatch) -> Html {
    let open = {
        let (dispatch, texts) = (dispatch.clone(), Rc::clone(texts));
        Callback::from(move |files: Vec<web_sys::File>| open_files(files, &texts, &dispatch))
    };
    let onchange = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            open.emit(list(input.files()));
            input.set_value("");
        })
    };
    let ondrop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        open.emit(list(event.data_transfer().and_then(|data| data.files())));
    });
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let lists = files.lists();
    let rows = files.iter().zip(lists).enumerate().map(|(index, (file, list))| {
        let count = list.map(|list| list.len());
        row(files, index, file, count, texts, dispatch)
    });
    html! {
        <div class="au-files" {ondrop} {ondragover}>
            <ul>{ for rows }</ul>
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button">{ texts.cases.open }</span>
                    <input type="file" accept=".json,application/json" multiple=true {onchange} />
                </label>
            </p>
        </div>
    }
}

fn list(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    let files = files.into_iter();
    files.flat_map(|files| (0..files.length()).filter_map(move |at| files.get(at))).collect()
}

/// Opens all files that can be read, and reports the first one that cannot.
fn open_files(files: Vec<web_sys::File>, texts: &Rc<Texts>, dispatch: &Dispatch) {
    let (texts, dispatch) = (Rc::clone(texts), dispatch.clone());
    spawn_local(async move {
        let mut opened = Vec::new();
        let mut problem = None;
        for file in files {
            let name = file.name();
            match read_pack(file).await {
                Ok(text) => opened.push((name, text)),
                Err(error) => problem = problem.or(Some(error.text(&texts, &name))),
            }
        }
        if !opened.is_empty() {
            dispatch.emit(Action::OpenScenarios(opened));
        }
        if let Some(problem) = problem {
            let _ = window().alert_with_message(&problem);
        }
    });
}

fn row(
    files: &ScenarioFiles,
    index: usize,
    file: &ScenarioFile,
    count: Option<usize>,
    texts: &Texts,
    dispatch: &Dispatch,
) -> Html {
    let words = &texts.cases;
    let save = {
        let (file, dispatch) = (file.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            download_text("application/json", &file.name, &file.text);
            dispatch.emit(Action::ScenariosSaved(index, Rc::clone(&file.text)));
        })
    };
    let close = {
        let (closed, dispatch) = (files.close(index), dispatch.clone());
        let question = file.is_changed().then(|| fill(words.close_unsaved, &[&file.name]));
        Callback::from(move |_: MouseEvent| {
            let may = question
                .as_ref()
                .is_none_or(|question| window().confirm_with_message(question).unwrap_or(false));
            if may {
                dispatch.emit(Action::EditScenarios(closed.clone()));
            }
        })
    };
    let state = count.map_or_else(
        || words.file_broken.to_owned(),
        |count| fill(words.file_count, &[&count.to_string()]),
    );
    html! {
        <li key={file.name.to_string()}>
            <strong>{ file.name.to_string() }</strong>{ " · " }{ state }
            if file.is_changed() {
                { " · " }<em>{ words.file_unsaved }</em>
            }
            <span class="au-tools">
                <button class="au-button" type="button" onclick={save}>
                    { fill(words.save, &[&file.name]) }
                </button>
                <button class="au-button" type="button" onclick={close}>
                    { fill(words.close, &[&file.name]) }
                </button>
            </span>
        </li>
    }
}
