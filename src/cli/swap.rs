//! Files that are replaced together: all are written beside their places, and only then take them.
//!
//! # Why
//!
//! A server may send the files while they are replaced: each is the old one or the new one, never half of one. And a full disk or a
//! folder that stands in the way shows before the first file is another.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::Stop;

/// Writes all files, or none if one of them cannot be written.
pub(super) fn replace(files: &[(PathBuf, String)]) -> Result<(), Stop> {
    look(files)?;
    let mut written = Vec::new();
    for (path, text) in files {
        if let Err(error) = write_part(path, text) {
            remove_parts(&written);
            return Err(failed(path, error));
        }
        written.push(path.as_path());
    }
    put_in_place(&written)
}

/// Refuses what would fail, or change something else, once the first file has been replaced.
fn look(files: &[(PathBuf, String)]) -> Result<(), Stop> {
    for (path, _) in files {
        let Ok(found) = path.symlink_metadata() else { continue };
        let (reason, help) = if found.is_symlink() {
            (
                "a link, which may lead into another site",
                "put a copy in its place, or name the folder that it leads to",
            )
        } else if found.is_dir() {
            ("a folder stands in the place of this file", "remove it, or give it another name")
        } else {
            continue;
        };
        return Err(Stop::Unusable(format!("{}: {reason}\n  = help: {help}", path.display())));
    }
    let parts =
        files.iter().map(|(path, _)| part(path)).filter(|part| part.symlink_metadata().is_ok());
    let parts: Vec<String> = parts.map(|part| part.display().to_string()).collect();
    if parts.is_empty() { Ok(()) } else { Err(in_the_way(&parts.join(", "))) }
}

fn in_the_way(parts: &str) -> Stop {
    let help = "another run is writing them, or one was broken off and left them; remove them then";
    Stop::Unusable(format!("in the way: {parts}\n  = help: {help}"))
}

fn failed(path: &Path, error: io::Error) -> Stop {
    match error.kind() {
        // It was not there a moment ago.
        ErrorKind::AlreadyExists => in_the_way(&part(path).display().to_string()),
        _ => Stop::file(path, error),
    }
}

/// Where a file is written before it takes its place.
fn part(path: &Path) -> PathBuf {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    part.into()
}

fn write_part(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let part = part(path);
    let mut file = File::create_new(&part)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| match path.metadata() {
        Ok(replaced) => keep_access(&part, &replaced),
        Err(_) => Ok(()),
    });
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// Lets those read a file who may read the one that it replaces: a web server is often somebody else.
fn keep_access(part: &Path, replaced: &Metadata) -> io::Result<()> {
    keep_owner(part, replaced);
    // Asked first, because some file systems have no permissions to set.
    if part.metadata()?.permissions() == replaced.permissions() {
        return Ok(());
    }
    fs::set_permissions(part, replaced.permissions())
}

/// As far as whoever runs this may give files away: it is less than that everybody may not read them.
#[cfg(unix)]
fn keep_owner(part: &Path, replaced: &Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(part, None, Some(replaced.gid()));
    let _ = chown(part, Some(replaced.uid()), None);
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &Metadata) {}

/// Hardly ever fails, as each part lies in the folder of its file; if it does, it is told what is another already.
fn put_in_place(paths: &[&Path]) -> Result<(), Stop> {
    for (index, path) in paths.iter().enumerate() {
        let Err(error) = fs::rename(part(path), path) else { continue };
        let (replaced, left) = paths.split_at(index);
        remove_parts(left);
        if replaced.is_empty() {
            return Err(Stop::file(path, error));
        }
        let replaced: Vec<String> =
            replaced.iter().map(|path| path.display().to_string()).collect();
        return Err(Stop::Unusable(format!(
            "{}: {error}\n  = note: already replaced: {}\n  = help: run the command again once this file can be replaced",
            path.display(),
            replaced.join(", ")
        )));
    }
    Ok(())
}

fn remove_parts(paths: &[&Path]) {
    for path in paths {
        // What cannot be removed is named by the next run.
        let _ = fs::remove_file(part(path));
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that fails should stop, and says where")]
mod tests {
    use super::*;

    #[test]
    fn a_failure_after_the_first_file_took_its_place_names_those_that_did() {
        let folder = std::env::temp_dir().join(format!("eligibility-swap-{}", std::process::id()));
        let paths = ["first", "second", "third"].map(|name| folder.join(name));
        // It came between looking and replacing.
        fs::create_dir_all(folder.join("second").join("in-it")).unwrap();
        for path in &paths {
            fs::write(part(path), "new").unwrap();
        }
        let [first, second, third] = &paths;
        let stop = put_in_place(&[first, second, third]).unwrap_err().to_string();
        assert!(stop.starts_with(&format!("{}: ", second.display())), "{stop}");
        assert!(
            stop.contains(&format!("\n  = note: already replaced: {}\n", first.display())),
            "{stop}"
        );
        assert_eq!(fs::read_to_string(first).unwrap(), "new");
        assert!(!third.exists() && paths.iter().all(|path| !part(path).exists()));
        fs::remove_dir_all(&folder).unwrap();
    }
}
