//! Provisions as they are cited: document and clause, the text's own words, and how sure they are.
//!
//! The words of a legal text stand in its own language on every page.

use crate::rulebook::ProvisionId;
use crate::widget::{Element, el};

use super::Page;
use super::show::link;

pub(super) fn anchor(page: &Page<'_>, provision: ProvisionId) -> String {
    format!("provision--{}", page.book.provisions[provision].id)
}

/// Document and clause.
pub(super) fn clause(page: &Page<'_>, provision: ProvisionId) -> Element {
    let cite = el("cite", "").string(page.book.citation(page.locale, provision));
    let named_by_number = page.book.documents[page.book.provisions[provision].document].number.is_some();
    // A document without a number is called by its title, which is translated.
    if named_by_number { in_original(page, cite) } else { cite }
}

/// Marks an element as being in the language of the legal texts, where the page is in another.
pub(super) fn in_original(page: &Page<'_>, element: Element) -> Element {
    let original = page.original();
    if original == page.locale { element } else { element.attribute("lang", original.tag()) }
}

/// The provisions of something, each with its words.
pub(super) fn citations(page: &Page<'_>, provisions: &[ProvisionId]) -> Element {
    let items = provisions.iter().map(|id| {
        let cite = link(&anchor(page, *id)).with(clause(page, *id));
        el("li", "").with(cite).fixed(" ").with(evidence(page, *id)).maybe(words(page, *id))
    });
    el("ul", "cited").each(items)
}

/// How sure it is that the text says so.
pub(super) fn evidence(page: &Page<'_>, provision: ProvisionId) -> Element {
    el("span", "tag").fixed(page.text.evidence(page.book.provisions[provision].evidence))
}

/// The text's own words, or ours.
pub(super) fn words(page: &Page<'_>, provision: ProvisionId) -> Option<Element> {
    let provision = &page.book.provisions[provision];
    match (&provision.quote, &provision.summary) {
        (Some(quote), _) => Some(in_original(page, el("q", "").text(quote.clone()))),
        (None, Some(summary)) => {
            let note = el("span", "summary").fixed(page.text.paraphrase).fixed(page.text.colon);
            Some(note.text(page.say(summary)))
        }
        (None, None) => None,
    }
}
