//! Reads the text files of the repository, for tests of its structure and documentation.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::repo_path;

/// Folders that tools install or write.
const SKIPPED: [&str; 5] = [".git", "node_modules", "output", "pkg", "target"];

/// Folders at the top that `make` writes.
const OUTPUT: [&str; 2] = ["build", "dist"];

/// The files below a folder with one of these extensions, sorted.
pub(crate) fn paths(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![repo_path(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_dir() {
                let is_output = OUTPUT.iter().any(|output| path == repo_path(output));
                if !SKIPPED.contains(&name) && !is_output {
                    folders.push(path);
                }
            } else if extensions.iter().any(|extension| name.ends_with(&format!(".{extension}"))) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "no such file in {folder}");
    found.sort();
    found
}

/// The files below a folder with one of these extensions: path and text.
pub(crate) fn files(folder: &str, extensions: &[&str]) -> Vec<(String, String)> {
    let paths = paths(folder, extensions).into_iter();
    paths.map(|path| (relative(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// A path relative to the repository.
pub(crate) fn relative(path: &Path) -> String {
    path.strip_prefix(repo_path("")).unwrap().display().to_string()
}
