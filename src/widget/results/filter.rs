//! The filter above the results: a search box, and a button for each outcome.

use yew::prelude::*;

use crate::engine::Outcome;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::ui::button::toggle_button;
use crate::widget::ui::text_field::input_value;

const QUERY_ID: &str = "ec-search";

/// A search box for titles, and a toggle button for each outcome.
pub(super) fn filter(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            dispatch.emit(Action::SetQuery(input_value(&event)))
        })
    };
    let outcomes = present_outcomes(evaluation).map(|(outcome, _)| {
        let is_pressed = state.outcome_filter == Some(outcome);
        let onclick = dispatch.on_click(Action::SetOutcomeFilter(outcome));
        toggle_button(catalogue.outcome_text(outcome), None, is_pressed, onclick)
    });
    html! {
        <div class="ec-filter">
            <label class="ec-field__label" for={QUERY_ID}>{ catalogue.measure_search_label() }</label>
            <input
                class="ec-input ec-input--wide"
                type="search"
                id={QUERY_ID}
                value={state.query.to_string()}
                autocomplete="off"
                {oninput}
            />
            <div class="ec-filter__outcomes" role="group" aria-label={catalogue.outcome_filter_label()}>{ for outcomes }</div>
        </div>
    }
}

/// The outcomes of at least one measure, with their counts.
pub(super) fn present_outcomes(evaluation: &Evaluation) -> impl Iterator<Item = (Outcome, usize)> {
    let counts =
        Outcome::ALL.into_iter().map(|outcome| (outcome, evaluation.assessment.count(outcome)));
    counts.filter(|(_, count)| *count > 0)
}
