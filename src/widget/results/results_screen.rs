//! The results panel: counts and totals, the suggested question, the filter, and the measures by
//! outcome.

use std::rc::Rc;

use yew::prelude::*;

use super::contact::evidence_note;
use super::filter::{filter, present_outcomes};
use super::group::group;
use super::summary::{current_combination, limits, totals};
use crate::engine::Outcome;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::export::save_answers_button;
use crate::widget::question::{clear_answers, what_changed};
use crate::widget::restore::restore_notice;
use crate::widget::state::{Action, Screen, State};
use crate::widget::ui::{button, disclosure, heading_target, ids, link_button, primary_button};

/// The results, and the ways on.
pub(in crate::widget) fn results_screen(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    html! {
        <div>
            if let Some(diff) = &state.restore_diff {
                { restore_notice(&evaluation.pack, diff) }
            }
            { what_changed(evaluation, state) }
            { results(evaluation, state, dispatch) }
            <div class="ec__actions ec__actions--last">
                if evaluation.next.is_some() {
                    { button(catalogue.questions_button(), dispatch.on_click(Action::Show(Screen::Question))) }
                }
                { primary_button(catalogue.checklist_button(), dispatch.on_click(Action::Show(Screen::Plan))) }
                { save_answers_button(evaluation) }
                { button(catalogue.start_page_button(), dispatch.on_click(Action::Show(state.first_screen()))) }
                { clear_answers(evaluation, state, dispatch) }
            </div>
        </div>
    }
}

/// The whole panel, with the outcomes in the order of [`Outcome::ALL`].
pub(in crate::widget) fn results(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let combined = current_combination(evaluation);
    let title = html! { catalogue.results_title() };
    let heading_id = match state.screen {
        Screen::Results => ids::HEADING,
        _ => ids::RESULTS_HEADING,
    };
    html! {
        <section class="ec-results" aria-labelledby={heading_id}>
            { heading_target(evaluation.level.below(1), "ec-results__title", heading_id, title) }
            if evaluation.is_lapsed() {
                <p class="ec-results__mark">{ catalogue.historical_note() }</p>
            }
            <p class="ec-results__counts" role="status">{ counts_text(evaluation) }</p>
            { evidence_note(evaluation) }
            { totals(evaluation, combined.as_ref()) }
            if let Some(limits) = limits(evaluation, combined.as_ref()) {
                { disclosure(catalogue.limits_title().clone(), false, html! { <div>{ limits }</div> }) }
            }
            { next_question(evaluation, state, dispatch) }
            { filter(evaluation, state, dispatch) }
            { groups(evaluation, state, dispatch) }
        </section>
    }
}

/// A button with the counts that moves to the results, which are below the questions on narrow
/// screens.
pub(in crate::widget) fn results_button(evaluation: &Evaluation, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let text =
        format!("{}{}{}", catalogue.results_title(), catalogue.colon(), counts_text(evaluation));
    html! {
        <p class="ec-jump">
            <button
                class="ec-button ec-jump__button"
                type="button"
                onclick={dispatch.on_click(Action::GoToResults)}
            >
                { text }
            </button>
        </p>
    }
}

/// The number of measures with each outcome, as text.
fn counts_text(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let counts = present_outcomes(evaluation)
        .map(|(outcome, count)| format!("{} {count}", catalogue.outcome_text(outcome)));
    counts.collect::<Vec<_>>().join(catalogue.list_separator())
}

/// The suggested next question, on the screen with all questions.
fn next_question(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let Some(next) = evaluation.next.as_ref().filter(|_| state.screen == Screen::AllQuestions)
    else {
        return Html::default();
    };
    let catalogue = &evaluation.pack.catalogue;
    let question = evaluation.text(&evaluation.pack.rules.facts[next.fact].question);
    html! {
        <p class="ec-results__next">
            { format!("{}{}", catalogue.suggested_question(), catalogue.colon()) }
            { link_button(question, dispatch.on_click(Action::GoTo(next.fact))) }
        </p>
    }
}

/// The measures by outcome; a sentence if no measure matches the filter.
fn groups(evaluation: &Rc<Evaluation>, state: &State, dispatch: &Dispatch) -> Html {
    let wanted = |outcome: &Outcome| state.outcome_filter.is_none_or(|only| only == *outcome);
    let groups: Vec<Html> = Outcome::ALL
        .into_iter()
        .filter(wanted)
        .filter_map(|outcome| group(evaluation, state, dispatch, outcome))
        .collect();
    if groups.is_empty() {
        return html! { <p>{ evaluation.pack.catalogue.no_measures_found() }</p> };
    }
    html! { <>{ for groups }</> }
}
