//! One question at a time: the current question, the reason for it, and the buttons to the next and
//! the previous one.

use std::rc::Rc;

use yew::prelude::*;

use super::answers_list::answers_list;
use super::error_summary::error_summary;
use super::fieldset::Question;
use super::props::QuestionProps;
use super::why_asked::why_asked;
use crate::rulebook::{FactId, FactKind};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::start::short_banner;
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::fill;
use crate::widget::ui::{button, disclosure, heading_target, ids, link_button, primary_button};

/// The current question, and below it the current answers.
pub(in crate::widget) fn step(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let count = evaluation.answers.count().to_string();
    let answers = fill(catalogue.answers_title(), &[("count", &count)]);
    html! {
        <div class="ec-step">
            { short_banner(evaluation) }
            <p class="ec-step__progress">{ progress(evaluation) }</p>
            { error_summary(evaluation, state, dispatch) }
            if let Some(fact) = evaluation.shown_question(state) {
                { question_form(evaluation, state, dispatch, fact) }
            } else {
                { finished(evaluation, dispatch) }
            }
            { link_button(catalogue.show_all_questions(), dispatch.on_click(Action::Show(Screen::Questions))) }
            { disclosure(answers.into(), false, html! { <div>{ answers_list(evaluation, state, dispatch) }</div> }) }
        </div>
    }
}

/// The number of answered questions, and an upper bound of the questions left.
fn progress(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let count = evaluation.answers.count().to_string();
    let answered = fill(catalogue.answered_count(), &[("count", &count)]);
    let Some(next) = &evaluation.next else { return answered };
    answered + &fill(catalogue.questions_left(), &[("left", &next.max_remaining.to_string())])
}

/// The question, and the buttons below it.
///
/// A form if the fact is typed, so that the Enter key continues. Not a form for options, because
/// the Enter key in their search box must not continue.
fn question_form(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    fact: FactId,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let definition = &evaluation.pack.rules.facts[fact];
    let is_typed = matches!(definition.kind, FactKind::Number(_) | FactKind::Date);
    let onclick = dispatch.on_click(Action::Next(fact));
    let next = if is_typed {
        html! { <button class="ec-button ec-button--main" type="submit">{ catalogue.next_button() }</button> }
    } else {
        primary_button(catalogue.next_button(), onclick)
    };
    let content = html! {
        <>
            <>
                <Question key={&*definition.id} ..QuestionProps::new(evaluation, state, fact, true) />
            </>
            { why_asked(evaluation, fact) }
            <div class="ec__actions">
                { next }
                { button(catalogue.back_button(), dispatch.on_click(Action::Back)) }
            </div>
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
            dispatch.emit(Action::Next(fact));
        })
    };
    html! { <form class="ec-step__form" novalidate=true autocomplete="off" {onsubmit}>{ content }</form> }
}

/// The message when no further answer can change an outcome.
fn finished(evaluation: &Evaluation, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let title = html! { catalogue.finished_title() };
    html! {
        <div class="ec-step__form">
            { heading_target(evaluation.level.below(1), "ec-step__title", ids::HEADING, title) }
            <p>{ catalogue.finished_note() }</p>
            <div class="ec__actions">
                { primary_button(catalogue.checklist_button(), dispatch.on_click(Action::Show(Screen::Checklist))) }
                { button(catalogue.back_button(), dispatch.on_click(Action::Back)) }
            </div>
        </div>
    }
}
