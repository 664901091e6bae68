//! The files that `eligibility bundle` writes into a built site: packs for browsers, rules pages,
//! first screens, the offline page and checksums.
//!
//! A [`Folder`] is the site, on a disk or in memory. [`bundle()`] reads it and returns all
//! [`Changes`], which the caller applies: everything is rendered before the first file is written.

// The input: a folder of files, and the policies. The error.
mod error;
mod folder;
mod policies;

// The names of files in a site, and what it was built with.
mod site;
mod site_files;

// The contents of the files.
mod checksums;
mod offline;
mod policy_page;
mod site_content;

// The tags of a page.
mod html_tags;

// Questions that policies do not share.
mod unlike_facts;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use site_content::{all_rules_pages, index_page, packs, policy_pages, screens};
use site_files::{BUILT_IN, outdated};
use unlike_facts::unlike_facts;

pub use error::BundleError;
pub use folder::{Folder, MemoryFolder};
pub use offline::FILE_NAME as OFFLINE_PAGE;
pub use policies::{Policies, set_topic_medians};
pub use site::{policy_ids, reject_version_folder};
pub use site_files::written_files;

/// The changes of a site. Names are relative to it and have the slashes of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The name and text of each file to write
    pub written: Vec<(String, String)>,
    /// The name of each file to remove, with the reason
    pub removed: Vec<(String, &'static str)>,
    /// What an author should know, one sentence each
    pub messages: Vec<String>,
}

/// The changes that bring these policies into a built site.
///
/// `parts` is a folder of built parts, for a site that is being built.
///
/// # Errors
///
/// A pack cannot be used in browsers, or the site or the parts cannot be used.
pub async fn bundle<F: Folder>(
    site: &F,
    parts: Option<&F>,
    policies: &Policies,
) -> Result<Changes, F::Error> {
    let packs = packs(policies)?;
    let mut files = all_rules_pages(site, policies).await;
    let offline = match parts {
        Some(parts) => Some(offline::assemble(parts, &packs)?),
        None => offline_page(site, &packs)?,
    };
    let has_offline_page = offline.is_some();
    files.extend(offline.map(|page| (OFFLINE_PAGE.to_owned(), page)));
    for (name, text) in packs {
        if parts.is_some() {
            files.push((format!("{BUILT_IN}/{name}"), text.clone()));
        }
        files.push((name, text));
    }
    files.extend(site::packs_json(site, policies));
    files.extend(site::pages(site, &policies.languages(), &screens(policies).await?));
    let index = index_page(site, &files);
    files.extend(policy_pages(policies, index.as_deref()).await);
    let (mut removed, mut messages) = (Vec::new(), Vec::new());
    if parts.is_none() {
        let script = site::script(site, policies)?;
        messages.extend(script.as_ref().map(|(name, text)| {
            format!(
                "{}: changed with the languages; a page with its `integrity` needs {}",
                site.path(name),
                integrity_of(text)
            )
        }));
        files.extend(script);
        removed = outdated(site, policies, &files);
    }
    let sums = checksums::read(site)?;
    if let Some(sums) = &sums {
        let sums = checksums::update(sums, &files);
        let removed = removed.iter().map(|(name, _)| name.as_str());
        files.push((checksums::FILE_NAME.to_owned(), checksums::remove(&sums, removed)));
    }
    if let Some(version) = site::embedded_version(site) {
        messages.push(format!(
            "{}: still names `{version}`, whose packs have not changed; pages with its tag show \
             the old pack",
            site.path(site::EMBED)
        ));
    }
    let is_listed = sums.is_some_and(|sums| checksums::contains(&sums, OFFLINE_PAGE));
    if is_listed && !has_offline_page {
        let (page, sums) = (site.path(OFFLINE_PAGE), checksums::FILE_NAME);
        messages.push(format!("{page}: does not exist, not written; still listed in {sums}"));
    }
    messages.extend(unlike_facts(policies.packs()));
    Ok(Changes { written: files, removed, messages })
}

/// The site's own offline page with its packs replaced. `None` if the site has none.
fn offline_page<F: Folder>(
    site: &F,
    packs: &[(String, String)],
) -> Result<Option<String>, F::Error> {
    site::check_compatible(site)?;
    if !site.exists(OFFLINE_PAGE) {
        return Ok(None);
    }
    let page = site.text(OFFLINE_PAGE)?;
    let reject = |problem: &str| {
        let message = format!("`{}` {problem}", site.path(OFFLINE_PAGE));
        BundleError::new(message, "copy it again from the built site, or remove it")
    };
    let updated = offline::replace_packs(&page, packs);
    let updated = updated.ok_or_else(|| reject("is not the offline page of this program"))?;
    // The page contains the widget, which must be able to read the new packs.
    if !offline::embedded_packs(&page).into_iter().all(site::is_supported) {
        return Err(reject("was built by another version of this program, or is damaged").into());
    }
    Ok(Some(updated))
}

/// The value of `integrity` for a script (Subresource Integrity).
fn integrity_of(script: &str) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(script)))
}
