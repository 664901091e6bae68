//! A built site: a folder with the widget and its built-in packs. The rules in it can be replaced
//! without a build.

use std::fs;
use std::path::{Path, PathBuf};

use crate::rulebook::{BrowserPack, Locale, RulePack};
use crate::widget::Catalogue;

use super::CliError;
use super::input::read_text;

/// The folder, in a site, of the packs that the widget was built and tested with. The widget uses
/// them if a replaced pack cannot be used.
pub(super) const BUILT_IN: &str = "built-in";

/// The file, in a site, with the id of the packs next to it.
const PACKS_JSON: &str = "packs.json";

/// The path and content of [`PACKS_JSON`]. `None` if the site has it already.
///
/// The loader reads it only if a pack cannot be used. The built-in pack replaces that pack if it
/// has the same id.
pub(super) fn packs_json(site: &Path, pack: &RulePack) -> Option<(PathBuf, String)> {
    let path = site.join(PACKS_JSON);
    let text = format!("{}\n", serde_json::json!({ "id": *pack.id }));
    let is_current = fs::read_to_string(&path).is_ok_and(|current| current == text);
    (!is_current).then_some((path, text))
}

/// The file name of a language's browser pack.
pub(super) fn pack_name(locale: Locale) -> String {
    format!("rules.{}.json", locale.tag())
}

/// Whether this version of the widget can read a browser pack and its interface texts.
pub(super) fn is_supported(text: &str) -> bool {
    BrowserPack::decode(text).is_ok_and(|pack| Catalogue::from_interface(&pack.interface).is_ok())
}

/// Rejects a folder whose name has a version, such as `v1.2-0a1b2c3d`: pages, caches and checksums
/// rely on its content never changing.
pub(super) fn reject_version_folder(site: &Path) -> Result<(), CliError> {
    // The real name, also through a link. A folder that does not exist yet has no version to keep.
    let Ok(path) = site.canonicalize() else { return Ok(()) };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if !is_version(&name) {
        return Ok(());
    }
    let message = format!("the folder `{name}` has a version in its name and must not change");
    let help = "copy it under another name, run the command on the copy, and link the page to it";
    Err(CliError::invalid(message).help(help))
}

fn is_version(name: &str) -> bool {
    let Some((number, hash)) = name.strip_prefix('v').and_then(|rest| rest.split_once('-')) else {
        return false;
    };
    let is_number =
        !number.is_empty() && number.chars().all(|char| char.is_ascii_digit() || char == '.');
    is_number && hash.len() == 8 && hash.chars().all(|char| char.is_ascii_hexdigit())
}

/// Rejects a folder that is not a built site, or whose widget cannot read or offer this pack.
pub(super) fn check_compatible(site: &Path, pack: &RulePack) -> Result<(), CliError> {
    let reject = |problem: &str, help: &str| {
        Err(CliError::invalid(format!("`{}` {problem}", site.display())).help(help))
    };
    let is_built_in = |locale: &Locale| site.join(BUILT_IN).join(pack_name(*locale)).is_file();
    let built: Vec<Locale> = Locale::ALL.into_iter().filter(is_built_in).collect();
    if built.is_empty() || !site.join("eligibility-check.js").is_file() {
        return reject(
            "is not a built site: it has no `eligibility-check.js`, or no packs in `built-in`",
            "pass the folder that `make dist` built, or a copy of it; for built parts use `--parts`",
        );
    }
    for locale in &built {
        let text = read_text(&site.join(BUILT_IN).join(pack_name(*locale)))?;
        if !is_supported(&text) {
            return reject(
                "was built by another version of this program, or is damaged",
                "use the `eligibility` of that version, or deploy the site of this version",
            );
        }
    }
    let (site_languages, pack_languages) = (tags(&built), tags(&pack.languages));
    if site_languages != pack_languages {
        return reject(
            &format!(
                "was built for the languages {site_languages}, but the pack has {pack_languages}"
            ),
            "complete the languages of the pack, or rebuild the site with `make dist`",
        );
    }
    // The widget has the order of languages built in. The rules page of the first language has no
    // language tag in its name.
    let is_first = |locale: &Locale| !site.join(format!("rulebook.{}.html", locale.tag())).exists();
    let first: Vec<&str> =
        built.iter().filter(|locale| is_first(locale)).map(|locale| locale.tag()).collect();
    let pack_first = pack.languages.first().map_or("none", |locale| locale.tag());
    match first.as_slice() {
        [site_first] if *site_first == pack_first => Ok(()),
        [site_first] => reject(
            &format!("has `{site_first}` as its first language, but the pack has `{pack_first}`"),
            &format!(
                "put `{site_first}` first in `languages`, or rebuild the site with `make dist`"
            ),
        ),
        _ => reject(
            "lacks rules pages, so its first language is unknown",
            "copy `rulebook.html` and those of the other languages again from the built site",
        ),
    }
}

/// The language tags in alphabetical order.
fn tags(languages: &[Locale]) -> String {
    let mut tags: Vec<&str> = languages.iter().map(|locale| locale.tag()).collect();
    tags.sort_unstable();
    tags.join(", ")
}
