//! The error summary: everything that keeps the person from continuing, each with a button to its input.

use yew::prelude::*;

use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::question_text;
use crate::widget::ui::{heading, ids, link_button};

/// The summary; nothing while there are no errors to report.
pub(in crate::widget) fn error_summary(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let errors = state.errors();
    if errors.is_empty() {
        return Html::default();
    }
    let catalogue = &evaluation.pack.catalogue;
    let items = errors.into_iter().map(|fact| {
        let question = evaluation.text(&evaluation.pack.book.facts[fact].question);
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
            aria-label={catalogue.errors()}
        >
            { heading(evaluation.level.below(1), "ec-errors__title", html! { catalogue.errors() }) }
            <ul>{ for items }</ul>
        </div>
    }
}
