//! Clearing all answers, after a confirmation. It cannot be undone.

use yew::prelude::*;

use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::fill;
use crate::widget::ui::{button, ids, primary_button};

/// The button; after it was pressed, the confirmation question.
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
                { catalogue.clear_button() }
            </button>
        };
    }
    let count = evaluation.answers.count().to_string();
    let question = fill(catalogue.clear_question(), &[("count", &count)]);
    // The group has the focus, so that its buttons are scrolled into view, too.
    html! {
        <div class="ec-clear" role="group" id={ids::CLEAR_QUESTION} tabindex="-1" aria-label={question.clone()}>
            <p>{ question }</p>
            { primary_button(catalogue.clear_confirm_button(), dispatch.on_click(Action::ConfirmClear)) }
            { button(catalogue.clear_cancel_button(), dispatch.on_click(Action::CancelClear)) }
        </div>
    }
}
