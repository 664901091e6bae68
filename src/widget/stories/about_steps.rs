//! One question at a time, the questions by section, and the whole screen around them.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::questions::questions;
use crate::widget::screens::screen;
use crate::widget::step::step;
use crate::widget::view::View;
use crate::widget::why::why;
use crate::widget::{Action, Screen};

/// Everything that can be asked.
const ALL: &str = r#"{
    "registered": true, "longest": false, "scale": "small", "trade": "kites", "honours": [], "founded": "2018-03-01",
    "revenue": "600", "rent": "100", "staff": 60
}"#;

/// All but what settles an amount.
const ENOUGH: &str = r#"{
    "registered": true, "longest": false, "scale": "large", "honours": [], "founded": "2010-03-01", "revenue": "600",
    "staff": 60, "trade": "fans"
}"#;

pub(super) fn tell(stage: &mut Stage) {
    let one = |said| stage.scene().said(said).after(Action::Show(Screen::Question));
    let (first, finished) = (one("{}").view(), one(ALL).view());
    let skipped = one("{}").after(Action::Next(stage.fact("longest"))).view();
    let longest = one(LONGEST).after(Action::Ask(stage.fact("longest"))).view();
    let enough = one(ENOUGH).view();
    stage.tell("question/step", "the first question", step(&first));
    stage.tell("question/step", "the longest question, answered", step(&longest));
    stage.tell("question/step", "left without an answer", step(&skipped));
    stage.tell("question/step", "when what is left cannot help", step(&enough));
    stage.tell("question/step", "nothing left to ask", step(&finished));

    tell_why(stage, "many measures hang on it", &first, "registered");
    tell_why(stage, "one measure with a long title hangs on it", &first, "longest");

    stage.tell("question/by_section", "with answers", questions(&stage.scene().said(MANY).view()));
    let whole = stage.scene().said(LONGEST).after(Action::Show(Screen::Question)).view();
    stage.tell("app/screen", "a question beside the results", screen(&whole));
}

fn tell_why(stage: &mut Stage, name: &'static str, view: &View, fact: &str) {
    if let Some(why) = why(view, stage.fact(fact)) {
        stage.tell("question/why_asked", name, why);
    }
}
