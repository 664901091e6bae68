//! Stories of questions with options, of one question at a time, and of the list of answers.

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{Fixture, Inputs, LONGEST, MANY};
use crate::widget::question::{
    Layout, Question, QuestionProps, answers_list, by_topic, clear_answers, purpose,
    question_screen,
};
use crate::widget::{Action, Screen};

/// An answer to every question that can be asked.
const ALL: &str = r#"{
    "registered": true, "longest": false, "scale": "small", "trade": "kites", "honours": [], "founded": "2018-03-01",
    "revenue": "600", "rent": "100", "staff": 60
}"#;

/// Answers that decide every outcome, but not every amount.
const ENOUGH: &str = r#"{
    "registered": true, "longest": false, "scale": "large", "honours": [], "founded": "2010-03-01", "revenue": "600",
    "staff": 60, "trade": "fans"
}"#;

pub(super) fn add(stories: &mut Collection) {
    add_steps(stories);
    add_questions(stories);
    add_options(stories);
    add_answers(stories);
}

fn add_steps(stories: &mut Collection) {
    let one_question =
        |answers| stories.fixture().with_answers(answers).after(Action::Show(Screen::Question));
    let skipped = one_question("{}")
        .after(Action::GoTo(stories.fact("longest")))
        .after(Action::Next(vec![stories.fact("longest")]));
    let longest = one_question(LONGEST).after(Action::GoTo(stories.fact("longest")));
    for (name, fixture) in [
        ("the first question", one_question("{}")),
        ("the longest question, answered", longest),
        ("submitted without an answer", skipped),
        ("when no remaining question can make a measure met", one_question(ENOUGH)),
        ("no question left", one_question(ALL)),
    ] {
        let Inputs { evaluation, state, dispatch } = fixture.build();
        stories.add("question/screen", name, question_screen(&evaluation, &state, &dispatch));
    }
    for (name, fact) in [
        ("many measures depend on it", "registered"),
        ("one measure with a long title depends on it", "longest"),
    ] {
        let inputs = stories.fixture().build();
        let facts = [stories.fact(fact)];
        stories.add("question/purpose", name, purpose(&inputs.evaluation, &facts));
    }
    let inputs = stories.fixture().with_answers(MANY).build();
    stories.add(
        "question/by_topic",
        "by section, because the pack has no topics",
        by_topic(&inputs.evaluation, &inputs.state, &inputs.dispatch),
    );
}

fn add_questions(stories: &mut Collection) {
    let label = "question/question";
    let not_sure = stories.fixture().with_answers(r#"{"registered": {"not-sure": true}}"#);
    add_question(stories, label, "yes or no", &stories.fixture(), "registered");
    let longest = stories.fixture().with_answers(LONGEST);
    add_question(
        stories,
        label,
        "yes or no, with the longest text and an answer",
        &longest,
        "longest",
    );
    add_question(stories, label, "not sure", &not_sure, "registered");
    stories.add(
        label,
        "as the only question on the screen",
        question(stories, &stories.fixture(), "scale", Layout::Alone),
    );
    let skipped = stories
        .fixture()
        .after(Action::Show(Screen::Question))
        .after(Action::Next(vec![stories.fact("scale")]));
    stories.add(
        label,
        "as the only question, submitted without an answer",
        question(stories, &skipped, "scale", Layout::Alone),
    );
}

fn add_options(stories: &mut Collection) {
    let label = "question/options";
    let search = |text: &str| {
        let action = Action::SearchOptions(stories.fact("trade"), text.to_owned());
        stories.fixture_with_many_options().with_answers(LONGEST).after(action)
    };
    for (name, fixture, fact) in [
        (
            "single choice with few options",
            stories.fixture().with_answers(r#"{"scale": "medium"}"#),
            "scale",
        ),
        (
            "single choice with many options, the longest selected",
            stories.fixture().with_answers(LONGEST),
            "trade",
        ),
        ("with search results", search("a"), "trade"),
        ("without search results: the selected option remains", search("zzz"), "trade"),
        (
            "multiple choice, two selected",
            stories.fixture().with_answers(r#"{"honours": ["inventor", "old-brand"]}"#),
            "honours",
        ),
        (
            "multiple choice, none of them",
            stories.fixture().with_answers(r#"{"honours": []}"#),
            "honours",
        ),
    ] {
        add_question(stories, label, name, &fixture, fact);
    }
}

fn add_answers(stories: &mut Collection) {
    // The question about staff is not asked if the organisation is registered elsewhere.
    let no_longer_asked = r#"{"registered": false, "staff": 12}"#;
    let doubtful = r#"{"revenue": 60000, "founded": "2030-01-01"}"#;
    for (name, answers) in [
        ("without answers", "{}"),
        ("an answer of each kind", MANY),
        ("the longest question and option", LONGEST),
        ("an answer whose question is no longer asked", no_longer_asked),
        ("improbable answers", doubtful),
    ] {
        let inputs = stories.fixture().with_answers(answers).build();
        stories.add(
            "question/answers_list",
            name,
            answers_list(&inputs.evaluation, &inputs.state, &inputs.dispatch),
        );
    }
    let confirming = stories.fixture().with_answers(MANY).after(Action::Clear);
    for (name, fixture) in [("the button", stories.fixture()), ("the confirmation", confirming)] {
        let Inputs { evaluation, state, dispatch } = fixture.build();
        stories.add("question/clear_answers", name, clear_answers(&evaluation, &state, &dispatch));
    }
}

/// One question, outside of any screen.
pub(super) fn question(
    stories: &Collection,
    fixture: &Fixture,
    fact: &str,
    layout: Layout,
) -> Html {
    let inputs = fixture.build();
    let props = QuestionProps::new(&inputs.evaluation, &inputs.state, stories.fact(fact), layout);
    html! { <Question ..props /> }
}

fn add_question(
    stories: &mut Collection,
    component: &'static str,
    name: &'static str,
    fixture: &Fixture,
    fact: &str,
) {
    stories.add(component, name, question(stories, fixture, fact, Layout::Listed));
}
