//! Stories of questions that are asked together, and of all questions by topic.

use super::collection::Collection;
use super::fixture::{Inputs, MANY};
use crate::engine::Answer;
use crate::rulebook::{FactId, Quantity, QuestionGroup, Value};
use crate::widget::Action;
use crate::widget::question::{by_topic, question_screen};

/// Topics with medians of screens.
const TOPICS: &str = include_str!("topics.json");

pub(super) fn add(stories: &mut Collection) {
    add_groups(stories);
    add_topics(stories);
}

/// Screens with several questions.
fn add_groups(stories: &mut Collection) {
    let fact = |id: &str| stories.fact(id);
    let (yes_no, numbers) =
        ([fact("registered"), fact("longest")], [fact("revenue"), fact("rent")]);
    let quantity = |fact: FactId| Box::new(Quantity::Fact(fact));
    let group = |facts: &[FactId], computed: Option<Quantity>| {
        let group = QuestionGroup { facts: facts.to_vec(), title: None, computed };
        let first = Action::GoTo(facts.first().copied().unwrap_or(yes_no[0]));
        stories.fixture().with_pack(|pack| pack.ask_together.push(group)).after(first)
    };
    let difference = || Quantity::Difference(quantity(numbers[0]), quantity(numbers[1]));
    let typed = |fact: FactId, text: &str| Action::EditDraft(fact, text.to_owned());
    let pair = || group(&numbers, Some(difference()));
    let no = Some(Answer::Value(Value::YesNo(false)));
    for (name, fixture) in [
        ("yes and no together", group(&yes_no, None)),
        ("yes and no together, submitted", group(&yes_no, None).after(Action::Next(yes_no.into()))),
        (
            "yes and no together, answered",
            group(&yes_no, None).after(Action::Answer(yes_no[0], no)),
        ),
        ("different kinds together", group(&[yes_no[0], fact("scale"), numbers[0]], None)),
        ("two numbers", pair()),
        (
            "two numbers and their difference",
            pair().after(typed(numbers[0], "900")).after(typed(numbers[1], "700")),
        ),
        ("two numbers, not sure", pair().after(Action::Answer(numbers[1], Some(Answer::NotSure)))),
        (
            "two numbers that do not parse, submitted",
            pair()
                .after(typed(numbers[0], "o"))
                .after(typed(numbers[1], "?"))
                .after(Action::Next(numbers.into())),
        ),
    ] {
        let Inputs { evaluation, state, dispatch } = fixture.build();
        stories.add("question/screen", name, question_screen(&evaluation, &state, &dispatch));
    }
}

/// The screens of a pack with topics.
fn add_topics(stories: &mut Collection) {
    let all = |query: &str| {
        let search = Action::SearchQuestions(query.to_owned());
        stories.fixture_with_topics(TOPICS).with_answers(MANY).after(search)
    };
    for (name, fixture) in [
        ("by topic, with answers", all("")),
        ("by topic, with search results", all("1")),
        ("by topic, without search results", all("zzz")),
    ] {
        let Inputs { evaluation, state, dispatch } = fixture.build();
        stories.add("question/by_topic", name, by_topic(&evaluation, &state, &dispatch));
    }
    let asking = stories
        .fixture_with_topics(TOPICS)
        .with_pack(|pack| pack.set_topic_medians((0..20).map(|_| (Some(5), Some(4)))))
        .with_as_of("2021-06-30")
        .after(Action::StartAll)
        .after(Action::Ask(vec![stories.fact("registered")]));
    let Inputs { evaluation, state, dispatch } = asking.build();
    let screen = question_screen(&evaluation, &state, &dispatch);
    stories.add("question/screen", "with an estimate, after the policy has lapsed", screen);
}
