//! `SHA256SUMS`: the lines of files that are written, in whatever form they were.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{Stop, pack};

/// The file with the sums of all others of a site.
pub(super) const NAME: &str = "SHA256SUMS";

/// The sums of a site, if it has any.
pub(super) fn read(site: &Path) -> Result<Option<String>, Stop> {
    let path = site.join(NAME);
    if path.symlink_metadata().is_ok() { pack::read_text(&path).map(Some) } else { Ok(None) }
}

/// Whether there is a line for a file.
pub(super) fn have(sums: &str, file: &str) -> bool {
    sums.lines().any(|line| name(line) == Some(file))
}

/// The sums with those of these files. A file without a line gets one: in its place if the lines are sorted, else at the end.
pub(super) fn with(sums: &str, site: &Path, files: &[(PathBuf, String)]) -> String {
    let mut lines: Vec<String> = sums.lines().map(str::to_owned).collect();
    for (path, text) in files {
        let file = path.strip_prefix(site).unwrap_or(path).to_string_lossy();
        let sum: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
        if have(sums, &file) {
            for line in lines.iter_mut().filter(|line| name(line) == Some(&*file)) {
                *line = line
                    .split_once(' ')
                    .map_or_else(String::new, |(_, rest)| format!("{sum} {rest}"));
            }
            continue;
        }
        let is_sorted = lines.iter().filter_map(|line| name(line)).is_sorted();
        let later = |line: &String| name(line).is_some_and(|other| other > &*file);
        let place = lines.iter().position(later).filter(|_| is_sorted).unwrap_or(lines.len());
        lines.insert(place, format!("{sum}  {file}"));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// Whose sum a line tells: after it stand a space and, for how the file was read, another or an asterisk.
fn name(line: &str) -> Option<&str> {
    let name = line.split_once(' ')?.1.strip_prefix([' ', '*'])?;
    Some(name.strip_prefix("./").unwrap_or(name))
}
