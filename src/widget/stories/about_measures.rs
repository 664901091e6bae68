//! The card of a measure.

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::Action;
use crate::widget::measure::measure_card;

pub(super) fn tell(stage: &mut Stage) {
    for (name, measure, said) in [
        ("folded, met", "newcomer", MANY),
        ("folded, not met", "takings", MANY),
        ("folded, with the longest title", "longest", LONGEST),
    ] {
        let card = measure_card(&stage.scene().said(said).view(), stage.measure(measure));
        stage.tell("results/measure_card", name, card);
    }
    let measure = stage.measure("honoured");
    let unfolded = stage.scene().said(MANY).after(Action::Fold(measure));
    stage.tell("results/measure_card", "unfolded", measure_card(&unfolded.view(), measure));
}
