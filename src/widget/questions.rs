//! Every question worth asking, by section.

use crate::engine::Truth;
use crate::rulebook::{FactId, SectionId};

use super::catalogue::fill;
use super::element::{Element, el};
use super::heading::{HEADING_ID, heading, target};
use super::question::question;
use super::view::View;

/// No form: nothing is sent, and answers count as soon as they are given.
pub(super) fn questions(view: &View) -> Element {
    let count = view.state.answers.count().to_string();
    let title = target(view.level.below(1), "ec-questions__title", HEADING_ID);
    let title = title.label(view.catalogue.questions());
    let counted = fill(view.catalogue.answered(), &[("count", &count)]);
    let sections = view.book.sections.iter().filter_map(|(id, _)| section(view, id));
    el("div", "ec-questions").with(title).with(el("p", "ec-questions__count").string(counted)).keyed(sections)
}

/// A section with its questions; nothing while none of them is worth asking.
fn section(view: &View, id: SectionId) -> Option<Element> {
    let section = &view.book.sections[id];
    let questions: Vec<Element> = facts(view, id).map(|fact| question(view, fact)).collect();
    if questions.is_empty() {
        return None;
    }
    let title = heading(view.level.below(2), "ec-section__title").text(view.text(&section.title));
    Some(el("section", "ec-section").key(&section.id).with(title).keyed(questions))
}

/// The facts of a section, less those whose `ask-when` has failed.
fn facts(view: &View, section: SectionId) -> impl Iterator<Item = FactId> {
    let situation = view.situation();
    view.book.facts.iter().filter_map(move |(id, fact)| {
        let worth_asking = fact.ask_when.as_ref().is_none_or(|when| situation.truth(when) != Truth::False);
        (fact.section == section && worth_asking).then_some(id)
    })
}
