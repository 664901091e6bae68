//! The results beside the questions, and the pictures and totals in them.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::engine::Outcome;
use crate::widget::results::{jump, results};
use crate::widget::strip::strip;
use crate::widget::totals::{limits, together_now, totals};
use crate::widget::{Action, Screen};

/// Both of an excluded pair, and more than a cap.
const TOO_MUCH: &str = r#"{
    "registered": true, "scale": "small", "honours": ["inventor"], "founded": "2018-03-01", "revenue": "1234.5"
}"#;

/// One measure, with nothing beside it.
const ONE: &str = r#"{
    "registered": true, "scale": "small", "honours": [], "founded": "2001-03-01", "revenue": "2500", "trade": "fans"
}"#;

/// Everything is out of reach.
const NONE: &str = r#"{
    "registered": false, "honours": [], "revenue": "2500", "trade": "fans", "staff": 3
}"#;

pub(super) fn tell(stage: &mut Stage) {
    let beside = stage.scene().after(Action::Show(Screen::Questions));
    stage.tell("results/results", "with nothing said", results(&beside.view()));
    let many = stage.scene().said(MANY);
    stage.tell("results/results", "every outcome", results(&many.view()));
    let only = many.clone().after(Action::Only(Outcome::NotMet));
    stage.tell("results/results", "one outcome alone", results(&only.view()));
    let sought = many.clone().after(Action::Seek("zzz".to_owned()));
    stage.tell("results/results", "searched in vain", results(&sought.view()));
    stage.tell(
        "results/results",
        "after the policy has lapsed",
        results(&stage.scene().said(ONE).on("2021-06-30").view()),
    );
    stage.tell("results/results", "the way to them on narrow screens", jump(&many.view()));

    for (name, said) in [("every outcome", MANY), ("nothing said", "{}")] {
        if let Some(strip) = strip(&stage.scene().said(said).view()) {
            stage.tell("results/summary", name, strip);
        }
    }
    for (name, said) in [
        ("with everything open", "{}"),
        ("one measure", ONE),
        ("with what excludes what, and what is cut", TOO_MUCH),
        ("with the longest title", LONGEST),
        ("nothing can be granted", NONE),
    ] {
        let view = stage.scene().said(said).view();
        stage.tell("results/summary", name, totals(&view, together_now(&view).as_ref()));
    }
    for (name, said) in
        [("limits: what excludes what, and what is cut", TOO_MUCH), ("limits: not decided yet", "{}")]
    {
        let view = stage.scene().said(said).view();
        if let Some(limits) = limits(&view, together_now(&view).as_ref()) {
            stage.tell("results/summary", name, limits);
        }
    }
}
