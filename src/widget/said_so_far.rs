//! What has been said so far, in words, each answer with a way to change it.

use crate::engine::{Answer, Truth};
use crate::rulebook::{Fact, FactId};

use super::element::{Element, el};
use super::intent::Intent;
use super::view::View;
use super::words::answer_text;

/// Questions and answers in the order of sections and facts, 不清楚 included; a sentence if there are none.
pub(super) fn said_so_far(view: &View) -> Element {
    let sections = view.book.sections.iter().map(|(section, _)| section);
    let facts =
        sections.flat_map(|section| view.book.facts.iter().filter(move |(_, fact)| fact.section == section));
    let rows: Vec<Element> = facts
        .filter_map(|(id, fact)| view.state.answers.get(id).map(|answer| row(view, id, fact, answer)))
        .collect();
    if rows.is_empty() {
        return el("p", "ec-said__nothing").label(view.catalogue.nothing_said());
    }
    el("dl", "ec-said").each(rows)
}

fn row(view: &View, id: FactId, fact: &Fact, answer: Answer) -> Element {
    let said = answer_text(&view.catalogue, view.locale, &view.book, fact, Some(answer));
    let change = is_asked(view, fact).then(|| el("dd", "ec-said__change").with(change(view, id, fact)));
    el("div", "ec-said__row")
        .with(el("dt", "ec-said__question").text(view.text(&fact.question)))
        .with(el("dd", "ec-said__answer").string(said))
        .maybe(change)
}

/// An answer may outlive its question: where that is not put any more, there is nowhere to go.
fn is_asked(view: &View, fact: &Fact) -> bool {
    let situation = view.situation();
    fact.ask_when.as_ref().is_none_or(|when| situation.truth(when) != Truth::False)
}

/// Its name holds the question, for whoever goes from button to button.
fn change(view: &View, id: FactId, fact: &Fact) -> Element {
    let question = el("span", "ec-hidden").label(view.catalogue.colon()).text(view.text(&fact.question));
    el("button", "ec-link")
        .attribute("type", "button")
        .does(Intent::Ask(id))
        .label(view.catalogue.change())
        .with(question)
}
