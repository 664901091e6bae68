//! A built site: a folder with the widget and the packs built in, in which the rules can be replaced without a build.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::rulebook::{Locale, RuleBook};
use crate::widget::Catalogue;

use super::{Stop, pack};

/// The folder, in a site, of the packs that its widget was built and tested with. It goes on with them where those put in
/// their place cannot be used.
pub(super) const BUILT_IN: &str = "built-in";

const SUMS: &str = "SHA256SUMS";

/// The name of a language's pack.
pub(super) fn pack_name(locale: Locale) -> String {
    format!("rules.{}.json", locale.tag())
}

/// Refuses a folder whose widget could not read, or not offer, what this program is about to write.
pub(super) fn check(site: &Path, book: &RuleBook) -> Result<(), Stop> {
    let found = |locale: &Locale| site.join(BUILT_IN).join(pack_name(*locale)).is_file();
    let built: Vec<Locale> = Locale::ALL.into_iter().filter(found).collect();
    let unusable = |reason: &str, help: &str| {
        Err(Stop::Unusable(format!("{}: {reason}\n  = help: {help}", site.display())))
    };
    if built.is_empty() || !site.join("eligibility-check.js").is_file() {
        return unusable(
            "no built site: there is no eligibility-check.js with a folder built-in",
            "name the folder that `make dist` built, or a copy of it; or name built parts with `--parts`",
        );
    }
    for locale in &built {
        let text = pack::read_text(&site.join(BUILT_IN).join(pack_name(*locale)))?;
        let is_ours =
            RuleBook::from_slim(&text).is_ok_and(|slim| Catalogue::from_interface(&slim.interface).is_ok());
        if !is_ours {
            return unusable(
                "the site was built by another version of this program, or is damaged",
                "take the `eligibility` of that version, or deploy the site of this one",
            );
        }
    }
    let tags = |languages: &[Locale]| {
        let mut tags: Vec<&str> = languages.iter().map(|locale| locale.tag()).collect();
        tags.sort_unstable();
        tags.join(", ")
    };
    let (theirs, ours) = (tags(&built), tags(&book.languages));
    if theirs != ours {
        return unusable(
            &format!("the site was built for {theirs}, and this pack is in {ours}"),
            "complete the languages, or build the site anew with `make dist`",
        );
    }
    Ok(())
}

/// Writes files, and the sums of those that the site has sums of. Nothing is written unless all can be prepared.
pub(super) fn replace(site: &Path, files: &[(PathBuf, String)]) -> Result<(), Stop> {
    let sums = site.join(SUMS);
    let summed = if sums.is_file() { Some(pack::read_text(&sums)?) } else { None };
    for (path, text) in files {
        write(path, text)?;
    }
    let Some(mut lines) = summed else { return Ok(()) };
    for (path, text) in files {
        let name = path.strip_prefix(site).unwrap_or(path).to_string_lossy();
        lines = with_sum(&lines, &name, text);
    }
    write(&sums, &lines)
}

fn with_sum(lines: &str, name: &str, text: &str) -> String {
    let line = |line: &str| match line.split_once("  ") {
        Some((_, other)) if other == name => {
            let sum: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{sum}  {name}\n")
        }
        _ => format!("{line}\n"),
    };
    lines.lines().map(line).collect()
}

/// Writes a file whole: who reads it meanwhile gets the one before.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Stop> {
    let failed = |error| Stop::file(path, error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Stop::file(folder, error))?;
    }
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    fs::write(&part, text).and_then(|()| fs::rename(&part, path)).map_err(failed)
}
