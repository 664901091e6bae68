//! A built site: a folder with the widget and its built-in packs. The rules in it can be replaced
//! without a build.

use std::ops::Range;

use crate::rulebook::{BrowserPack, Locale, PolicyList};
use crate::widget::Catalogue;

use super::BundleError;
use super::folder::{Folder, unchanged_text};
use super::policies::Policies;
use super::site_files::{BUILT_IN, FRAME, INDEX, PACKS_JSON, SCRIPT, languages, pack_name};

/// The file, in a site, with the tag of its versioned folder.
pub(super) const EMBED: &str = "embed.txt";

/// The name and content of [`PACKS_JSON`]. `None` if the site has it already.
///
/// The loader reads it only if a pack cannot be used. The built-in pack replaces that pack if it
/// has the same id.
pub(super) fn packs_json(site: &impl Folder, policies: &Policies) -> Option<(String, String)> {
    let ids: Vec<&str> = policies.packs().iter().map(|pack| &*pack.id).collect();
    let text = format!("{}\n", serde_json::json!({ "id": ids.join(" ") }));
    let is_current = unchanged_text(site, PACKS_JSON).is_some_and(|current| current == text);
    (!is_current).then(|| (PACKS_JSON.to_owned(), text))
}

/// The ids of the policies of a site, in their order. Empty if it has none yet.
pub fn policy_ids(site: &impl Folder) -> Vec<String> {
    let text = unchanged_text(site, PACKS_JSON).unwrap_or_default();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let ids = json.get("id").and_then(|id| id.as_str()).unwrap_or_default();
    ids.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// The languages of the packs that the site was built with.
fn built_in_languages(site: &impl Folder) -> Vec<Locale> {
    let is_built_in = |locale: &Locale| site.is_file(&built_in_pack(*locale));
    languages(site).into_iter().filter(is_built_in).collect()
}

fn built_in_pack(locale: Locale) -> String {
    format!("{BUILT_IN}/{}", pack_name(locale))
}

/// Whether this version of the widget can read a browser pack, or a list of policies, and its
/// interface texts.
pub(super) fn is_supported(text: &str) -> bool {
    let interface = match BrowserPack::decode(text) {
        Ok(pack) => pack.interface,
        Err(_) => match PolicyList::decode(text) {
            Ok(Some(list)) => list.interface,
            _ => return false,
        },
    };
    Catalogue::from_interface(&interface).is_ok()
}

/// Rejects a folder whose name has a version, such as `v1.2-0a1b2c3d`: pages, caches and checksums
/// rely on its content never changing.
pub fn reject_version_folder(name: &str) -> Result<(), BundleError> {
    if !is_version(name) {
        return Ok(());
    }
    let message = format!("the folder `{name}` has a version in its name and must not change");
    let help = "copy it under another name, run the command on the copy, and link the page to it";
    Err(BundleError::new(message, help))
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
pub(super) fn check_compatible<F: Folder>(site: &F) -> Result<(), F::Error> {
    let reject = |problem: &str, help: &str| {
        Err(BundleError::new(format!("`{}` {problem}", site.path("")), help).into())
    };
    let built = built_in_languages(site);
    if built.is_empty() || !site.is_file(SCRIPT) {
        return reject(
            "is not a built site: it has no `eligibility-check.js`, or no packs in `built-in`",
            "pass the folder that `make dist` built, or a copy of it; for built parts use `--parts`",
        );
    }
    for locale in &built {
        let text = site.text(&built_in_pack(*locale))?;
        if !is_supported(&text) {
            return reject(
                "was built by another version of this program, or is damaged",
                "use the `eligibility` of that version, or deploy the site of this version",
            );
        }
    }
    Ok(())
}

/// The script of a site with the languages of its policies, and its name. `None` if it has them
/// already.
///
/// The build writes the languages into the script, so that the first page needs no request for
/// them.
pub(super) fn script<F: Folder>(
    site: &F,
    policies: &Policies,
) -> Result<Option<(String, String)>, F::Error> {
    let languages = policies.languages();
    let script = site.text(SCRIPT)?;
    let Some(range) = language_list(&script) else {
        let built = built_in_languages(site);
        if tags(&built) == tags(&languages) {
            return Ok(None);
        }
        let packs = if policies.only().is_some() { "pack has" } else { "packs have" };
        let message = format!(
            "`{}` has the languages {}, but the {packs} {}, and its script does not name them",
            site.path(""),
            tags(&built),
            tags(&languages)
        );
        let help = "use the `eligibility` of that version, or deploy the site of this version";
        return Err(BundleError::new(message, help).into());
    };
    let list: Vec<String> =
        languages.iter().map(|locale| format!("\"{}\"", locale.tag())).collect();
    let mut changed = script.clone();
    changed.replace_range(range, &format!("[{}]", list.join(",")));
    Ok((changed != script).then(|| (SCRIPT.to_owned(), changed)))
}

/// The range of the list of language tags in the script.
fn language_list(script: &str) -> Option<Range<usize>> {
    script.match_indices("[\"").find_map(|(start, _)| {
        let end = start + script.get(start..)?.find(']')? + 1;
        let list: Vec<String> = serde_json::from_str(script.get(start..end)?).ok()?;
        list.iter().all(|tag| Locale::from_any_tag(tag).is_some()).then_some(start..end)
    })
}

/// The pages of a site that change with its packs. They contain these first screens, and preload
/// the pack of the first language if they preloaded that of a language that the site lacks.
pub(super) fn pages(site: &impl Folder, wanted: &[Locale], screens: &str) -> Vec<(String, String)> {
    let Some(first) = wanted.first() else { return Vec::new() };
    let known = languages(site);
    let changed = [INDEX, FRAME].into_iter().filter_map(|name| {
        let page = unchanged_text(site, name)?;
        let missing = known.iter().copied().filter(|locale| !wanted.contains(locale));
        let changed = with_first_screens(&page, screens).unwrap_or_else(|| page.clone());
        let changed = missing.fold(changed, |page, locale| {
            page.replace(
                &format!("href=\"{}\"", pack_name(locale)),
                &format!("href=\"{}\"", pack_name(*first)),
            )
        });
        (changed != page).then(|| (name.to_owned(), changed))
    });
    changed.collect()
}

/// The start tag of the element, up to its attributes.
pub(super) const ELEMENT: &str = "<eligibility-check";

/// The start of a first screen.
const SCREEN: &str = "<template data-ec=";

/// The page with these first screens in its element, in place of those that it has. `None` if it
/// has no element.
pub(super) fn with_first_screens(page: &str, screens: &str) -> Option<String> {
    let element = page.find(ELEMENT)?;
    let start = element + page.get(element..)?.find('>')? + 1;
    let (before, mut after) = page.split_at(start);
    while let Some(rest) = after.strip_prefix(SCREEN) {
        after = rest.split_once("</template>")?.1;
    }
    Some([before, screens, after].concat())
}

/// The versioned folder that `embed.txt` of a site names. It keeps its packs.
pub(super) fn embedded_version(site: &impl Folder) -> Option<String> {
    let text = unchanged_text(site, EMBED)?;
    let mut words = text.split(['"', '/', ' ', '\n']);
    words.find(|word| is_version(word)).map(str::to_owned)
}

/// The language tags in alphabetical order.
fn tags(languages: &[Locale]) -> String {
    let mut tags: Vec<&str> = languages.iter().map(|locale| locale.tag()).collect();
    tags.sort_unstable();
    tags.join(", ")
}
