//! Limits on combining measures: a part of the rules page, and a list inside each measure.

use yew::prelude::*;

use crate::rulebook::{Limit, LimitKind, MeasureId};
use crate::widget::fill_in;

use super::Page;
use super::amount::money_text;
use super::citation::citations;
use super::elements::{comma_separated, limit_anchor, link, measure_link};

/// The restriction, without its measures.
pub(super) fn kind_text(page: &Page<'_>, limit: &Limit) -> String {
    let text = page.text;
    match &limit.kind {
        LimitKind::AtMostOne => text.at_most_one.to_owned(),
        LimitKind::HighestOnly => text.highest_only.to_owned(),
        LimitKind::SameMatter => text.same_matter.to_owned(),
        LimitKind::Cap(money) => fill_in(text.cap, &[("amount", &money_text(page, money))]),
    }
}

/// The numbered name of a limit.
pub(super) fn name(page: &Page<'_>, index: usize) -> String {
    fill_in(page.text.limit, &[("number", &(index + 1).to_string())])
}

/// Every limit with its measures.
pub(super) fn limits(page: &Page<'_>) -> Vec<Html> {
    page.pack.limits.iter().enumerate().map(|(index, item)| limit(page, index, item)).collect()
}

fn limit(page: &Page<'_>, index: usize, limit: &Limit) -> Html {
    let measures = limit.measures.iter().map(|id| measure_link(page, *id));
    html! {
        <section class="entry" id={limit_anchor(index)}>
            <h3>{ name(page, index) }</h3>
            <p>{ page.own(&limit.label) }</p>
            <p>{ kind_text(page, limit) }{ page.text.colon }{ comma_separated(page, measures) }</p>
            { citations(page, &limit.provision) }
        </section>
    }
}

/// The limits that apply to a measure; `None` if there are none.
pub(super) fn limits_of(page: &Page<'_>, measure: MeasureId) -> Option<Html> {
    let limits = page.pack.limits.iter().enumerate();
    let items: Vec<Html> = limits
        .filter(|(_, limit)| limit.measures.contains(&measure))
        .map(|(index, limit)| {
            let name = link(&limit_anchor(index), name(page, index));
            html! { <li>{ name }{ page.text.colon }{ page.own(&limit.label) }</li> }
        })
        .collect();
    (!items.is_empty()).then(|| html! { <ul>{ items }</ul> })
}
