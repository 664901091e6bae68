//! The checklist as it is printed, and the block of one measure on it.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::paper::{FIRST_MEASURE, Paper, UNFOLDED, WITHOUT_ANSWERS};
use crate::widget::sheet::sheet;
use crate::widget::sheet_measure::sheet_measure;
use crate::widget::sheet_tools::sheet_tools;

pub(super) fn tell(stage: &mut Stage) {
    stage.tell("sheet", "with every outcome", sheet(&stage.scene().said(MANY).view(), &Paper::default()));
    let lapsed = stage.scene().said(
        r#"{"honours": ["old-brand"], "registered": false, "trade": "fans", "revenue": 9999, "staff": 1}"#,
    );
    stage.tell(
        "sheet",
        "after the policy has lapsed",
        sheet(&lapsed.on("2021-06-30").view(), &Paper::default()),
    );
    for (name, measure, said) in [
        ("met, with office, days, steps and duties", "newcomer", MANY),
        ("met in direction, without a list of materials", "honoured", MANY),
        ("the longest of everything", "longest", LONGEST),
    ] {
        let block = sheet_measure(&stage.scene().said(said).view(), stage.measure(measure));
        stage.tell("sheet_measure", name, block);
    }
    let view = stage.scene().said(MANY).view();
    stage.tell("sheet_tools", "folded", sheet_tools(&view, &Paper::default()));
    let mut paper = Paper::default();
    [UNFOLDED, WITHOUT_ANSWERS, FIRST_MEASURE].into_iter().for_each(|place| paper.change(place));
    stage.tell("sheet_tools", "with something chosen", sheet_tools(&view, &paper));
}
