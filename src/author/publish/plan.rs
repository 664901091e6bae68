//! The changes of the site, and what counts against publishing.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::author::checks::{Checks, ScenarioChecks, Severity};
use crate::bundle::{Changes, MemoryFolder};

/// What publishing does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The name of the ZIP file
    pub file_name: String,
    /// The files of the site after publishing, by name
    pub files: Vec<SiteFile>,
    /// The name of each file that is removed, with the reason
    pub removed: Vec<(String, String)>,
    /// What a web team should know, in English
    pub messages: Vec<String>,
    /// What counts against publishing
    pub concerns: Concerns,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteFile {
    /// Its name
    pub name: String,
    /// Its size in bytes
    pub size: usize,
    /// Whether it changes
    pub change: FileChange,
    /// Its SHA-256 checksum, in hexadecimal
    pub sha256: String,
}

/// Whether a file changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileChange {
    /// The site did not have it
    New,
    /// Its content changes
    Changed,
    /// It stays as it is
    Same,
}

/// What counts against publishing, though nothing prevents it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concerns {
    /// The number of findings
    pub findings: usize,
    /// The names of scenarios with other results than expected
    pub failed: Vec<String>,
    /// The number of gaps in coverage
    pub gaps: usize,
    /// Whether there are no scenarios
    pub is_untested: bool,
    /// The ids of policies that the site loses
    pub lost: Vec<String>,
    /// The ids of policies whose numbers of questions the site loses
    pub uncounted: Vec<String>,
}

impl Concerns {
    pub(super) fn new(checks: &Checks, tried: &ScenarioChecks, lost: Vec<String>) -> Concerns {
        let failed = tried.results.iter().filter(|result| !result.differences.is_empty());
        Concerns {
            findings: checks.count(Severity::Finding),
            failed: failed.map(|result| result.name.clone()).collect(),
            gaps: tried.gaps.len(),
            is_untested: tried.results.is_empty(),
            lost,
            uncounted: Vec::new(),
        }
    }

    /// Whether nothing counts against publishing.
    pub fn is_empty(&self) -> bool {
        *self == Concerns::default()
    }
}

/// The files of a site after the changes, compared with those before.
pub(super) fn files_after(before: &MemoryFolder, after: &MemoryFolder) -> Vec<SiteFile> {
    let files = after.0.iter().map(|(name, content)| SiteFile {
        name: name.clone(),
        size: content.len(),
        change: match before.0.get(name) {
            None => FileChange::New,
            Some(old) if old == content => FileChange::Same,
            Some(_) => FileChange::Changed,
        },
        sha256: Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect(),
    });
    files.collect()
}

/// The site after the changes.
pub(super) fn apply(site: &MemoryFolder, changes: &Changes) -> MemoryFolder {
    let mut site = site.clone();
    for (name, _) in &changes.removed {
        site.0.remove(name);
    }
    let written = changes.written.iter().cloned();
    site.0.extend(written.map(|(name, text)| (name, text.into_bytes())));
    site
}
