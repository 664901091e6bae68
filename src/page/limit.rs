//! Limits: what cannot be granted together, as a part of its own and beside each measure.

use crate::rulebook::{Limit, LimitKind, MeasureId};
use crate::widget::{Element, el, fill_in};

use super::Page;
use super::amount::money_text;
use super::cite::citations;
use super::show::{limit_anchor, link, measure_link, with_links};

/// What the limit forbids, in general words.
pub(super) fn kind_text(page: &Page<'_>, limit: &Limit) -> String {
    let text = page.text;
    match &limit.kind {
        LimitKind::AtMostOne => text.at_most_one.to_owned(),
        LimitKind::HighestOnly => text.highest_only.to_owned(),
        LimitKind::SameMatter => text.same_matter.to_owned(),
        LimitKind::Cap(money) => fill_in(text.cap, &[("amount", &money_text(page, money))]),
    }
}

/// What a limit is called.
pub(super) fn name(page: &Page<'_>, place: usize) -> String {
    fill_in(page.text.limit, &[("number", &(place + 1).to_string())])
}

/// Every limit with its measures.
pub(super) fn limits(page: &Page<'_>) -> Vec<Element> {
    let limits = page.book.limits.iter().enumerate();
    let limits = limits.map(|(place, limit)| {
        let measures = limit.measures.iter().map(|id| measure_link(page, *id)).collect();
        el("section", "entry")
            .attribute("id", limit_anchor(place))
            .with(el("h3", "").string(name(page, place)))
            .with(el("p", "").text(page.say(&limit.label)))
            .with(with_links(
                page,
                el("p", "").string(kind_text(page, limit)).fixed(page.text.colon),
                measures,
            ))
            .with(citations(page, &limit.provision))
    });
    limits.collect()
}

/// The limits that touch a measure; nothing if none does.
pub(super) fn limits_of(page: &Page<'_>, measure: MeasureId) -> Option<Element> {
    let limits = page.book.limits.iter().enumerate();
    let items: Vec<Element> = limits
        .filter(|(_, limit)| limit.measures.contains(&measure))
        .map(|(place, limit)| {
            let name = link(&limit_anchor(place)).string(name(page, place));
            el("li", "").with(name).fixed(page.text.colon).text(page.say(&limit.label))
        })
        .collect();
    (!items.is_empty()).then(|| el("ul", "").each(items))
}
