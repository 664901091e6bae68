//! `eligibility bundle`: writes the browser packs and the pages of packs into a site.
//!
//! # Why
//!
//! A command and not a build step: policy staff update the rules of an existing site without any
//! build tools. Browsers read only a [`BrowserPack`], and this writes it from a pack without
//! faults.

use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::input::read_written;
use super::policies::Policies;
use super::replace_files::LockedFolder;
use super::site_content::{all_rules_pages, index_page, packs, policy_pages, screens};
use super::site_files::{BUILT_IN, outdated, written_files};
use super::unlike_facts::unlike_facts;
use super::{CliError, Status, checksums, offline, site};

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
        site::reject_version_folder(&self.out)?;
        let folder = LockedFolder::new(&self.out, written_files(&self.out))?;
        let policies = Policies::load(&self.packs, &self.scenarios)?;
        let packs = packs(&policies)?;
        // Everything is rendered before the first file is written.
        let mut files = all_rules_pages(&self.out, &policies)?;
        let offline = self.offline_page(&packs)?;
        files.extend(offline.map(|page| (self.out.join(offline::FILE_NAME), page)));
        for (name, text) in packs {
            if self.parts.is_some() {
                files.push((self.out.join(BUILT_IN).join(&name), text.clone()));
            }
            files.push((self.out.join(name), text));
        }
        files.extend(site::packs_json(&self.out, &policies));
        files.extend(site::pages(&self.out, &policies.languages(), &screens(&policies)?));
        let index = index_page(&self.out, &files);
        files.extend(policy_pages(&self.out, &policies, index.as_deref())?);
        let mut removed = Vec::new();
        let mut integrity = None;
        if self.parts.is_none() {
            let script = site::script(&self.out, &policies)?;
            integrity = script.as_ref().map(|(path, text)| (path.clone(), integrity_of(text)));
            files.extend(script);
            removed = outdated(&self.out, &policies, &files);
        }
        let paths: Vec<PathBuf> = removed.iter().map(|(path, _)| path.clone()).collect();
        let sums = checksums::read(&self.out)?;
        if let Some(sums) = &sums {
            let path = self.out.join(checksums::FILE_NAME);
            let sums = checksums::update(sums, &self.out, &files);
            files.push((path, checksums::remove(&sums, &self.out, &paths)));
        }
        folder.replace(&files, &paths)?;
        for (path, text) in &files {
            outln!("{}: {} bytes", path.display(), text.len());
        }
        for (path, reason) in &removed {
            outln!("{}: removed: {reason}", path.display());
        }
        if let Some((path, integrity)) = integrity {
            outln!(
                "{}: changed with the languages; a page with its `integrity` needs {integrity}",
                path.display()
            );
        }
        if let Some(version) = site::embedded_version(&self.out) {
            let embed = self.out.join(site::EMBED);
            outln!(
                "{}: still names `{version}`, whose packs have not changed; pages with its tag \
                 show the old pack",
                embed.display()
            );
        }
        let page = self.out.join(offline::FILE_NAME);
        let is_listed = sums.is_some_and(|sums| checksums::contains(&sums, offline::FILE_NAME));
        if is_listed && !page.exists() {
            let sums = checksums::FILE_NAME;
            outln!("{}: does not exist, not written; still listed in {sums}", page.display());
        }
        for sentence in unlike_facts(policies.packs()) {
            outln!("{sentence}");
        }
        Ok(Status::Success)
    }

    /// The offline page: assembled from parts, or the site's own with its packs replaced. `None` if
    /// the site has none.
    fn offline_page(&self, packs: &[(String, String)]) -> Result<Option<String>, CliError> {
        if let Some(parts) = &self.parts {
            return offline::assemble(parts, packs).map(Some);
        }
        site::check_compatible(&self.out)?;
        let path = self.out.join(offline::FILE_NAME);
        if path.symlink_metadata().is_err() {
            return Ok(None);
        }
        let page = read_written(&path)?;
        let reject = |problem: &str| {
            CliError::invalid(format!("`{}` {problem}", path.display()))
                .help("copy it again from the built site, or remove it")
        };
        let updated = offline::replace_packs(&page, packs);
        let updated = updated.ok_or_else(|| reject("is not the offline page of this program"))?;
        // The page contains the widget, which must be able to read the new packs.
        if !offline::embedded_packs(&page).into_iter().all(site::is_supported) {
            return Err(reject("was built by another version of this program, or is damaged"));
        }
        Ok(Some(updated))
    }
}

/// The value of `integrity` for a script (Subresource Integrity).
fn integrity_of(script: &str) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(script)))
}
