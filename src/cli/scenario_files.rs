//! Finds and loads the files of scenarios that a command gets as arguments.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostics::of_scenario_faults;
use crate::rulebook::RulePack;
use crate::scenario::{Scenario, parse_scenarios};

use super::CliError;
use super::input::{parse_json, read_text};
use super::pack::count;
use super::report::Report;

/// The remedy if a file does not exist.
pub(super) const MISSING: &str = "pass files of scenarios, or folders with such files";

/// Loads the scenarios of all these files and folders.
///
/// # Errors
///
/// A file cannot be used, there are no scenarios, or two have the same name: reports identify
/// scenarios by name.
pub(super) fn load_scenarios(
    pack: &RulePack,
    paths: &[PathBuf],
) -> Result<Vec<(PathBuf, Vec<Scenario>)>, CliError> {
    let mut files: Vec<(PathBuf, Vec<Scenario>)> = Vec::new();
    for path in scenario_files(paths)? {
        let scenarios = load_file(pack, &path)?;
        for (other, known) in &files {
            let is_duplicate =
                |scenario: &&Scenario| known.iter().any(|known| known.name == scenario.name);
            if let Some(scenario) = scenarios.iter().find(is_duplicate) {
                let (name, path, other) = (&scenario.name, path.display(), other.display());
                let message =
                    format!("the scenario name `{name}` is used in `{other}` and in `{path}`");
                return Err(CliError::invalid(message).help("rename one of the two scenarios"));
            }
        }
        files.push((path, scenarios));
    }
    if files.iter().all(|(_, scenarios)| scenarios.is_empty()) {
        let paths: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        let message = format!("no scenarios in {}", paths.join(", "));
        let help = "write cases with expected results, as in docs/guides/write-a-pack.md";
        return Err(CliError::invalid(message).help(help));
    }
    Ok(files)
}

/// Loads a file of scenarios. Prints all its faults if it cannot be used.
fn load_file(pack: &RulePack, path: &Path) -> Result<Vec<Scenario>, CliError> {
    let source = read_text(path).map_err(|error| error.help_if_missing(MISSING))?;
    let json = parse_json(path, &source)?;
    parse_scenarios(pack, &json).map_err(|faults| {
        let path = path.display().to_string();
        let diagnostics = of_scenario_faults(&source, &faults);
        errln!("{}", Report { path: &path, source: &source, diagnostics: &diagnostics }.text());
        errln!("\nerror: `{path}` cannot be used: {}", count(faults.len(), "fault"));
        CliError::Reported
    })
}

/// The files among these paths, and the `.json` files directly inside the folders among them.
pub(super) fn scenario_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut inside = json_files(path)?;
            inside.sort();
            files.append(&mut inside);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let entries = fs::read_dir(folder).map_err(|error| CliError::read(folder, error))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let paths: Result<Vec<_>, _> = paths.collect();
    let paths = paths.map_err(|error| CliError::read(folder, error))?;
    Ok(paths.into_iter().filter(|path| path.extension().is_some_and(|end| end == "json")).collect())
}
