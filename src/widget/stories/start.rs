//! Stories of the start screen and its parts.

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{Fixture, Inputs};
use crate::rulebook::{Period, RulePack};
use crate::widget::start::{
    day_screen, details, history_note, notices, start_screen, timeline, validity_text,
};
use crate::widget::{Action, Screen};

const LAPSED: &str = "2021-06-30";
const NOT_YET: &str = "2017-12-31";

/// A change of the pack.
type Change = fn(&mut RulePack);

pub(super) fn add(stories: &mut Collection) {
    add_screens(stories);
    add_timelines(stories);
    let validity = html! { <p>{ validity_text(&stories.fixture().build().evaluation) }</p> };
    stories.add("start/validity", "the period of the policy and its successors", validity);
    stories.add("start/notices", "collapsed", notices(&stories.fixture().build().evaluation));
    for (name, day) in [("lapsed", LAPSED), ("not yet in force", NOT_YET)] {
        let fixture = stories.fixture().with_as_of(day).after(Action::Show(Screen::Topics));
        let Inputs { evaluation, state, .. } = fixture.build();
        stories.add("start/history", name, history_note(&evaluation, &state, None));
    }
}

fn add_screens(stories: &mut Collection) {
    let screen = |inputs: Inputs| {
        let rules_page = AttrValue::from("rulebook.html");
        let details = details(&inputs.evaluation);
        start_screen(
            &inputs.evaluation,
            &inputs.state,
            &inputs.dispatch,
            Some(&rules_page),
            details,
        )
    };
    let base = stories.fixture();
    let lapsed = || base.clone().with_as_of(LAPSED);
    let starts: [(&'static str, Fixture); 6] = [
        ("in force", stories.fixture()),
        (
            "in force, without a last day",
            stories.fixture().with_pack(|pack| pack.in_force.to = None),
        ),
        ("not yet in force", stories.fixture().with_as_of(NOT_YET)),
        ("lapsed", lapsed()),
        ("lapsed, without a named successor", lapsed().with_pack(|pack| pack.instead = None)),
        (
            "lapsed, with nothing known about what applies now",
            lapsed().with_pack(|pack| {
                pack.instead = None;
                pack.followed_by.clear();
                pack.offices = Default::default();
            }),
        ),
    ];
    let starts = starts.map(|(name, fixture)| (name, screen(fixture.build())));
    for (name, html) in starts {
        stories.add("start/start", name, html);
    }
    let day = |fixture: Fixture| {
        let inputs = fixture.after(Action::Show(Screen::Day)).build();
        day_screen(&inputs.evaluation, &inputs.state, &inputs.dispatch)
    };
    let wrong = lapsed()
        .after(Action::Show(Screen::Day))
        .after(Action::CommitAsOf("2019-02-30".to_owned()))
        .build();
    let days = [
        ("lapsed", day(stories.fixture().with_as_of(LAPSED))),
        ("in force", day(stories.fixture())),
        (
            "with a date that does not exist",
            day_screen(&wrong.evaluation, &wrong.state, &wrong.dispatch),
        ),
    ];
    for (name, html) in days {
        stories.add("start/day", name, html);
    }
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
