//! The current answers, each with a button to change it.

use yew::prelude::*;

use super::reading::doubt_text;
use crate::engine::{Answer, Truth};
use crate::rulebook::{Fact, FactId};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::answer_text;

/// Questions and answers in the order of sections and facts, including 不清楚, with doubts that the
/// user has not confirmed; a sentence if there are no answers.
pub(in crate::widget) fn answers_list(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let rules = &evaluation.pack.rules;
    let sections = rules.sections.iter().map(|(section, _)| section);
    let facts = sections
        .flat_map(|section| rules.facts.iter().filter(move |(_, fact)| fact.section == section));
    let rows: Vec<Html> = facts
        .filter_map(|(id, fact)| {
            let doubt = doubt_text(evaluation, state, id);
            Some(row(evaluation, dispatch, id, fact, (evaluation.answers.get(id)?, doubt)))
        })
        .collect();
    if rows.is_empty() {
        return html! { <p class="ec-answers__empty">{ evaluation.pack.catalogue.no_answers() }</p> };
    }
    html! { <dl class="ec-answers">{ for rows }</dl> }
}

fn row(
    evaluation: &Evaluation,
    dispatch: &Dispatch,
    id: FactId,
    fact: &Fact,
    (answer, doubt): (Answer, Option<String>),
) -> Html {
    let pack = &evaluation.pack;
    let text = answer_text(&pack.catalogue, pack.locale, &pack.rules, fact, Some(answer));
    html! {
        <div class="ec-answers__row">
            <dt class="ec-answers__question">{ evaluation.text(&fact.question) }</dt>
            <dd class="ec-answers__answer">{ text }</dd>
            if let Some(doubt) = doubt {
                <dd class="ec-answers__doubt">{ doubt }</dd>
            }
            if is_asked(evaluation, fact) {
                <dd class="ec-answers__change">{ change_button(evaluation, dispatch, id, fact) }</dd>
            }
        </div>
    }
}

/// Whether the question is still asked. An answer remains when another answer hides its question.
fn is_asked(evaluation: &Evaluation, fact: &Fact) -> bool {
    let context = evaluation.context();
    fact.ask_when.as_ref().is_none_or(|when| context.truth(when) != Truth::False)
}

/// A button to the question. Its accessible name contains the question, for people who navigate by
/// buttons.
fn change_button(evaluation: &Evaluation, dispatch: &Dispatch, id: FactId, fact: &Fact) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let question = format!("{}{}", catalogue.colon(), evaluation.text(&fact.question));
    html! {
        <button class="ec-link" type="button" onclick={dispatch.on_click(Action::GoTo(id))}>
            { catalogue.change_button() }
            <span class="ec-hidden">{ question }</span>
        </button>
    }
}
