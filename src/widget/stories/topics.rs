//! Stories of the choice of topics.

#![expect(clippy::expect_used, reason = "the topics are a constant, and a test builds every story")]

use super::collection::{Collection, PACK};
use super::fixture::{Fixture, Inputs};
use crate::rulebook::RulePack;
use crate::widget::topics::topics_screen;
use crate::widget::{Action, Screen};

/// The topics, for the pack of the stories, which has none. There are more than fit on the screen.
const TOPICS: &str = include_str!("topics.json");

pub(super) fn add(stories: &mut Collection) {
    let pack = PACK.replacen('{', &format!("{{\"topics\": {TOPICS},"), 1);
    let mut pack = RulePack::from_json(&pack).expect("the topics are valid");
    let screens = pack.topics.len();
    pack.set_topic_medians((0..screens).map(|topic| (None, u8::try_from(topic + 3).ok())));
    let [first, second, last] =
        ["kites", "umbrellas", "glue"].map(|id| pack.find_topic(id).expect(id));
    let topics = || {
        stories.fixture().with_pack(|old| *old = pack.clone()).after(Action::Show(Screen::Topics))
    };
    let screen = |fixture: Fixture| {
        let Inputs { evaluation, state, dispatch } = fixture.build();
        topics_screen(&evaluation, &state, &dispatch)
    };
    let one = || topics().after(Action::ToggleTopic(first));
    let unknown = |pack: &mut RulePack| pack.set_topic_medians((0..screens).map(|_| (None, None)));
    let screens = [
        ("nothing ticked", screen(topics())),
        ("one topic", screen(one())),
        ("two topics", screen(one().after(Action::ToggleTopic(second)))),
        ("a topic among the others", screen(topics().after(Action::ToggleTopic(last)))),
        ("without medians", screen(one().with_pack(unknown))),
        ("started without a topic", screen(topics().after(Action::StartTopics))),
    ];
    for (name, html) in screens {
        stories.add("topics/topics", name, html);
    }
}
