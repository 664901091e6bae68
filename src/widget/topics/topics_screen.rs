//! The topics, and the buttons that start the interview.

use yew::prelude::*;

use super::start_label::start_label;
use super::topic_list::topic_list;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, Screen, State};
use crate::widget::ui::{
    back_button, bar, button_with_id, footer, heading_target, ids, link_button,
};

/// The whole screen.
pub(in crate::widget) fn topics_screen(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let title = evaluation.own(&rules.title);
    let back = back_button(catalogue.back_button(), dispatch.on_click(Action::Back));
    let show_all = dispatch.on_click(Action::Show(Screen::AllQuestions));
    html! {
        <div class="ec-topics">
            { bar(back, title, Html::default()) }
            {
                heading_target(
                    evaluation.level, "ec-topics__title", ids::HEADING,
                    html! { catalogue.topics_title() },
                )
            }
            <p class="ec-topics__hint">{ catalogue.topics_hint() }</p>
            if state.is_topic_missing {
                <p class="ec-field__error" id={ids::TOPICS_ERROR} tabindex="-1">
                    { catalogue.topic_missing() }
                </p>
            }
            { topic_list(evaluation, state, dispatch) }
            <ul class="ec-topics__links">
                // Nothing is asked about services that are open to everyone.
                for (id, topic) in rules.topics.iter().filter(|(_, topic)| !topic.ask) {
                    <li>
                        { link_button(evaluation.text(&topic.title), dispatch.on_click(Action::ShowTopic(id))) }
                        <span class="ec-option__detail">{ evaluation.own(&topic.summary) }</span>
                    </li>
                }
                <li>{ link_button(catalogue.all_questions_button(), show_all) }</li>
            </ul>
            {
                footer(html! {
                    <>
                        {
                            button_with_id(
                                ids::START_ALL, "ec-button", catalogue.all_topics_button(),
                                dispatch.on_click(Action::StartAll),
                            )
                        }
                        {
                            button_with_id(
                                ids::START_TOPICS, "ec-button ec-button--main",
                                start_label(evaluation, state),
                                dispatch.on_click(Action::StartTopics),
                            )
                        }
                    </>
                })
            }
        </div>
    }
}
