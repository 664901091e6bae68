//! Loads a rule pack, and prints its faults if it cannot be used.

use std::path::Path;

use crate::diagnostics::{AuthoredPack, parse};
use crate::rulebook::{Json, RulePack, is_sealed};

use super::CliError;
use super::input::{parse_json, read_text};
use super::report::Report;

/// A pack and its file.
pub(super) struct LoadedPack {
    pub(super) path: String,
    pub(super) authored: AuthoredPack,
}

/// The pack in a file. Prints its faults if it has any.
pub(super) fn load(path: &Path) -> Result<RulePack, CliError> {
    load_with_source(path).map(|loaded| loaded.authored.pack)
}

/// The pack in a file, with its text and JSON. Prints its faults if it has any.
pub(super) fn load_with_source(path: &Path) -> Result<LoadedPack, CliError> {
    let text = read_authored(path)?;
    let path = path.display().to_string();
    match parse(&text) {
        Ok(authored) => Ok(LoadedPack { path, authored }),
        Err(faults) => {
            let report = Report { path: &path, source: &text, diagnostics: &faults };
            errln!("{}", report.text());
            errln!("\nerror: `{path}` cannot be used: {}", count(faults.len(), "fault"));
            Err(CliError::Reported)
        }
    }
}

/// The JSON of a pack that may have faults.
pub(super) fn load_json(path: &Path) -> Result<Json, CliError> {
    parse_json(path, &read_authored(path)?)
}

/// The text of an authored pack. Rejects the file that `bundle` writes for browsers.
pub(super) fn read_authored(path: &Path) -> Result<String, CliError> {
    let text = read_text(path)
        .map_err(|error| error.help_if_missing("pass the path of a rule pack; see `--help`"))?;
    if is_sealed(&text) {
        let message = format!("`{}` is a pack for browsers", path.display());
        let help = "pass the authored pack that it was made from, such as `rules.json`";
        return Err(CliError::invalid(message).help(help));
    }
    Ok(text)
}

/// A number with its noun, in the plural if necessary.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
