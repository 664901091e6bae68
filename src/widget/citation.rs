//! A provision as it is cited: document, clause, its own words, and how sure they are.

use crate::rulebook::{Locale, ProvisionId};

use super::element::{Element, el};
use super::view::View;

/// The provisions of a criterion or a figure, with their words.
pub(super) fn citations(view: &View, provisions: &[ProvisionId]) -> Element {
    el("ul", "ec-citations").each(provisions.iter().map(|id| citation(view, *id)))
}

fn citation(view: &View, id: ProvisionId) -> Element {
    let provision = &view.book.provisions[id];
    let catalogue = &view.catalogue;
    let evidence = el("span", "ec-citation__evidence").label(catalogue.evidence(provision.evidence));
    let words = match (&provision.quote, &provision.summary) {
        (Some(quote), _) => Some(in_its_language(view, quote).text(quote.clone())),
        (None, Some(summary)) => {
            let note =
                el("span", "ec-citation__summary").label(catalogue.paraphrase()).label(catalogue.colon());
            Some(note.text(view.text(summary)))
        }
        (None, None) => None,
    };
    el("li", "ec-citation").with(clause(view, id)).space().with(evidence).maybe(words)
}

/// Document and clause of each provision after what is in an element already, each apart from what stands before it. Two
/// sentences of one clause are one citation here, where their words are not told.
pub(super) fn with_clauses(view: &View, element: Element, provisions: &[ProvisionId]) -> Element {
    let mut cited: Vec<String> = Vec::new();
    for id in provisions {
        let citation = view.book.citation(view.locale, *id);
        if !cited.contains(&citation) {
            cited.push(citation);
        }
    }
    let cite = |citation| el("cite", "ec-citation__clause").string(citation);
    cited.into_iter().fold(element, |element, citation| element.space().with(cite(citation)))
}

/// A quote stands as it was published: on a page in English it is still Chinese, and is to be read out so.
fn in_its_language(view: &View, quote: &str) -> Element {
    let is_chinese = quote.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
    let element = el("q", "ec-citation__quote");
    match view.locale {
        Locale::En if is_chinese => element.attribute("lang", "zh"),
        Locale::En | Locale::ZhHans | Locale::ZhHant => element,
    }
}

/// Document and clause alone.
pub(super) fn clause(view: &View, id: ProvisionId) -> Element {
    el("cite", "ec-citation__clause").string(view.book.citation(view.locale, id))
}
