//! The error summary: all errors to correct before continuing, each with a button to its input.

use yew::prelude::*;

use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::question_text;
use crate::widget::ui::{heading, ids, link_button};

/// The error summary; empty if there are no errors, or one on a question screen.
pub(in crate::widget) fn error_summary(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    if !state.has_error_summary() {
        return Html::default();
    }
    let errors = state.errors();
    let catalogue = &evaluation.pack.catalogue;
    let items = errors.into_iter().map(|fact| {
        let question = evaluation.text(&evaluation.pack.rules.facts[fact].question);
        let error = evaluation.error_text(state, fact).unwrap_or_default();
        let text = format!("{}{}{error}", question_text(&question), catalogue.colon());
        html! { <li>{ link_button(text, dispatch.on_click(Action::GoTo(fact))) }</li> }
    });
    html! {
        <div
            class="ec-errors"
            id={ids::ERROR_SUMMARY}
            tabindex="-1"
            role="group"
            aria-label={catalogue.errors_title()}
        >
            { heading(evaluation.level.below(1), "ec-errors__title", html! { catalogue.errors_title() }) }
            <ul>{ for items }</ul>
        </div>
    }
}
