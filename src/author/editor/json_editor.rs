//! The editor as a component.

use std::rc::Rc;

use gloo::events::EventListener;
use serde_json::json;
use wasm_bindgen::JsCast;
use web_sys::CustomEvent;
use yew::prelude::*;

use crate::author::checks::{Checks, Problem, Severity};
use crate::author::context::{use_dispatch, use_texts};
use crate::author::document::Offsets;
use crate::author::state::{Action, Order, TextEdit};

use super::element::EditorElement;

/// The props of the editor.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct JsonEditorProps {
    /// The text that the editor has
    pub(in crate::author) text: Rc<str>,
    /// The last order
    pub(in crate::author) order: (u32, Order),
    /// The result of the checks of the text; `None` while they run
    pub(in crate::author) checks: Option<Rc<Checks>>,
    /// The language of the page
    pub(in crate::author) language: AttrValue,
}

/// The text of the pack. The editor owns the text: it changes by keys, or by an order.
///
/// It is mounted by the order to open a text, and stays mounted while the forms are shown.
#[component]
pub(in crate::author) fn JsonEditor(props: &JsonEditorProps) -> Html {
    let node = use_node_ref();
    let dispatch = use_dispatch();
    let texts = use_texts();
    // The text of the editor after its last event.
    let known = use_mut_ref(|| Rc::clone(&props.text));

    use_effect_with((node.clone(), dispatch.clone()), {
        let known = Rc::clone(&known);
        move |(node, dispatch)| {
            let listeners = node.cast::<EditorElement>().map(|element| {
                let edited = {
                    let (dispatch, editor) = (dispatch.clone(), element.clone());
                    EventListener::new(&element, "edited", move |_| {
                        let text: Rc<str> = editor.text().into();
                        *known.borrow_mut() = Rc::clone(&text);
                        dispatch.emit(Action::SetText(text));
                    })
                };
                let fixed = {
                    let dispatch = dispatch.clone();
                    EventListener::new(&element, "fixed", move |event| {
                        let index = event
                            .dyn_ref::<CustomEvent>()
                            .and_then(|event| event.detail().as_f64());
                        if let Some(index) = index {
                            dispatch.emit(Action::Fix(index as usize));
                        }
                    })
                };
                (edited, fixed)
            });
            move || drop(listeners)
        }
    });

    use_effect_with((props.language.clone(), Rc::clone(&texts)), {
        let node = node.clone();
        move |(language, texts)| {
            if let Some(element) = node.cast::<EditorElement>() {
                element.set_language(language, texts.editor_label);
            }
        }
    });

    use_effect_with(props.order.0, {
        let (node, order, known) = (node.clone(), props.order.1.clone(), Rc::clone(&known));
        move |_| {
            if let Some(element) = node.cast::<EditorElement>() {
                let text = Rc::clone(&known.borrow());
                obey(&element, &text, &order);
            }
        }
    });

    use_effect_with(props.checks.clone(), {
        let (node, text) = (node.clone(), Rc::clone(&props.text));
        let fix = texts.fix;
        move |checks| {
            if let (Some(element), Some(checks)) = (node.cast::<EditorElement>(), checks) {
                element.set_problems(&underlines(&text, &checks.problems, fix));
            }
        }
    });

    html! { <@{"json-editor"} ref={node} class="au-editor" /> }
}

/// Carries out an order. `text` is the text in the editor.
fn obey(element: &EditorElement, text: &str, order: &Order) {
    match order {
        Order::None => {}
        Order::Open(text) => element.open(text),
        Order::Edit(edits) => element.edit(&changes(text, edits)),
        Order::Undo => element.undo(),
        Order::Redo => element.redo(),
        Order::Select(from, to) => {
            let offsets = Offsets::new(text);
            element.select(offsets.to_utf16(*from), offsets.to_utf16(*to));
        }
    }
}

/// Edits as JSON for the editor.
fn changes(text: &str, edits: &[TextEdit]) -> String {
    let offsets = Offsets::new(text);
    let change = |edit: &TextEdit| {
        let (from, to) = (offsets.to_utf16(edit.from), offsets.to_utf16(edit.to));
        json!({ "from": from, "to": to, "insert": edit.text })
    };
    serde_json::Value::Array(edits.iter().map(change).collect()).to_string()
}

/// Problems as JSON for the editor.
fn underlines(text: &str, problems: &[Problem], fix: &str) -> String {
    let offsets = Offsets::new(text);
    let underline = |problem: &Problem| {
        let (from, to) = (offsets.to_utf16(problem.place.from), offsets.to_utf16(problem.place.to));
        let severity = match problem.severity {
            Severity::Fault => "error",
            Severity::Finding => "warning",
        };
        let message = [Some(&problem.message), problem.help.as_ref()];
        let message: Vec<&str> = message.into_iter().flatten().map(String::as_str).collect();
        json!({
            "from": from,
            "to": to,
            "severity": severity,
            "message": message.join("\n"),
            "fix": problem.fix.as_ref().map(|_| fix),
        })
    };
    serde_json::Value::Array(problems.iter().map(underline).collect()).to_string()
}
