//! Everything about one measure: criteria, citations, amounts, in every outcome and for every kind of grant.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::results::{amount_with_bar, citations, clause, criteria, measure_details};

pub(super) fn add(stage: &mut Stage) {
    add_details(stage);
    add_criteria(stage);
    add_citations(stage);
    add_amounts(stage);
}

fn add_details(stage: &mut Stage) {
    let near = r#"{"registered": true, "founded": "2018-03-01", "revenue": "120"}"#;
    for (name, measure, answers) in [
        ("met: a fixed sum, with office, days, steps and duties", "newcomer", MANY),
        ("met in direction: up to a sum", "honoured", MANY),
        ("met: a share of the rent, from a secondary source, with a note", "rent", MANY),
        ("open: in kind, without an office", "adviser", MANY),
        ("not met: tiers, at an office of which only the name is known", "takings", MANY),
        ("not met by a number: the nearest miss", "newcomer", near),
        ("not met: no figure, no materials", "brand", MANY),
        ("met: the longest of everything", "longest", LONGEST),
        ("not applicable", "longest", MANY),
        ("not in force", "opening", MANY),
    ] {
        let parts = stage.scene().with(answers).parts();
        let details = measure_details(&parts.evaluation, stage.measure(measure), &parts.dispatch);
        stage.add("results/measure_details", name, details);
    }
}

fn add_criteria(stage: &mut Stage) {
    let mixed = r#"{"registered": true, "revenue": "100"}"#;
    for (name, measure, answers) in [
        ("true, false and unknown", "newcomer", mixed),
        ("true, and left to the office", "honoured", MANY),
        ("unknown, to be confirmed by the office", "adviser", "{}"),
        ("of a measure that may concern the person", "takings", "{}"),
        ("of a measure that does not", "takings", r#"{"registered": false}"#),
        ("the longest", "longest", LONGEST),
    ] {
        let parts = stage.scene().with(answers).parts();
        stage.add("results/criteria", name, criteria(&parts.evaluation, stage.measure(measure)));
    }
}

fn add_citations(stage: &mut Stage) {
    let evaluation = stage.scene().parts().evaluation;
    for (name, id) in [
        ("the text itself, in its own words", "d1-1"),
        ("an official explanation, in other words", "d1-2"),
        ("a secondary source with the longest clause", "d2-4"),
        ("without words", "d1-9"),
    ] {
        let provisions = stage.book().provisions.iter();
        let cited: Vec<_> =
            provisions.filter(|(_, provision)| &*provision.id == id).map(|(id, _)| id).collect();
        stage.add("results/citation", name, citations(&evaluation, &cited));
        if let ("without words", Some(provision)) = (name, cited.first()) {
            stage.add(
                "results/citation",
                "document and clause alone",
                clause(&evaluation, *provision),
            );
        }
    }
}

/// Each kind of grant, and each way a bar can look.
fn add_amounts(stage: &mut Stage) {
    for (name, measure, answers) in [
        ("a fixed sum, certain", "newcomer", MANY),
        ("a fixed sum, possible", "newcomer", "{}"),
        ("up to a sum", "honoured", MANY),
        (
            "one of several tiers",
            "takings",
            r#"{"registered": true, "scale": "small", "revenue": 200}"#,
        ),
        ("tiers, not decided yet", "takings", r#"{"registered": true, "scale": "small"}"#),
        ("out of reach", "takings", MANY),
        (
            "a share up to a cap, from a secondary source",
            "rent",
            r#"{"revenue": 100, "rent": "123.45"}"#,
        ),
        ("a share without a cap: no bar", "longest", LONGEST),
        ("in kind: no bar", "adviser", MANY),
        ("without a figure: no bar", "brand", MANY),
    ] {
        let parts = stage.scene().with(answers).parts();
        stage.add(
            "results/amount",
            name,
            amount_with_bar(&parts.evaluation, stage.measure(measure)),
        );
    }
}
