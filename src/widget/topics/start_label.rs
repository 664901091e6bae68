//! The promise of the start button: how many questions, and how long they take.

use crate::widget::evaluation::Evaluation;
use crate::widget::state::State;
use crate::widget::text::fill;

/// Seconds to read and answer one screen. Measured: eight screens take three minutes.
const SECONDS_PER_SCREEN: usize = 22;

/// The text of the start button. It promises nothing if the pack has no medians.
///
/// For one topic, the number is its median. Several topics share questions, so the sum of their
/// medians is an upper estimate. It never exceeds the bound that the engine computes.
pub(super) fn start_label(evaluation: &Evaluation, state: &State) -> String {
    let (catalogue, topics) = (&evaluation.pack.catalogue, &evaluation.pack.rules.topics);
    let asked = state.topics.iter().map(|id| &topics[*id]).filter(|topic| topic.ask);
    let medians: Option<Vec<usize>> = asked.map(|topic| topic.screens.map(usize::from)).collect();
    let medians = medians.unwrap_or_default();
    let bound = evaluation.next.as_ref().map_or(0, |next| next.max_screens);
    let screens = medians.iter().sum::<usize>().min(bound);
    if screens == 0 {
        return catalogue.start_button().as_str().to_owned();
    }
    let text = match medians.len() {
        1 => catalogue.start_topic_button(),
        _ => catalogue.start_topics_button(),
    };
    let minutes = (screens * SECONDS_PER_SCREEN).div_ceil(60);
    fill(text, &[("count", &screens.to_string()), ("minutes", &minutes.to_string())])
}
