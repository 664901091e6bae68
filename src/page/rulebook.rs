//! The rules in full: one page in one language, with links to the others.

mod front;
mod measure;
mod questions;
mod sources;

use crate::rulebook::{Locale, RuleBook};
use crate::widget::{Element, el};

use super::condition::{condition, term_name, term_number};
use super::document::{RenderError, document};
use super::show::{conditions, term_anchor};
use super::{Page, limit};

/// The same page in another language.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// The language
    pub locale: Locale,
    /// Where the page is, as seen from this one
    pub address: String,
}

const STYLE: &str = include_str!("style/rulebook.css");

/// The page of a pack in a language, as HTML that needs nothing else.
///
/// # Errors
///
/// The runtime that renders it could not be started.
pub fn rulebook_page(
    book: &RuleBook,
    locale: Locale,
    elsewhere: &[Elsewhere],
) -> Result<String, RenderError> {
    let page = &Page::new(book, locale);
    let parts = parts(page);
    let contents = front::contents(page, &parts);
    let main = el("main", "").attribute("id", MAIN).each(parts.into_iter().map(Part::section));
    let skip = el("a", "skip").attribute("href", format!("#{MAIN}")).fixed(page.text.skip);
    let body = el("body", "")
        .with(skip)
        .with(front::header(page, elsewhere))
        .with(contents)
        .with(main)
        .with(front::footer(page));
    document(page.locale, &page.say(&book.title), STYLE, body)
}

const MAIN: &str = "part--main";

/// A part of the page, and what the table of contents says of it.
struct Part {
    id: &'static str,
    title: &'static str,
    content: Vec<Element>,
    /// Anchor and title of what stands in it
    entries: Vec<(String, String)>,
}

impl Part {
    fn section(self) -> Element {
        let heading = format!("{}-heading", self.id);
        let title = el("h2", "").attribute("id", heading.clone()).fixed(self.title);
        let section = el("section", "part").attribute("id", self.id).attribute("aria-labelledby", heading);
        section.with(title).each(self.content)
    }
}

/// The parts in order; one that would be empty is left out.
fn parts(page: &Page<'_>) -> Vec<Part> {
    let text = page.text;
    let book = page.book;
    let measures = || book.measures.iter();
    let limits = limit::limits(page);
    let all = [
        Part {
            id: "part--notices",
            title: text.notices,
            content: front::notices(page).into_iter().collect(),
            entries: Vec::new(),
        },
        Part {
            id: "part--measures",
            title: text.measures,
            content: measures().map(|(id, _)| measure::measure(page, id)).collect(),
            entries: measures()
                .map(|(_, measure)| (measure.id.to_string(), page.say(&measure.title).to_string()))
                .collect(),
        },
        Part { id: "part--terms", title: text.terms, content: terms(page), entries: Vec::new() },
        Part { id: "part--limits", title: text.limits, content: limits, entries: Vec::new() },
        Part {
            id: "part--questions",
            title: text.questions,
            content: questions::questions(page),
            entries: book
                .sections
                .iter()
                .map(|(id, section)| (questions::anchor(page, id), page.say(&section.title).to_string()))
                .collect(),
        },
        Part {
            id: "part--documents",
            title: text.documents,
            content: sources::documents(page),
            entries: book
                .documents
                .iter()
                .map(|(id, document)| (sources::anchor(page, id), page.say(&document.title).to_string()))
                .collect(),
        },
    ];
    all.into_iter().filter(|part| !part.content.is_empty()).collect()
}

/// The named conditions that are more than one comparison.
fn terms(page: &Page<'_>) -> Vec<Element> {
    let mut terms = Vec::new();
    for (id, term) in page.book.terms.iter() {
        let Some(number) = term_number(page, id) else { continue };
        if terms.is_empty() {
            terms.push(el("p", "").fixed(page.text.terms_intro));
        }
        let title = el("h3", "").string(term_name(page, number));
        let entry = el("section", "entry").attribute("id", term_anchor(page, id));
        terms.push(entry.with(title).with(conditions(page, &condition(page, &term.when))));
    }
    terms
}
