//! A site in a ZIP file, and the packs that an earlier record next to it has.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::bundle::MemoryFolder;

use super::archive::unzip;
use super::refusal::SiteError;
use super::run::{RECORD, SCENARIOS};

/// The script that every site has.
const SCRIPT: &str = "eligibility-check.js";

/// A site, and what an earlier publication wrote next to it.
pub(super) struct OpenedSite {
    /// The files of the site
    pub(super) files: MemoryFolder,
    /// The name of its folder in the archive; empty if it has none
    pub(super) folder: String,
    /// The packs of an earlier publication, with their scenarios
    pub(super) known: Vec<KnownPolicy>,
}

/// A pack in the record of an earlier publication.
pub(super) struct KnownPolicy {
    /// The text of the pack
    pub(super) text: Rc<str>,
    /// The texts of its scenarios
    pub(super) scenarios: Vec<Rc<str>>,
}

/// Opens the site in a ZIP file. It may be in a folder there.
pub(super) fn open_site(bytes: &[u8]) -> Result<OpenedSite, SiteError> {
    if bytes.is_empty() {
        return Err(SiteError::None);
    }
    let mut files = unzip(bytes)?;
    // The folder of a version contains the script too, deeper.
    let scripts = files.keys().filter_map(|name| folder_of(name, SCRIPT));
    let folder = scripts.min_by_key(|folder| folder.matches('/').count());
    let folder = folder.ok_or(SiteError::NotASite)?.to_owned();
    let parent = folder.trim_end_matches('/').rsplit_once('/').map_or("", |(parent, _)| parent);
    let parent = if parent.is_empty() { String::new() } else { format!("{parent}/") };
    let known = if folder.is_empty() { Vec::new() } else { known_packs(&files, &parent) };
    files.retain(|name, _| name.starts_with(&folder));
    let files = files.into_iter().filter_map(|(name, content)| {
        name.strip_prefix(&folder).map(|name| (name.to_owned(), content))
    });
    let files = MemoryFolder(files.collect());
    let folder = folder.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    Ok(OpenedSite { files, folder, known })
}

/// The folder of a file with this name, with a slash at its end.
fn folder_of<'a>(path: &'a str, name: &str) -> Option<&'a str> {
    path.strip_suffix(name).filter(|folder| folder.is_empty() || folder.ends_with('/'))
}

/// The packs in the record of an earlier publication.
fn known_packs(files: &BTreeMap<String, Vec<u8>>, parent: &str) -> Vec<KnownPolicy> {
    let record = format!("{parent}{RECORD}/");
    let text = |name: &str| {
        let content = files.get(name)?;
        String::from_utf8(content.clone()).ok().map(Rc::from)
    };
    let packs = files.keys().filter(|name| name.starts_with(&record));
    let packs = packs.filter_map(|name| {
        let folder = folder_of(name, "rules.json")?;
        let scenarios = files.keys().filter(|name| {
            let name = name.strip_prefix(folder);
            name.is_some_and(|name| name.starts_with(SCENARIOS) && !name.contains('/'))
        });
        let scenarios = scenarios.filter_map(|name| text(name)).collect();
        Some(KnownPolicy { text: text(name)?, scenarios })
    });
    packs.collect()
}
