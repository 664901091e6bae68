//! The options of a question: radio buttons for one, checkboxes for several, and a box to search long lists.

use yew::prelude::*;

use crate::engine::Answer;
use crate::rulebook::{Choice, Options, Value};

use super::catalogue::fill;
use super::element::{Element, el};
use super::input::{Input, input, option_box};
use super::intent::{Intent, Said};
use super::question::{Asked, own_id};
use super::search::has;

/// From so many options on they are searched: more than a phone shows at once.
const MANY: usize = 10;

pub(super) fn yes_or_no(asked: &Asked<'_>, question: Element) -> Element {
    let catalogue = &asked.view.catalogue;
    question
        .with(say(asked, "radio", "", catalogue.yes().into(), Said::Place(1)))
        .with(say(asked, "radio", "--no", catalogue.no().into(), Said::Place(0)))
        .with(not_sure(asked, "radio"))
}

/// Each option, then 以上都不是 where several can be chosen, then 不清楚.
pub(super) fn options(asked: &Asked<'_>, question: Element, all: &[Choice], kind: &'static str) -> Element {
    let several = kind == "checkbox";
    let chosen = match asked.answer {
        Some(Answer::Value(Value::Options(chosen))) => chosen,
        _ => Options::NONE,
    };
    let sought = asked.view.state.draft(asked.fact).text;
    let mut boxes = Vec::new();
    for (place, option) in all.iter().enumerate() {
        let label = AttrValue::Rc(asked.view.text(&option.label));
        let is_chosen = chosen.meets(Options::one(place));
        // What is chosen never goes out of sight.
        if !is_chosen && all.len() >= MANY && !has(&label, &sought) {
            continue;
        }
        // Links go to the first input there is.
        let suffix = if boxes.is_empty() { String::new() } else { format!("--{}", option.id) };
        boxes.push(if several {
            let shown = shown(asked, kind, &suffix, is_chosen);
            option_box("ec-option", shown, label, Intent::Tick(asked.fact, place))
        } else {
            say(asked, kind, &suffix, label, Said::Place(place))
        });
    }
    let search = (all.len() >= MANY).then(|| search(asked, boxes.len(), all.len()));
    let question = question.maybe(search).each(boxes);
    let question = if several { question.with(none_of_these(asked)) } else { question };
    question.with(not_sure(asked, kind))
}

/// A box that leaves only options with this in them.
fn search(asked: &Asked<'_>, found: usize, all: usize) -> Element {
    let catalogue = &asked.view.catalogue;
    let (id, note_id) = (own_id(asked, ".find"), own_id(asked, ".found"));
    let found = [("found", &*found.to_string()), ("all", &*all.to_string())];
    let shown = Input {
        class: "ec-input ec-input--wide",
        kind: "search",
        id: id.clone(),
        value: Some(asked.view.state.draft(asked.fact).text.into()),
        described: Some(note_id.clone()),
        ..Input::default()
    };
    el("div", "ec-field")
        .with(el("label", "ec-field__label").attribute("for", id).label(catalogue.find()))
        .with(input(shown, Intent::Find(asked.fact)))
        .with(el("span", "ec-field__note").attribute("id", note_id).string(fill(catalogue.found(), &found)))
}

/// What an option's input is shown with.
fn shown(asked: &Asked<'_>, kind: &'static str, suffix: &str, checked: bool) -> Input {
    Input { kind, id: own_id(asked, suffix), name: Some(own_id(asked, "")), checked, ..Input::default() }
}

/// 以上都不是 excludes every option: it is the answer that holds none of them.
fn none_of_these(asked: &Asked<'_>) -> Element {
    let label = asked.view.catalogue.none_of_these();
    say(asked, "checkbox", ".none", label.into(), Said::NoneOfThese)
}

pub(super) fn not_sure(asked: &Asked<'_>, kind: &'static str) -> Element {
    let label = asked.view.catalogue.not_sure();
    say(asked, kind, ".not-sure", label.into(), Said::NotSure)
}

/// A box that says one thing when it is ticked, and takes it back when it is not.
fn say(asked: &Asked<'_>, kind: &'static str, suffix: &str, label: AttrValue, said: Said) -> Element {
    let answer = said.answer(&asked.view.book.facts[asked.fact].kind);
    let shown = shown(asked, kind, suffix, asked.answer == Some(answer));
    let class = if suffix.starts_with('.') { "ec-option ec-option--apart" } else { "ec-option" };
    option_box(class, shown, label, Intent::Say(asked.fact, said))
}
