//! The search box above a long list of options.

use yew::prelude::*;

use super::props::QuestionProps;
use crate::rulebook::{Choice, Options};
use crate::widget::context::Dispatch;
use crate::widget::pack::Pack;
use crate::widget::state::Action;
use crate::widget::text::{fill, matches};
use crate::widget::ui::text_field::input_value;

/// The number of options from which a list has a search box.
const MANY: usize = 15;

/// The search box, with the number of matching options and of all options.
pub(super) struct OptionSearch {
    pub(super) found: usize,
    pub(super) all: usize,
}

/// The indices of the options that match a search text. Chosen options always match.
pub(super) fn matching(pack: &Pack, all: &[Choice], chosen: Options, query: &str) -> Vec<usize> {
    let is_shown = |(index, option): &(usize, &Choice)| {
        let is_chosen = chosen.intersects(Options::single(*index));
        let texts = [&option.label].into_iter().chain(&option.synonyms);
        is_chosen || !OptionSearch::is_useful(all) || matches(pack, texts, query)
    };
    all.iter().enumerate().filter(is_shown).map(|(index, _)| index).collect()
}

impl OptionSearch {
    /// Whether a list is long enough for a search box.
    pub(super) fn is_useful(all: &[Choice]) -> bool {
        all.len() >= MANY
    }

    /// The search box, with the number of matches.
    pub(super) fn render(&self, props: &QuestionProps, dispatch: &Dispatch) -> Html {
        let catalogue = &props.evaluation.pack.catalogue;
        let (id, note_id) = (props.id(".find"), props.id(".found"));
        let counts = [("found", &*self.found.to_string()), ("all", &*self.all.to_string())];
        let found = fill(catalogue.options_found(), &counts);
        let (dispatch, fact) = (dispatch.clone(), props.fact);
        let oninput = Callback::from(move |event: InputEvent| {
            dispatch.emit(Action::SearchOptions(fact, input_value(&event)));
        });
        html! {
            <div class="ec-field">
                <label class="ec-field__label" for={id.clone()}>{ catalogue.option_search_label() }</label>
                <input
                    class="ec-input ec-input--wide"
                    type="search"
                    {id}
                    value={props.draft.text.clone()}
                    autocomplete="off"
                    aria-describedby={note_id.clone()}
                    {oninput}
                />
                <span class="ec-field__note" id={note_id}>
                    { (!props.draft.text.is_empty()).then_some(found) }
                </span>
            </div>
        }
    }
}
