//! A built site: a folder with the widget and the packs built in, in which the rules can be replaced without a build.

use std::fs;
use std::path::{Path, PathBuf};

use crate::rulebook::{BrowserPack, Locale, RulePack};
use crate::widget::Catalogue;

use super::{Stop, pack};

/// The folder, in a site, of the packs that its widget was built and tested with. It goes on with them where those put in
/// their place cannot be used.
pub(super) const BUILT_IN: &str = "built-in";

/// The file, in a site, that names the pack of the files next to it.
const PACKS: &str = "packs.json";

/// [`PACKS`], unless the site has it already.
///
/// The loader reads it only when a pack cannot be used: the built-in pack may replace that one if it has the same id.
pub(super) fn packs_json(site: &Path, book: &RulePack) -> Option<(PathBuf, String)> {
    let path = site.join(PACKS);
    let text = format!("{}\n", serde_json::json!({ "id": *book.id }));
    let is_current = fs::read_to_string(&path).is_ok_and(|current| current == text);
    (!is_current).then_some((path, text))
}

/// The name of a language's pack.
pub(super) fn pack_name(locale: Locale) -> String {
    format!("rules.{}.json", locale.tag())
}

/// Whether a pack is of the form that this program writes, with texts that its widget can use.
pub(super) fn is_ours(pack: &str) -> bool {
    BrowserPack::decode(pack).is_ok_and(|pack| Catalogue::from_interface(&pack.interface).is_ok())
}

/// Refuses the folder of a version: pages, caches and lists of sums rely on it that its name tells what is in it.
pub(super) fn check_name(site: &Path) -> Result<(), Stop> {
    // As it is called where it lies, whatever way leads there. A folder that is yet to be made has no such promise to keep.
    let Ok(path) = site.canonicalize() else { return Ok(()) };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_version = name.strip_prefix('v').and_then(|rest| rest.split_once('-')).is_some_and(
        |(number, hash)| {
            let is_number = !number.is_empty()
                && number.chars().all(|char| char.is_ascii_digit() || char == '.');
            is_number && hash.len() == 8 && hash.chars().all(|char| char.is_ascii_hexdigit())
        },
    );
    if !is_version {
        return Ok(());
    }
    let help = "copy it under another name first, write the rules into the copy, and name that in the page";
    Err(Stop::Unusable(format!("{name}: the folder of a version never changes\n  = help: {help}")))
}

/// Refuses a folder whose widget could not read, or not offer, what this program is about to write.
pub(super) fn check(site: &Path, book: &RulePack) -> Result<(), Stop> {
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
        if !is_ours(&text) {
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
    // The widget goes by the order that it was built with: its first language is the one whose page has the plain name.
    let is_first = |locale: &Locale| !site.join(format!("rulebook.{}.html", locale.tag())).exists();
    let first: Vec<&str> =
        built.iter().filter(|locale| is_first(locale)).map(|locale| locale.tag()).collect();
    let ours = book.languages.first().map_or("none", |locale| locale.tag());
    match first.as_slice() {
        [theirs] if *theirs == ours => Ok(()),
        [theirs] => unusable(
            &format!("the site begins with {theirs}, and this pack with {ours}"),
            &format!(
                "put `{theirs}` first in `languages`, or build the site anew with `make dist`"
            ),
        ),
        _ => unusable(
            "its pages `rulebook` are not those of a built site, so that its first language cannot be told",
            "take rulebook.html, and those of the other languages, from the built site again",
        ),
    }
}
