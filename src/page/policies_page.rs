//! The list of the policies of a site, with links to their rules pages. In a site of several
//! policies, it takes the place of the rules page.

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::{Language, Locale, RulePack};

use super::Page;
use super::elements::labelled;
use super::html_document::{Style, html_document};
use super::rules_page::{LanguageLink, SiteFiles, alternates, languages, self_check_link};
use super::text::PageText;

/// The list of these policies, in their order. `href` is the relative URL of a policy's rules page
/// in a language of its pack.
pub async fn policies_page(
    packs: &[Rc<RulePack>],
    language: &Language,
    links: &[LanguageLink],
    site: SiteFiles<'_>,
    href: &dyn Fn(&RulePack, Locale) -> String,
) -> String {
    let locale = language.locale;
    let text = PageText::of(locale);
    let content = html! {
        <>
            <header>
                { languages(locale, &language.name, links) }
                <h1>{ text.rules_page }</h1>
                <p>{ text.indication }</p>
                { self_check_link(text, site.self_check) }
            </header>
            <main>
                for pack in packs {
                    { policy(&Page::new(pack, locale), locale, href) }
                }
            </main>
        </>
    };
    html_document(locale, text.rules_page, Style::Linked(site.style), alternates(links), content)
        .await
}

/// A policy. If its pack lacks the language of the list, it is in the pack's first language.
fn policy(page: &Page<'_>, list: Locale, href: &dyn Fn(&RulePack, Locale) -> String) -> Html {
    let pack = page.pack;
    let lang = (page.locale != list).then(|| page.locale.tag());
    let number = pack.documents.iter().next().and_then(|(_, first)| first.number.clone());
    html! {
        <section class="part" {lang}>
            <h2><a href={href(pack, page.locale)}>{ page.translate(&pack.title) }</a></h2>
            if let Some(number) = number {
                <p class="number" lang={page.original_lang()}>{ number }</p>
            }
            if let Some(audience) = &pack.audience {
                <p>{ page.translate(audience) }</p>
            }
            if let Some(days) = page.period(&pack.in_force) {
                { labelled(page, page.text.in_force, days) }
            }
            { labelled(page, page.text.measures, pack.measures.len().to_string()) }
        </section>
    }
}
