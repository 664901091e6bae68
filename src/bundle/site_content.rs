//! The contents that `bundle` renders from the packs of a site: packs for browsers, first screens,
//! rules pages and the pages of policies.

use std::rc::Rc;

use crate::page::{LanguageLink, RULES_PAGE_STYLE, SiteFiles, policies_page, rules_pages};
use crate::rulebook::{BrowserPack, Language, Locale, PolicyList, RulePack};
use crate::widget::Catalogue;
use crate::widget::first_screens::{first_screens, list_screens};

use super::BundleError;
use super::folder::{Folder, unchanged_text};
use super::policies::Policies;
use super::policy_page::{TO_SITE, policy_page};
use super::site_files::{
    INDEX, RULES_PAGE_STYLE as STYLE_NAME, pack_name, policy_folder, rules_page_name,
};

/// The name and text of each file that the widget loads. The names are relative to the site, with
/// the slashes of an address.
pub(super) fn packs(policies: &Policies) -> Result<Vec<(String, String)>, BundleError> {
    // A policy without a language of the site has its first one there: the page asks for a file of
    // its own language.
    let languages = policies.languages();
    let of_pack = |pack: &RulePack, folder: &str| {
        let file = |locale: &Locale| {
            let own = pack.language(*locale);
            let text = BrowserPack::encode(pack, own, &Catalogue::of(own).interface());
            // A browser pack nests deeper than the authored one, and `serde_json` stops at 128
            // levels.
            let is_readable = BrowserPack::decode(&text).is_ok();
            is_readable.then(|| (format!("{folder}{}", pack_name(*locale)), text))
        };
        languages.iter().map(file).collect::<Option<Vec<_>>>()
    };
    let nested = |of: String| {
        let message = format!("the conditions{of} are nested too deeply for browsers");
        BundleError::new(message, "move inner conditions into `terms`")
    };
    if let Some(pack) = policies.only() {
        return of_pack(pack, "").ok_or_else(|| nested(String::new()));
    }
    let lists = languages.iter().copied();
    let mut files: Vec<(String, String)> =
        lists.map(|locale| (pack_name(locale), list(policies, locale).encode())).collect();
    for pack in policies.packs() {
        let of_pack = of_pack(pack, &format!("{}/", policy_folder(&pack.id)));
        files.extend(of_pack.ok_or_else(|| nested(format!(" of `{}`", pack.id)))?);
    }
    Ok(files)
}

/// The list of the policies in a language.
fn list(policies: &Policies, locale: Locale) -> PolicyList {
    PolicyList::new(policies.packs(), locale, Catalogue::of(locale).interface())
}

/// The first screens of a pack, in all its languages.
async fn screens_of_pack(pack: &Rc<RulePack>, is_listed: bool) -> String {
    let mut screens = String::new();
    for locale in &pack.languages {
        screens.push_str(&first_screens(pack, *locale, is_listed).await);
    }
    screens
}

/// The first screens of a site, in all its languages.
pub(super) async fn screens(policies: &Policies) -> Result<String, BundleError> {
    if let Some(pack) = policies.only() {
        return Ok(screens_of_pack(pack, false).await);
    }
    let mut screens = String::new();
    for locale in policies.languages() {
        let screen = list_screens(&list(policies, locale)).await;
        screens.push_str(&screen.map_err(|error| BundleError {
            message: format!("cannot render the first screens: {error}"),
            help: None,
        })?);
    }
    Ok(screens)
}

/// The page of each policy, in a site of several whose page has the widget. `index` is that page.
pub(super) async fn policy_pages(
    policies: &Policies,
    index: Option<&str>,
) -> Vec<(String, String)> {
    let Some(index) = index.filter(|_| policies.only().is_none()) else { return Vec::new() };
    let mut pages = Vec::new();
    for pack in policies.packs() {
        let screens = screens_of_pack(pack, true).await;
        let Some(page) = policy_page(index, pack, &policies.languages(), &screens) else { break };
        pages.push((format!("{}/{INDEX}", policy_folder(&pack.id)), page));
    }
    pages
}

/// The page of the site: one of these files, or the one that it has. `None` if it has none.
pub(super) fn index_page(site: &impl Folder, files: &[(String, String)]) -> Option<String> {
    let changed = files.iter().find(|(name, _)| name == INDEX).map(|(_, text)| text.clone());
    changed.or_else(|| unchanged_text(site, INDEX))
}

/// The rules pages, with their stylesheet in a file: a site sends a policy of its own.
pub(super) async fn all_rules_pages(
    site: &impl Folder,
    policies: &Policies,
) -> Vec<(String, String)> {
    let self_check = site.is_file(INDEX).then_some(INDEX);
    let files = SiteFiles { style: STYLE_NAME, self_check };
    let first = policies.languages().first().copied();
    let mut pages = Vec::new();
    if let Some(pack) = policies.only() {
        let name = |locale| rules_page_name(locale, first);
        pages.extend(rules_pages(pack, &pack.languages, &name, Some(files)).await);
    } else {
        pages.extend(lists_of_policies(policies, files).await);
        let style = format!("{TO_SITE}{STYLE_NAME}");
        let files = SiteFiles { style: &style, self_check };
        for pack in policies.packs() {
            pages.extend(rules_pages_of_policy(policies, pack, files).await);
        }
    }
    pages.push((STYLE_NAME.to_owned(), RULES_PAGE_STYLE.to_owned()));
    pages
}

/// The rules pages of a policy, in each language of the site: the widget links to the page of its
/// language. A language that the pack lacks has the page in the pack's first one.
async fn rules_pages_of_policy(
    policies: &Policies,
    pack: &RulePack,
    files: SiteFiles<'_>,
) -> Vec<(String, String)> {
    let languages = policies.languages();
    let name = |locale| rules_page_name(locale, languages.first().copied());
    let mut pages = rules_pages(pack, &pack.languages, &name, Some(files)).await;
    for locale in languages.iter().filter(|locale| !pack.languages.contains(locale)) {
        let own = name(pack.language(*locale));
        let text = pages.iter().find(|(name, _)| *name == own).map(|(_, text)| text.clone());
        pages.extend(text.map(|text| (name(*locale), text)));
    }
    let folder = policy_folder(&pack.id);
    pages.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text)).collect()
}

/// The lists of the policies with links to their rules pages, in each language of the site.
async fn lists_of_policies(policies: &Policies, files: SiteFiles<'_>) -> Vec<(String, String)> {
    let languages = policies.named_languages();
    let first = languages.first().map(|first| first.locale);
    let name = |locale: Locale| rules_page_name(locale, first);
    let href =
        |pack: &RulePack, locale: Locale| format!("{}/{}", policy_folder(&pack.id), name(locale));
    let link = |language: &Language| LanguageLink {
        locale: language.locale,
        name: language.name.clone(),
        href: name(language.locale),
    };
    let mut pages = Vec::new();
    for language in &languages {
        let others = languages.iter().filter(|other| other.locale != language.locale);
        let links: Vec<LanguageLink> = others.map(link).collect();
        let page = policies_page(policies.packs(), language, &links, files, &href).await;
        pages.push((name(language.locale), page));
    }
    pages
}
