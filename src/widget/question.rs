//! One question: what is asked, where to find the answer, and an input that fits the fact.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Answer;
use crate::rulebook::{Fact, FactId, FactKind, Options, Value};

use super::element::{Element, el};
use super::field::typed_input;
use super::input::{Input, option_box};
use super::intent::{Intent, Said};
use super::part::{Watch, part};
use super::view::View;

/// What a question is shown with.
pub(super) struct Asked {
    /// Everything that it may be shown from; only its own answer and draft are
    pub(super) view: View,
    /// What is asked about
    pub(super) fact: FactId,
    /// What has been said
    pub(super) answer: Option<Answer>,
}

/// A question that is rendered again only when its own answer changes.
pub(super) fn question(view: &View, fact: FactId) -> Html {
    let watch = Watch::new(view, &[fact]).and_draft(view.state.draft(fact));
    let key = &view.book.facts[fact].id;
    let answer = view.state.answers.get(fact);
    let asked = Asked { view: view.clone(), fact, answer };
    part(key, watch, Callback::from(move |()| fieldset(&asked).into()))
}

/// A fieldset with its legend, hint and inputs.
fn fieldset(asked: &Asked) -> Element {
    let fact = &asked.view.book.facts[asked.fact];
    let legend = el("legend", "ec-question__legend").text(asked.view.text(&fact.question));
    let question = el("fieldset", "ec-question").with(legend);
    let question = match hint(asked, fact) {
        None => question,
        Some(hint) => {
            let id = AttrValue::from(format!("{}.hint", fact.id));
            let hint = hint.attribute("id", id.clone());
            question.attribute("aria-describedby", id).with(hint)
        }
    };
    inputs(asked, fact, question)
}

fn hint(asked: &Asked, fact: &Fact) -> Option<Element> {
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

fn inputs(asked: &Asked, fact: &Fact, question: Element) -> Element {
    let catalogue = &asked.view.catalogue;
    match &fact.kind {
        FactKind::YesNo => question
            .with(radio(asked, "", catalogue.yes().into(), 1))
            .with(radio(asked, "--no", catalogue.no().into(), 0))
            .with(not_sure(asked, "radio")),
        FactKind::Choice(options) => question
            .each(options.iter().enumerate().map(|(place, option)| {
                let label = AttrValue::Rc(asked.view.text(&option.label));
                radio(asked, &suffix(place, &option.id), label, place)
            }))
            .with(not_sure(asked, "radio")),
        FactKind::Choices(options) => question
            .each(options.iter().enumerate().map(|(place, option)| {
                let label = AttrValue::Rc(asked.view.text(&option.label));
                tick(asked, &suffix(place, &option.id), label, place)
            }))
            .with(none_of_these(asked))
            .with(not_sure(asked, "checkbox")),
        FactKind::Number(_) | FactKind::Date => {
            question.with(typed_input(asked)).with(not_sure(asked, "checkbox"))
        }
    }
}

/// The first input of a question has the plain id of its fact, so that links can target it; other options add
/// `--` and their own, other parts `.` and what they are. No id of a pack contains either, so none meet.
fn suffix(place: usize, option: &str) -> String {
    if place == 0 { String::new() } else { format!("--{option}") }
}

/// What an option's input is shown with.
fn shown(asked: &Asked, kind: &'static str, suffix: &str, checked: bool) -> Input {
    let id = &asked.view.book.facts[asked.fact].id;
    let own = if suffix.is_empty() { AttrValue::Rc(Rc::clone(id)) } else { format!("{id}{suffix}").into() };
    Input { kind, id: own, name: Some(AttrValue::Rc(Rc::clone(id))), checked, ..Input::default() }
}

fn radio(asked: &Asked, suffix: &str, label: AttrValue, place: usize) -> Element {
    say(asked, "ec-option", "radio", suffix, label, Said::Place(place))
}

fn tick(asked: &Asked, suffix: &str, label: AttrValue, place: usize) -> Element {
    let one = Options::one(place);
    let checked = matches!(asked.answer, Some(Answer::Value(Value::Options(set))) if set.meets(one));
    let shown = shown(asked, "checkbox", suffix, checked);
    option_box("ec-option", shown, label, Intent::Tick(asked.fact, place))
}

/// 以上都不是 excludes every option: it is the answer that holds none of them.
fn none_of_these(asked: &Asked) -> Element {
    let label = asked.view.catalogue.none_of_these();
    say(asked, "ec-option ec-option--apart", "checkbox", ".none", label.into(), Said::NoneOfThese)
}

fn not_sure(asked: &Asked, kind: &'static str) -> Element {
    let label = asked.view.catalogue.not_sure();
    say(asked, "ec-option ec-option--apart", kind, ".not-sure", label.into(), Said::NotSure)
}

/// A box that says one thing when it is ticked, and takes it back when it is not.
fn say(
    asked: &Asked,
    class: &'static str,
    kind: &'static str,
    suffix: &str,
    label: AttrValue,
    said: Said,
) -> Element {
    let answer = said.answer(&asked.view.book.facts[asked.fact].kind);
    let shown = shown(asked, kind, suffix, asked.answer == Some(answer));
    option_box(class, shown, label, Intent::Say(asked.fact, said))
}
