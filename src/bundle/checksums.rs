//! Updates the checksums of a site, in `SHA256SUMS`.

use sha2::{Digest, Sha256};

use super::folder::Folder;

/// The file with the checksums of all other files of a site.
pub(super) const FILE_NAME: &str = "SHA256SUMS";

/// The checksums of a site. `None` if it has none.
pub(super) fn read<F: Folder>(site: &F) -> Result<Option<String>, F::Error> {
    if site.exists(FILE_NAME) { site.text(FILE_NAME).map(Some) } else { Ok(None) }
}

/// Whether the checksums include a file.
pub(super) fn contains(checksums: &str, file: &str) -> bool {
    checksums.lines().any(|line| file_name(line) == Some(file))
}

/// The checksums with the lines of these files replaced. A new line keeps the list sorted, if it is
/// sorted; otherwise it is appended.
pub(super) fn update(checksums: &str, files: &[(String, String)]) -> String {
    let mut lines: Vec<String> = checksums.lines().map(str::to_owned).collect();
    for (file, text) in files {
        let sum: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
        if contains(checksums, file) {
            for line in lines.iter_mut().filter(|line| file_name(line) == Some(file)) {
                *line = line
                    .split_once(' ')
                    .map_or_else(String::new, |(_, rest)| format!("{sum} {rest}"));
            }
            continue;
        }
        let is_sorted = lines.iter().filter_map(|line| file_name(line)).is_sorted();
        let is_later = |line: &String| file_name(line).is_some_and(|other| other > file.as_str());
        let index = lines.iter().position(is_later).filter(|_| is_sorted).unwrap_or(lines.len());
        lines.insert(index, format!("{sum}  {file}"));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// The checksums without the lines of these files.
pub(super) fn remove<'a>(checksums: &str, files: impl Iterator<Item = &'a str>) -> String {
    let files: Vec<&str> = files.collect();
    let is_kept = |line: &&str| file_name(line).is_none_or(|name| !files.contains(&name));
    checksums.lines().filter(is_kept).map(|line| format!("{line}\n")).collect()
}

/// The file name in a line of `sha256sum`. The checksum is followed by a space, and a space (text
/// mode) or an asterisk (binary mode).
fn file_name(line: &str) -> Option<&str> {
    let name = line.split_once(' ')?.1.strip_prefix([' ', '*'])?;
    Some(name.strip_prefix("./").unwrap_or(name))
}
