//! Questions that are answered by checking options, one question at a time, and the list of answers.

use yew::prelude::*;

use super::scene::{LONGEST, MANY, Parts, Scene};
use super::stage::Stage;
use crate::widget::question::{
    Question, QuestionProps, answers_list, by_section, clear_answers, step, why_asked,
};
use crate::widget::{Action, Screen};

/// Everything that can be asked.
const ALL: &str = r#"{
    "registered": true, "longest": false, "scale": "small", "trade": "kites", "honours": [], "founded": "2018-03-01",
    "revenue": "600", "rent": "100", "staff": 60
}"#;

/// All but what decides an amount.
const ENOUGH: &str = r#"{
    "registered": true, "longest": false, "scale": "large", "honours": [], "founded": "2010-03-01", "revenue": "600",
    "staff": 60, "trade": "fans"
}"#;

pub(super) fn add(stage: &mut Stage) {
    add_steps(stage);
    add_questions(stage);
    add_options(stage);
    add_answers(stage);
}

fn add_steps(stage: &mut Stage) {
    let one = |answers| stage.scene().with(answers).after(Action::Show(Screen::Question));
    let skipped = one("{}").after(Action::Next(stage.fact("longest")));
    let longest = one(LONGEST).after(Action::GoTo(stage.fact("longest")));
    for (name, scene) in [
        ("the first question", one("{}")),
        ("the longest question, answered", longest),
        ("left without an answer", skipped),
        ("when what is left cannot help", one(ENOUGH)),
        ("nothing left to ask", one(ALL)),
    ] {
        let Parts { evaluation, state, dispatch } = scene.parts();
        stage.add("question/step", name, step(&evaluation, &state, &dispatch));
    }
    for (name, fact) in [
        ("many measures hang on it", "registered"),
        ("one measure with a long title hangs on it", "longest"),
    ] {
        let parts = stage.scene().parts();
        stage.add("question/why_asked", name, why_asked(&parts.evaluation, stage.fact(fact)));
    }
    let parts = stage.scene().with(MANY).parts();
    stage.add("question/by_section", "with answers", by_section(&parts.evaluation, &parts.state));
}

fn add_questions(stage: &mut Stage) {
    let label = "question/question";
    let not_sure = stage.scene().with(r#"{"registered": {"not-sure": true}}"#);
    add_question(stage, label, "yes or no", &stage.scene(), "registered");
    let longest = stage.scene().with(LONGEST);
    add_question(
        stage,
        label,
        "yes or no, with the longest text and an answer",
        &longest,
        "longest",
    );
    add_question(stage, label, "not sure", &not_sure, "registered");
    stage.add(label, "alone on its screen", question(stage, &stage.scene(), "scale", true));
    let skipped = stage
        .scene()
        .after(Action::Show(Screen::Question))
        .after(Action::Next(stage.fact("scale")));
    stage.add(label, "alone, left without an answer", question(stage, &skipped, "scale", true));
}

fn add_options(stage: &mut Stage) {
    let label = "question/options";
    let search = |text: &str| {
        let action = Action::SearchOptions(stage.fact("trade"), text.to_owned());
        stage.scene().with(LONGEST).after(action)
    };
    for (name, scene, fact) in [
        ("one of a few", stage.scene().with(r#"{"scale": "medium"}"#), "scale"),
        ("one of many, with the longest chosen", stage.scene().with(LONGEST), "trade"),
        ("searched", search("a"), "trade"),
        ("searched in vain: what is chosen stays", search("zzz"), "trade"),
        (
            "several, two of them ticked",
            stage.scene().with(r#"{"honours": ["inventor", "old-brand"]}"#),
            "honours",
        ),
        ("several, none of them", stage.scene().with(r#"{"honours": []}"#), "honours"),
    ] {
        add_question(stage, label, name, &scene, fact);
    }
}

fn add_answers(stage: &mut Stage) {
    // Its question is not asked once the organisation is registered elsewhere.
    let outlived = r#"{"registered": false, "staff": 12}"#;
    for (name, answers) in [
        ("nothing", "{}"),
        ("an answer of each kind", MANY),
        ("the longest question and option", LONGEST),
        ("an answer whose question is not put any more", outlived),
    ] {
        let parts = stage.scene().with(answers).parts();
        stage.add("question/answers_list", name, answers_list(&parts.evaluation, &parts.dispatch));
    }
    let confirming = stage.scene().with(MANY).after(Action::Clear);
    for (name, scene) in [("the button", stage.scene()), ("asked whether it is meant", confirming)]
    {
        let Parts { evaluation, state, dispatch } = scene.parts();
        stage.add("question/clear_answers", name, clear_answers(&evaluation, &state, &dispatch));
    }
}

/// One question on its own, outside of any screen.
pub(super) fn question(stage: &Stage, scene: &Scene, fact: &str, is_alone: bool) -> Html {
    let parts = scene.parts();
    let props = QuestionProps::new(&parts.evaluation, &parts.state, stage.fact(fact), is_alone);
    html! { <Question ..props /> }
}

fn add_question(
    stage: &mut Stage,
    component: &'static str,
    name: &'static str,
    scene: &Scene,
    fact: &str,
) {
    stage.add(component, name, question(stage, scene, fact, false));
}
