//! `eligibility bundle`: what browsers load of a pack, and the pages made of it, written into a site.
//!
//! # Why
//!
//! A command of ours and not a step of the build: policy staff who change `rules.json` put it into a site that stands, without
//! any other tool. Browsers read only a [`BrowserPack`], which this command writes from a pack without faults.

use std::path::PathBuf;

use crate::rulebook::{BrowserPack, Locale, RulePack};
use crate::widget::Catalogue;

use super::{PackPath, Stop, Verdict, offline, pack, rulebook, site, sums, swap};

/// Write the rules into a site: a browser pack for each language, the rules in full, and the offline page
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Without --parts, the folder is a built site, in which the rules are replaced. Exit status: 0 if \
                        everything was written; 2 if not, and then every file is as it was, unless the message names \
                        some that were already replaced"
)]
pub(super) struct Bundle {
    #[command(flatten)]
    pack: PackPath,
    /// Folder with the built parts (widget, scripts, styles, the page's template), for a site that is being built
    #[arg(long, value_name = "FOLDER")]
    parts: Option<PathBuf>,
    /// Folder of the site
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl Bundle {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let book = pack::load(&self.pack.pack)?;
        site::check_name(&self.out)?;
        let packs: Vec<(Locale, String)> =
            book.languages.iter().map(|locale| (*locale, browser_pack(&book, *locale))).collect();
        for (_, text) in &packs {
            // `serde_json` stops at 128 levels, and a browser pack has more of them than the authored one.
            if BrowserPack::decode(text).is_err() {
                let reason = "conditions are nested too deeply for browsers".to_owned();
                return Err(Stop::Unusable(reason));
            }
        }
        // Nothing is written before everything is there: half a site is worse than none.
        let mut files =
            rulebook::pages(&book, &book.languages, &self.out.join("rulebook.html"), false)?;
        files.extend(self.offline(&book, &packs)?.map(|page| (self.out.join(offline::NAME), page)));
        for (locale, text) in packs {
            if self.parts.is_some() {
                files.push((
                    self.out.join(site::BUILT_IN).join(site::pack_name(locale)),
                    text.clone(),
                ));
            }
            files.push((self.out.join(site::pack_name(locale)), text));
        }
        files.extend(site::packs_json(&self.out, &book));
        let summed = sums::read(&self.out)?;
        if let Some(lines) = &summed {
            files.push((self.out.join(sums::NAME), sums::with(lines, &self.out, &files)));
        }
        swap::replace(&files)?;
        for (path, text) in &files {
            say!("{}: {} bytes", path.display(), text.len());
        }
        let page = self.out.join(offline::NAME);
        if !page.exists() && summed.is_some_and(|lines| sums::have(&lines, offline::NAME)) {
            say!("{}: not there, so not written; {} still names it", page.display(), sums::NAME);
        }
        Ok(Verdict::Fine)
    }

    /// The offline page: from parts, or the one that stands there with other packs, if one does.
    fn offline(&self, book: &RulePack, packs: &[(Locale, String)]) -> Result<Option<String>, Stop> {
        if let Some(parts) = &self.parts {
            return offline::put_together(parts, packs).map(Some);
        }
        site::check(&self.out, book)?;
        let path = self.out.join(offline::NAME);
        if path.symlink_metadata().is_err() {
            return Ok(None);
        }
        let page = pack::read_text(&path)?;
        let refuse = |reason: &str| {
            let help = "take it from the built site again, or remove it";
            Stop::Unusable(format!("{}: {reason}\n  = help: {help}", path.display()))
        };
        let changed = offline::with_packs(&page, packs);
        let changed = changed.ok_or_else(|| refuse("not the offline page of this program"))?;
        // Its widget is in the page, and reads what it was built with.
        if !offline::packs(&page).into_iter().all(site::is_ours) {
            return Err(refuse("built by another version of this program, or damaged"));
        }
        Ok(Some(changed))
    }
}

/// The pack in a language, with the interface's texts in it.
fn browser_pack(book: &RulePack, locale: Locale) -> String {
    BrowserPack::encode(book, locale, &Catalogue::of(locale).interface())
}
