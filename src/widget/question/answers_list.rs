//! The current answers, each with a button to change it.

use yew::prelude::*;

use super::reading::shown_doubt_text;
use super::search_box::search_box;
use crate::engine::{Answer, Truth};
use crate::rulebook::{Fact, FactId};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::{answer_text, matches};

/// The number of answers from which the list has a search box.
const MANY: usize = 12;

/// Questions and answers in the order in which they were asked, including 不清楚, with doubts that
/// the user has not confirmed; a sentence if there are no answers. A long list has a search box.
pub(in crate::widget) fn answers_list(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let (rules, catalogue) = (&evaluation.pack.rules, &evaluation.pack.catalogue);
    let facts = answered(evaluation, state);
    if facts.is_empty() {
        return html! { <p class="ec-answers__empty">{ catalogue.no_answers() }</p> };
    }
    let is_long = facts.len() > MANY;
    let is_found = |fact: &FactId| {
        !is_long || matches(&evaluation.pack, [&rules.facts[*fact].question], &state.question_query)
    };
    let rows = facts.into_iter().filter(is_found).filter_map(|id| {
        let doubt = shown_doubt_text(evaluation, state, id);
        let answer = evaluation.answers.get(id)?;
        Some(row(evaluation, dispatch, id, &rules.facts[id], (answer, doubt)))
    });
    html! {
        <>
            if is_long {
                { search_box(evaluation, state, dispatch) }
            }
            <dl class="ec-answers">{ for rows }</dl>
        </>
    }
}

/// The facts with an answer: first those asked, in that order, then the others in the order of
/// sections and facts.
fn answered(evaluation: &Evaluation, state: &State) -> Vec<FactId> {
    let rules = &evaluation.pack.rules;
    let sections = rules.sections.iter().map(|(section, _)| section);
    let by_section = sections.flat_map(|section| {
        rules.facts.iter().filter(move |(_, fact)| fact.section == section).map(|(id, _)| id)
    });
    let mut facts: Vec<FactId> = Vec::new();
    for fact in state.facts_asked_so_far().chain(by_section) {
        if evaluation.answers.get(fact).is_some() && !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
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
            <dt class="ec-answers__question">{ evaluation.own(&fact.question) }</dt>
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
