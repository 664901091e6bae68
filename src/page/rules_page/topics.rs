//! The topics: an index of the measures in the words of an applicant.

use yew::prelude::*;

use crate::page::Page;
use crate::page::definitions::preset;
use crate::page::elements::{conditions, measure_link, topic_anchor};

/// The topics in order, each with links to its measures. Empty if the pack has none.
pub(super) fn topics(page: &Page<'_>) -> Vec<Html> {
    let topics = page.pack.topics.iter().map(|(id, topic)| {
        html! {
            <section class="entry" id={topic_anchor(page, id)}>
                <h3>{ page.own(&topic.title) }</h3>
                <p>{ page.own(&topic.summary) }</p>
                <ul>
                    for measure in &topic.measures {
                        <li>{ measure_link(page, *measure) }</li>
                    }
                </ul>
                if let Some(words) = preset(page, topic) {
                    <div class="formal">{ conditions(page, &words) }</div>
                }
                if !topic.ask {
                    <p class="note">{ page.text.not_asked }</p>
                }
            </section>
        }
    });
    topics.collect()
}
