//! `eligibility bundle`: writes the browser packs and the pages of a pack into a site.
//!
//! # Why
//!
//! A command and not a build step: policy staff update the rules of an existing site without any
//! build tools. Browsers read only a [`BrowserPack`], and this writes it from a pack without
//! faults.

use std::path::PathBuf;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::engine::topic_medians;
use crate::page::{RULES_PAGE_STYLE, SiteFiles};
use crate::rulebook::{BrowserPack, Locale, RulePack};
use crate::widget::Catalogue;

use super::input::read_text;
use super::replace_files::LockedFolder;
use super::rulebook::rules_pages;
use super::scenario_files::load_scenarios;
use super::{CliError, PackPath, Status, checksums, offline, pack, site};

/// Write a pack into a built site
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Writes a browser pack for each language, packs.json, the rules pages with their stylesheet,
the packs inside offline.html, the first screens inside index.html and frame.html, and the lines of
these files in SHA256SUMS. The site then offers the languages of the pack: files of other languages
are removed.

A run that was interrupted is completed or undone by the next one.

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
    /// Files of scenarios, or folders with such files, to determine how many questions each topic
    /// asks
    #[arg(long, value_name = "PATH")]
    scenarios: Vec<PathBuf>,
    /// Folder of the site
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl Bundle {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        site::reject_version_folder(&self.out)?;
        let folder = LockedFolder::new(&self.out, site::written_files(&self.out))?;
        let mut pack = pack::load(&self.pack.pack)?;
        self.add_topic_medians(&mut pack)?;
        let pack = Rc::new(pack);
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
        let mut files = self.rules_pages(&pack)?;
        let offline = self.offline_page(&packs)?;
        files.extend(offline.map(|page| (self.out.join(offline::FILE_NAME), page)));
        for (locale, text) in packs {
            if self.parts.is_some() {
                let path = self.out.join(site::BUILT_IN).join(site::pack_name(locale));
                files.push((path, text.clone()));
            }
            files.push((self.out.join(site::pack_name(locale)), text));
        }
        files.extend(site::packs_json(&self.out, &pack));
        files.extend(site::pages(&self.out, &pack)?);
        let mut removed = Vec::new();
        let mut integrity = None;
        if self.parts.is_none() {
            let script = site::script(&self.out, &pack)?;
            integrity = script.as_ref().map(|(path, text)| (path.clone(), integrity_of(text)));
            files.extend(script);
            removed = site::outdated(&self.out, &pack);
        }
        let sums = checksums::read(&self.out)?;
        if let Some(sums) = &sums {
            let path = self.out.join(checksums::FILE_NAME);
            let sums = checksums::update(sums, &self.out, &files);
            files.push((path, checksums::remove(&sums, &self.out, &removed)));
        }
        folder.replace(&files, &removed)?;
        for (path, text) in &files {
            outln!("{}: {} bytes", path.display(), text.len());
        }
        for path in &removed {
            outln!("{}: removed: the pack does not have this language", path.display());
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
        Ok(Status::Success)
    }

    /// Simulates the interview of every scenario, if there are any.
    fn add_topic_medians(&self, pack: &mut RulePack) -> Result<(), CliError> {
        if self.scenarios.is_empty() {
            return Ok(());
        }
        let files = load_scenarios(pack, &self.scenarios)?;
        let scenarios = files.into_iter().flat_map(|(_, scenarios)| scenarios);
        let firms: Vec<_> = scenarios.map(|scenario| (scenario.as_of, scenario.answers)).collect();
        let medians = topic_medians(pack, &firms).into_iter();
        pack.set_topic_medians(medians.map(|medians| (medians.questions, medians.screens)));
        Ok(())
    }

    /// The rules pages, with their stylesheet in a file: a site sends a policy of its own.
    fn rules_pages(&self, pack: &RulePack) -> Result<Vec<(PathBuf, String)>, CliError> {
        let has_index = self.out.join(site::INDEX).is_file();
        let site = SiteFiles {
            style: site::RULES_PAGE_STYLE,
            self_check: has_index.then_some(site::INDEX),
        };
        let first = self.out.join("rulebook.html");
        let mut files = rules_pages(pack, &pack.languages, &first, false, Some(site))?;
        files.push((self.out.join(site.style), RULES_PAGE_STYLE.to_owned()));
        Ok(files)
    }

    /// The offline page: assembled from parts, or the site's own with its packs replaced. `None` if
    /// the site has none.
    fn offline_page(&self, packs: &[(Locale, String)]) -> Result<Option<String>, CliError> {
        if let Some(parts) = &self.parts {
            return offline::assemble(parts, packs).map(Some);
        }
        site::check_compatible(&self.out)?;
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

/// The value of `integrity` for a script (Subresource Integrity).
fn integrity_of(script: &str) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(script)))
}

/// The browser pack in a language, with the texts of the interface.
fn browser_pack(pack: &RulePack, locale: Locale) -> String {
    BrowserPack::encode(pack, locale, &Catalogue::of(locale).interface())
}
