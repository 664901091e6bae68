//! The rules page: all rules of a pack in one language, with links to its other languages.

// Code that all parts of the page share.
mod part;

// The parts, from top to bottom.
mod definitions;
mod front;
mod measure;
mod questions;
mod sources;
mod topics;

use yew::prelude::*;

use crate::rulebook::{Locale, RulePack};

use super::html_document::{RenderError, html_document};
use super::{Page, limit};
use part::Part;

pub use front::LanguageLink;

const STYLE: &str = include_str!("../style/rules-page.css");

/// The rules page of a pack as one HTML file without external resources.
///
/// # Errors
///
/// The async runtime for rendering failed to start.
pub fn rules_page(
    pack: &RulePack,
    locale: Locale,
    links: &[LanguageLink],
) -> Result<String, RenderError> {
    let page = &Page::new(pack, locale);
    let parts = parts(page);
    let content = html! {
        <>
            <a class="skip" href={format!("#{MAIN}")}>{ page.text.skip }</a>
            { front::header(page, links) }
            { front::contents(page, &parts) }
            <main id={MAIN}>
                for part in parts {
                    { part.section() }
                }
            </main>
            { front::footer(page) }
        </>
    };
    html_document(page.locale, &page.translate(&pack.title), STYLE, content)
}

const MAIN: &str = "part--main";

/// The parts in order, without empty ones.
fn parts(page: &Page<'_>) -> Vec<Part> {
    let text = page.text;
    let pack = page.pack;
    let measures = || pack.measures.iter();
    let limits = limit::limits(page);
    let all = [
        Part {
            id: "part--notices",
            title: text.notices,
            content: front::notices(page).into_iter().collect(),
            entries: Vec::new(),
        },
        Part {
            id: "part--topics",
            title: text.topics,
            content: topics::topics(page),
            entries: Vec::new(),
        },
        Part {
            id: "part--measures",
            title: text.measures,
            content: measures().map(|(id, _)| measure::measure(page, id)).collect(),
            entries: measures()
                .map(|(_, measure)| {
                    (measure.id.to_string(), page.translate(&measure.title).to_string())
                })
                .collect(),
        },
        Part {
            id: "part--terms",
            title: text.terms,
            content: definitions::terms(page),
            entries: Vec::new(),
        },
        Part {
            id: "part--classes",
            title: text.classes,
            content: definitions::classes(page),
            entries: Vec::new(),
        },
        Part {
            id: "part--assumptions",
            title: text.assumptions,
            content: definitions::assumptions(page),
            entries: Vec::new(),
        },
        Part { id: "part--limits", title: text.limits, content: limits, entries: Vec::new() },
        Part {
            id: "part--questions",
            title: text.questions,
            content: questions::questions(page),
            entries: pack
                .sections
                .iter()
                .map(|(id, section)| {
                    (questions::anchor(page, id), page.translate(&section.title).to_string())
                })
                .collect(),
        },
        Part {
            id: "part--relations",
            title: text.relations,
            content: definitions::relations(page),
            entries: Vec::new(),
        },
        Part {
            id: "part--documents",
            title: text.documents,
            content: sources::documents(page),
            entries: pack
                .documents
                .iter()
                .map(|(id, document)| {
                    (sources::anchor(page, id), page.translate(&document.title).to_string())
                })
                .collect(),
        },
    ];
    all.into_iter().filter(|part| !part.content.is_empty()).collect()
}
