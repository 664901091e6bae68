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

use super::html_document::{Style, html_document};
use super::{Page, limit};
use part::Part;

pub use front::LanguageLink;
pub(crate) use front::{alternates, languages, self_check_link};

/// The stylesheet of the rules page.
pub const RULES_PAGE_STYLE: &str = include_str!("../style/rules-page.css");

/// The files next to the rules page of a site, as relative URLs.
///
/// A site sends its own Content-Security-Policy, which forbids a style inside the page.
#[derive(Clone, Copy, Debug)]
pub struct SiteFiles<'a> {
    /// [`RULES_PAGE_STYLE`]
    pub style: &'a str,
    /// The page with the widget
    pub self_check: Option<&'a str>,
}

/// The rules page of a pack. Without a site, it is one HTML file without external resources.
pub async fn rules_page(
    pack: &RulePack,
    locale: Locale,
    links: &[LanguageLink],
    site: Option<SiteFiles<'_>>,
) -> String {
    let self_check = site.and_then(|site| site.self_check);
    let page = &Page::new(pack, locale);
    let parts = parts(page);
    let content = html! {
        <>
            <a class="skip" href={format!("#{MAIN}")}>{ page.text.skip }</a>
            { front::header(page, links, self_check) }
            { front::contents(page, &parts) }
            <main id={MAIN}>
                for part in parts {
                    { part.section() }
                }
            </main>
            { front::footer(page, self_check) }
        </>
    };
    let style = site.map_or(Style::Inline(RULES_PAGE_STYLE), |site| Style::Linked(site.style));
    html_document(page.locale, &front::title(page), style, front::meta(page, links), content).await
}

/// The rules pages in these languages, linked to each other, with their names in one folder.
pub async fn rules_pages(
    pack: &RulePack,
    languages: &[Locale],
    name: &dyn Fn(Locale) -> String,
    site: Option<SiteFiles<'_>>,
) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for locale in languages {
        let others = languages.iter().filter(|other| *other != locale).map(|other| LanguageLink {
            locale: *other,
            name: pack.native_name(*other),
            href: name(*other),
        });
        let others: Vec<LanguageLink> = others.collect();
        pages.push((name(*locale), rules_page(pack, *locale, &others, site).await));
    }
    pages
}

const MAIN: &str = "part--main";

/// The parts in order, without empty ones.
fn parts(page: &Page<'_>) -> Vec<Part> {
    let text = page.text;
    let pack = page.pack;
    let limits = limit::limits(page);
    let all = [
        Part { id: "part--topics", title: text.topics, content: topics::topics(page) },
        Part {
            id: "part--measures",
            title: text.measures,
            content: pack.measures.iter().map(|(id, _)| measure::measure(page, id)).collect(),
        },
        Part {
            id: "part--notices",
            title: text.notices,
            content: front::notices(page).into_iter().collect(),
        },
        Part { id: "part--terms", title: text.terms, content: definitions::terms(page) },
        Part { id: "part--classes", title: text.classes, content: definitions::classes(page) },
        Part {
            id: "part--assumptions",
            title: text.assumptions,
            content: definitions::assumptions(page),
        },
        Part { id: "part--limits", title: text.limits, content: limits },
        Part { id: "part--questions", title: text.questions, content: questions::questions(page) },
        Part {
            id: "part--relations",
            title: text.relations,
            content: definitions::relations(page),
        },
        Part { id: "part--documents", title: text.documents, content: sources::documents(page) },
    ];
    all.into_iter().filter(|part| !part.content.is_empty()).collect()
}
