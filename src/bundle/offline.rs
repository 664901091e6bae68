//! The offline page, `offline.html`: the widget and its packs in one file.
//!
//! [`assemble`] builds it from parts. [`replace_packs`] updates the packs of an existing page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::page::source_hash;

use super::BundleError;
use super::folder::Folder;

/// The name of the page, and of its template among the parts.
pub const FILE_NAME: &str = "offline.html";

/// The parts of the page.
const PARTS: [&str; 5] =
    [FILE_NAME, "offline.js", "eligibility-check.css", "page.css", "eligibility-widget.wasm"];

/// The start tag of a pack, up to its language tag. The pack of one of several policies has its
/// path there.
const PACK_START: &str = "<script type=\"application/json\" id=\"ec-pack-";
/// The end tag of a pack.
const PACK_END: &str = "</script>";

/// The page, from a folder of built parts.
pub(super) fn assemble<F: Folder>(
    parts: &F,
    packs: &[(String, String)],
) -> Result<String, F::Error> {
    check_parts(parts)?;
    let part = |name: &str| parts.text(name);
    let (script, style, page_style) =
        (part("offline.js")?, part("eligibility-check.css")?, part("page.css")?);
    let wasm = STANDARD.encode(parts.bytes("eligibility-widget.wasm")?);
    for (name, text) in [("offline.js", &script), ("eligibility-check.css", &style)] {
        if text.contains("</script") {
            let message = format!("`{name}` contains `</script`, which would end its element");
            return Err(BundleError::new(message, "write it as `<\\/script`").into());
        }
    }
    let values = [
        ("script-hash", source_hash(&script)),
        ("style-hash", source_hash(&style)),
        ("page-style-hash", source_hash(&page_style)),
        ("page-style", page_style),
        ("style", style),
        ("wasm", wasm),
        ("packs", elements(packs)),
        ("script", script),
    ];
    Ok(fill_template(&part(FILE_NAME)?, &values)?)
}

/// The packs in a page. Empty if it is not an offline page.
pub(super) fn embedded_packs(page: &str) -> Vec<&str> {
    page.split(PACK_START)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("\">")?.1.split_once(PACK_END)?.0))
        .collect()
}

/// The page with its packs replaced by these. `None` if it is not an offline page.
///
/// Packs are data. The hashes in the page's Content-Security-Policy cover scripts and styles only,
/// and remain valid.
pub(super) fn replace_packs(page: &str, packs: &[(String, String)]) -> Option<String> {
    let start = page.find(PACK_START)?;
    let last = page.rfind(PACK_START)?;
    let end = last + page.get(last..)?.find(PACK_END)? + PACK_END.len();
    Some([page.get(..start)?, &elements(packs), page.get(end..)?].concat())
}

/// The `<script>` elements of packs, which have their names in the site. A browser pack escapes
/// every `<`, so its text needs no escaping.
fn elements(packs: &[(String, String)]) -> String {
    let element = |(name, text): &(String, String)| {
        let tag = name.strip_prefix("rules.").and_then(|rest| rest.strip_suffix(".json"));
        format!("{PACK_START}{}\">{text}{PACK_END}", tag.unwrap_or(name))
    };
    packs.iter().map(element).collect::<Vec<_>>().join("\n  ")
}

/// Reports all missing parts.
fn check_parts(parts: &impl Folder) -> Result<(), BundleError> {
    let missing = PARTS.into_iter().filter(|part| !parts.is_file(part));
    let missing: Vec<String> = missing.map(|part| format!("`{part}`")).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!("parts are missing in `{}`: {}", parts.path(""), missing.join(", "));
    Err(BundleError::new(message, "build them with `make dist`"))
}

/// Replaces the `{{name}}` placeholders of a template in one pass: the values may contain braces.
fn fill_template(template: &str, values: &[(&str, String)]) -> Result<String, BundleError> {
    let mut page = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let unknown =
            || BundleError { message: format!("unknown placeholder in `{FILE_NAME}`"), help: None };
        let (name, tail) = after.split_once("}}").ok_or_else(unknown)?;
        let (_, value) = values.iter().find(|(key, _)| *key == name).ok_or_else(unknown)?;
        page.push_str(before);
        page.push_str(value);
        rest = tail;
    }
    page.push_str(rest);
    Ok(page)
}
