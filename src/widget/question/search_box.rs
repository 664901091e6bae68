//! The search box above many questions.

use yew::prelude::*;

use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::ui::text_field::input_value;

/// The id of the search box.
const ID: &str = "ec-question-search";

/// A search box that filters questions by [`State::question_query`].
pub(super) fn search_box(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        dispatch.emit(Action::SearchQuestions(input_value(&event)));
    });
    html! {
        <div class="ec-field">
            <label class="ec-field__label" for={ID}>
                { evaluation.pack.catalogue.question_search_label() }
            </label>
            <input
                class="ec-input ec-input--wide"
                type="search"
                id={ID}
                value={AttrValue::from(state.question_query.clone())}
                autocomplete="off"
                {oninput}
            />
        </div>
    }
}
