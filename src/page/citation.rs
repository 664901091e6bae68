//! Citations of provisions: document and clause, quote or summary, and evidence level.
//!
//! Quotes of legal texts are never translated.

use yew::prelude::*;

use crate::rulebook::ProvisionId;

use super::Page;
use super::elements::link;

pub(super) fn anchor(page: &Page<'_>, provision: ProvisionId) -> String {
    format!("provision--{}", page.pack.provisions[provision].id)
}

/// Document and clause.
pub(super) fn clause(page: &Page<'_>, provision: ProvisionId) -> Html {
    let document = &page.pack.documents[page.pack.provisions[provision].document];
    // A document without a number is cited by its title, which is translated.
    let lang = document.number.as_ref().and(page.original_lang());
    html! { <cite {lang}>{ page.pack.citation(page.locale, provision) }</cite> }
}

/// A list of provisions, each with its quote or summary.
pub(super) fn citations(page: &Page<'_>, provisions: &[ProvisionId]) -> Html {
    html! {
        <ul class="cited">
            for id in provisions {
                <li>
                    { link(&anchor(page, *id), clause(page, *id)) }
                    { " " }
                    { evidence(page, *id) }
                    { quote_or_summary(page, *id) }
                </li>
            }
        </ul>
    }
}

/// The evidence level of a provision.
pub(super) fn evidence(page: &Page<'_>, provision: ProvisionId) -> Html {
    let evidence = page.pack.provisions[provision].evidence;
    html! { <span class="tag">{ page.text.evidence(evidence) }</span> }
}

/// The quote of a provision in its original language. Without a quote, our labelled summary.
pub(super) fn quote_or_summary(page: &Page<'_>, provision: ProvisionId) -> Html {
    let provision = &page.pack.provisions[provision];
    html! {
        if let Some(quote) = &provision.quote {
            { page.text.original }
            <q lang={page.original_lang()}>{ quote.clone() }</q>
        } else if let Some(summary) = &provision.summary {
            <span class="summary">{ page.text.paraphrase }{ page.text.colon }{ page.own(summary) }</span>
        }
    }
}
