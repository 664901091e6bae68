//! The topics, and the buttons that start the interview.

use yew::prelude::*;

use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::ui::{button, heading_target, ids, primary_button};

/// The whole screen.
pub(in crate::widget) fn topics_screen(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let title = html! { catalogue.topics_title() };
    html! {
        <div class="ec-topics">
            { heading_target(evaluation.level, "ec-topics__title", ids::HEADING, title) }
            if state.is_topic_missing {
                <p class="ec-field__error" id={ids::TOPICS_ERROR} tabindex="-1">
                    { catalogue.topic_missing() }
                </p>
            }
            for (id, topic) in evaluation.pack.rules.topics.iter() {
                <label class="ec-topics__row">
                    <input
                        type="checkbox"
                        checked={state.topics.contains(&id)}
                        onchange={
                            let dispatch = dispatch.clone();
                            Callback::from(move |_| dispatch.emit(Action::ToggleTopic(id)))
                        }
                    />
                    { evaluation.text(&topic.title) }
                </label>
            }
            <div class="ec__actions">
                { primary_button(catalogue.start_button(), dispatch.on_click(Action::StartTopics)) }
                { button(catalogue.all_topics_button(), dispatch.on_click(Action::StartAll)) }
            </div>
        </div>
    }
}
