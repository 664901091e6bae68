//! Conditions with their truth, and provisions with how sure they are.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::citation::{citations, clause};
use crate::widget::criteria::criteria;

pub(super) fn tell(stage: &mut Stage) {
    let mixed = r#"{"registered": true, "revenue": "100"}"#;
    for (name, measure, said) in [
        ("true, false and unknown", "newcomer", mixed),
        ("true, and left to the office", "honoured", MANY),
        ("unknown, to be confirmed by the office", "adviser", "{}"),
        ("of a measure that may concern the person", "takings", "{}"),
        ("of a measure that does not", "takings", r#"{"registered": false}"#),
        ("the longest", "longest", LONGEST),
    ] {
        let criteria = criteria(&stage.scene().said(said).view(), stage.measure(measure));
        stage.tell("results/criteria", name, criteria);
    }

    let provisions = |id: &str| {
        let provisions = stage.book().provisions.iter();
        provisions.filter(|(_, provision)| &*provision.id == id).map(|(id, _)| id).collect::<Vec<_>>()
    };
    let view = stage.scene().view();
    let cited = ["d1-1", "d1-2", "d2-4", "d1-9"].map(provisions);
    let names = [
        "the text itself, in its own words",
        "an official explanation, in other words",
        "a secondary source with the longest clause",
        "without words",
    ];
    for (name, provisions) in names.into_iter().zip(cited) {
        stage.tell("results/citation", name, citations(&view, &provisions));
        if let ("without words", Some(provision)) = (name, provisions.first()) {
            stage.tell("results/citation", "document and clause alone", clause(&view, *provision));
        }
    }
}
