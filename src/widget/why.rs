//! Why a question is asked: how many measures hang on it, and which.

use std::rc::Rc;

use crate::engine::{Assessment, Outcome};
use crate::rulebook::{FactId, MeasureId};

use super::catalogue::fill;
use super::element::{Element, el};
use super::view::View;

/// A sentence with the count, and the titles to unfold; nothing for a question on which no measure hangs.
pub(super) fn why(view: &View, fact: FactId) -> Option<Element> {
    let measures = hanging_on(view, fact);
    if measures.is_empty() {
        return None;
    }
    let sentence = fill(view.catalogue.why_asked(), &[("count", &measures.len().to_string())]);
    let titles = measures.iter().map(|id| el("li", "").text(view.text(&view.book.measures[*id].title)));
    // Many questions say this; whoever hears only the summaries hears of which one it speaks.
    let question = el("span", "ec-hidden")
        .label(view.catalogue.colon())
        .text(view.text(&view.book.facts[fact].question));
    let summary = el("summary", "ec-why__summary").label(view.catalogue.which_measures()).with(question);
    let which = el("details", "ec-why__which").with(summary).with(el("ul", "ec-why__measures").each(titles));
    Some(el("div", "ec-why").with(el("p", "ec-why__sentence").string(sentence)).with(which))
}

/// The open measures that still need the fact; if there are none, all that use it.
///
/// Its own answer is taken out, so that the text stays as it is while the question is answered.
fn hanging_on(view: &View, fact: FactId) -> Vec<MeasureId> {
    let assessment = match view.state.answers.get(fact) {
        None => Rc::clone(&view.assessment),
        Some(_) => {
            let mut answers = view.state.answers.clone();
            answers.set(fact, None);
            Rc::new(view.rules.assess(&view.book, &answers))
        }
    };
    let open = open_for(&assessment, fact);
    if !open.is_empty() {
        return open;
    }
    let measures = view.book.measures.iter().map(|(id, _)| id);
    measures.filter(|id| view.book.facts_of(*id).contains(&fact)).collect()
}

fn open_for(assessment: &Assessment, fact: FactId) -> Vec<MeasureId> {
    let open = assessment.iter().filter(|(_, assessed)| assessed.outcome == Outcome::Open);
    open.filter(|(_, assessed)| assessed.missing.contains(&fact)).map(|(id, _)| id).collect()
}
