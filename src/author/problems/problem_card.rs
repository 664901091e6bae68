//! A problem.

use yew::prelude::*;

use crate::author::checks::{Place, Problem, Severity};
use crate::author::context::Dispatch;
use crate::author::state::Action;
use crate::author::text::{Texts, fill};

/// A problem with its places, remedy, correction and example. `is_current` says whether it is about
/// the text in the editor: only then do its offsets fit.
pub(super) fn problem_card(
    index: usize,
    problem: &Problem,
    is_current: bool,
    example: Html,
    texts: &Texts,
    dispatch: &Dispatch,
) -> Html {
    let (class, kind) = match problem.severity {
        Severity::Fault => ("au-problem au-problem--fault", texts.fault),
        Severity::Finding => ("au-problem au-problem--finding", texts.finding),
    };
    html! {
        <li {class}>
            <p class="au-problem__message">
                <strong>{ kind }</strong>{ " " }
                <span lang="en">{ &problem.message }</span>
            </p>
            if let Some(explanation) = texts.explanation(&problem.code) {
                <p class="au-problem__explanation">{ explanation }</p>
            }
            { place(&problem.place, is_current, texts, dispatch) }
            { for problem.related.iter().map(|related| place(related, is_current, texts, dispatch)) }
            { for problem.notes.iter().map(|note| html! { <p lang="en">{ note }</p> }) }
            if let Some(help) = &problem.help {
                <p class="au-problem__help" lang="en">{ help }</p>
            }
            { example }
            if let Some(fix) = &problem.fix {
                <p class="au-problem__fix">
                    <code>{ fill(texts.fix_to, &[&fix.text]) }</code>
                    <button
                        class="au-button"
                        type="button"
                        disabled={!is_current}
                        onclick={dispatch.on_click(Action::Fix(index))}
                    >
                        { texts.fix }
                    </button>
                </p>
            }
        </li>
    }
}

fn place(place: &Place, is_current: bool, texts: &Texts, dispatch: &Dispatch) -> Html {
    let line = fill(texts.line, &[&place.line.to_string()]);
    html! {
        <p class="au-problem__place">
            <button
                class="au-link"
                type="button"
                disabled={!is_current}
                aria-label={format!("{}: {line}", texts.show_place)}
                onclick={dispatch.on_click(Action::Select(place.from, place.to))}
            >
                { line.clone() }
            </button>
            { " " }<code>{ &place.pointer }</code>
            if !place.label.is_empty() {
                // Without a separator, "not found" would seem to be about the pointer.
                { " · " }<span lang="en">{ &place.label }</span>
            }
        </p>
    }
}
