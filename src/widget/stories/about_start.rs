//! The first screen, what stands at the head of every screen, and the way back from paper or a file.

use super::scene::MANY;
use super::stage::Stage;
use crate::widget::Action;
use crate::widget::banner::{banner, short_banner, validity};
use crate::widget::notices::folded_notices;
use crate::widget::restore_box::restore_box;
use crate::widget::restored::restored;
use crate::widget::start::start;
use crate::widget::tools::tools;

const LAPSED: &str = "2021-06-30";

pub(super) fn tell(stage: &mut Stage) {
    stage.tell("ui/tools", "with every language", tools(&stage.scene().view()));
    let large = stage.scene().in_one_language().after(Action::Large);
    stage.tell("ui/tools", "in one language, with large type", tools(&large.view()));

    stage.tell("start/banner", "within the policy's time", banner(&stage.scene().view()));
    stage.tell("start/banner", "after the policy has lapsed", banner(&stage.scene().on(LAPSED).view()));
    stage.tell(
        "start/banner",
        "before the policy is in force",
        banner(&stage.scene().on("2017-12-31").view()),
    );
    let no_day = stage.scene().after(Action::TypeAsOf("2019-02-30".to_owned()));
    stage.tell("start/banner", "with a day that does not exist", banner(&no_day.view()));
    stage.tell("start/banner", "short", short_banner(&stage.scene().view()));
    stage.tell(
        "start/banner",
        "short, after the policy has lapsed",
        short_banner(&stage.scene().on(LAPSED).view()),
    );
    stage.tell("start/banner", "the days of the policy and what followed", validity(&stage.scene().view()));

    stage.tell("start/start", "with nothing said", start(&stage.scene().view()));
    let again = stage.scene().said(MANY).on(LAPSED);
    stage.tell("start/start", "with answers, lapsed", start(&again.view()));

    let view = stage.scene().view();
    for (name, refused) in [
        ("empty", ""),
        ("with a code that is none", "code\nABCDE-FGHJK"),
        ("with a picture without a symbol, and a code half typed", "no-symbol\nABCDE\n"),
    ] {
        stage.tell("restore/source", name, restore_box(&view, refused));
    }

    let many = (0..9).map(|number| format!("gone-{number} open")).collect::<Vec<_>>().join("\n");
    for (name, kept) in [
        ("of a code", " 0badc0de\n\n"),
        ("with the same results", "2025.1 0badc0de\n0\n"),
        ("with answers left out", "\n\nregistered colour"),
        (
            "with the most of everything",
            &*format!("0 0badc0de\n14\nlongest trade a b c d e\nlongest met not-met\n{many}"),
        ),
    ] {
        if let Some(notice) = restored(&view, kept) {
            stage.tell("restore/notice", name, notice);
        }
    }

    let view = stage.scene().view();
    if let Some(notices) = folded_notices(&view) {
        stage.tell("start/notices", "folded", notices);
    }
}
