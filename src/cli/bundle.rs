//! `eligibility bundle`: writes the browser packs and the pages of packs into a site.
//!
//! # Why
//!
//! A command and not a build step: policy staff update the rules of an existing site without any
//! build tools. Browsers read only a `BrowserPack`, and this writes it from a pack without
//! faults.

use std::path::{Path, PathBuf};

use crate::bundle::{self, bundle, written_files};

use super::disk_folder::DiskFolder;
use super::policies::load_policies;
use super::replace_files::LockedFolder;
use super::{CliError, Status, wait_for};

/// Write one or several packs into a built site
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Writes a browser pack for each language, packs.json, the rules pages with their stylesheet,
the packs inside offline.html, the first screens inside index.html and frame.html, and the lines of
these files in SHA256SUMS. The site then offers the languages of the pack: files of other languages
are removed.

With several packs, the site begins with a list of their policies. The packs and pages of each are
in policies/ID, and all packs are in offline.html. Files of other policies are removed.

A run that was interrupted is completed or undone by the next one.

Exit status:
  0  everything was written
  2  nothing was written, unless the message lists files that were already replaced")]
pub(super) struct Bundle {
    /// The rule pack; may be repeated, for a site of several policies in this order
    #[arg(long = "pack", value_name = "FILE", default_value = "rules.json")]
    packs: Vec<PathBuf>,
    /// Folder of built parts (widget, scripts, styles, page template), for a site that is being
    /// built
    #[arg(long, value_name = "FOLDER")]
    parts: Option<PathBuf>,
    /// Files of scenarios, or folders with such files, to determine how many questions each topic
    /// asks. With several packs, each belongs to the one with this id
    #[arg(long, value_name = "[ID=]PATH")]
    scenarios: Vec<PathBuf>,
    /// Folder of the site
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl Bundle {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        reject_version_folder(&self.out)?;
        let site = DiskFolder(&self.out);
        let written = written_files(&site).into_iter().map(|name| self.out.join(name));
        let folder = LockedFolder::new(&self.out, written)?;
        let policies = load_policies(&self.packs, &self.scenarios)?;
        let parts = self.parts.as_deref().map(DiskFolder);
        let changes = wait_for(bundle(&site, parts.as_ref(), &policies))??;
        let written = changes.written.into_iter().map(|(name, text)| (self.out.join(name), text));
        let written: Vec<(PathBuf, String)> = written.collect();
        let removed: Vec<PathBuf> =
            changes.removed.iter().map(|(name, _)| self.out.join(name)).collect();
        folder.replace(&written, &removed)?;
        for (path, text) in &written {
            outln!("{}: {} bytes", path.display(), text.len());
        }
        for (path, (_, reason)) in removed.iter().zip(&changes.removed) {
            outln!("{}: removed: {reason}", path.display());
        }
        for message in &changes.messages {
            outln!("{message}");
        }
        Ok(Status::Success)
    }
}

/// Rejects a folder whose real name, also through a link, has a version.
fn reject_version_folder(site: &Path) -> Result<(), CliError> {
    // A folder that does not exist yet has no version to keep.
    let Ok(path) = site.canonicalize() else { return Ok(()) };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(bundle::reject_version_folder(&name)?)
}
