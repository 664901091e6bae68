//! Everything about one measure: each outcome, and each kind of grant.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::measure_details::measure_details;

pub(super) fn tell(stage: &mut Stage) {
    for (name, measure, said) in [
        ("met: a fixed sum, with office, days, steps and duties", "newcomer", MANY),
        ("met in direction: up to a sum", "honoured", MANY),
        ("met: a share of the rent, from a secondary source, with a note", "rent", MANY),
        ("open: in kind, without an office", "adviser", MANY),
        ("not met: tiers, at an office of which only the name is known", "takings", MANY),
        (
            "not met by a number: the nearest miss",
            "newcomer",
            r#"{"registered": true, "founded": "2018-03-01", "revenue": "120"}"#,
        ),
        ("not met: no figure, no materials", "brand", MANY),
        ("met: the longest of everything", "longest", LONGEST),
        ("not applicable", "longest", MANY),
        ("not in force", "opening", MANY),
    ] {
        let details = measure_details(&stage.scene().said(said).view(), stage.measure(measure));
        stage.tell("results/measure_details", name, details);
    }
}
