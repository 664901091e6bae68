//! The search box above many results.

use yew::prelude::*;

use crate::rulebook::MeasureId;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::Action;
use crate::widget::text::matches;
use crate::widget::ui::text_field::input_value;

const QUERY_ID: &str = "ec-search";

/// The number of measures from which a search is offered.
pub(super) const MANY: usize = 12;

/// A search box for titles, summaries and synonyms.
pub(super) fn search_box(evaluation: &Evaluation, query: &str, dispatch: &Dispatch) -> Html {
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            dispatch.emit(Action::SetQuery(input_value(&event)))
        })
    };
    html! {
        <div class="ec-filter">
            <label class="ec-field__label" for={QUERY_ID}>
                { evaluation.pack.catalogue.measure_search_label() }
            </label>
            <input
                class="ec-input ec-input--wide"
                type="search"
                id={QUERY_ID}
                value={query.to_owned()}
                autocomplete="off"
                {oninput}
            />
        </div>
    }
}

/// Whether the title, the summary or a synonym of a measure contains the search text.
pub(super) fn is_found(evaluation: &Evaluation, query: &str, id: MeasureId) -> bool {
    let measure = &evaluation.pack.rules.measures[id];
    let texts = [&measure.title, &measure.summary].into_iter().chain(&measure.synonyms);
    matches(&evaluation.pack, texts, query)
}
