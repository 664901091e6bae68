//! Stories of the start screen and its parts.

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{Inputs, MANY};
use crate::rulebook::{Period, RulePack};
use crate::widget::Action;
use crate::widget::start::{banner, notices, start_screen, timeline, validity_text};

const LAPSED: &str = "2021-06-30";

/// A change of the pack.
type Change = fn(&mut RulePack);

pub(super) fn add(stories: &mut Collection) {
    add_banners(stories);
    add_timelines(stories);

    let screen = |inputs: Inputs| {
        let rules_page = AttrValue::from("rulebook.html");
        start_screen(&inputs.evaluation, &inputs.state, &inputs.dispatch, Some(&rules_page))
    };
    stories.add("start/start", "without answers", screen(stories.fixture().build()));
    stories.add(
        "start/start",
        "with answers, lapsed",
        screen(stories.fixture().with_answers(MANY).with_as_of(LAPSED).build()),
    );
    stories.add("start/notices", "collapsed", notices(&stories.fixture().build().evaluation));
}

fn add_banners(stories: &mut Collection) {
    let long = |inputs: Inputs| banner(&inputs.evaluation, &inputs.state, &inputs.dispatch);
    let no_day = stories.fixture().after(Action::CommitAsOf("2019-02-30".to_owned()));
    for (name, fixture) in [
        ("while the policy is in force", stories.fixture()),
        ("after the policy has lapsed", stories.fixture().with_as_of(LAPSED)),
        ("before the policy is in force", stories.fixture().with_as_of("2017-12-31")),
        ("with a date that does not exist", no_day),
    ] {
        stories.add("start/banner", name, long(fixture.build()));
    }
    let validity = html! { <p>{ validity_text(&stories.fixture().build().evaluation) }</p> };
    stories.add("start/banner", "the period of the policy and its successors", validity);
}

/// The policy's period with all and without any neighbouring documents, and the as-of date
/// before, within and after it.
fn add_timelines(stories: &mut Collection) {
    for (name, day) in [
        ("while the policy is in force", "2019-05-10"),
        ("on its first day", "2018-01-01"),
        ("before it", "2017-11-30"),
        ("after it", "2021-06-30"),
        ("long after it", "2199-12-31"),
    ] {
        stories.add(
            "start/timeline",
            name,
            timeline(&stories.fixture().with_as_of(day).build().evaluation),
        );
    }
    let others: [(&'static str, Change); 4] = [
        ("without earlier or later documents", |pack| {
            pack.repeals.clear();
            pack.followed_by.clear();
        }),
        ("without a first day", |pack| pack.in_force.from = None),
        ("without a last day", |pack| pack.in_force.to = None),
        ("without a period", |pack| pack.in_force = Period::default()),
    ];
    for (name, change) in others {
        stories.add(
            "start/timeline",
            name,
            timeline(&stories.fixture().with_pack(change).build().evaluation),
        );
    }
}
