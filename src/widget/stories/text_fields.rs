//! Questions that are answered by typing, what is wrong with the text, and the error summary.

use super::question::question;
use super::scene::Scene;
use super::stage::Stage;
use crate::widget::question::error_summary;
use crate::widget::{Action, Screen};

pub(super) fn add(stage: &mut Stage) {
    let nines = "9".repeat(80);
    for (name, fact, text) in [
        ("a number with its unit", "revenue", "1234.5"),
        ("a number in another unit, with its reading", "revenue", "1.2亿元"),
        ("no number", "revenue", "很多"),
        ("the longest that was ever typed", "revenue", &*nines),
        ("a number out of bounds", "staff", "0"),
        ("a fraction of a whole number", "staff", "2.5"),
        ("a day", "founded", "2018-03-01"),
        ("a day that does not exist", "founded", "2018-02-30"),
    ] {
        let scene = stage.scene().after(Action::CommitDraft(stage.fact(fact), text.to_owned()));
        stage.add("question/field", name, question(stage, &scene, fact, false));
    }
    let not_sure = stage.scene().with(r#"{"founded": {"not-sure": true}}"#);
    let disabled = question(stage, &not_sure, "founded", false);
    stage.add("question/field", "not sure, so the box is out of use", disabled);

    let left = stage.scene().after(Action::Show(Screen::Question));
    let left = left.after(Action::Next(stage.fact("longest")));
    add_errors(stage, "the longest question left without an answer", &left);
    let several = with_invalid_drafts(stage).after(Action::Show(Screen::Checklist));
    add_errors(stage, "several boxes", &several);
}

fn with_invalid_drafts(stage: &Stage) -> Scene {
    let drafts = [("revenue", "很多"), ("staff", "2.5"), ("founded", "2018-02-30")];
    let answering = stage.scene().after(Action::Show(Screen::Questions));
    drafts.into_iter().fold(answering, |scene, (fact, text)| {
        scene.after(Action::CommitDraft(stage.fact(fact), text.to_owned()))
    })
}

fn add_errors(stage: &mut Stage, name: &'static str, scene: &Scene) {
    let parts = scene.parts();
    let summary = error_summary(&parts.evaluation, &parts.state, &parts.dispatch);
    stage.add("question/error_summary", name, summary);
}
