//! The checklist as it is printed, its parts, and what can be chosen for it.

use std::rc::Rc;

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::engine::Outcome;
use crate::rulebook::Locale;
use crate::widget::catalogue::Catalogue;
use crate::widget::paper::{FIRST_MEASURE, Paper, UNFOLDED, WITHOUT_ANSWERS, WITHOUT_OPEN};
use crate::widget::qr::qr;
use crate::widget::sheet::{
    Content, block, both, by_hand, head, notices, others, papers, receipt, sheet, summary, tools,
};
use crate::widget::view::View;

/// When it is printed in these stories.
const NOW: &str = "2019-05-10 09:30";

const LAPSED: &str =
    r#"{"honours": ["old-brand"], "registered": false, "trade": "fans", "revenue": 9999, "staff": 1}"#;

fn chosen(places: &[usize]) -> Paper {
    let mut paper = Paper::default();
    places.iter().for_each(|place| paper.change(*place));
    paper
}

pub(super) fn tell(stage: &mut Stage) {
    let view = stage.scene().said(MANY).view();
    let lapsed = stage.scene().said(LAPSED).on("2021-06-30").view();
    let all = Paper::default();
    let content = Content::new(&view, &all);
    stage.tell("checklist/document", "with every outcome", sheet(&view, &all, NOW));
    stage.tell("checklist/document", "after the policy has lapsed", sheet(&lapsed, &all, NOW));
    stage.tell("checklist/document", "without answers", sheet(&view, &chosen(&[WITHOUT_ANSWERS]), NOW));
    stage.tell(
        "checklist/document",
        "with open measures named only",
        sheet(&view, &chosen(&[WITHOUT_OPEN]), NOW),
    );
    stage.tell("checklist/document", "of one measure", sheet(&view, &chosen(&[FIRST_MEASURE]), NOW));
    stage.tell(
        "checklist/head",
        "after the policy has lapsed",
        head(&lapsed, &Content::new(&lapsed, &all), NOW),
    );
    stage.tell("checklist/firm_details", "to be filled in", by_hand(&view));
    stage.tell("checklist/summary", "of measures in reach", summary(&view, &content));
    for (component, name, part) in [
        ("checklist/materials", "each once", papers(&view, &content.measures)),
        ("checklist/notices", "with and without a provision", notices(&view)),
        ("checklist/other_measures", "not met", others(&view, Outcome::NotMet)),
        (
            "checklist/other_measures",
            "which do not concern the person",
            others(&view, Outcome::NotApplicable),
        ),
    ] {
        // A part that the pack leaves empty is missing from the list in `tests/suite/stories.rs`.
        if let Some(part) = part {
            stage.tell(component, name, part);
        }
    }
    stage.tell("checklist/receipt", "with answers", receipt(&view));
    for (name, measure, said, with_answers) in [
        ("met, with office, days, steps and duties", "newcomer", MANY, true),
        ("without answers", "newcomer", MANY, false),
        ("met in direction, without a list of materials", "honoured", MANY, true),
        ("the longest of everything", "longest", LONGEST, true),
    ] {
        let view = stage.scene().said(said).view();
        stage.tell("checklist/measure", name, block(&view, stage.measure(measure), 1, with_answers));
    }
    let view = stage.scene().said(LONGEST).view();
    let also = if view.locale == Locale::En { Locale::ZhHans } else { Locale::En };
    let also = View { locale: also, catalogue: Rc::new(Catalogue::of(also).clone()), ..view.clone() };
    let longest = stage.measure("longest");
    let in_both = both(&view, Some(&also), |view| block(view, longest, 1, true));
    stage.tell("checklist/bilingual", "the longest of everything in two languages", in_both);
    stage.tell("checklist/options", "folded", tools(&view, &all));
    let something = chosen(&[UNFOLDED, WITHOUT_ANSWERS, FIRST_MEASURE]);
    stage.tell("checklist/options", "with something chosen", tools(&view, &something));
    if let Some(symbol) = qr("24QRD-7QBNZ", view.catalogue.receipt()) {
        stage.tell("ui/qr", "of a short code", symbol);
    }
}
