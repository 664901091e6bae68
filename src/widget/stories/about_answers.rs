//! What has been said, wiping it, and what people press.

use yew::AttrValue;

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::widget::Action;
use crate::widget::ask_link::ask_link;
use crate::widget::clear::clear;
use crate::widget::element::el;
use crate::widget::input::{MAIN_BUTTON, button};
use crate::widget::intent::Intent;
use crate::widget::said_so_far::said_so_far;

pub(super) fn tell(stage: &mut Stage) {
    stage.tell("question/answers_list", "nothing", said_so_far(&stage.scene().view()));
    stage.tell(
        "question/answers_list",
        "an answer of each kind",
        said_so_far(&stage.scene().said(MANY).view()),
    );
    stage.tell(
        "question/answers_list",
        "the longest question and option",
        said_so_far(&stage.scene().said(LONGEST).view()),
    );
    // Out of use as soon as the organisation is registered elsewhere.
    let outlived = stage.scene().said(r#"{"registered": false, "staff": 12}"#);
    stage.tell(
        "question/answers_list",
        "an answer whose question is not put any more",
        said_so_far(&outlived.view()),
    );

    stage.tell("question/clear_answers", "the button", clear(&stage.scene().view()));
    let asked = stage.scene().said(MANY).after(Action::Clear);
    stage.tell("question/clear_answers", "asked whether it is meant", clear(&asked.view()));

    let view = stage.scene().view();
    let text: AttrValue = view.catalogue.to_sheet().into();
    let buttons = el("div", "ec__actions")
        .with(button(MAIN_BUTTON, text.clone(), Intent::Back))
        .with(button("ec-button", text.clone(), Intent::Back))
        .with(button("ec-link", text.clone(), Intent::Back))
        .with(button("ec-tool", text.clone(), Intent::Back))
        .with(button("ec-tool", text, Intent::Back).pressed(true));
    stage.tell("ui/button", "every button", buttons);
    stage.tell("results/ask_link", "to the longest question", ask_link(&view, stage.fact("longest")));
}
