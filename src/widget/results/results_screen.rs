//! The results screen: bar, results, topics and answers next to them, and the ways on.

use std::rc::Rc;

use yew::prelude::*;

use super::aside::Aside;
use super::panel_props::PanelProps;
use super::results_panel::ResultsPanel;
use crate::engine::Outcome;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::export::save_answers_button;
use crate::widget::question::{answers_list, clear_answers, doubts, what_changed};
use crate::widget::restore::restore_notice;
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::fill;
use crate::widget::ui::{
    bar, button, disclosure, footer, heading_target, ids, lapsed_badge, link_button, primary_button,
};

/// The whole screen.
pub(in crate::widget) fn results_screen(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let show = |screen| dispatch.on_click(Action::Show(screen));
    let title = html! { catalogue.results_title() };
    let title = heading_target(evaluation.level, "ec-topbar__heading", ids::HEADING, title);
    let has_topics = !evaluation.pack.rules.topics.is_empty();
    html! {
        <div class="ec-results-screen">
            {
                bar(
                    html! {
                        <button class="ec-link ec-back" type="button" onclick={dispatch.on_click(Action::Back)}>
                            { catalogue.results_back_button() }
                        </button>
                    },
                    title,
                    link_button(catalogue.receipt_button(), show(Screen::Plan)),
                )
            }
            if let Some(restored) = &state.restored {
                { restore_notice(&evaluation.pack, restored) }
            }
            { what_changed(evaluation, state) }
            { doubts(evaluation, state, dispatch) }
            <div class="ec-results">
                <section class="ec-results__list" aria-labelledby={ids::HEADING}>
                    { mark(evaluation) }
                    <ResultsPanel ..PanelProps::new(evaluation, state) />
                </section>
                <aside class="ec-results__topics">
                    if has_topics {
                        <Aside evaluation={Rc::clone(evaluation)} />
                    }
                    { my_answers(evaluation, state, dispatch) }
                </aside>
            </div>
            {
                footer(html! {
                    <>
                        if has_topics {
                            { button(catalogue.more_topics_button(), show(Screen::Topics)) }
                        }
                        { primary_button(catalogue.plan_button(), show(Screen::Plan)) }
                    </>
                })
            }
        </div>
    }
}

/// A mark that the policy is not in force, and the day of the rules.
fn mark(evaluation: &Evaluation) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    html! {
        if evaluation.is_lapsed() {
            <p class="ec-results__mark">{ lapsed_badge(catalogue.historical_note()) }</p>
        }
    }
}

/// The answers, each with a way to change it that returns here.
fn my_answers(evaluation: &Rc<Evaluation>, state: &State, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let count = evaluation.answers.count().to_string();
    let title = fill(catalogue.answers_title(), &[("count", &count)]);
    html! {
        <div class="ec-my-answers">
            { disclosure(title.into(), false, html! { <div>{ answers_list(evaluation, state, dispatch) }</div> }) }
            <div class="ec__actions">
                { button(catalogue.show_all_questions(), dispatch.on_click(Action::Show(Screen::AllQuestions))) }
                { save_answers_button(evaluation) }
                { clear_answers(evaluation, state, dispatch) }
            </div>
        </div>
    }
}

/// The results next to all questions.
pub(in crate::widget) fn results(evaluation: &Rc<Evaluation>, state: &State) -> Html {
    let title = html! { evaluation.pack.catalogue.results_title() };
    html! {
        <section class="ec-results__panel" aria-labelledby={ids::RESULTS_HEADING}>
            { heading_target(evaluation.level.below(1), "ec-results__title", ids::RESULTS_HEADING, title) }
            { mark(evaluation) }
            <p class="ec-results__counts" role="status">{ counts_text(evaluation) }</p>
            <ResultsPanel ..PanelProps::new(evaluation, state) />
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

/// The number of wanted measures with each outcome, as text.
fn counts_text(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let count = |outcome: Outcome| {
        let wanted = evaluation.assessment.iter().filter(|(id, _)| evaluation.wanted.includes(*id));
        wanted.filter(|(_, assessed)| assessed.outcome == outcome).count()
    };
    let counts = Outcome::ALL.map(|outcome| (outcome, count(outcome)));
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let counts =
        counts.map(|(outcome, count)| format!("{} {count}", catalogue.outcome_text(outcome)));
    counts.collect::<Vec<_>>().join(catalogue.list_separator())
}
