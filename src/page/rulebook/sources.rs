//! Every document and provision that the rules are cited to, and where each is used.

use crate::page::Page;
use crate::page::cite::{anchor as provision_anchor, evidence, in_original, words};
use crate::page::limit;
use crate::page::show::{labelled, limit_anchor, link, measure_link, with_links};
use crate::rulebook::{Document, DocumentId, Measure, Provision, ProvisionId};
use crate::widget::{Element, el};

/// Anchor of a document.
pub(super) fn anchor(page: &Page<'_>, document: DocumentId) -> String {
    format!("document--{}", page.book.documents[document].id)
}

pub(super) fn documents(page: &Page<'_>) -> Vec<Element> {
    page.book.documents.iter().map(|(id, document)| entry(page, id, document)).collect()
}

fn entry(page: &Page<'_>, id: DocumentId, document: &Document) -> Element {
    let number = document.number.clone().map(|number| {
        let number = in_original(page, el("span", "").text(number));
        labelled(page, page.text.number_of).with(number)
    });
    let time = page.period(&document.in_force).map(|days| labelled(page, page.text.in_force).string(days));
    let provisions = page.book.provisions.iter().filter(|(_, provision)| provision.document == id);
    let provisions: Vec<Element> = provisions.map(|(id, item)| provision(page, id, item)).collect();
    let list = (!provisions.is_empty()).then(|| el("ul", "provisions").each(provisions));
    el("section", "entry")
        .attribute("id", anchor(page, id))
        .with(el("h3", "").text(page.say(&document.title)))
        .maybe(number)
        .maybe(time)
        .maybe(list)
}

fn provision(page: &Page<'_>, id: ProvisionId, provision: &Provision) -> Element {
    let clause = in_original(page, el("strong", "").text(provision.clause.clone()));
    el("li", "")
        .attribute("id", provision_anchor(page, id))
        .with(clause)
        .fixed(" ")
        .with(evidence(page, id))
        .maybe(words(page, id))
        .with(used_by(page, id))
}

/// The measures, limits and notices that a provision stands behind.
fn used_by(page: &Page<'_>, id: ProvisionId) -> Element {
    let measures = page.book.measures.iter().filter(|(_, measure)| cites(measure, id));
    let mut links: Vec<Element> = measures.map(|(measure, _)| measure_link(page, measure)).collect();
    let limits = page.book.limits.iter().enumerate().filter(|(_, limit)| limit.provision.contains(&id));
    links.extend(limits.map(|(place, _)| link(&limit_anchor(place)).string(limit::name(page, place))));
    if page.book.notices.iter().any(|notice| notice.provision.contains(&id)) {
        links.push(link("part--notices").fixed(page.text.by_notices));
    }
    if links.is_empty() {
        return el("p", "note").fixed(page.text.used_nowhere);
    }
    with_links(page, el("p", "note").fixed(page.text.used_by).fixed(page.text.colon), links)
}

fn cites(measure: &Measure, id: ProvisionId) -> bool {
    measure.provision.contains(&id)
        || measure.grants.provision.contains(&id)
        || measure.criteria.iter().any(|criterion| criterion.provision.contains(&id))
}
