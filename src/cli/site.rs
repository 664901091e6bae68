//! A built site: a folder with the widget and its built-in packs. The rules in it can be replaced
//! without a build.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::rulebook::{BrowserPack, Locale, RulePack};
use crate::widget::Catalogue;
use crate::widget::first_screens::first_screens;

use super::input::read_text;
use super::{CliError, checksums};

/// The folder, in a site, of the packs that the widget was built and tested with. The widget uses
/// them if a replaced pack cannot be used.
pub(super) const BUILT_IN: &str = "built-in";

/// The script of a site.
const SCRIPT: &str = "eligibility-check.js";

/// The file, in a site, with the tag of its versioned folder.
pub(super) const EMBED: &str = "embed.txt";

/// The page of a site with the widget.
pub(super) const INDEX: &str = "index.html";

/// The stylesheet, in a site, of its rules pages.
pub(super) const RULES_PAGE_STYLE: &str = "rulebook.css";

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

/// The languages of which a site may have files: those of the interface, and those of its packs,
/// also of packs that an interrupted run has not renamed.
fn languages(site: &Path) -> Vec<Locale> {
    let mut languages = Locale::ALL.to_vec();
    for folder in [site, &site.join(BUILT_IN)] {
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        for name in files.filter_map(|file| file.file_name().into_string().ok()) {
            let name = name.strip_suffix(".part").unwrap_or(&name);
            let tag = name.strip_prefix("rules.").and_then(|name| name.strip_suffix(".json"));
            let locale = tag.and_then(Locale::from_any_tag);
            languages.extend(locale.filter(|locale| !languages.contains(locale)));
        }
    }
    languages
}

