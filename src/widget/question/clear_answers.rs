//! Clearing all answers: confirmed once, and never undone.

use yew::prelude::*;

use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::fill;
use crate::widget::ui::{button, ids, main_button};

/// The button; once it has been pressed, the question whether all answers are to be cleared.
pub(in crate::widget) fn clear_answers(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    if !state.is_confirming_clear {
        return html! {
            <button
                class="ec-button"
                type="button"
                id={ids::CLEAR_BUTTON}
                onclick={dispatch.on_click(Action::Clear)}
            >
                { catalogue.clear() }
            </button>
        };
    }
    let count = evaluation.answers.count().to_string();
    html! {
        <div class="ec-clear" role="group" aria-labelledby={ids::CLEAR_QUESTION}>
            <p id={ids::CLEAR_QUESTION} tabindex="-1">
                { fill(catalogue.clear_question(), &[("count", &count)]) }
            </p>
            { main_button(catalogue.clear_now(), dispatch.on_click(Action::ConfirmClear)) }
            { button(catalogue.clear_not(), dispatch.on_click(Action::CancelClear)) }
        </div>
    }
}
