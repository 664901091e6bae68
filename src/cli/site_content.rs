//! The contents that `bundle` renders from the packs of a site: packs for browsers, first screens,
//! rules pages and the pages of policies.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::page::{LanguageLink, RULES_PAGE_STYLE, SiteFiles, policies_page};
use crate::rulebook::{BrowserPack, BrowserPackError, Language, Locale, PolicyList, RulePack};
use crate::widget::Catalogue;
use crate::widget::first_screens::{first_screens, list_screens};

use super::policies::Policies;
use super::policy_page::{TO_SITE, policy_page};
use super::rulebook::rules_pages;
use super::site_files::{
    INDEX, RULES_PAGE_STYLE as STYLE_NAME, pack_name, policy_folder, rules_page_name,
};
use super::{CliError, wait_for};

/// The name and text of each file that the widget loads. The names are relative to the site, with
/// the slashes of an address.
pub(super) fn packs(policies: &Policies) -> Result<Vec<(String, String)>, CliError> {
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
        CliError::invalid(format!("the conditions{of} are nested too deeply for browsers"))
            .help("move inner conditions into `terms`")
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
fn screens_of_pack(pack: &Rc<RulePack>, is_listed: bool) -> Result<String, CliError> {
    let screens =
        pack.languages.iter().map(|locale| wait_for(first_screens(pack, *locale, is_listed)));
    screens.collect()
}

/// The first screens of a site, in all its languages.
pub(super) fn screens(policies: &Policies) -> Result<String, CliError> {
    if let Some(pack) = policies.only() {
        return screens_of_pack(pack, false);
    }
    let lists = policies.languages().into_iter().map(|locale| list(policies, locale));
    lists.map(|list| wait_for(list_screens(&list))?.map_err(screens_error)).collect()
}

fn screens_error(error: BrowserPackError) -> CliError {
    CliError::invalid(format!("cannot render the first screens: {error}"))
}

/// The page of each policy, in a site of several whose page has the widget. `index` is that page.
pub(super) fn policy_pages(
    site: &Path,
    policies: &Policies,
    index: Option<&str>,
) -> Result<Vec<(PathBuf, String)>, CliError> {
    let Some(index) = index.filter(|_| policies.only().is_none()) else { return Ok(Vec::new()) };
    let mut pages = Vec::new();
    for pack in policies.packs() {
        let screens = screens_of_pack(pack, true)?;
        let Some(page) = policy_page(index, pack, &policies.languages(), &screens) else { break };
        pages.push((site.join(format!("{}/{INDEX}", policy_folder(&pack.id))), page));
    }
    Ok(pages)
}

/// The page of the site: one of these files, or the one that it has. `None` if it has none.
pub(super) fn index_page(site: &Path, files: &[(PathBuf, String)]) -> Option<String> {
    let path = site.join(INDEX);
    let changed = files.iter().find(|(file, _)| *file == path).map(|(_, text)| text.clone());
    changed.or_else(|| fs::read_to_string(path).ok())
}

/// The rules pages, with their stylesheet in a file: a site sends a policy of its own.
pub(super) fn all_rules_pages(
    site: &Path,
    policies: &Policies,
) -> Result<Vec<(PathBuf, String)>, CliError> {
    let self_check = site.join(INDEX).is_file().then_some(INDEX);
    let files = SiteFiles { style: STYLE_NAME, self_check };
    let first = policies.languages().first().copied();
    let mut pages = Vec::new();
    if let Some(pack) = policies.only() {
        let path = |locale| site.join(rules_page_name(locale, first));
        pages.extend(rules_pages(pack, &pack.languages, &path, Some(files))?);
    } else {
        pages.extend(lists_of_policies(site, policies, files)?);
        let style = format!("{TO_SITE}{STYLE_NAME}");
        let files = SiteFiles { style: &style, self_check };
        for pack in policies.packs() {
            pages.extend(rules_pages_of_policy(site, policies, pack, files)?);
        }
    }
    pages.push((site.join(STYLE_NAME), RULES_PAGE_STYLE.to_owned()));
    Ok(pages)
}

/// The rules pages of a policy, in each language of the site: the widget links to the page of its
/// language. A language that the pack lacks has the page in the pack's first one.
fn rules_pages_of_policy(
    site: &Path,
    policies: &Policies,
    pack: &RulePack,
    files: SiteFiles<'_>,
) -> Result<Vec<(PathBuf, String)>, CliError> {
    let languages = policies.languages();
    let folder = site.join(policy_folder(&pack.id));
    let path = |locale| folder.join(rules_page_name(locale, languages.first().copied()));
    let mut pages = rules_pages(pack, &pack.languages, &path, Some(files))?;
    for locale in languages.iter().filter(|locale| !pack.languages.contains(locale)) {
        let own = path(pack.language(*locale));
        let text = pages.iter().find(|(path, _)| *path == own).map(|(_, text)| text.clone());
        pages.extend(text.map(|text| (path(*locale), text)));
    }
    Ok(pages)
}

/// The lists of the policies with links to their rules pages, in each language of the site.
fn lists_of_policies(
    site: &Path,
    policies: &Policies,
    files: SiteFiles<'_>,
) -> Result<Vec<(PathBuf, String)>, CliError> {
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
    let page = |language: &Language| {
        let others = languages.iter().filter(|other| other.locale != language.locale);
        let links: Vec<LanguageLink> = others.map(link).collect();
        let page = policies_page(policies.packs(), language, &links, files, &href);
        Ok((site.join(name(language.locale)), wait_for(page)?))
    };
    languages.iter().map(page).collect()
}
