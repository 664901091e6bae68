//! What a measure gives, with the bar beside it: each kind of grant, and each way a bar can look.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::amount_bar::amount_with_bar;

pub(super) fn tell(stage: &mut Stage) {
    for (name, measure, said) in [
        ("a fixed sum, certain", "newcomer", MANY),
        ("a fixed sum, possible", "newcomer", "{}"),
        ("up to a sum", "honoured", MANY),
        ("one of several tiers", "takings", r#"{"registered": true, "scale": "small", "revenue": 200}"#),
        ("tiers, not decided yet", "takings", r#"{"registered": true, "scale": "small"}"#),
        ("out of reach", "takings", MANY),
        ("a share up to a cap, from a secondary source", "rent", r#"{"revenue": 100, "rent": "123.45"}"#),
        ("a share without a cap: no bar", "longest", LONGEST),
        ("in kind: no bar", "adviser", MANY),
        ("without a figure: no bar", "brand", MANY),
    ] {
        let amount = amount_with_bar(&stage.scene().said(said).view(), stage.measure(measure));
        stage.tell("results/amount", name, amount);
    }
}
