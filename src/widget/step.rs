//! One question on the screen: the one expected to decide most, why it is asked, and the way back.

use crate::rulebook::{FactId, FactKind};

use super::banner::short_banner;
use super::catalogue::fill;
use super::details::Shows;
use super::element::{Element, el};
use super::errors::error_summary;
use super::heading::{HEADING_ID, target};
use super::input::{MAIN_BUTTON, button, folded};
use super::intent::Intent;
use super::question::question_alone;
use super::state::Screen;
use super::view::View;

/// What is asked now, and below it what has been said so far.
pub(super) fn step(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let count = view.state.answers.count().to_string();
    let said = el("span", "").string(fill(catalogue.answers(), &[("count", &count)]));
    el("div", "ec-step")
        .with(short_banner(view))
        .with(el("p", "ec-step__progress").string(progress(view)))
        .maybe(error_summary(view))
        .with(match view.shown_question() {
            Some(fact) => asked(view, fact),
            None => finished(view),
        })
        .with(button("ec-link", catalogue.all_questions().into(), Intent::Show(Screen::Questions)))
        .with(folded(said, view.shown_apart(Shows::Summary)))
}

/// How far the person has come.
fn progress(view: &View) -> String {
    let count = view.state.answers.count().to_string();
    let counted = fill(view.catalogue.answered(), &[("count", &count)]);
    let Some(next) = &view.next else { return counted };
    counted + &fill(view.catalogue.left_at_most(), &[("left", &next.left_at_most.to_string())])
}

/// The question, and the way on. A form where something is typed, so that Enter goes on; where options are searched, Enter
/// would do that, too, so there is none.
fn asked(view: &View, fact: FactId) -> Element {
    let catalogue = &view.catalogue;
    let has_box = matches!(view.book.facts[fact].kind, FactKind::Number(_) | FactKind::Date);
    let next = el("button", MAIN_BUTTON).label(catalogue.next());
    let (body, next) = if has_box {
        let form = el("form", "ec-step__form").does(Intent::Submit(fact));
        let form = form.attribute("novalidate", "").attribute("autocomplete", "off");
        (form, next.attribute("type", "submit"))
    } else {
        (el("div", "ec-step__form"), next.attribute("type", "button").does(Intent::Next(fact)))
    };
    let back = button("ec-button", catalogue.back().into(), Intent::Back);
    let enough = view.next.as_ref().is_some_and(|next| !next.decides_reach);
    body.with(question_alone(view, fact))
        .html(view.told_apart(Shows::Why(fact)))
        .maybe(enough.then(|| el("p", "ec-step__enough").label(catalogue.enough())))
        .with(el("div", "ec__actions").with(next).with(back))
}

/// Nothing that is asked could change a result any more.
fn finished(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let actions = el("div", "ec__actions")
        .with(button(MAIN_BUTTON, catalogue.to_sheet().into(), Intent::Show(Screen::Sheet)))
        .with(button("ec-button", catalogue.back().into(), Intent::Back));
    el("div", "ec-step__form")
        .with(target(view.level.below(1), "ec-step__title", HEADING_ID).label(catalogue.finished()))
        .with(el("p", "").label(catalogue.finished_note()))
        .with(actions)
}
