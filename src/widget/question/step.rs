//! One question at a time: the one expected to decide most, why it is asked, and the way back.

use std::rc::Rc;

use yew::prelude::*;

use super::answers_list::answers_list;
use super::error_summary::error_summary;
use super::fieldset::{Question, QuestionProps};
use super::why_asked::why_asked;
use crate::rulebook::{FactId, FactKind};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::start::short_banner;
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::fill;
use crate::widget::ui::{button, folded, heading_target, ids, link_button, main_button};

/// The current question, and below it the answers so far.
pub(in crate::widget) fn step(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let count = evaluation.answers.count().to_string();
    let answers = fill(catalogue.answers(), &[("count", &count)]);
    html! {
        <div class="ec-step">
            { short_banner(evaluation) }
            <p class="ec-step__progress">{ progress(evaluation) }</p>
            { error_summary(evaluation, state, dispatch) }
            if let Some(fact) = evaluation.shown_question(state) {
                { asked(evaluation, state, dispatch, fact) }
            } else {
                { finished(evaluation, dispatch) }
            }
            { link_button(catalogue.all_questions(), dispatch.on_click(Action::Show(Screen::Questions))) }
            { folded(answers.into(), false, html! { <div>{ answers_list(evaluation, dispatch) }</div> }) }
        </div>
    }
}

/// How many questions are answered, and how many are left at most.
fn progress(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let count = evaluation.answers.count().to_string();
    let answered = fill(catalogue.answered(), &[("count", &count)]);
    let Some(next) = &evaluation.next else { return answered };
    answered + &fill(catalogue.left_at_most(), &[("left", &next.max_remaining.to_string())])
}

/// The question, and the buttons below it.
///
/// A form where something is typed, so that Enter continues. Not where options are searched: Enter in the search box would
/// continue, too.
fn asked(evaluation: &Rc<Evaluation>, state: &State, dispatch: &Dispatch, fact: FactId) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let definition = &evaluation.pack.book.facts[fact];
    let is_typed = matches!(definition.kind, FactKind::Number(_) | FactKind::Date);
    let is_enough = evaluation.next.as_ref().is_some_and(|next| !next.can_decide_met);
    let onclick = dispatch.on_click(Action::Next(fact));
    let next = if is_typed {
        html! { <button class="ec-button ec-button--main" type="submit">{ catalogue.next() }</button> }
    } else {
        main_button(catalogue.next(), onclick)
    };
    let content = html! {
        <>
            <>
                <Question key={&*definition.id} ..QuestionProps::new(evaluation, state, fact, true) />
            </>
            { why_asked(evaluation, fact) }
            if is_enough {
                <p class="ec-inset">{ catalogue.enough() }</p>
            }
            <div class="ec__actions">
                { next }
                { button(catalogue.back(), dispatch.on_click(Action::Back)) }
            </div>
        </>
    };
    if !is_typed {
        return html! { <div class="ec-step__form">{ content }</div> };
    }
    let onsubmit = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            // Nothing is ever sent, and the page is not reloaded.
            event.prevent_default();
            dispatch.emit(Action::Next(fact));
        })
    };
    html! { <form class="ec-step__form" novalidate=true autocomplete="off" {onsubmit}>{ content }</form> }
}

/// No further answer can change an outcome.
fn finished(evaluation: &Evaluation, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let title = html! { catalogue.finished() };
    html! {
        <div class="ec-step__form">
            { heading_target(evaluation.level.below(1), "ec-step__title", ids::HEADING, title) }
            <p>{ catalogue.finished_note() }</p>
            <div class="ec__actions">
                { main_button(catalogue.to_sheet(), dispatch.on_click(Action::Show(Screen::Checklist))) }
                { button(catalogue.back(), dispatch.on_click(Action::Back)) }
            </div>
        </div>
    }
}
