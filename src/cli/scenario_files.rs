//! Finds the files of scenarios that a command is given.

use std::fs;
use std::path::{Path, PathBuf};

use crate::rulebook::RulePack;

use super::Stop;
use super::scenario::Scenario;

/// The scenarios of all these files: at least one, and no name twice, because reports name them.
pub(super) fn read_scenarios(
    book: &RulePack,
    paths: &[PathBuf],
) -> Result<Vec<(PathBuf, Vec<Scenario>)>, Stop> {
    let mut files: Vec<(PathBuf, Vec<Scenario>)> = Vec::new();
    for path in scenario_files(paths)? {
        let scenarios = Scenario::read_file(book, &path)?;
        for (other, known) in &files {
            let again =
                |scenario: &&Scenario| known.iter().any(|known| known.name == scenario.name);
            if let Some(scenario) = scenarios.iter().find(again) {
                return Err(Stop::Unusable(format!(
                    "{}: `{}` is the name of a scenario in {}, too\n  = help: give one of them another name",
                    path.display(),
                    scenario.name,
                    other.display()
                )));
            }
        }
        files.push((path, scenarios));
    }
    if files.iter().all(|(_, scenarios)| scenarios.is_empty()) {
        let places: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        return Err(Stop::Unusable(format!(
            "{}: no scenario was found\n  = help: write a firm and what it should get, as the guide \"Write a rule\" shows",
            places.join(", ")
        )));
    }
    Ok(files)
}

/// The files among these paths, and the `.json` files in the folders among them, in order.
pub(super) fn scenario_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
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

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let entries = fs::read_dir(folder).map_err(|error| Stop::file(folder, error))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let paths: Result<Vec<_>, _> = paths.collect();
    let paths = paths.map_err(|error| Stop::file(folder, error))?;
    Ok(paths.into_iter().filter(|path| path.extension().is_some_and(|end| end == "json")).collect())
}
