//! The front matter of the rules page (title, status, contents, notices), and its footer.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::Page;
use crate::page::citation::citations;
use crate::page::elements::{labelled, link, phone_link, web_link};
use crate::page::text::PageText;
use crate::rulebook::{Document, Instead, Locale, Notice};
use crate::widget::fill_in;

use super::part::Part;

/// A link to the same page in another language.
#[derive(Clone, Debug)]
pub struct LanguageLink {
    /// The language
    pub locale: Locale,
    /// The name of the language in that language
    pub name: Rc<str>,
    /// The relative URL of the page
    pub href: String,
}

/// The title in the head.
pub(super) fn title(page: &Page<'_>) -> String {
    fill_in(page.text.page_title, &[("title", &page.translate(&page.pack.title))])
}

/// For search engines: a description, and the page in other languages.
pub(super) fn meta(page: &Page<'_>, links: &[LanguageLink]) -> Html {
    let count = page.pack.measures.len().to_string();
    let number = page.pack.documents.iter().next().and_then(|(_, one)| one.number.clone());
    let number = number.map(|number| page.text.bracketed(&number)).unwrap_or_default();
    let values = [("title", &*page.translate(&page.pack.title)), ("number", &number)];
    let content = fill_in(page.text.description, &[&values[..], &[("count", &count)]].concat());
    html! {
        <>
            <meta name="description" {content} />
            { alternates(links) }
        </>
    }
}

/// For search engines: the page in other languages.
pub(crate) fn alternates(links: &[LanguageLink]) -> Html {
    html! {
        for other in links {
            <link rel="alternate" hreflang={other.locale.tag()} href={other.href.clone()} />
        }
    }
}

/// A link to the widget, if the site has it.
pub(crate) fn self_check_link(text: &PageText, href: Option<&str>) -> Option<Html> {
    let href = href?.to_owned();
    Some(html! { <p><a class="self-check" {href}>{ text.self_check }</a></p> })
}

/// Title, number, period and languages.
pub(super) fn header(page: &Page<'_>, links: &[LanguageLink], self_check: Option<&str>) -> Html {
    let (pack, text) = (page.pack, page.text);
    html! {
        <header>
            { languages(page.locale, &page.pack.native_name(page.locale), links) }
            <p class="kind">{ text.rules_page }</p>
            <h1>{ page.own(&pack.title) }</h1>
            if let Some((_, document)) = pack.documents.iter().next() {
                { title_and_number(page, document) }
            }
            if let Some(days) = page.period(&pack.in_force) {
                { labelled(page, text.in_force, days) }
            }
            // States the end date only: the page does not depend on the current date.
            if let Some(to) = pack.in_force.to {
                <p class="status">{ fill_in(text.lapses, &[("to", &page.date(to))]) }</p>
            }
            { numbers(page, text.repeals, &pack.repeals) }
            { numbers(page, text.followed_by, &pack.followed_by) }
            if let Some(now) = &pack.instead {
                { instead(page, now) }
            }
            if let Some(note) = &pack.evidence_note {
                <p>{ page.own(note) }</p>
            }
            <p>{ text.indication }</p>
            { self_check_link(page.text, self_check) }
        </header>
    }
}

/// What applies once the policy has lapsed.
fn instead(page: &Page<'_>, instead: &Instead) -> Html {
    let content = html! {
        <>
            { page.own(&instead.text) }
            if let Some(phone) = &instead.phone {
                { " " }
                { phone_link(phone) }
            }
            if let Some(url) = &instead.url {
                { " " }
                { web_link(url) }
            }
        </>
    };
    labelled(page, page.text.instead, content)
}

fn title_and_number(page: &Page<'_>, document: &Document) -> Html {
    html! {
        <p class="number">
            { page.own(&document.title) }
            { " " }
            if let Some(number) = &document.number {
                <span lang={page.original_lang()}>{ number.clone() }</span>
            }
        </p>
    }
}

/// The numbers of related documents. Empty if there are none.
fn numbers(page: &Page<'_>, label: &'static str, numbers: &[Rc<str>]) -> Html {
    if numbers.is_empty() {
        return html! {};
    }
    let joined = numbers.join(page.text.comma);
    labelled(page, label, html! { <span lang={page.original_lang()}>{ joined }</span> })
}

/// Links to the other languages. Empty if there is only one.
pub(crate) fn languages(locale: Locale, name: &str, links: &[LanguageLink]) -> Html {
    html! {
        if !links.is_empty() {
            <nav class="languages" aria-label={PageText::of(locale).languages}>
                <ul>
                    <li><strong aria-current="true">{ name.to_owned() }</strong></li>
                    for other in links {
                        <li>{ language_link(other) }</li>
                    }
                </ul>
            </nav>
        }
    }
}

fn language_link(other: &LanguageLink) -> Html {
    let lang = other.locale.tag();
    let name = other.name.to_string();
    html! { <a href={other.href.clone()} hreflang={lang} {lang}>{ name }</a> }
}

/// The table of contents.
pub(super) fn contents(page: &Page<'_>, parts: &[Part]) -> Html {
    html! {
        <nav class="contents" aria-labelledby={CONTENTS}>
            <h2 id={CONTENTS}>{ page.text.contents }</h2>
            <ol>
                for part in parts {
                    <li>{ link(part.id, part.title) }</li>
                }
            </ol>
        </nav>
    }
}

const CONTENTS: &str = "part--contents";

/// The notices for all measures; `None` if there are none.
pub(super) fn notices(page: &Page<'_>) -> Option<Html> {
    let notices = &page.pack.notices;
    (!notices.is_empty()).then(|| {
        html! {
            <ul class="notices">
                for item in notices {
                    { notice(page, item) }
                }
            </ul>
        }
    })
}

fn notice(page: &Page<'_>, notice: &Notice) -> Html {
    html! {
        <li>
            { page.own(&notice.text) }
            if !notice.provision.is_empty() {
                { citations(page, &notice.provision) }
            }
        </li>
    }
}

/// The id, version and hash of the pack.
pub(super) fn footer(page: &Page<'_>, self_check: Option<&str>) -> Html {
    html! {
        <footer>
            { self_check_link(page.text, self_check) }
            <p>{ page.pack_label() }</p>
        </footer>
    }
}
