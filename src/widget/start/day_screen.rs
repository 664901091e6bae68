//! The choice of the as-of date: for a policy that has lapsed, and for advisers.

use yew::prelude::*;

use crate::engine::PolicyStatus;
use crate::rulebook::{Period, format_date};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::fill;
use crate::widget::ui::{TextField, back_button, bar, footer, heading_target, ids, text_field};

/// The whole screen: one date field, and the button to the topics.
pub(in crate::widget) fn day_screen(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let explanation = match state.today().status {
        PolicyStatus::Lapsed => catalogue.day_lapsed_note(),
        PolicyStatus::InForce | PolicyStatus::NotYet => catalogue.day_note(),
    };
    let back = back_button(catalogue.back_button(), dispatch.on_click(Action::Back));
    let title = evaluation.own(&rules.title);
    let next = {
        let (dispatch, screen) = (dispatch.clone(), state.after_start());
        Callback::from(move |event: SubmitEvent| {
            // Nothing is submitted, and the page does not reload.
            event.prevent_default();
            dispatch.emit(Action::Show(screen));
        })
    };
    html! {
        <div class="ec-day">
            { bar(back, title, Html::default()) }
            {
                heading_target(
                    evaluation.level, "ec-start__title", ids::HEADING,
                    html! { <label for={ids::AS_OF}>{ catalogue.as_of_label() }</label> },
                )
            }
            <p class="ec-day__note">{ explanation }</p>
            // So that the Enter key continues.
            <form novalidate=true autocomplete="off" onsubmit={next}>
                { as_of_field(evaluation, state, dispatch) }
                {
                    footer(html! {
                        <button class="ec-button ec-button--main" id={ids::DAY_NEXT} type="submit">
                            { catalogue.day_button() }
                        </button>
                    })
                }
            </form>
        </div>
    }
}

fn as_of_field(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let (catalogue, draft) = (&evaluation.pack.catalogue, state.as_of_draft());
    let example = match evaluation.pack.rules.in_force {
        Period { to: Some(date), .. } | Period { from: Some(date), to: None } => format_date(date),
        Period { from: None, to: None } => format_date(evaluation.as_of.asked),
    };
    let action = |make: fn(String) -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |text| dispatch.emit(make(text)))
    };
    text_field(TextField {
        id: ids::AS_OF.into(),
        value: draft.text.clone().into(),
        note: fill(catalogue.as_of_hint(), &[("example", &example)]).into(),
        error: draft.error.as_ref().map(|error| catalogue.answer_error(error, "").into()),
        inputmode: Some("text"),
        on_edit: action(Action::EditAsOf),
        on_commit: action(Action::CommitAsOf),
        ..TextField::default()
    })
}