/// The languages of the packs that the site was built with.
fn built_in_languages(site: &Path) -> Vec<Locale> {
    let is_built_in = |locale: &Locale| site.join(BUILT_IN).join(pack_name(*locale)).is_file();
    languages(site).into_iter().filter(is_built_in).collect()
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

/// Rejects a folder that is not a built site, or whose widget cannot read packs of this version.
pub(super) fn check_compatible(site: &Path) -> Result<(), CliError> {
    let reject = |problem: &str, help: &str| {
        Err(CliError::invalid(format!("`{}` {problem}", site.display())).help(help))
    };
    let built = built_in_languages(site);
    if built.is_empty() || !site.join(SCRIPT).is_file() {
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
    Ok(())
}

/// The script of a site with the languages of a pack, and its path. `None` if it has them already.
///
/// The build writes the languages into the script, so that the first page needs no request for
/// them.
pub(super) fn script(site: &Path, pack: &RulePack) -> Result<Option<(PathBuf, String)>, CliError> {
    let path = site.join(SCRIPT);
    let script = read_text(&path)?;
    let Some(range) = language_list(&script) else {
        let built = built_in_languages(site);
        if tags(&built) == tags(&pack.languages) {
            return Ok(None);
        }
        let message = format!(
            "`{}` has the languages {}, but the pack has {}, and its script does not name them",
            site.display(),
            tags(&built),
            tags(&pack.languages)
        );
        let help = "use the `eligibility` of that version, or deploy the site of this version";
        return Err(CliError::invalid(message).help(help));
    };
    let list: Vec<String> =
        pack.languages.iter().map(|locale| format!("\"{}\"", locale.tag())).collect();
    let mut changed = script.clone();
    changed.replace_range(range, &format!("[{}]", list.join(",")));
    Ok((changed != script).then_some((path, changed)))
}

/// The range of the list of language tags in the script.
fn language_list(script: &str) -> Option<Range<usize>> {
    script.match_indices("[\"").find_map(|(start, _)| {
        let end = start + script.get(start..)?.find(']')? + 1;
        let list: Vec<String> = serde_json::from_str(script.get(start..end)?).ok()?;
        list.iter().all(|tag| Locale::from_any_tag(tag).is_some()).then_some(start..end)
    })
}

/// The pages of a site that change with the pack. They contain its first screens, and preload the
/// pack of its first language if they preloaded that of a language that it lacks.
pub(super) fn pages(site: &Path, pack: &Rc<RulePack>) -> Result<Vec<(PathBuf, String)>, CliError> {
    let Some(first) = pack.languages.first() else { return Ok(Vec::new()) };
    let known = languages(site);
    let screens: String = pack
        .languages
        .iter()
        .map(|locale| first_screens(pack, *locale))
        .collect::<Result<_, _>>()
        .map_err(|error| CliError::invalid(format!("cannot render the first screens: {error}")))?;
    let changed = [INDEX, "frame.html"].into_iter().filter_map(|name| {
        let path = site.join(name);
        let page = fs::read_to_string(&path).ok()?;
        let missing = known.iter().copied().filter(|locale| !pack.languages.contains(locale));
        let changed = with_first_screens(&page, &screens).unwrap_or_else(|| page.clone());
        let changed = missing.fold(changed, |page, locale| {
            page.replace(
                &format!("href=\"{}\"", pack_name(locale)),
                &format!("href=\"{}\"", pack_name(*first)),
            )
        });
        (changed != page).then_some((path, changed))
    });
    Ok(changed.collect())
}

/// The start tag of the element, up to its attributes.
const ELEMENT: &str = "<eligibility-check";

/// The start of a first screen.
const SCREEN: &str = "<template data-ec=";

/// The page with these first screens in its element, in place of those that it has. `None` if it
/// has no element.
fn with_first_screens(page: &str, screens: &str) -> Option<String> {
    let element = page.find(ELEMENT)?;
    let start = element + page.get(element..)?.find('>')? + 1;
    let (before, mut after) = page.split_at(start);
    while let Some(rest) = after.strip_prefix(SCREEN) {
        after = rest.split_once("</template>")?.1;
    }
    Some([before, screens, after].concat())
}

/// The packs and rules pages in a site of languages that the pack lacks.
pub(super) fn outdated(site: &Path, pack: &RulePack) -> Vec<PathBuf> {
    let first = pack.languages.first();
    let names = languages(site).into_iter().flat_map(|locale| {
        let is_missing = !pack.languages.contains(&locale);
        let pack = is_missing.then(|| pack_name(locale));
        // The page in the first language has no tag in its name.
        let page = (is_missing || first == Some(&locale))
            .then(|| format!("rulebook.{}.html", locale.tag()));
        pack.into_iter().chain(page)
    });
    names.map(|name| site.join(name)).filter(|path| path.is_file()).collect()
}

/// Every file that `bundle` may write into a site.
pub(super) fn written_files(site: &Path) -> impl Iterator<Item = PathBuf> {
    let of_language = languages(site).into_iter().flat_map(|locale| {
        let pack = pack_name(locale);
        [format!("{BUILT_IN}/{pack}"), pack, format!("rulebook.{}.html", locale.tag())]
    });
    let pages = ["rulebook.html", RULES_PAGE_STYLE, "offline.html", INDEX, "frame.html"];
    let others = pages.into_iter().chain([PACKS_JSON, SCRIPT, checksums::FILE_NAME]);
    let others = others.map(str::to_owned);
    of_language.chain(others).map(|name| site.join(name))
}

/// The versioned folder that `embed.txt` of a site names. It keeps its packs.
pub(super) fn embedded_version(site: &Path) -> Option<String> {
    let text = fs::read_to_string(site.join(EMBED)).ok()?;
    let mut words = text.split(['"', '/', ' ', '\n']);
    words.find(|word| is_version(word)).map(str::to_owned)
}

/// The language tags in alphabetical order.
fn tags(languages: &[Locale]) -> String {
    let mut tags: Vec<&str> = languages.iter().map(|locale| locale.tag()).collect();
    tags.sort_unstable();
    tags.join(", ")
}
