//! Scenarios on the sign-off page: cells that cite them by number, a list of all, coverage gaps.

use yew::prelude::*;

use crate::rulebook::Locale;
use crate::widget::fill_in;

use super::Page;
use super::sign_off::Tested;

/// The number of scenarios that a cell names; it cites any others by number.
const NAMED: usize = 3;

/// A cell that cites scenarios by their index.
pub(super) fn cell(page: &Page<'_>, tested: Tested<'_>, indices: &[usize]) -> Html {
    let sign = &page.text.sign_off;
    if indices.is_empty() {
        return html! { <td>{ sign.never }</td> };
    }
    let others = indices.get(NAMED..).unwrap_or_default();
    html! {
        <td>
            <ul lang={page.original().tag()}>
                for index in indices.iter().take(NAMED) {
                    <li>{ numbered_name(tested, *index) }</li>
                }
            </ul>
            if !others.is_empty() {
                <p>{ others_text(page, others) }</p>
            }
        </td>
    }
}

fn numbered_name(tested: Tested<'_>, index: usize) -> String {
    let name = tested.scenarios.get(index).map(|name| &**name).unwrap_or_default();
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
pub(super) fn scenarios(page: &Page<'_>, tested: Tested<'_>) -> Html {
    html! {
        <section class="appendix">
            <h2>{ page.text.sign_off.scenarios }</h2>
            <ol lang={page.original().tag()}>
                for name in tested.scenarios {
                    <li>{ name.clone() }</li>
                }
            </ol>
        </section>
    }
}

/// What no scenario covers, as `eligibility test` lists it. Empty if everything is covered.
pub(super) fn gaps(page: &Page<'_>, tested: Tested<'_>) -> Html {
    html! {
        if !tested.gaps.is_empty() {
            <section class="gaps">
                <h2>{ page.text.sign_off.gaps }</h2>
                <ul lang={Locale::En.tag()}>
                    for gap in tested.gaps {
                        <li>{ gap }</li>
                    }
                </ul>
            </section>
        }
    }
}
