//! Stories of the results: the screen, the summary, and the measure cards.

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{Fixture, Inputs, LONGEST, MANY};
use crate::rulebook::{Id, TopicId};
use crate::widget::results::{
    Group, MeasureCard, combination, current_combination, groups, limits, results, results_button,
    results_screen, summary,
};
use crate::widget::ui::link_button;
use crate::widget::{Action, Screen};

/// Answers for which two measures exclude each other and a total exceeds its cap.
const EXCLUSIONS_AND_CAP: &str = r#"{
    "registered": true, "scale": "small", "honours": ["inventor"], "founded": "2018-03-01", "revenue": "1234.5"
}"#;

/// Answers for which only one measure is met.
const ONE: &str = r#"{
    "registered": true, "scale": "small", "honours": [], "founded": "2001-03-01", "revenue": "2500", "trade": "fans"
}"#;

/// Answers for which no measure can be met.
const NONE: &str = r#"{
    "registered": false, "scale": "large", "honours": [], "revenue": "2500", "trade": "fans", "staff": 3
}"#;

/// Answers for which one change meets a measure.
const NEAR: &str = r#"{"registered": true, "founded": "2018-03-01", "revenue": "120"}"#;

pub(super) fn add(stories: &mut Collection) {
    add_screen(stories);
    add_summary(stories);
    add_cards(stories);
}

fn add_screen(stories: &mut Collection) {
    let shown =
        |answers| stories.fixture().with_answers(answers).after(Action::Show(Screen::Results));
    let of_topics = |topics: &[usize]| {
        let fixture = stories.fixture_with_topics(TOPICS).with_answers(MANY);
        let topics = topics.iter().map(|index| Action::ToggleTopic(TopicId::from_index(*index)));
        topics.fold(fixture, Fixture::after).after(Action::Show(Screen::Results))
    };
    for (name, fixture) in [
        ("without answers", shown("{}")),
        ("every outcome", shown(MANY)),
        ("every group shown", unfolded(shown(MANY))),
        ("one of two, and a cap", shown(EXCLUSIONS_AND_CAP)),
        ("one change is missing", shown(NEAR)),
        ("nothing can be granted", shown(NONE)),
        ("of one topic", of_topics(&[0])),
        ("of one topic, and services", unfolded(of_topics(&[1, 2]))),
        (
            "with an expanded measure",
            shown(MANY).after(Action::ToggleMeasure(stories.measure("newcomer"))),
        ),
        ("without search results", shown(MANY).after(Action::SetQuery("zzz".to_owned()))),
        ("after the policy has lapsed", shown(ONE).with_as_of("2021-06-30")),
    ] {
        let Inputs { evaluation, state, dispatch } = fixture.build();
        stories.add("results/results", name, results_screen(&evaluation, &state, &dispatch));
    }
    let inputs = stories.fixture().with_answers(MANY).after(Action::Show(Screen::AllQuestions));
    let Inputs { evaluation, state, dispatch } = inputs.build();
    stories.add("results/results", "next to all questions", results(&evaluation, &state));
    let button = results_button(&evaluation, &dispatch);
    stories.add("results/results", "the button to them on narrow screens", button);
}

fn unfolded(fixture: Fixture) -> Fixture {
    Group::ALL.into_iter().fold(fixture, |fixture, group| fixture.after(Action::ToggleGroup(group)))
}

/// Two topics that ask, and a service for everyone.
const TOPICS: &str = r#"[
    {
        "id": "start", "measures": ["newcomer", "rent", "honoured"],
        "title": {"zh-Hans": "起步", "zh-Hant": "起步", "en": "Starting"},
        "summary": {"zh-Hans": "新单位", "zh-Hant": "新單位", "en": "Newcomers"}
    },
    {
        "id": "growth", "measures": ["takings", "brand", "longest", "opening"],
        "title": {"zh-Hans": "成长", "zh-Hant": "成長", "en": "Growing"},
        "summary": {"zh-Hans": "营收", "zh-Hant": "營收", "en": "Revenue"}
    },
    {
        "id": "services", "ask": false, "measures": ["adviser"],
        "title": {"zh-Hans": "人人可用的服务", "zh-Hant": "人人可用的服務", "en": "Services"},
        "summary": {"zh-Hans": "专员", "zh-Hant": "專員", "en": "Adviser"}
    }
]"#;

fn add_summary(stories: &mut Collection) {
    for (name, answers) in [
        ("without answers", "{}"),
        ("every outcome", MANY),
        ("one measure", ONE),
        ("with exclusions and a cap", EXCLUSIONS_AND_CAP),
        ("with the longest title", LONGEST),
        ("nothing can be granted", NONE),
    ] {
        let Inputs { evaluation, .. } = stories.fixture().with_answers(answers).build();
        let summary = summary(&evaluation, &groups(&evaluation), &combination(&evaluation));
        stories.add("results/summary", name, summary);
    }
    for (name, answers) in [
        ("limits: exclusions and a cap", EXCLUSIONS_AND_CAP),
        ("limits: undecided", r#"{"registered": true, "scale": "small"}"#),
    ] {
        let Inputs { evaluation, .. } = stories.fixture().with_answers(answers).build();
        let combined = current_combination(&evaluation);
        let limits = limits(&evaluation, combined.as_ref()).unwrap_or_default();
        stories.add("results/summary", name, limits);
    }
}

fn add_cards(stories: &mut Collection) {
    let settling = r#"{"registered": false, "scale": "small"}"#;
    for (name, measure, answers, group, is_expanded) in [
        ("met", "newcomer", MANY, Group::Apply, false),
        ("met in direction", "honoured", MANY, Group::Direction, false),
        ("met once settled", "takings", settling, Group::OnceSettled, true),
        ("open", "newcomer", "{}", Group::Open, false),
        ("one change is missing", "newcomer", NEAR, Group::Near, false),
        ("not met", "takings", MANY, Group::NotMet, false),
        ("not applicable", "longest", MANY, Group::NotRelevant, false),
        ("with the longest title", "longest", LONGEST, Group::Apply, false),
        ("expanded", "honoured", MANY, Group::Direction, true),
    ] {
        let Inputs { evaluation, .. } = stories.fixture().with_answers(answers).build();
        let (measure, level) = (stories.measure(measure), evaluation.level.below(2));
        let card = html! { <MeasureCard {evaluation} {level} {measure} {group} {is_expanded} /> };
        stories.add("results/measure_card", name, card);
    }
    for (name, as_of, group) in [
        ("met, on the last day", "2019-04-30", Group::Apply),
        ("met, but closed", "2019-11-15", Group::NextRound),
        ("met, with the windows of an earlier year", "2020-05-10", Group::Apply),
    ] {
        let Inputs { evaluation, .. } =
            stories.fixture().with_as_of(as_of).with_answers(MANY).build();
        let (measure, level) = (stories.measure("newcomer"), evaluation.level.below(2));
        let is_expanded = group == Group::NextRound;
        let card = html! { <MeasureCard {evaluation} {level} {measure} {group} {is_expanded} /> };
        stories.add("results/measure_card", name, card);
    }
    let question =
        stories.pack().facts[stories.fact("longest")].question.get(stories.fixture().locale);
    let link = link_button(AttrValue::Rc(question), Callback::noop());
    stories.add("results/ask_link", "to the longest question", link);
}
