//! The offline page: everything in one file. It is put together from built parts, or gets other packs.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::page::source_hash;
use crate::rulebook::Locale;

use super::{Stop, pack};

/// Its file.
pub(super) const NAME: &str = "offline.html";

/// What it is put together from.
const PARTS: [&str; 5] =
    [NAME, "offline.js", "eligibility-check.css", "page.css", "eligibility-widget.wasm"];

/// What a pack stands in.
const BEFORE: &str = "<script type=\"application/json\" id=\"ec-pack-";
const AFTER: &str = "</script>";

/// The page, from a folder of built parts.
pub(super) fn put_together(parts: &Path, packs: &[(Locale, String)]) -> Result<String, Stop> {
    look_for_parts(parts)?;
    let part = |name: &str| pack::read_text(&parts.join(name));
    let (script, style, page_style) =
        (part("offline.js")?, part("eligibility-check.css")?, part("page.css")?);
    let path = parts.join("eligibility-widget.wasm");
    let wasm = fs::read(&path)
        .map(|wasm| STANDARD.encode(wasm))
        .map_err(|error| Stop::file(&path, error))?;
    for (name, text) in [("offline.js", &script), ("eligibility-check.css", &style)] {
        if text.contains("</script") {
            return Err(Stop::Unusable(format!(
                "{name}: contains `</script`, which would end it early"
            )));
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
    fill(&part(NAME)?, &values)
}

/// The packs that stand in a page; none if it is no such page.
pub(super) fn packs(page: &str) -> Vec<&str> {
    page.split(BEFORE)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("\">")?.1.split_once(AFTER)?.0))
        .collect()
}

/// A page that was put together before, with these packs in place of its own; none if it is no such page. Packs are data:
/// the hashes in the page's policy are of its script and styles, and stay true.
pub(super) fn with_packs(page: &str, packs: &[(Locale, String)]) -> Option<String> {
    let start = page.find(BEFORE)?;
    let last = page.rfind(BEFORE)?;
    let end = last + page.get(last..)?.find(AFTER)? + AFTER.len();
    Some([page.get(..start)?, &elements(packs), page.get(end..)?].concat())
}

/// A browser pack escapes every `<`, so that its text can be put into a `<script>` element as it is.
fn elements(packs: &[(Locale, String)]) -> String {
    let one =
        |(locale, text): &(Locale, String)| format!("{BEFORE}{}\">{text}{AFTER}", locale.tag());
    packs.iter().map(one).collect::<Vec<_>>().join("\n  ")
}

/// Names every part that is missing, and how to get it.
fn look_for_parts(parts: &Path) -> Result<(), Stop> {
    let missing: Vec<&str> = PARTS.into_iter().filter(|part| !parts.join(part).is_file()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Stop::Unusable(format!(
        "{}: these parts are missing: {}\n  = help: `make dist` builds them; name their folder with `--parts`",
        parts.display(),
        missing.join(", ")
    )))
}

/// Fills `{{name}}` marks in one pass, so that what is filled in is never read as a mark.
fn fill(template: &str, values: &[(&str, String)]) -> Result<String, Stop> {
    let mut page = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let unknown = || Stop::Unusable("offline.html: a mark that means nothing".to_owned());
        let (name, tail) = after.split_once("}}").ok_or_else(unknown)?;
        let (_, value) = values.iter().find(|(key, _)| *key == name).ok_or_else(unknown)?;
        page.push_str(before);
        page.push_str(value);
        rest = tail;
    }
    page.push_str(rest);
    Ok(page)
}
