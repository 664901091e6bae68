//! The card of a measure, and what stands in it until the details are at hand.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::Action;
use crate::widget::details::{Shows, Told};
use crate::widget::element::el;
use crate::widget::measure::measure_card;

pub(super) fn tell(stage: &mut Stage) {
    for (name, measure, said) in [
        ("folded, met", "newcomer", MANY),
        ("folded, not met", "takings", MANY),
        ("folded, with the longest title", "longest", LONGEST),
    ] {
        let card = measure_card(&stage.scene().said(said).view(), stage.measure(measure));
        stage.tell("measure", name, card);
    }
    let measure = stage.measure("honoured");
    let unfolded = stage.scene().said(MANY).after(Action::Fold(measure));
    stage.tell("measure", "unfolded", measure_card(&unfolded.view(), measure));
    let late = unfolded.details(Told::NotYet);
    stage.tell("measure", "unfolded before the details are at hand", measure_card(&late.view(), measure));

    for (name, told) in
        [("details that are on their way", Told::NotYet), ("details that never come", Told::Never)]
    {
        let view = stage.scene().details(told).view();
        stage.tell("view", name, el("div", "").with(view.shown_apart(Shows::Summary)));
    }
}
