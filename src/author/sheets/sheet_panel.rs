//! The panel with spreadsheets.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::context::{use_dispatch, use_texts};
use crate::author::host::AuthorHost;
use crate::author::notice::use_notice;
use crate::author::state::Action;
use crate::author::task::Task;
use crate::author::text::{SheetTexts, fill};
use crate::author::ui::{on_choice, on_drag_over, on_drop};

use super::error_text::failure_text;
use super::exchange::{SheetFailure, SheetReview};
use super::export_form::ExportForm;
use super::open_file::{ChosenSheet, read_sheet};
use super::review_view::review_lists;

/// The props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct SheetPanelProps {
    /// The text in the editor
    pub(in crate::author) text: Rc<str>,
    /// The name of its file
    pub(in crate::author) name: Rc<str>,
    /// Whether the panel is shown
    pub(in crate::author) is_shown: bool,
    /// What only the browser's page can do
    pub(in crate::author) host: AuthorHost,
}

/// The last comparison, and the text that it is about.
#[derive(Clone, Debug, PartialEq)]
struct Reviewed {
    text: Rc<str>,
    /// `None` if the worker failed
    result: Option<Rc<Result<SheetReview, SheetFailure>>>,
}

/// Saves spreadsheets; opens an edited one, shows what it would change, and applies that as one
/// step of the editor's history. The comparison follows the text in the editor.
#[component]
pub(in crate::author) fn SheetPanel(props: &SheetPanelProps) -> Html {
    let texts = use_texts();
    let dispatch = use_dispatch();
    let sheet = use_state(|| None::<ChosenSheet>);
    let problem = use_state(|| None::<String>);
    let reviewed = use_state(|| None::<Reviewed>);
    let applied = use_notice::<_, usize>(&props.text);
    let text = texts.sheets;

    let input = (*sheet).clone().filter(|_| props.is_shown);
    use_effect_with((input, Rc::clone(&props.text), props.host.clone()), {
        let reviewed = reviewed.setter();
        move |(sheet, text, host)| {
            let Some(sheet) = sheet else { return };
            let (reviewed, about) = (reviewed.clone(), Rc::clone(text));
            host.request_with(Task::SheetReview, text, Rc::clone(&sheet.content), move |reply| {
                let result = reply.map(|(result, _)| result);
                reviewed.set(Some(Reviewed { text: Rc::clone(&about), result }));
            });
        }
    });

    let open = {
        let (sheet, problem) = (sheet.setter(), problem.setter());
        let (reviewed, applied) = (reviewed.setter(), applied.setter());
        let texts = Rc::clone(&texts);
        Callback::from(move |file: web_sys::File| {
            let texts = Rc::clone(&texts);
            let (sheet, problem, reviewed, applied) =
                (sheet.clone(), problem.clone(), reviewed.clone(), applied.clone());
            spawn_local(async move {
                let name = file.name();
                let read = read_sheet(file).await;
                applied.clear();
                reviewed.set(None);
                problem.set(read.as_ref().err().map(|one| one.text(&texts, &name)));
                sheet.set(read.ok());
            });
        })
    };
    let forget = {
        let (sheet, applied) = (sheet.setter(), applied.setter());
        Callback::from(move |_: MouseEvent| {
            sheet.set(None);
            applied.clear();
        })
    };
    let current = reviewed.as_ref().filter(|one| one.text == props.text);
    let apply = {
        let applied = applied.setter();
        Callback::from(move |review: SheetReview| {
            applied.set_after_change(review.import.changes.len());
            dispatch.emit(Action::Edit(review.edits));
        })
    };
    // The button that had the focus goes away.
    let status = use_node_ref();
    use_effect_with(applied.content().copied(), {
        let status = status.clone();
        move |applied| {
            if let (Some(_), Some(element)) = (applied, status.cast::<HtmlElement>()) {
                let _ = element.focus();
            }
        }
    });
    html! {
        <div class="au-sheets" ondrop={on_drop(&open)} ondragover={on_drag_over()}>
            <p>{ text.intro }</p>
            <ExportForm
                text={Rc::clone(&props.text)}
                name={Rc::clone(&props.name)}
                host={props.host.clone()}
            />
            <h2>{ text.import }</h2>
            <p>{ text.import_intro }</p>
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button">{ text.open }</span>
                    <input type="file" accept=".xlsx,.csv,text/csv" onchange={on_choice(&open)} />
                </label>
                if sheet.is_some() {
                    <button class="au-button" type="button" onclick={forget}>{ text.forget }</button>
                }
            </p>
            if let Some(problem) = &*problem {
                <p class="au-error" role="alert">{ problem }</p>
            }
            <p role="status" ref={status} tabindex="-1">
                if let Some(count) = applied.content() {
                    { fill(text.applied, &[&count.to_string()]) }{ " " }
                }
                if sheet.is_some() && current.is_none() {
                    { text.comparing }
                }
            </p>
            if let (Some(sheet), Some(current)) = (&*sheet, current) {
                { outcome(&sheet.name, current.result.as_deref(), &text, &apply) }
            }
        </div>
    }
}

/// The result of the comparison.
fn outcome(
    name: &str,
    result: Option<&Result<SheetReview, SheetFailure>>,
    texts: &SheetTexts,
    apply: &Callback<SheetReview>,
) -> Html {
    let review = match result {
        None => return html! { <p class="au-error" role="alert">{ texts.failed }</p> },
        Some(Err(failure)) => {
            let text = failure_text(failure, name, texts);
            return html! { <p class="au-error" role="alert">{ text }</p> };
        }
        Some(Ok(review)) => review,
    };
    let import = &review.import;
    let counts = [import.changes.len(), import.conflicts.len(), import.notices.len()];
    let counts = counts.map(|count| count.to_string());
    let [changes, conflicts, notices] = &counts;
    let onclick = {
        let review = review.clone();
        apply.reform(move |_: MouseEvent| review.clone())
    };
    html! {
        <>
            <p role="status">{ fill(texts.summary, &[name, changes, conflicts, notices]) }</p>
            if review.new_faults > 0 {
                <p class="au-error">{ fill(texts.new_faults, &[&review.new_faults.to_string()]) }</p>
            }
            if !review.edits.is_empty() {
                <p>
                    <button class="au-button au-button--main" type="button" {onclick}>
                        { fill(texts.apply, &[changes]) }
                    </button>
                </p>
            }
            { review_lists(import, texts) }
        </>
    }
}
