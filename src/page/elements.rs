//! HTML elements that both pages use: anchors, links, titled blocks, and conditions as lists.

use yew::prelude::*;

use crate::rulebook::{AssumptionId, ClassId, FactId, MeasureId, Phone, TermId, TopicId, Url};

use super::Page;
use super::condition::{Piece, Words};

/// Anchor of a question. Ids of a pack have no double hyphen, so this is never the id of a measure.
pub(super) fn question_anchor(page: &Page<'_>, fact: FactId) -> String {
    format!("question--{}", page.pack.facts[fact].id)
}

pub(super) fn term_anchor(page: &Page<'_>, term: TermId) -> String {
    format!("term--{}", page.pack.terms[term].id)
}

pub(super) fn class_anchor(page: &Page<'_>, class: ClassId) -> String {
    format!("class--{}", page.pack.classes[class].id)
}

pub(super) fn assumption_anchor(page: &Page<'_>, assumption: AssumptionId) -> String {
    format!("assumption--{}", page.pack.assumptions[assumption].id)
}

pub(super) fn topic_anchor(page: &Page<'_>, topic: TopicId) -> String {
    format!("topic--{}", page.pack.topics[topic].id)
}

pub(super) fn relation_anchor(index: usize) -> String {
    format!("relation--{}", index + 1)
}

pub(super) fn limit_anchor(index: usize) -> String {
    format!("limit--{}", index + 1)
}

/// A link within the page.
pub(super) fn link(anchor: &str, content: impl Into<Html>) -> Html {
    html! { <a href={format!("#{anchor}")}>{ content.into() }</a> }
}

/// A link to another website, with its address as text.
pub(super) fn web_link(url: &Url) -> Html {
    let address = url.as_str().to_owned();
    html! { <a href={address.clone()} rel="noopener">{ address }</a> }
}

/// A link that calls a number.
pub(super) fn phone_link(phone: &Phone) -> Html {
    html! { <a href={phone.address()}>{ phone.as_str().to_owned() }</a> }
}

pub(super) fn measure_link(page: &Page<'_>, measure: MeasureId) -> Html {
    let measure = &page.pack.measures[measure];
    link(&measure.id, page.translate(&measure.title))
}

/// Items with commas between them.
pub(super) fn comma_separated(page: &Page<'_>, items: impl IntoIterator<Item = Html>) -> Html {
    html! {
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                { page.text.comma }
            }
            { item }
        }
    }
}

/// A block of a measure under its own heading.
pub(super) fn titled(title: &'static str, content: impl Into<Html>) -> Html {
    html! { <div class="piece"><h4>{ title }</h4>{ content.into() }</div> }
}

/// A paragraph that begins with a label.
pub(super) fn labelled(page: &Page<'_>, label: &'static str, content: impl Into<Html>) -> Html {
    html! { <p><strong>{ label }</strong>{ page.text.colon }{ content.into() }</p> }
}

/// A condition as a nested list, with links to its questions and terms.
pub(super) fn conditions(page: &Page<'_>, words: &Words) -> Html {
    html! { <ul class="when">{ part(page, words, true) }</ul> }
}

/// A condition as a nested list without links, for pages without the link targets.
pub(super) fn plain_conditions(page: &Page<'_>, words: &Words) -> Html {
    html! { <ul class="when">{ part(page, words, false) }</ul> }
}

fn part(page: &Page<'_>, words: &Words, links: bool) -> Html {
    match words {
        Words::Line(pieces) => html! {
            <li>
                for item in pieces {
                    { piece(page, item, links) }
                }
            </li>
        },
        Words::Group(heading, parts) => html! {
            <li>
                { heading }
                { page.text.colon }
                <ul>
                    for words in parts {
                        { part(page, words, links) }
                    }
                </ul>
            </li>
        },
    }
}

fn piece(page: &Page<'_>, piece: &Piece, links: bool) -> Html {
    match piece {
        Piece::Fact(fact, text) if links => link(&question_anchor(page, *fact), text),
        Piece::Term(term, text) if links => link(&term_anchor(page, *term), text),
        Piece::Class(class, text) if links => link(&class_anchor(page, *class), text),
        Piece::Text(text) | Piece::Fact(_, text) | Piece::Term(_, text) | Piece::Class(_, text) => {
            html! { text }
        }
    }
}
