//! The question screen: one question, or those that are asked together, the reason for them, and the
//! buttons to the next and the previous screen.

use std::rc::Rc;

use yew::prelude::*;

use super::answers_list::answers_list;
use super::clear_answers::clear_answers;
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

/// The whole screen.
pub(in crate::widget) fn question_screen(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let count = evaluation.answers.count().to_string();
    let answers = fill(catalogue.answers_title(), &[("count", &count)]);
    let facts = evaluation.shown_questions(state);
    let show = |screen| dispatch.on_click(Action::Show(screen));
    html! {
        <div class="ec-step">
            { short_banner(evaluation) }
            <p class="ec-step__progress">{ progress(evaluation) }</p>
            { error_summary(evaluation, state, dispatch) }
            if !facts.is_empty() {
                { question_form(evaluation, state, dispatch, &facts) }
            }
            { link_button(catalogue.show_all_questions(), show(Screen::AllQuestions)) }
            { button(catalogue.results_title(), show(Screen::Results)) }
            { disclosure(answers.into(), false, html! { <div>{ answers_list(evaluation, state, dispatch) }</div> }) }
            { clear_answers(evaluation, state, dispatch) }
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

/// The questions, and the buttons below them.
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
    let next = Action::Next(facts.to_vec());
    let next_button = if is_typed {
        html! { <button class="ec-button ec-button--main" type="submit">{ catalogue.next_button() }</button> }
    } else {
        primary_button(catalogue.next_button(), dispatch.on_click(next.clone()))
    };
    let content = html! {
        <>
            <>{ for questions(evaluation, state, facts) }</>
            <>{ for facts.iter().map(|fact| why_asked(evaluation, *fact)) }</>
            <div class="ec__actions">
                { next_button }
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
            dispatch.emit(next.clone());
        })
    };
    html! { <form class="ec-step__form" novalidate=true autocomplete="off" {onsubmit}>{ content }</form> }
}

/// The heading of a group, and the questions. A question without a group heading is the heading.
fn questions(evaluation: &Rc<Evaluation>, state: &State, facts: &[FactId]) -> Vec<Html> {
    let rules = &evaluation.pack.rules;
    let group = facts.first().filter(|_| facts.len() > 1).and_then(|fact| rules.group_of(*fact));
    let title = group.and_then(|group| group.title.as_ref());
    let heading = title.map(|title| {
        let text = html! { evaluation.text(title) };
        let title = heading_target(evaluation.level.below(1), "ec-step__title", ids::HEADING, text);
        html! { <key="heading">{ title }</> }
    });
    let questions = facts.iter().enumerate().map(|(index, fact)| {
        let is_heading = index == 0 && title.is_none();
        let key = &*rules.facts[*fact].id;
        html! { <Question {key} ..QuestionProps::new(evaluation, state, *fact, is_heading) /> }
    });
    heading.into_iter().chain(questions).collect()
}
