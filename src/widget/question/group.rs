//! The questions of one screen: their heading, one message for all, and what they share.

use std::rc::Rc;

use yew::prelude::*;

use super::computed_line::computed_line;
use super::fieldset::Question;
use super::props::{GROUP_ERROR, Layout, QuestionProps};
use super::required::is_needed;
use crate::engine::Answer;
use crate::rulebook::{FactId, FactKind, Value};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::fill;
use crate::widget::ui::{Choice, button, choice, heading_target, ids};

/// The id of the option 不清楚 that several questions share.
const NOT_SURE: &str = "ec-not-sure";

/// The questions of a screen. A single question is its own heading.
pub(super) fn questions(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    facts: &[FactId],
) -> Html {
    let rules = &evaluation.pack.rules;
    let question = |fact: FactId, layout: Layout| {
        let key = &*rules.facts[fact].id;
        html! { <Question {key} ..QuestionProps::new(evaluation, state, fact, layout) /> }
    };
    let Some(group) = facts.first().and_then(|fact| rules.group_of(*fact)) else {
        return html! { <>{ for facts.iter().map(|fact| question(*fact, Layout::Alone)) }</> };
    };
    if let ([fact], None) = (facts, &group.computed) {
        return question(*fact, Layout::Alone);
    }
    let kinds = || facts.iter().map(|fact| &rules.facts[*fact].kind);
    let is_typed = kinds().all(|kind| matches!(kind, FactKind::Number(_) | FactKind::Date));
    let is_yes_no = kinds().all(|kind| matches!(kind, FactKind::YesNo));
    let layout = Layout::Grouped { shares_not_sure: is_typed };
    let first = facts.first().map(|fact| &rules.facts[*fact].question);
    let title = group.title.as_ref().or(first).map(|title| evaluation.own(title));
    let title = title.unwrap_or_default();
    html! {
        <div class={if is_typed { "ec-group ec-group--typed" } else { "ec-group" }}>
            { heading_target(evaluation.level, "ec-step__title", ids::HEADING, title) }
            { missing(evaluation, state, facts) }
            if is_yes_no {
                { all_yes(evaluation, dispatch, facts) }
            }
            <div class="ec-group__questions">{ for facts.iter().map(|fact| question(*fact, layout)) }</div>
            { rest_is_optional(evaluation, facts) }
            { computed_line(evaluation, state, group) }
            if is_typed {
                { shared_not_sure(evaluation, state, dispatch, facts) }
            } else {
                <p class="ec-group__note">{ not_sure_explained(evaluation) }</p>
            }
        </div>
    }
}

/// One message for all questions of the screen that need an answer and have none.
fn missing(evaluation: &Evaluation, state: &State, facts: &[FactId]) -> Html {
    let count = facts.iter().filter(|fact| state.is_skipped(**fact)).count();
    if count == 0 {
        return Html::default();
    }
    let count = count.to_string();
    html! {
        <p class="ec-field__error" id={GROUP_ERROR} role="alert">
            { fill(evaluation.pack.catalogue.group_missing(), &[("count", &count)]) }
        </p>
    }
}

/// A button that answers all questions with yes.
fn all_yes(evaluation: &Evaluation, dispatch: &Dispatch, facts: &[FactId]) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let mut words = catalogue.count_words().split(',').filter(|word| !word.is_empty());
    let word = facts.len().checked_sub(2).and_then(|index| words.nth(index));
    let count = word.map_or_else(|| facts.len().to_string(), str::to_owned);
    let onclick = {
        let (dispatch, facts) = (dispatch.clone(), facts.to_vec());
        Callback::from(move |_| {
            for fact in &facts {
                let yes = Answer::Value(Value::YesNo(true));
                dispatch.emit(Action::Answer(*fact, Some(yes)));
            }
        })
    };
    html! {
        <div class="ec-group__all">
            { button(fill(catalogue.all_yes_button(), &[("count", &count)]), onclick) }
        </div>
    }
}

/// A line if some questions have an answer, and the others no longer change an outcome.
fn rest_is_optional(evaluation: &Evaluation, facts: &[FactId]) -> Html {
    let is_open = |fact: &&FactId| evaluation.answers.get(**fact).is_none();
    let (open, answered): (Vec<&FactId>, Vec<&FactId>) = facts.iter().partition(is_open);
    let is_optional = !open.is_empty()
        && !answered.is_empty()
        && !open.into_iter().any(|fact| is_needed(evaluation, *fact));
    // Always there, so that a screen reader announces its text.
    html! {
        <p class="ec-group__rest" role="status">
            { is_optional.then(|| evaluation.pack.catalogue.rest_optional()) }
        </p>
    }
}

/// What the answer 不清楚 does, for questions with an option of their own.
fn not_sure_explained(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    format!("{}{}{}", catalogue.not_sure(), catalogue.colon(), catalogue.not_sure_note())
}

/// One option 不清楚 for text fields: it answers those that are empty or do not parse.
fn shared_not_sure(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
    facts: &[FactId],
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let is_not_sure = |fact: &FactId| state.answers.get(*fact) == Some(Answer::NotSure);
    let is_checked = facts.iter().any(is_not_sure);
    let unknown: Vec<FactId> =
        facts.iter().copied().filter(|fact| state.entered_value(*fact).is_none()).collect();
    // If every field has a number, the user doubts all of them.
    let affected = if unknown.is_empty() { facts.to_vec() } else { unknown };
    let dispatch = dispatch.clone();
    choice(Choice {
        id: NOT_SURE.into(),
        kind: "checkbox",
        label: catalogue.not_sure().clone(),
        detail: Some(catalogue.not_sure_note().clone()),
        is_apart: true,
        is_checked,
        on_change: Callback::from(move |is_checked: bool| {
            for fact in &affected {
                dispatch.emit(Action::Answer(*fact, is_checked.then_some(Answer::NotSure)));
            }
        }),
        ..Choice::default()
    })
}
