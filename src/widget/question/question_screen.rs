//! The question screen: the bar, one question or those that are asked together, what they are for,
//! and the button to the next screen.

use std::rc::Rc;

use yew::prelude::*;

use super::error_summary::error_summary;
use super::group::questions;
use super::more::more;
use super::progress::progress_bar;
use super::purpose::purpose;
use super::required::required;
use super::what_changed::what_changed;
use crate::rulebook::{FactId, FactKind};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::ui::{footer, primary_button};

/// The whole screen.
pub(in crate::widget) fn question_screen(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let facts = evaluation.shown_questions(state);
    html! {
        <div class="ec-step">
            { progress_bar(evaluation, state, dispatch) }
            if !facts.is_empty() {
                { question_form(evaluation, state, dispatch, &facts) }
            }
            { more(evaluation, state, dispatch) }
        </div>
    }
}

/// The questions, and the button below them.
///
/// A form if a fact is typed, so that the Enter key continues. Not a form for options, because the
/// Enter key in their search box must not continue.
fn question_form(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    facts: &[FactId],
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let rules = &evaluation.pack.rules;
    let is_typed = facts
        .iter()
        .any(|fact| matches!(rules.facts[*fact].kind, FactKind::Number(_) | FactKind::Date));
    let next = Action::Next(required(evaluation, state, facts));
    let next_button = if is_typed {
        html! { <button class="ec-button ec-button--main" type="submit">{ catalogue.next_button() }</button> }
    } else {
        primary_button(catalogue.next_button(), dispatch.on_click(next.clone()))
    };
    let content = html! {
        <>
            <div class="ec-step__questions">
                { questions(evaluation, state, dispatch, facts) }
                { error_summary(evaluation, state, dispatch) }
                { purpose(evaluation, facts) }
            </div>
            { footer(html! {
                <>
                    { what_changed(evaluation, state) }
                    { next_button }
                </>
            }) }
        </>
    };
    if !is_typed {
        return html! { <div class="ec-step__form">{ content }</div> };
    }
    let onsubmit = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            // Nothing is submitted, and the page does not reload.
            event.prevent_default();
            dispatch.emit(next.clone());
        })
    };
    html! { <form class="ec-step__form" novalidate=true autocomplete="off" {onsubmit}>{ content }</form> }
}
