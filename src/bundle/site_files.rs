//! The names of the files that `bundle` writes into a site, and those that it removes.
//!
//! A site of several policies has a list of them in place of a pack. The files of each policy are
//! in `policies/ID`.

use std::collections::BTreeSet;

use crate::rulebook::{Locale, is_sealed};

use super::checksums;
use super::folder::{Folder, unchanged_text};
use super::policies::Policies;

/// The folder, in a site, of the packs that the widget was built and tested with. The widget uses
/// them if a replaced pack cannot be used.
pub(super) const BUILT_IN: &str = "built-in";

/// The script of a site.
pub(super) const SCRIPT: &str = "eligibility-check.js";

/// The page of a site with the widget, and that of a policy.
pub(super) const INDEX: &str = "index.html";

/// The page of a site for frames.
pub(super) const FRAME: &str = "frame.html";

/// The rules page in the first language.
pub(super) const RULES_PAGE: &str = "rulebook.html";

/// The stylesheet, in a site, of its rules pages.
pub(super) const RULES_PAGE_STYLE: &str = "rulebook.css";

/// The file, in a site, with the ids of its packs.
pub(super) const PACKS_JSON: &str = "packs.json";

/// The folder, in a site of several policies, of the folders of the policies.
const POLICIES: &str = "policies";

/// The file name of a language's browser pack.
pub(super) fn pack_name(locale: Locale) -> String {
    format!("rules.{}.json", locale.tag())
}

/// The languages of which a site may have files: those of the interface, and those of its packs,
/// also of packs that an interrupted run has not renamed.
pub(super) fn languages(site: &impl Folder) -> Vec<Locale> {
    let mut languages = Locale::ALL.to_vec();
    for folder in ["", BUILT_IN] {
        for name in site.entries(folder) {
            let name = name.strip_suffix(".part").unwrap_or(&name);
            let locale = pack_language(name);
            languages.extend(locale.filter(|locale| !languages.contains(locale)));
        }
    }
    languages
}

/// The language of a browser pack with this name. `None` for another file.
pub(super) fn pack_language(name: &str) -> Option<Locale> {
    let tag = name.strip_prefix("rules.").and_then(|name| name.strip_suffix(".json"));
    tag.and_then(Locale::from_any_tag)
}

/// The file name of a language's rules page. The page in the first language has no tag.
pub(super) fn rules_page_name(locale: Locale, first: Option<Locale>) -> String {
    match first == Some(locale) {
        true => RULES_PAGE.to_owned(),
        false => format!("rulebook.{}.html", locale.tag()),
    }
}

/// The folder of a policy in a site, with the slashes of an address.
pub(super) fn policy_folder(id: &str) -> String {
    format!("{POLICIES}/{id}")
}

/// Every file that `bundle` may write into a site.
pub fn written_files(site: &impl Folder) -> Vec<String> {
    let languages = languages(site);
    let of_language = languages.iter().flat_map(|locale| {
        let pack = pack_name(*locale);
        [format!("{BUILT_IN}/{pack}"), pack, rules_page_name(*locale, None)]
    });
    let pages = [RULES_PAGE, RULES_PAGE_STYLE, "offline.html", INDEX, FRAME];
    let others = pages.into_iter().chain([PACKS_JSON, SCRIPT, checksums::FILE_NAME]);
    let others = others.map(str::to_owned);
    let of_policies = policy_ids(site, "").into_iter().map(|id| policy_folder(&id));
    let built_in = policy_ids(site, BUILT_IN).into_iter();
    let built_in = built_in.map(|id| format!("{BUILT_IN}/{}", policy_folder(&id)));
    let of_policies = of_policies.chain(built_in);
    let of_policies = of_policies.flat_map(|folder| files_of_policy(&folder, &languages));
    of_language.chain(others).chain(of_policies).collect()
}

/// The files of an earlier run that a site with these policies must not have, with the reason.
/// `written` are the files of this run.
pub(super) fn outdated(
    site: &impl Folder,
    policies: &Policies,
    written: &[(String, String)],
) -> Vec<(String, &'static str)> {
    let written: BTreeSet<&String> = written.iter().map(|(name, _)| name).collect();
    let is_outdated = |name: &String| site.is_file(name) && !written.contains(name);
    let no_language = match policies.only() {
        Some(_) => "the pack does not have this language",
        None => "no pack has this language",
    };
    let languages = languages(site);
    let names =
        languages.iter().flat_map(|locale| [pack_name(*locale), rules_page_name(*locale, None)]);
    let mut outdated: Vec<(String, &'static str)> =
        names.filter(is_outdated).map(|name| (name, no_language)).collect();
    for id in policy_ids(site, "") {
        let folder = policy_folder(&id);
        // Another folder of this name may have an `index.html` of its own.
        let mut packs = languages.iter().map(|locale| format!("{folder}/{}", pack_name(*locale)));
        if !packs.any(|pack| unchanged_text(site, &pack).is_some_and(|text| is_sealed(&text))) {
            continue;
        }
        let is_listed = policies.only().is_none() && policies.find(&id).is_some();
        for name in files_of_policy(&folder, &languages).into_iter().filter(is_outdated) {
            let reason = match (is_listed, name == format!("{folder}/{INDEX}")) {
                (false, _) => "the site does not have this policy",
                (true, true) => "the page of the site has no widget",
                (true, false) => no_language,
            };
            outdated.push((name, reason));
        }
    }
    outdated
}

/// The names of the folders of policies in a folder of the site, sorted.
fn policy_ids(site: &impl Folder, folder: &str) -> Vec<String> {
    let policies = if folder.is_empty() { POLICIES } else { &format!("{folder}/{POLICIES}") };
    let mut ids = site.folders(policies);
    ids.sort();
    ids
}

/// Every file that `bundle` may write into the folder of a policy.
fn files_of_policy(folder: &str, languages: &[Locale]) -> Vec<String> {
    let names = languages
        .iter()
        .flat_map(|locale| [pack_name(*locale), rules_page_name(*locale, None)])
        .chain([RULES_PAGE, INDEX].map(str::to_owned));
    names.map(|name| format!("{folder}/{name}")).collect()
}
