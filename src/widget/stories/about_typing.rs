//! Questions that are answered by typing, what is wrong with what was typed, and where all that is told together.

use super::scene::Scene;
use super::stage::Stage;
use crate::widget::errors::error_summary;
use crate::widget::question::question;
use crate::widget::{Action, Screen};

pub(super) fn tell(stage: &mut Stage) {
    let typed = |fact: &str, text: &str| stage.scene().after(Action::Type(stage.fact(fact), text.to_owned()));
    for (name, fact, scene) in [
        ("a number with its unit", "revenue", typed("revenue", "1234.5")),
        ("a number in another unit, with its reading", "revenue", typed("revenue", "1.2亿元")),
        ("no number", "revenue", typed("revenue", "很多")),
        ("the longest that was ever typed", "revenue", typed("revenue", &"9".repeat(80))),
        ("a number out of bounds", "staff", typed("staff", "0")),
        ("a fraction of a whole number", "staff", typed("staff", "2.5")),
        ("a day", "founded", typed("founded", "2018-03-01")),
        ("a day that does not exist", "founded", typed("founded", "2018-02-30")),
        (
            "not sure, so the box is out of use",
            "founded",
            stage.scene().said(r#"{"founded": {"not-sure": true}}"#),
        ),
    ] {
        stage.tell("question/field", name, question(&scene.view(), stage.fact(fact)));
    }

    let left = stage.scene().after(Action::Show(Screen::Question));
    let left = left.after(Action::Next(stage.fact("longest")));
    tell_errors(stage, "the longest question left without an answer", &left);
    let several = typed_wrong(stage).after(Action::Show(Screen::Sheet));
    tell_errors(stage, "several boxes", &several);
}

fn typed_wrong(stage: &Stage) -> Scene {
    let wrong = [("revenue", "很多"), ("staff", "2.5"), ("founded", "2018-02-30")];
    wrong.into_iter().fold(stage.scene(), |scene, (fact, text)| {
        scene.after(Action::Type(stage.fact(fact), text.to_owned()))
    })
}

fn tell_errors(stage: &mut Stage, name: &'static str, scene: &Scene) {
    if let Some(summary) = error_summary(&scene.view()) {
        stage.tell("question/error_summary", name, summary);
    }
}
