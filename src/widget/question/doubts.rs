//! Doubts that are asked back about above the results and the plan: answers that contradict each
//! other, dates that have not come, unusual numbers.

use yew::prelude::*;

use super::reading::shown_doubt_text;
use crate::rulebook::FactId;
use crate::widget::context::{Dispatch, on_click};
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::{fact_text, fill};
use crate::widget::ui::link_button;

/// Each doubt that the user has not confirmed, once, with ways to change the answers and to confirm
/// them. Nothing if there is none.
///
/// A code or a file from elsewhere can contain such answers, and a later answer can contradict an
/// earlier one.
pub(in crate::widget) fn doubts(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let mut found: Vec<(String, Vec<FactId>)> = Vec::new();
    for (fact, _) in evaluation.pack.rules.facts.iter() {
        let is_answered = evaluation.given.value(fact).is_some();
        let Some(text) = shown_doubt_text(evaluation, state, fact).filter(|_| is_answered) else {
            continue;
        };
        match found.iter_mut().find(|(known, _)| *known == text) {
            Some((_, facts)) => facts.push(fact),
            None => found.push((text, vec![fact])),
        }
    }
    html! {
        for (text, facts) in found {
            <div class="ec-doubt">
                <p class="ec-doubt__text">{ text }</p>
                <ul class="ec-doubt__answers">
                    for fact in facts.iter().copied() {
                        <li>{ change(evaluation, dispatch, fact) }</li>
                    }
                    <li>{ confirm(evaluation, dispatch, facts) }</li>
                </ul>
            </div>
        }
    }
}

/// A link with the answer, which leads to its question.
fn change(evaluation: &Evaluation, dispatch: &Dispatch, fact: FactId) -> Html {
    let (pack, answer) = (&evaluation.pack, evaluation.answers.get(fact));
    let answer = fact_text(&pack.catalogue, pack.locale, &pack.rules, fact, answer);
    let text = fill(pack.catalogue.change_answer(), &[("answer", &answer)]);
    link_button(text, dispatch.on_click(Action::GoTo(fact)))
}

/// A link that confirms all answers of a doubt.
fn confirm(evaluation: &Evaluation, dispatch: &Dispatch, facts: Vec<FactId>) -> Html {
    let dispatch = dispatch.clone();
    let onclick = on_click(move || {
        facts.iter().for_each(|fact| dispatch.emit(Action::ConfirmAnswer(*fact)));
    });
    link_button(evaluation.pack.catalogue.confirm_answer().clone(), onclick)
}
