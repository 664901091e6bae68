//! The open files: opening, downloading and closing them.

use std::rc::Rc;

use gloo::utils::window;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::context::{Dispatch, use_dispatch, use_texts};
use crate::author::scenario_files::{ScenarioFile, ScenarioFiles};
use crate::author::start::read_pack;
use crate::author::state::Action;
use crate::author::text::{Texts, fill};
use crate::author::ui::{on_choices, on_drag_over, on_drops};
use crate::rulebook::Json;
use crate::widget::download_text;

/// Most files that are always shown.
const MOST_ROWS: usize = 3;

/// The props of the files.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FileListProps {
    /// The files
    pub(super) files: ScenarioFiles,
    /// The scenarios of each; `None` for a file that is not a list
    pub(super) lists: Rc<Vec<Option<Vec<Json>>>>,
}

/// The files, each with its buttons, and the button that opens more.
#[component]
pub(super) fn FileList(props: &FileListProps) -> Html {
    let texts = use_texts();
    let dispatch = use_dispatch();
    let problem = use_state_eq(|| None::<String>);
    let open = {
        let (dispatch, texts, problem) = (dispatch.clone(), Rc::clone(&texts), problem.setter());
        Callback::from(move |files: Vec<web_sys::File>| {
            let (dispatch, texts, problem) = (dispatch.clone(), Rc::clone(&texts), problem.clone());
            spawn_local(async move {
                problem.set(open_files(files, &texts, &dispatch).await);
            });
        })
    };
    let rows = props.files.iter().zip(&*props.lists).enumerate().map(|(index, (file, list))| {
        let count = list.as_ref().map(Vec::len);
        row(&props.files, index, file, count, &texts, &dispatch)
    });
    let count = props.files.iter().count();
    let changed = props.files.iter().filter(|file| file.is_changed()).count().to_string();
    html! {
        <div class="au-files" ondrop={on_drops(&open)} ondragover={on_drag_over()}>
            if count > MOST_ROWS {
                <details class="au-more">
                    <summary>{ fill(texts.cases.files, &[&count.to_string(), &changed]) }</summary>
                    <ul>{ for rows }</ul>
                </details>
            } else {
                <ul>{ for rows }</ul>
            }
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button">{ texts.cases.open }</span>
                    <input
                        type="file"
                        accept=".json,application/json"
                        multiple=true
                        onchange={on_choices(&open)}
                    />
                </label>
            </p>
            if let Some(problem) = &*problem {
                <p class="au-error" role="alert">{ problem }</p>
            }
        </div>
    }
}

/// Opens all files that can be read. Returns the problem with the first one that cannot.
async fn open_files(
    files: Vec<web_sys::File>,
    texts: &Texts,
    dispatch: &Dispatch,
) -> Option<String> {
    let mut opened = Vec::new();
    let mut problem = None;
    for file in files {
        let name = file.name();
        match read_pack(file).await {
            Ok(text) => opened.push((name, text)),
            Err(error) => problem = problem.or(Some(error.text(texts, &name))),
        }
    }
    if !opened.is_empty() {
        dispatch.emit(Action::OpenScenarios(opened));
    }
    problem
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
