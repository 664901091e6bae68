//! The topics as rows with checkboxes.

use yew::prelude::*;

use crate::rulebook::{Topic, TopicId};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, SHOWN_TOPICS as SHOWN, State};
use crate::widget::text::fill;
use crate::widget::ui::{Choice, choice, disclosure, ids};

/// The topics that are asked about. Those after the first rows are in a disclosure.
pub(super) fn topic_list(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let topics = || rules.topics.iter().filter(|(_, topic)| topic.ask);
    let row = |(id, topic): (TopicId, &Topic)| row(evaluation, state, dispatch, id, topic);
    let rest = topics().count().saturating_sub(SHOWN);
    let more = fill(catalogue.more_topics(), &[("count", &rest.to_string())]);
    html! {
        <div class="ec-topics__list" role="group" aria-labelledby={ids::HEADING}>
            { for topics().take(SHOWN).map(row) }
            if rest > 0 {
                {
                    disclosure(
                        more.into(),
                        state.are_all_topics_shown,
                        html! { <div class="ec-topics__list">{ for topics().skip(SHOWN).map(row) }</div> },
                    )
                }
            }
        </div>
    }
}

fn row(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
    id: TopicId,
    topic: &Topic,
) -> Html {
    let dispatch = dispatch.clone();
    let aside = topic.screens.map(|count| {
        let count =
            fill(evaluation.pack.catalogue.topic_length(), &[("count", &count.to_string())]);
        AttrValue::from(count)
    });
    choice(Choice {
        id: format!("{}{}", ids::TOPIC, topic.id).into(),
        kind: "checkbox",
        label: evaluation.text(&topic.title),
        detail: Some(evaluation.text(&topic.summary)),
        lang: evaluation.pack.own_lang(),
        aside,
        is_checked: state.topics.contains(&id),
        on_change: Callback::from(move |_| dispatch.emit(Action::ToggleTopic(id))),
        ..Choice::default()
    })
}
