//! Finds the files of scenarios that a command is given.

use std::fs;
use std::path::{Path, PathBuf};

use super::Stop;

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
