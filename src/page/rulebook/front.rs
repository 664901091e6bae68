//! What stands around the rules: title and status, table of contents, notices, and where the page comes from.

use crate::widget::{Element, el, fill_in};

use crate::page::Page;
use crate::page::cite::{citations, in_original};
use crate::page::show::{labelled, link};
use crate::page::text::own_name;

use super::{Elsewhere, Part};

/// Title, number, time and languages.
pub(super) fn header(page: &Page<'_>, elsewhere: &[Elsewhere]) -> Element {
    let (book, text) = (page.book, page.text);
    let document = book.documents.iter().next().map(|(_, document)| {
        let number = document.number.clone().map(|number| in_original(page, el("span", "").text(number)));
        el("p", "number").text(page.say(&document.title)).fixed(" ").maybe(number)
    });
    let in_force = page.period(&book.in_force).map(|days| labelled(page, text.in_force).string(days));
    // Told by its end and not by the clock: the page says the same whenever it was made.
    let lapses = book.in_force.to.map(|to| fill_in(text.lapses, &[("to", &page.day(to))]));
    let numbers = |label, numbers: &[std::rc::Rc<str>]| {
        let joined = in_original(page, el("span", "").string(numbers.join(text.comma)));
        (!numbers.is_empty()).then(|| labelled(page, label).with(joined))
    };
    el("header", "")
        .maybe(languages(page, elsewhere))
        .with(el("p", "kind").fixed(text.rulebook))
        .with(el("h1", "").text(page.say(&book.title)))
        .maybe(document)
        .maybe(in_force)
        .maybe(lapses.map(|lapses| el("p", "status").string(lapses)))
        .maybe(numbers(text.repeals, &book.repeals))
        .maybe(numbers(text.followed_by, &book.followed_by))
        .with(el("p", "").fixed(text.indication))
}

/// Links to the other languages; nothing if there is but one.
fn languages(page: &Page<'_>, elsewhere: &[Elsewhere]) -> Option<Element> {
    if elsewhere.is_empty() {
        return None;
    }
    let here =
        el("li", "").with(el("strong", "").attribute("aria-current", "true").fixed(own_name(page.locale)));
    let others = elsewhere.iter().map(|other| {
        let tag = other.locale.tag();
        let link = el("a", "").attribute("href", other.address.clone());
        let link = link.attribute("hreflang", tag).attribute("lang", tag).fixed(own_name(other.locale));
        el("li", "").with(link)
    });
    let nav = el("nav", "languages").attribute("aria-label", page.text.languages);
    Some(nav.with(el("ul", "").with(here).each(others)))
}

/// Every part, and what stands in it.
pub(super) fn contents(page: &Page<'_>, parts: &[Part]) -> Element {
    let items = parts.iter().map(|part| {
        let entries = part.entries.iter();
        let entries = entries.map(|(anchor, title)| el("li", "").with(link(anchor).string(title.clone())));
        let inner = (!part.entries.is_empty()).then(|| el("ol", "").each(entries));
        el("li", "").with(link(part.id).fixed(part.title)).maybe(inner)
    });
    el("nav", "contents")
        .attribute("aria-labelledby", CONTENTS)
        .with(el("h2", "").attribute("id", CONTENTS).fixed(page.text.contents))
        .with(el("ol", "").each(items))
}

const CONTENTS: &str = "part--contents";

/// What holds for every measure; nothing if there is none.
pub(super) fn notices(page: &Page<'_>) -> Option<Element> {
    let notices = page.book.notices.iter().map(|notice| {
        let cited = (!notice.provision.is_empty()).then(|| citations(page, &notice.provision));
        el("li", "").text(page.say(&notice.text)).maybe(cited)
    });
    (!page.book.notices.is_empty()).then(|| el("ul", "notices").each(notices))
}

/// Which pack the page was made from.
pub(super) fn footer(page: &Page<'_>) -> Element {
    el("footer", "").with(el("p", "").string(page.pack()))
}
