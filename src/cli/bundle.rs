//! `eligibility bundle`: writes the browser packs and the pages of a pack into a site.
//!
//! # Why
//!
//! A command and not a build step: policy staff update the rules of an existing site without any
//! build tools. Browsers read only a [`BrowserPack`], and this writes it from a pack without
//! faults.

use std::path::PathBuf;

use crate::rulebook::{BrowserPack, Locale, RulePack};
use crate::widget::Catalogue;

use super::input::read_text;
use super::replace_files::replace_files;
use super::rulebook::rules_pages;
use super::{CliError, PackPath, Status, checksums, offline, pack, site};

/// Write a pack into a built site
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Writes a browser pack for each language, packs.json, the rules pages, the packs inside
offline.html, and the lines of these files in SHA256SUMS.

Exit status:
  0  everything was written
  2  nothing was written, unless the message lists files that were already replaced")]
pub(super) struct Bundle {
    #[command(flatten)]
    pack: PackPath,
    /// Folder of built parts (widget, scripts, styles, page template), for a site that is being
    /// built
    #[arg(long, value_name = "FOLDER")]
    parts: Option<PathBuf>,
    /// Folder of the site
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl Bundle {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let pack = pack::load(&self.pack.pack)?;
        site::reject_version_folder(&self.out)?;
        let packs: Vec<(Locale, String)> =
            pack.languages.iter().map(|locale| (*locale, browser_pack(&pack, *locale))).collect();
        for (_, text) in &packs {
            // A browser pack nests deeper than the authored one, and `serde_json` stops at 128
            // levels.
            if BrowserPack::decode(text).is_err() {
                let error = CliError::invalid("the conditions are nested too deeply for browsers");
                return Err(error.help("move inner conditions into `terms`"));
            }
        }
        // Everything is rendered before the first file is written.
        let mut files =
            rules_pages(&pack, &pack.languages, &self.out.join("rulebook.html"), false)?;
        let offline = self.offline_page(&pack, &packs)?;
        files.extend(offline.map(|page| (self.out.join(offline::FILE_NAME), page)));
        for (locale, text) in packs {
            if self.parts.is_some() {
                let path = self.out.join(site::BUILT_IN).join(site::pack_name(locale));
                files.push((path, text.clone()));
            }
            files.push((self.out.join(site::pack_name(locale)), text));
        }
        files.extend(site::packs_json(&self.out, &pack));
        let sums = checksums::read(&self.out)?;
        if let Some(sums) = &sums {
            let path = self.out.join(checksums::FILE_NAME);
            files.push((path, checksums::update(sums, &self.out, &files)));
        }
        replace_files(&files)?;
        for (path, text) in &files {
            outln!("{}: {} bytes", path.display(), text.len());
        }
        let page = self.out.join(offline::FILE_NAME);
        let is_listed = sums.is_some_and(|sums| checksums::contains(&sums, offline::FILE_NAME));
        if is_listed && !page.exists() {
            let sums = checksums::FILE_NAME;
            outln!("{}: does not exist, not written; still listed in {sums}", page.display());
        }
        Ok(Status::Success)
    }

    /// The offline page: assembled from parts, or the site's own with its packs replaced. `None` if
    /// the site has none.
    fn offline_page(
        &self,
        pack: &RulePack,
        packs: &[(Locale, String)],
    ) -> Result<Option<String>, CliError> {
        if let Some(parts) = &self.parts {
            return offline::assemble(parts, packs).map(Some);
        }
        site::check_compatible(&self.out, pack)?;
        let path = self.out.join(offline::FILE_NAME);
        if path.symlink_metadata().is_err() {
            return Ok(None);
        }
        let page = read_text(&path)?;
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

/// The browser pack in a language, with the texts of the interface.
fn browser_pack(pack: &RulePack, locale: Locale) -> String {
    BrowserPack::encode(pack, locale, &Catalogue::of(locale).interface())
}
