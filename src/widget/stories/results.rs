//! Stories of the results next to the questions, their totals, and the measure cards.

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{Inputs, LONGEST, MANY};
use crate::engine::Outcome;
use crate::widget::results::{
    MeasureCard, current_combination, limits, outcome_strip, results, results_button, totals,
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

pub(super) fn add(stories: &mut Collection) {
    add_results(stories);
    add_totals(stories);
    add_cards(stories);
}

fn add_results(stories: &mut Collection) {
    let many = stories.fixture().with_answers(MANY);
    for (name, fixture) in [
        ("without answers", stories.fixture().after(Action::Show(Screen::AllQuestions))),
        ("every outcome", many.clone()),
        ("filtered by one outcome", many.clone().after(Action::SetOutcomeFilter(Outcome::NotMet))),
        ("without search results", many.clone().after(Action::SetQuery("zzz".to_owned()))),
        (
            "after the policy has lapsed",
            stories.fixture().with_answers(ONE).with_as_of("2021-06-30"),
        ),
    ] {
        let Inputs { evaluation, state, dispatch } = fixture.build();
        stories.add("results/results", name, results(&evaluation, &state, &dispatch));
    }
    let Inputs { evaluation, dispatch, .. } = many.build();
    let button = results_button(&evaluation, &dispatch);
    stories.add("results/results", "the button to them on narrow screens", button);
}

fn add_totals(stories: &mut Collection) {
    for (name, answers) in [("every outcome", MANY), ("without answers", "{}")] {
        let strip = outcome_strip(&stories.fixture().with_answers(answers).build().evaluation);
        stories.add("results/summary", name, strip);
    }
    for (name, answers) in [
        ("with everything open", "{}"),
        ("one measure", ONE),
        ("with exclusions and a cap", EXCLUSIONS_AND_CAP),
        ("with the longest title", LONGEST),
        ("nothing can be granted", NONE),
    ] {
        let Inputs { evaluation, .. } = stories.fixture().with_answers(answers).build();
        let combined = current_combination(&evaluation);
        stories.add("results/summary", name, totals(&evaluation, combined.as_ref()));
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
    for (name, measure, answers, is_expanded) in [
        ("collapsed, met", "newcomer", MANY, false),
        ("collapsed, not met", "takings", MANY, false),
        ("met once settled", "takings", r#"{"registered": false, "scale": "small"}"#, true),
        ("collapsed, with the longest title", "longest", LONGEST, false),
        ("expanded", "honoured", MANY, true),
    ] {
        let Inputs { evaluation, .. } = stories.fixture().with_answers(answers).build();
        let measure = stories.measure(measure);
        let card = html! { <MeasureCard {evaluation} {measure} {is_expanded} /> };
        stories.add("results/measure_card", name, card);
    }
    let question =
        stories.pack().facts[stories.fact("longest")].question.get(stories.fixture().locale);
    let link = link_button(AttrValue::Rc(question), Callback::noop());
    stories.add("results/ask_link", "to the longest question", link);
}
