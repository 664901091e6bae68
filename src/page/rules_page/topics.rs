//! The topics: an index of the measures in the words of an applicant.

use yew::prelude::*;

use crate::page::Page;
use crate::page::elements::link;
use crate::rulebook::TopicId;

/// The topics in order, each with links to its measures. Empty if the pack has none.
pub(super) fn topics(page: &Page<'_>) -> Vec<Html> {
    let topics = page.pack.topics.iter().map(|(id, topic)| {
        html! {
            <section class="entry" id={anchor(page, id)}>
                <h3>{ page.translate(&topic.title) }</h3>
                <p>{ page.translate(&topic.summary) }</p>
                <ul>
                    for measure in topic.measures.iter().map(|id| &page.pack.measures[*id]) {
                        <li>{ link(&measure.id, &page.translate(&measure.title)) }</li>
                    }
                </ul>
            </section>
        }
    });
    topics.collect()
}

/// The anchor of a topic.
pub(super) fn anchor(page: &Page<'_>, id: TopicId) -> String {
    format!("topic--{}", page.pack.topics[id].id)
}
