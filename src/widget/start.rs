//! The first screen: what this is, for whom, how long it takes, what becomes of the answers, and where to begin.

use super::banner::{banner, validity};
use super::catalogue::fill;
use super::details::Shows;
use super::element::{Element, el};
use super::input::{MAIN_BUTTON, button};
use super::intent::Intent;
use super::state::Screen;
use super::view::View;

pub(super) fn start(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let left = view.next.as_ref().map(|next| next.left_at_most).unwrap_or_default();
    let (measures, left) = (view.book.measures.len().to_string(), left.to_string());
    let length = fill(catalogue.how_long(), &[("measures", &measures), ("left", &left)]);
    let about = el("ul", "ec-start__about")
        .with(el("li", "").label(catalogue.about()))
        .with(el("li", "").label(catalogue.for_whom()))
        .with(el("li", "").string(length))
        .with(el("li", "").label(catalogue.private()));
    el("div", "ec-start")
        .with(banner(view))
        .with(about)
        .with(actions(view))
        .html(view.told_apart(Shows::RestoreBox(view.state.refused.to_string())))
        .with(el("div", "ec-start__status").with(validity(view)).with(view.shown_apart(Shows::Timeline)))
        .html(view.told_apart(Shows::Notices))
}

fn actions(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let begin = if view.state.answers.count() == 0 { catalogue.begin() } else { catalogue.to_questions() };
    let rules = view.rules_page.as_ref().map(|address| {
        let link = el("a", "ec-link ec-link--apart").attribute("href", address.clone());
        let link = link.attribute("target", "_blank").attribute("rel", "noopener");
        link.label(catalogue.all_rules())
    });
    el("div", "ec__actions")
        .with(button(MAIN_BUTTON, begin.into(), Intent::Show(view.state.answering())))
        .with(button("ec-button", catalogue.all_questions().into(), Intent::Show(Screen::Questions)))
        .maybe(rules)
}
