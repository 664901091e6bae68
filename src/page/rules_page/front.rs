//! The front matter of the rules page (title, status, contents, notices), and its footer.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::Page;
use crate::page::citation::citations;
use crate::page::elements::{labelled, link, phone_link, web_link};
use crate::page::text::endonym;
use crate::rulebook::{Document, Instead, Locale, Notice};
use crate::widget::fill_in;

use super::part::Part;

/// A link to the same page in another language.
#[derive(Clone, Debug)]
pub struct LanguageLink {
    /// The language
    pub locale: Locale,
    /// The relative URL of the page
    pub href: String,
}

/// Title, number, period and languages.
pub(super) fn header(page: &Page<'_>, links: &[LanguageLink]) -> Html {
    let (pack, text) = (page.pack, page.text);
    html! {
        <header>
            { languages(page, links) }
            <p class="kind">{ text.rules_page }</p>
            <h1>{ page.translate(&pack.title) }</h1>
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
                <p>{ page.translate(note) }</p>
            }
            <p>{ text.indication }</p>
        </header>
    }
}

/// What applies once the policy has lapsed.
fn instead(page: &Page<'_>, instead: &Instead) -> Html {
    let content = html! {
        <>
            { page.translate(&instead.text) }
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
            { page.translate(&document.title) }
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
fn languages(page: &Page<'_>, links: &[LanguageLink]) -> Html {
    html! {
        if !links.is_empty() {
            <nav class="languages" aria-label={page.text.languages}>
                <ul>
                    <li><strong aria-current="true">{ endonym(page.locale) }</strong></li>
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
    html! { <a href={other.href.clone()} hreflang={lang} {lang}>{ endonym(other.locale) }</a> }
}

/// The table of contents: every part with its entries.
pub(super) fn contents(page: &Page<'_>, parts: &[Part]) -> Html {
    html! {
        <nav class="contents" aria-labelledby={CONTENTS}>
            <h2 id={CONTENTS}>{ page.text.contents }</h2>
            <ol>
                for part in parts {
                    <li>
                        { link(part.id, part.title) }
                        if !part.entries.is_empty() {
                            <ol>
                                for (anchor, title) in &part.entries {
                                    <li>{ link(anchor, title) }</li>
                                }
                            </ol>
                        }
                    </li>
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
            { page.translate(&notice.text) }
            if !notice.provision.is_empty() {
                { citations(page, &notice.provision) }
            }
        </li>
    }
}

/// The id, version and hash of the pack.
pub(super) fn footer(page: &Page<'_>) -> Html {
    html! { <footer><p>{ page.pack_label() }</p></footer> }
}
