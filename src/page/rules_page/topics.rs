//! The topics: an index of the measures in the words of an applicant.

use yew::prelude::*;

use crate::page::Page;
use crate::page::elements::measure_link;

/// The topics in order, each with links to its measures. Empty if the pack has none.
pub(super) fn topics(page: &Page<'_>) -> Vec<Html> {
    let topics = page.pack.topics.iter().map(|(_, topic)| {
        html! {
            <section class="entry" id={format!("topic--{}", topic.id)}>
                <h3>{ page.translate(&topic.title) }</h3>
                <p>{ page.translate(&topic.summary) }</p>
                <ul>
                    for measure in &topic.measures {
                        <li>{ measure_link(page, *measure) }</li>
                    }
                </ul>
            </section>
        }
    });
    topics.collect()
}
