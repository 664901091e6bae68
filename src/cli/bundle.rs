//! `eligibility bundle`: one slim pack for each language, and the offline page with everything inside.
//!
//! # Why
//!
//! A command of ours and not a step of the build: policy staff who change `rules.json` can make a new offline
//! page from the built parts without any other tool. It is also where a pack meets its browsers: they read only
//! the slim form, which is made here from a pack without faults.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::page::source_hash;
use crate::rulebook::{Locale, RuleBook};
use crate::widget::Catalogue;

use super::{PackPath, Stop, Verdict, pack};

/// Write the site: one slim pack for each language, and the offline page
#[derive(Debug, clap::Args)]
pub(super) struct Bundle {
    #[command(flatten)]
    pack: PackPath,
    /// Folder with the built parts: widget, scripts, styles and the page's template
    #[arg(long, value_name = "FOLDER")]
    parts: PathBuf,
    /// Folder to write to
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

/// What the offline page is put together from.
const PARTS: [&str; 6] = [
    "offline.html",
    "offline.js",
    "eligibility-check.css",
    "page.css",
    "eligibility-widget.wasm",
    "eligibility-details.wasm",
];

impl Bundle {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let book = pack::load(&self.pack.pack)?;
        let packs: Vec<(Locale, String)> =
            book.languages.iter().map(|locale| (*locale, slim(&book, *locale))).collect();
        for (_, text) in &packs {
            // JSON readers stop at 128 levels, and in the slim form `between` takes one level more.
            if RuleBook::from_slim(text).is_err() {
                let reason = "conditions are nested too deeply for browsers".to_owned();
                return Err(Stop::Unusable(reason));
            }
        }
        // Nothing is written before everything is there: half a site is worse than none.
        self.look_for_parts()?;
        let offline = self.offline(&packs)?;
        fs::create_dir_all(&self.out).map_err(|error| Stop::file(&self.out, error))?;
        for (locale, text) in &packs {
            write(&self.out.join(format!("rules.{}.json", locale.tag())), text)?;
        }
        write(&self.out.join("offline.html"), &offline)?;
        Ok(Verdict::Fine)
    }

    /// Names every part that is missing, and how to get it.
    fn look_for_parts(&self) -> Result<(), Stop> {
        let missing: Vec<&str> = PARTS.into_iter().filter(|part| !self.parts.join(part).is_file()).collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(Stop::Unusable(format!(
            "{}: these parts are missing: {}\n  = help: `make dist` builds them; name their folder with `--parts`",
            self.parts.display(),
            missing.join(", ")
        )))
    }

    fn offline(&self, packs: &[(Locale, String)]) -> Result<String, Stop> {
        let part = |name: &str| pack::read_text(&self.parts.join(name));
        let (script, style, page_style) =
            (part("offline.js")?, part("eligibility-check.css")?, part("page.css")?);
        let module = |name: &str| {
            let path = self.parts.join(name);
            fs::read(&path).map(|wasm| STANDARD.encode(wasm)).map_err(|error| Stop::file(&path, error))
        };
        let packs = packs.iter().map(|(locale, text)| {
            format!("<script type=\"application/json\" id=\"ec-pack-{}\">{text}</script>", locale.tag())
        });
        for (name, text) in [("offline.js", &script), ("eligibility-check.css", &style)] {
            if text.contains("</script") {
                return Err(Stop::Unusable(format!("{name}: contains `</script`, which would end it early")));
            }
        }
        let values = [
            ("script-hash", source_hash(&script)),
            ("style-hash", source_hash(&style)),
            ("page-style-hash", source_hash(&page_style)),
            ("page-style", page_style),
            ("style", style),
            ("wasm", module("eligibility-widget.wasm")?),
            ("wasm-details", module("eligibility-details.wasm")?),
            ("packs", packs.collect::<Vec<_>>().join("\n  ")),
            ("script", script),
        ];
        fill(&part("offline.html")?, &values)
    }
}

/// The pack in a language, with what the widget itself says in it.
fn slim(book: &RuleBook, locale: Locale) -> String {
    book.to_slim(locale, &Catalogue::of(locale).interface())
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

fn write(path: &Path, text: &str) -> Result<(), Stop> {
    fs::write(path, text).map_err(|error| Stop::file(path, error))
}
