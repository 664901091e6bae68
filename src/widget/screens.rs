//! The screens, each with what can be done on it.

use super::banner::short_banner;
use super::clear::clear;
use super::details::{FileKind, Shows};
use super::element::{Element, el};
use super::errors::error_summary;
use super::input::{MAIN_BUTTON, button};
use super::intent::Intent;
use super::questions::questions;
use super::results::{jump, results};
use super::start::start;
use super::state::Screen;
use super::step::step;
use super::tools::tools;
use super::view::View;

/// What the state says is to be shown.
pub(super) fn screen(view: &View) -> Element {
    let content = match view.state.screen {
        Screen::Start => start(view),
        Screen::Question => with_results(view, step(view)),
        Screen::Questions => with_results(view, all(view)),
        Screen::Sheet => sheet(view),
    };
    el("div", "").with(tools(view)).with(content)
}

fn all(view: &View) -> Element {
    let one = view.catalogue.one_question().into();
    el("div", "")
        .with(short_banner(view))
        .maybe(error_summary(view))
        .with(button("ec-link", one, Intent::Show(Screen::Question)))
        .with(questions(view))
}

/// Beside the questions on wide screens, below them on narrow ones.
fn with_results(view: &View, questions: Element) -> Element {
    let columns = el("div", "ec__columns").with(questions).with(results(view)).with(jump(view));
    let restored = view.told_apart(Shows::Restored(view.state.notice.to_string()));
    el("div", "").html(restored).with(columns).with(actions(view))
}

fn actions(view: &View) -> Element {
    let catalogue = &view.catalogue;
    // Where one question is asked at a time, the next one is what leads on.
    let class = if view.state.screen == Screen::Questions { MAIN_BUTTON } else { "ec-button" };
    el("div", "ec__actions ec__actions--last")
        .with(button(class, catalogue.to_sheet().into(), Intent::Show(Screen::Sheet)))
        .with(button("ec-button", catalogue.save().into(), Intent::Save(FileKind::Answers)))
        .with(button("ec-button", catalogue.to_start().into(), Intent::Show(Screen::Start)))
        .with(clear(view))
}

fn sheet(view: &View) -> Element {
    let back = view.catalogue.to_questions().into();
    let back = button("ec-button", back, Intent::Show(view.state.answering()));
    el("div", "")
        .with(el("div", "ec__actions").with(back))
        .with(view.shown_apart(Shows::SheetTools(view.state.paper.clone())))
        .with(view.shown_apart(Shows::Sheet(view.state.paper.clone())))
}
