//! What several parts of a page are put together from: links, titled pieces, and conditions as lists.

use std::rc::Rc;

use crate::rulebook::{FactId, MeasureId, TermId};
use crate::widget::{Element, el};

use super::Page;
use super::condition::{Piece, Words};

/// Anchors. Ids have single hyphens only, so what stands before two of them can be no measure's id.
pub(super) fn question_anchor(page: &Page<'_>, fact: FactId) -> String {
    format!("question--{}", page.book.facts[fact].id)
}

pub(super) fn term_anchor(page: &Page<'_>, term: TermId) -> String {
    format!("term--{}", page.book.terms[term].id)
}

pub(super) fn limit_anchor(place: usize) -> String {
    format!("limit--{}", place + 1)
}

/// A link within the page.
pub(super) fn link(anchor: &str) -> Element {
    el("a", "").attribute("href", format!("#{anchor}"))
}

pub(super) fn measure_link(page: &Page<'_>, measure: MeasureId) -> Element {
    let measure = &page.book.measures[measure];
    link(&measure.id).text(page.say(&measure.title))
}

/// Links with commas between them.
pub(super) fn with_links(page: &Page<'_>, element: Element, links: Vec<Element>) -> Element {
    let mut element = element;
    for (place, link) in links.into_iter().enumerate() {
        if place > 0 {
            element = element.fixed(page.text.comma);
        }
        element = element.with(link);
    }
    element
}

/// A piece of a measure under its own small heading.
pub(super) fn titled(title: &'static str, content: Element) -> Element {
    el("div", "piece").with(el("h4", "").fixed(title)).with(content)
}

/// A paragraph that begins with what it is about.
pub(super) fn labelled(page: &Page<'_>, label: &'static str) -> Element {
    el("p", "").with(el("strong", "").fixed(label)).fixed(page.text.colon)
}

/// Texts in order.
pub(super) fn list(tag: &'static str, texts: impl Iterator<Item = Rc<str>>) -> Element {
    el(tag, "").each(texts.map(|text| el("li", "").text(text)))
}

/// A condition as a list, each part leading to what it names.
pub(super) fn conditions(page: &Page<'_>, words: &Words) -> Element {
    el("ul", "when").with(part(page, words, true))
}

/// The same where there is nothing to lead to.
pub(super) fn plain_conditions(page: &Page<'_>, words: &Words) -> Element {
    el("ul", "when").with(part(page, words, false))
}

fn part(page: &Page<'_>, words: &Words, links: bool) -> Element {
    match words {
        Words::Line(pieces) => sentence(page, el("li", ""), pieces, links),
        Words::Group(heading, parts) => {
            let parts = parts.iter().map(|words| part(page, words, links));
            let item = el("li", "").string(heading.clone()).fixed(page.text.colon);
            item.with(el("ul", "").each(parts))
        }
    }
}

/// The pieces of a sentence in an element.
pub(super) fn sentence(page: &Page<'_>, element: Element, pieces: &[Piece], links: bool) -> Element {
    let mut element = element;
    for piece in pieces {
        element = match piece {
            Piece::Fact(fact, text) if links => {
                element.with(link(&question_anchor(page, *fact)).string(text.clone()))
            }
            Piece::Term(term, text) if links => {
                element.with(link(&term_anchor(page, *term)).string(text.clone()))
            }
            Piece::Text(text) | Piece::Fact(_, text) | Piece::Term(_, text) => element.string(text.clone()),
        };
    }
    element
}
