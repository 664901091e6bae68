//! Scenarios on the sign-off page: cells that cite them by number, a list of all, coverage gaps.

use yew::prelude::*;

use crate::page::Page;
use crate::rulebook::Locale;
use crate::widget::fill_in;

use super::results::ScenarioResults;

/// Most scenarios that a cell names. It cites any others by number.
const MAX_NAMED: usize = 3;

/// A cell that cites scenarios by their index.
pub(super) fn cell(page: &Page<'_>, results: ScenarioResults<'_>, indices: &[usize]) -> Html {
    let sign = &page.text.sign_off;
    if indices.is_empty() {
        return html! { <td>{ sign.in_none }</td> };
    }
    let others = indices.get(MAX_NAMED..).unwrap_or_default();
    html! {
        <td>
            <ul lang={page.original().tag()}>
                for index in indices.iter().take(MAX_NAMED) {
                    <li>{ numbered_name(results, *index) }</li>
                }
            </ul>
            if !others.is_empty() {
                <p>{ others_text(page, others) }</p>
            }
        </td>
    }
}

fn numbered_name(results: ScenarioResults<'_>, index: usize) -> String {
    let name = results.scenarios.get(index).map(|name| &**name).unwrap_or_default();
    format!("{} {name}", index + 1)
}

fn others_text(page: &Page<'_>, indices: &[usize]) -> String {
    let (count, numbers) = (indices.len().to_string(), numbers(page, indices));
    fill_in(page.text.sign_off.others, &[("count", &count), ("numbers", &numbers)])
}

/// The numbers of scenarios, consecutive ones as a range.
fn numbers(page: &Page<'_>, indices: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for index in indices {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *index => *last = *index,
            _ => ranges.push((*index, *index)),
        }
    }
    let ranges = ranges.into_iter().map(|(first, last)| match first == last {
        true => (first + 1).to_string(),
        false => format!("{}–{}", first + 1, last + 1),
    });
    ranges.collect::<Vec<_>>().join(page.text.comma)
}

/// The numbered list of all scenarios.
pub(super) fn scenarios(page: &Page<'_>, results: ScenarioResults<'_>) -> Html {
    html! {
        <section class="appendix">
            <h2>{ page.text.sign_off.scenarios }</h2>
            <ol lang={page.original().tag()}>
                for name in results.scenarios {
                    <li>{ name.clone() }</li>
                }
            </ol>
        </section>
    }
}

/// The gaps in coverage, as `eligibility test` prints them. Empty if there are none.
pub(super) fn gaps(page: &Page<'_>, results: ScenarioResults<'_>) -> Html {
    html! {
        if !results.gaps.is_empty() {
            <section class="gaps">
                <h2>{ page.text.sign_off.gaps }</h2>
                <ul lang={Locale::En.tag()}>
                    for gap in results.gaps {
                        <li>{ gap }</li>
                    }
                </ul>
            </section>
        }
    }
}
