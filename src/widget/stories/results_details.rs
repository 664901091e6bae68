//! Stories of one measure's details: criteria, citations and amounts, for every outcome and kind of
//! grant.

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{LONGEST, MANY};
use crate::widget::results::{bar_with_text, card_amount, citations, criteria, measure_details};

pub(super) fn add(stories: &mut Collection) {
    add_details(stories);
    add_criteria(stories);
    add_citations(stories);
    add_amounts(stories);
}

fn add_details(stories: &mut Collection) {
    let nearly_met = r#"{"registered": true, "founded": "2018-03-01", "revenue": "120"}"#;
    for (name, measure, answers) in [
        ("met: a fixed sum, with office, days, steps and duties", "newcomer", MANY),
        ("met in direction: up to a sum", "honoured", MANY),
        ("met: a share of the rent, from a secondary source, with a note", "rent", MANY),
        ("open: in kind, without an office", "adviser", MANY),
        ("not met: tiers, at an office with only a name", "takings", MANY),
        ("not met by a number: the nearest miss", "newcomer", nearly_met),
        ("not met: no figure, no materials", "brand", MANY),
        ("met: the longest texts", "longest", LONGEST),
        ("not applicable", "longest", MANY),
        ("not in force", "opening", MANY),
    ] {
        let inputs = stories.fixture().with_answers(answers).build();
        let details =
            measure_details(&inputs.evaluation, stories.measure(measure), &inputs.dispatch);
        stories.add("results/measure_details", name, details);
    }
}

fn add_criteria(stories: &mut Collection) {
    let mixed = r#"{"registered": true, "revenue": "100"}"#;
    for (name, measure, answers) in [
        ("true, false and unknown", "newcomer", mixed),
        ("true, and decided by the office", "honoured", MANY),
        ("unknown, to be confirmed by the office", "adviser", "{}"),
        ("of a measure that may apply", "takings", "{}"),
        ("of a measure that does not apply", "longest", r#"{"trade": "fans"}"#),
        ("with the longest texts", "longest", LONGEST),
    ] {
        let inputs = stories.fixture().with_answers(answers).build();
        stories.add(
            "results/criteria",
            name,
            criteria(&inputs.evaluation, stories.measure(measure)),
        );
    }
}

fn add_citations(stories: &mut Collection) {
    let evaluation = stories.fixture().build().evaluation;
    for (name, id) in [
        ("a quotation of the official text", "d1-1"),
        ("a summary of an official interpretation", "d1-2"),
        ("a secondary source with the longest clause", "d2-4"),
        ("without text", "d1-9"),
    ] {
        let provisions = stories.pack().provisions.iter();
        let cited: Vec<_> =
            provisions.filter(|(_, provision)| &*provision.id == id).map(|(id, _)| id).collect();
        stories.add("results/citation", name, citations(&evaluation, &cited));
    }
}

/// Each kind of grant, and each form of the bar.
fn add_amounts(stories: &mut Collection) {
    for (name, measure, answers) in [
        ("a fixed sum, certain", "newcomer", MANY),
        ("a fixed sum, possible", "newcomer", "{}"),
        ("up to a sum", "honoured", MANY),
        (
            "one of several tiers",
            "takings",
            r#"{"registered": true, "scale": "small", "revenue": 200}"#,
        ),
        ("tiers, undecided", "takings", r#"{"registered": true, "scale": "small"}"#),
        ("not met: no amount", "takings", MANY),
        (
            "a share up to a cap, from a secondary source",
            "rent",
            r#"{"revenue": 100, "rent": "123.45"}"#,
        ),
        ("a share without a cap: no bar", "longest", LONGEST),
        ("in kind: no bar", "adviser", MANY),
        ("without a figure: no bar", "brand", "{}"),
    ] {
        let inputs = stories.fixture().with_answers(answers).build();
        let (evaluation, measure) = (&inputs.evaluation, stories.measure(measure));
        let card = card_amount(evaluation, measure).unwrap_or_default();
        let details = bar_with_text(evaluation, measure);
        stories.add("results/amount", name, html! { <><p>{ card }</p>{ details }</> });
    }
}
