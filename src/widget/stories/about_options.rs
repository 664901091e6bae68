//! Questions that are answered by ticking.

use super::scene::{LONGEST, Scene};
use super::stage::Stage;
use crate::widget::question::{question, question_alone};
use crate::widget::{Action, Screen};

pub(super) fn tell(stage: &mut Stage) {
    let nothing = stage.scene();
    tell_question(stage, "question/question", "yes or no", &nothing, "registered");
    tell_question(
        stage,
        "question/question",
        "yes or no, with the longest text and an answer",
        &stage.scene().said(LONGEST),
        "longest",
    );
    let not_sure = stage.scene().said(r#"{"registered": {"not-sure": true}}"#);
    tell_question(stage, "question/question", "not sure", &not_sure, "registered");
    let fact = stage.fact("scale");
    stage.tell("question/question", "alone on its screen", question_alone(&stage.scene().view(), fact));
    let skipped = stage.scene().after(Action::Show(Screen::Question)).after(Action::Next(fact));
    stage.tell("question/question", "alone, left without an answer", question_alone(&skipped.view(), fact));

    tell_question(
        stage,
        "question/options",
        "one of a few",
        &stage.scene().said(r#"{"scale": "medium"}"#),
        "scale",
    );
    tell_question(
        stage,
        "question/options",
        "one of many, with the longest chosen",
        &stage.scene().said(LONGEST),
        "trade",
    );
    let find =
        |text: &str| stage.scene().said(LONGEST).after(Action::Find(stage.fact("trade"), text.to_owned()));
    let (some, none) = (find("a"), find("zzz"));
    tell_question(stage, "question/options", "searched", &some, "trade");
    tell_question(stage, "question/options", "searched in vain: what is chosen stays", &none, "trade");
    let two = stage.scene().said(r#"{"honours": ["inventor", "old-brand"]}"#);
    tell_question(stage, "question/options", "several, two of them ticked", &two, "honours");
    tell_question(
        stage,
        "question/options",
        "several, none of them",
        &stage.scene().said(r#"{"honours": []}"#),
        "honours",
    );
}

fn tell_question(stage: &mut Stage, component: &'static str, name: &'static str, scene: &Scene, fact: &str) {
    stage.tell(component, name, question(&scene.view(), stage.fact(fact)));
}
