//! Opens a chosen or dropped file. Unsaved work asks first.

use gloo::utils::window;
use web_sys::File;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::context::Dispatch;
use crate::author::state::{Action, Document};
use crate::author::text::{Texts, fill};

use super::read_file::{FileError, read_pack};

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq)]
enum Problem {
    File(FileError),
    /// It is a spreadsheet, which has a panel of its own
    Sheet,
}

/// Opening of files.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::author) struct Opening {
    /// Opens a file
    pub(in crate::author) open: Callback<File>,
    problem: Option<(Problem, String)>,
}

impl Opening {
    /// Why the last file was not opened, as a sentence.
    pub(in crate::author) fn problem(&self, texts: &Texts) -> Option<String> {
        let (problem, name) = self.problem.as_ref()?;
        Some(match problem {
            Problem::File(error) => error.text(texts, name),
            Problem::Sheet => fill(texts.drafts.dropped_sheet, &[name]),
        })
    }
}

/// Opens files. `question` is asked before unsaved work is lost.
#[hook]
pub(in crate::author) fn use_open_pack(
    dispatch: &Dispatch,
    is_changed: bool,
    question: &'static str,
) -> Opening {
    let problem = use_state_eq(|| None::<(Problem, String)>);
    let open = {
        let (dispatch, problem) = (dispatch.clone(), problem.setter());
        Callback::from(move |file: File| {
            let (dispatch, problem, name) = (dispatch.clone(), problem.clone(), file.name());
            if is_sheet(&name) {
                return problem.set(Some((Problem::Sheet, name)));
            }
            if is_changed && !window().confirm_with_message(question).unwrap_or(false) {
                return;
            }
            spawn_local(async move {
                match read_pack(file).await {
                    Ok(text) => {
                        problem.set(None);
                        dispatch.emit(Action::Open(Document::new(&name, &text).into()));
                    }
                    Err(error) => problem.set(Some((Problem::File(error), name))),
                }
            });
        })
    };
    Opening { open, problem: (*problem).clone() }
}

fn is_sheet(name: &str) -> bool {
    let name = name.to_lowercase();
    [".xlsx", ".xls", ".csv", ".ods"].iter().any(|ending| name.ends_with(ending))
}
