//! The results beside the questions, their totals, and the cards.

use yew::prelude::*;

use super::scene::{LONGEST, MANY, Parts};
use super::stage::Stage;
use crate::engine::Outcome;
use crate::widget::results::{
    MeasureCard, combined_now, limits, outcome_strip, results, results_button, totals,
};
use crate::widget::ui::link_button;
use crate::widget::{Action, Screen};

/// Both of an excluded pair, and more than a cap.
const TOO_MUCH: &str = r#"{
    "registered": true, "scale": "small", "honours": ["inventor"], "founded": "2018-03-01", "revenue": "1234.5"
}"#;

/// One measure, and no other.
const ONE: &str = r#"{
    "registered": true, "scale": "small", "honours": [], "founded": "2001-03-01", "revenue": "2500", "trade": "fans"
}"#;

/// Everything is out of reach.
const NONE: &str = r#"{
    "registered": false, "honours": [], "revenue": "2500", "trade": "fans", "staff": 3
}"#;

pub(super) fn add(stage: &mut Stage) {
    add_results(stage);
    add_totals(stage);
    add_cards(stage);
}

fn add_results(stage: &mut Stage) {
    let many = stage.scene().with(MANY);
    for (name, scene) in [
        ("with nothing said", stage.scene().after(Action::Show(Screen::Questions))),
        ("every outcome", many.clone()),
        ("one outcome alone", many.clone().after(Action::SetOutcomeFilter(Outcome::NotMet))),
        ("searched in vain", many.clone().after(Action::SetQuery("zzz".to_owned()))),
        ("after the policy has lapsed", stage.scene().with(ONE).on("2021-06-30")),
    ] {
        let Parts { evaluation, state, dispatch } = scene.parts();
        stage.add("results/results", name, results(&evaluation, &state, &dispatch));
    }
    let Parts { evaluation, dispatch, .. } = many.parts();
    let button = results_button(&evaluation, &dispatch);
    stage.add("results/results", "the way to them on narrow screens", button);
}

fn add_totals(stage: &mut Stage) {
    for (name, answers) in [("every outcome", MANY), ("nothing said", "{}")] {
        let strip = outcome_strip(&stage.scene().with(answers).parts().evaluation);
        stage.add("results/summary", name, strip);
    }
    for (name, answers) in [
        ("with everything open", "{}"),
        ("one measure", ONE),
        ("with what excludes what, and what is cut", TOO_MUCH),
        ("with the longest title", LONGEST),
        ("nothing can be granted", NONE),
    ] {
        let Parts { evaluation, .. } = stage.scene().with(answers).parts();
        let combined = combined_now(&evaluation);
        stage.add("results/summary", name, totals(&evaluation, combined.as_ref()));
    }
    for (name, answers) in [
        ("limits: what excludes what, and what is cut", TOO_MUCH),
        ("limits: not decided yet", "{}"),
    ] {
        let Parts { evaluation, .. } = stage.scene().with(answers).parts();
        let combined = combined_now(&evaluation);
        let limits = limits(&evaluation, combined.as_ref()).unwrap_or_default();
        stage.add("results/summary", name, limits);
    }
}

fn add_cards(stage: &mut Stage) {
    for (name, measure, answers, is_expanded) in [
        ("folded, met", "newcomer", MANY, false),
        ("folded, not met", "takings", MANY, false),
        ("folded, with the longest title", "longest", LONGEST, false),
        ("unfolded", "honoured", MANY, true),
    ] {
        let Parts { evaluation, .. } = stage.scene().with(answers).parts();
        let measure = stage.measure(measure);
        let card = html! { <MeasureCard {evaluation} {measure} {is_expanded} /> };
        stage.add("results/measure_card", name, card);
    }
    let question = stage.book().facts[stage.fact("longest")].question.get(stage.scene().locale);
    let link = link_button(AttrValue::Rc(question), Callback::noop());
    stage.add("results/ask_link", "to the longest question", link);
}
