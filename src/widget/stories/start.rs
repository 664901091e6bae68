//! The start screen and its parts.

use yew::prelude::*;

use super::scene::{MANY, Parts};
use super::stage::Stage;
use crate::rulebook::{Period, RulePack};
use crate::widget::Action;
use crate::widget::start::{banner, notices, short_banner, start_screen, timeline, validity_text};

const LAPSED: &str = "2021-06-30";

/// A change of the rules.
type Change = fn(&mut RulePack);

pub(super) fn add(stage: &mut Stage) {
    add_banners(stage);
    add_timelines(stage);

    let whole = |parts: Parts| {
        let rules_page = AttrValue::from("rulebook.html");
        start_screen(&parts.evaluation, &parts.state, &parts.dispatch, Some(&rules_page))
    };
    stage.add("start/start", "with nothing said", whole(stage.scene().parts()));
    stage.add(
        "start/start",
        "with answers, lapsed",
        whole(stage.scene().with(MANY).on(LAPSED).parts()),
    );
    stage.add("start/notices", "folded", notices(&stage.scene().parts().evaluation));
}

fn add_banners(stage: &mut Stage) {
    let long = |parts: Parts| banner(&parts.evaluation, &parts.state, &parts.dispatch);
    let no_day = stage.scene().after(Action::CommitAsOf("2019-02-30".to_owned()));
    for (name, scene) in [
        ("within the policy's time", stage.scene()),
        ("after the policy has lapsed", stage.scene().on(LAPSED)),
        ("before the policy is in force", stage.scene().on("2017-12-31")),
        ("with a day that does not exist", no_day),
    ] {
        stage.add("start/banner", name, long(scene.parts()));
    }
    let short = short_banner(&stage.scene().parts().evaluation);
    stage.add("start/banner", "short", short);
    let lapsed = short_banner(&stage.scene().on(LAPSED).parts().evaluation);
    stage.add("start/banner", "short, after the policy has lapsed", lapsed);
    let validity = html! { <p>{ validity_text(&stage.scene().parts().evaluation) }</p> };
    stage.add("start/banner", "the days of the policy and what followed", validity);
}

/// The policy's period, with every neighbour and none, and the day asked about before, within and after it.
fn add_timelines(stage: &mut Stage) {
    for (name, day) in [
        ("within the policy's time", "2019-05-10"),
        ("on its first day", "2018-01-01"),
        ("before it", "2017-11-30"),
        ("after it", "2021-06-30"),
        ("long after it", "2199-12-31"),
    ] {
        stage.add("start/timeline", name, timeline(&stage.scene().on(day).parts().evaluation));
    }
    let others: [(&'static str, Change); 4] = [
        ("with nothing before or after", |book| {
            book.repeals.clear();
            book.followed_by.clear();
        }),
        ("without a first day", |book| book.in_force.from = None),
        ("without a last day", |book| book.in_force.to = None),
        ("without days", |book| book.in_force = Period::default()),
    ];
    for (name, change) in others {
        stage.add(
            "start/timeline",
            name,
            timeline(&stage.scene().with_rules(change).parts().evaluation),
        );
    }
}
