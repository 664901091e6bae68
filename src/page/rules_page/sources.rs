//! Every cited document and provision, with links to where each is used.

use yew::prelude::*;

use crate::page::Page;
use crate::page::citation::{anchor as provision_anchor, evidence, quote_or_summary};
use crate::page::elements::{
    class_anchor, comma_separated, labelled, limit_anchor, link, measure_link, web_link,
};
use crate::page::limit;
use crate::rulebook::{Document, DocumentId, Measure, Provision, ProvisionId};

/// Anchor of a document.
pub(super) fn anchor(page: &Page<'_>, document: DocumentId) -> String {
    format!("document--{}", page.pack.documents[document].id)
}

pub(super) fn documents(page: &Page<'_>) -> Vec<Html> {
    page.pack.documents.iter().map(|(id, item)| document(page, id, item)).collect()
}

fn document(page: &Page<'_>, id: DocumentId, document: &Document) -> Html {
    let text = page.text;
    let provisions = page.pack.provisions.iter().filter(|(_, provision)| provision.document == id);
    let provisions: Vec<Html> = provisions.map(|(id, item)| provision(page, id, item)).collect();
    html! {
        <section class="entry" id={anchor(page, id)}>
            <h3>{ page.own(&document.title) }</h3>
            if let Some(number) = document.number.clone() {
                { labelled(page, text.number_of, html! { <span lang={page.original_lang()}>{ number }</span> }) }
            }
            if let Some(url) = &document.url {
                { labelled(page, text.website, web_link(url)) }
            }
            if let Some(days) = page.period(&document.in_force) {
                { labelled(page, text.in_force, days) }
            }
            if !provisions.is_empty() {
                <ul class="provisions">{ provisions }</ul>
            }
        </section>
    }
}

fn provision(page: &Page<'_>, id: ProvisionId, provision: &Provision) -> Html {
    html! {
        <li id={provision_anchor(page, id)}>
            <details>
                <summary>
                    if provision.has_clause() {
                        <strong lang={page.original_lang()}>{ provision.clause.clone() }</strong>
                        { " " }
                    }
                    { evidence(page, id) }
                    { quote_or_summary(page, id) }
                </summary>
                { used_by(page, id) }
            </details>
        </li>
    }
}

/// Links to the measures, classes, limits and notices that cite a provision.
fn used_by(page: &Page<'_>, id: ProvisionId) -> Html {
    let measures = page.pack.measures.iter().filter(|(_, measure)| cites(measure, id));
    let mut links: Vec<Html> = measures.map(|(measure, _)| measure_link(page, measure)).collect();
    for (class, definition) in page.pack.classes.iter() {
        if definition.provision.contains(&id) {
            links.push(link(&class_anchor(page, class), page.translate(&definition.title)));
        }
    }
    let limits =
        page.pack.limits.iter().enumerate().filter(|(_, limit)| limit.provision.contains(&id));
    links.extend(limits.map(|(index, _)| link(&limit_anchor(index), limit::name(page, index))));
    if page.pack.notices.iter().any(|notice| notice.provision.contains(&id)) {
        links.push(link("part--notices", page.text.by_notices));
    }
    html! {
        if links.is_empty() {
            <p class="note">{ page.text.used_nowhere }</p>
        } else {
            <p class="note">{ page.text.used_by }{ page.text.colon }{ comma_separated(page, links) }</p>
        }
    }
}

fn cites(measure: &Measure, id: ProvisionId) -> bool {
    measure.provision.contains(&id)
        || measure.grants.provision.contains(&id)
        || measure.criteria.iter().any(|criterion| criterion.provision.contains(&id))
}
