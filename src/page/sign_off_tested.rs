//! Scenarios on the table to sign: cited by number in its cells, listed once at its end, and what none of them tries.

use crate::rulebook::Locale;
use crate::widget::{Element, el, fill_in};

use super::Page;
use super::sign_off::Tested;

/// So many scenarios are named in a cell; the others are cited by number alone.
const NAMED: usize = 3;

/// A cell that cites scenarios.
pub(super) fn names(page: &Page<'_>, tested: Tested<'_>, places: &[usize]) -> Element {
    let sign = &page.text.sign_off;
    if places.is_empty() {
        return el("td", "").fixed(sign.never);
    }
    let first = places.iter().take(NAMED).map(|place| {
        let name = tested.scenarios.get(*place).map(|name| &**name).unwrap_or_default();
        el("li", "").string(format!("{} {name}", place + 1))
    });
    let others = places.get(NAMED..).unwrap_or_default();
    let more = (!others.is_empty()).then(|| {
        let values = [("count", others.len().to_string()), ("numbers", numbers(page, others))];
        fill_in(sign.others, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
    });
    let list = el("ul", "").attribute("lang", page.original().tag());
    el("td", "").with(list.each(first)).maybe(more.map(|more| el("p", "").string(more)))
}

/// Numbers of scenarios, those that follow each other as a range.
fn numbers(page: &Page<'_>, places: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *place => *last = *place,
            _ => ranges.push((*place, *place)),
        }
    }
    let ranges = ranges.into_iter().map(|(first, last)| match first == last {
        true => (first + 1).to_string(),
        false => format!("{}–{}", first + 1, last + 1),
    });
    ranges.collect::<Vec<_>>().join(page.text.comma)
}

/// Every scenario with its number.
pub(super) fn scenarios(page: &Page<'_>, tested: Tested<'_>) -> Element {
    let names = tested.scenarios.iter().map(|name| el("li", "").string(name.to_string()));
    let list = el("ol", "").attribute("lang", page.original().tag()).each(names);
    el("section", "appendix").with(el("h2", "").fixed(page.text.sign_off.scenarios)).with(list)
}

/// What no scenario tries, as `eligibility test` lists it; nothing if everything was tried.
pub(super) fn gaps(page: &Page<'_>, tested: Tested<'_>) -> Option<Element> {
    let items = tested.gaps.iter().map(|gap| el("li", "").string(gap.clone()));
    let list = el("ul", "").attribute("lang", Locale::En.tag()).each(items);
    let title = el("h2", "").fixed(page.text.sign_off.gaps);
    (!tested.gaps.is_empty()).then(|| el("section", "gaps").with(title).with(list))
}
