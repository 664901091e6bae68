//! One question: what is asked, where to find the answer, and an input that fits the fact.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Answer;
use crate::rulebook::{Fact, FactId, FactKind};

use super::element::{Element, el};
use super::field::typed_input;
use super::heading::{HEADING_ID, target};
use super::options::{not_sure, options, yes_or_no};
use super::view::View;

/// What a question is shown with.
pub(super) struct Asked<'a> {
    /// Everything that it may be shown from; only its own answer and draft are
    pub(super) view: &'a View,
    /// What is asked about
    pub(super) fact: FactId,
    /// What has been said
    pub(super) answer: Option<Answer>,
    /// Whether it is the only one on the screen
    pub(super) alone: bool,
}

/// A question among others.
pub(super) fn question(view: &View, fact: FactId) -> Element {
    asked(view, fact, false)
}

/// A question by itself: what it asks is the heading of the screen.
pub(super) fn question_alone(view: &View, fact: FactId) -> Element {
    asked(view, fact, true)
}

fn asked(view: &View, fact: FactId, alone: bool) -> Element {
    let answer = view.state.answers.get(fact);
    fieldset(&Asked { view, fact, answer, alone }).key(&view.book.facts[fact].id)
}

/// A fieldset with its legend, hint and inputs.
fn fieldset(asked: &Asked<'_>) -> Element {
    let view = asked.view;
    let fact = &view.book.facts[asked.fact];
    let (text, legend) = (view.text(&fact.question), el("legend", "ec-question__legend"));
    let legend = if asked.alone {
        legend.with(target(view.level.below(1), "ec-step__title", HEADING_ID).text(text))
    } else {
        legend.text(text)
    };
    let question = el("fieldset", "ec-question").with(legend);
    // Typed facts tell of errors beside their box.
    let boxed = matches!(fact.kind, FactKind::Number(_) | FactKind::Date);
    let error = view.error(asked.fact).filter(|_| !boxed);
    let mut described = String::new();
    let mut part = |name: &str, part: Option<Element>| {
        let id = format!("{}.{name}", fact.id);
        part.map(|part| {
            let space = if described.is_empty() { "" } else { " " };
            described = format!("{described}{space}{id}");
            part.attribute("id", id)
        })
    };
    let hint = part("hint", hint(asked, fact));
    let error = part("error", error.map(|error| el("p", "ec-field__error").string(error)));
    let question =
        if described.is_empty() { question } else { question.attribute("aria-describedby", described) };
    inputs(asked, fact, question.maybe(hint).maybe(error))
}

fn hint(asked: &Asked<'_>, fact: &Fact) -> Option<Element> {
    let several = matches!(fact.kind, FactKind::Choices(_));
    if fact.hint.is_none() && !several {
        return None;
    }
    let mut hint = el("p", "ec-question__hint");
    if let Some(text) = &fact.hint {
        hint = hint.text(asked.view.text(text));
    }
    Some(if several { hint.label(asked.view.catalogue.choose_any()) } else { hint })
}

fn inputs(asked: &Asked<'_>, fact: &Fact, question: Element) -> Element {
    match &fact.kind {
        FactKind::YesNo => yes_or_no(asked, question),
        FactKind::Choice(all) => options(asked, question, all, "radio"),
        FactKind::Choices(all) => options(asked, question, all, "checkbox"),
        FactKind::Number(_) | FactKind::Date => {
            question.with(typed_input(asked)).with(not_sure(asked, "checkbox"))
        }
    }
}

/// The first input of a question has the plain id of its fact, so that links can target it; other options add
/// `--` and their own, other parts `.` and what they are. No id of a pack contains either, so none meet.
pub(super) fn own_id(asked: &Asked<'_>, suffix: &str) -> AttrValue {
    let id = &asked.view.book.facts[asked.fact].id;
    if suffix.is_empty() { AttrValue::Rc(Rc::clone(id)) } else { format!("{id}{suffix}").into() }
}
