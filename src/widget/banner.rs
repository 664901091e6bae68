//! The status banner: which policy this is, whether it is in force, and the day asked about.

use std::rc::Rc;

use crate::engine::Standing;
use crate::rulebook::{Period, date_text};

use super::catalogue::fill;
use super::element::{Element, el};
use super::field::{Field, text_field};
use super::heading::{HEADING_ID, heading, target};
use super::input::Input;
use super::intent::Intent;
use super::view::View;
use super::words::{period_text, standing_text};

const AS_OF_ID: &str = "ec-as-of";

/// Title, status and the date box: the head of the start screen.
pub(super) fn banner(view: &View) -> Element {
    let title = target(view.level, "ec-banner__title", HEADING_ID).text(view.text(&view.book.title));
    let number = el("p", "ec-banner__number").text(number(view).unwrap_or_default());
    status(view, el("section", class(view)).attribute("aria-labelledby", HEADING_ID).with(title).with(number))
        .with(as_of_box(view))
        .with(el("p", "ec-banner__note").label(view.catalogue.indication()))
}

/// Title and status on every other screen: whoever begins in the middle sees what it is about.
pub(super) fn short_banner(view: &View) -> Element {
    let title = heading(view.level, "ec-banner__title ec-banner__title--short");
    status(view, el("div", class(view)).with(title.text(view.text(&view.book.title))))
}

fn class(view: &View) -> &'static str {
    match view.as_of.standing {
        Standing::InForce => "ec-banner",
        Standing::Lapsed | Standing::NotYet => "ec-banner ec-banner--lapsed",
    }
}

fn status(view: &View, banner: Element) -> Element {
    let mark = el("span", "ec-banner__mark").label(view.catalogue.historical());
    let status = el("p", "ec-banner__status").string(standing_text(&view.catalogue, view.as_of));
    banner.with(status).maybe(view.is_history().then(|| el("p", "").with(mark)))
}

/// The days of the policy, and what came after it.
pub(super) fn validity(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let mut validity = period_text(catalogue, catalogue.in_force_between(), &view.book.in_force);
    if !view.book.followed_by.is_empty() {
        let numbers = view.book.followed_by.join(catalogue.list_comma());
        validity.push_str(catalogue.semicolon());
        validity.push_str(&fill(catalogue.followed_by(), &[("numbers", &numbers)]));
    }
    el("p", "").string(validity)
}

/// The policy's own number: that of the first document.
pub(super) fn number(view: &View) -> Option<Rc<str>> {
    let (_, document) = view.book.documents.iter().next()?;
    document.number.clone()
}

/// The box for the day asked about.
fn as_of_box(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let draft = view.state.as_of_draft();
    let example = match view.book.in_force {
        Period { to: Some(date), .. } | Period { from: Some(date), to: None } => date_text(date),
        Period { from: None, to: None } => date_text(view.as_of.asked),
    };
    let field = Field {
        id: AS_OF_ID.into(),
        value: draft.text.clone(),
        note: fill(catalogue.as_of_hint(), &[("example", &example)]).into(),
        error: draft.error.as_ref().map(|error| catalogue.answer_error(error, "")),
        reading: None,
    };
    let label = el("label", "ec-field__label").attribute("for", AS_OF_ID).label(catalogue.as_of());
    el("div", "").with(label).with(text_field(field, Input::default(), Intent::TypeAsOf))
}
