//! Replaces several files together: writes all of them under temporary names, then renames them.
//!
//! # Why
//!
//! A server may send a file while it is replaced. With a rename, it sends the old file or the new
//! one, never part of one. A full disk, or a folder at a target path, is detected before the first
//! file changes.
//!
//! The folder itself is not exchanged for a new one: a container that has mounted it would keep the
//! old one.
//!
//! A run may be killed at any moment. Before the first rename, it writes a journal with all of
//! them. The next run completes the renames of the journal. Without a journal, no file has been
//! replaced, and the next run removes the temporary files.

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::CliError;

/// The file, in a site, with the renames of a run that has written all its temporary files.
const JOURNAL: &str = "bundle.journal";

/// A folder whose files only this process replaces.
#[derive(Debug)]
pub(super) struct LockedFolder<'a> {
    path: &'a Path,
    /// Unlocked when it is closed. `None` if the system cannot lock folders
    _lock: Option<File>,
}

impl<'a> LockedFolder<'a> {
    /// Waits for no other run: fails if one is writing. Completes or cleans up after an interrupted
    /// run, of which these are the files that it may have written.
    pub(super) fn new(
        path: &'a Path,
        written: impl Iterator<Item = PathBuf>,
    ) -> Result<LockedFolder<'a>, CliError> {
        let lock = File::open(path).ok();
        if let Some(Err(TryLockError::WouldBlock)) = lock.as_ref().map(File::try_lock) {
            let message = format!("another run is writing into `{}`", path.display());
            return Err(CliError::invalid(message).help("wait until it has ended"));
        }
        let folder = LockedFolder { path, _lock: lock };
        folder.complete_journal()?;
        for path in written.chain([folder.journal()]) {
            let temporary = temporary(&path);
            if temporary.is_file() && !temporary.is_symlink() {
                fs::remove_file(&temporary).map_err(|error| CliError::write(&temporary, error))?;
                folder.remove_empty_folders(&path);
            }
        }
        Ok(folder)
    }

    /// Writes all files and removes others, or changes nothing if one of the files cannot be
    /// written.
    pub(super) fn replace(
        &self,
        files: &[(PathBuf, String)],
        removed: &[PathBuf],
    ) -> Result<(), CliError> {
        check_targets(self.path, files)?;
        let mut written = Vec::new();
        for (path, text) in files {
            if let Err(error) = write_temporary(path, text) {
                remove_temporary(&written);
                files.iter().for_each(|(path, _)| self.remove_empty_folders(path));
                return Err(write_error(path, error));
            }
            written.push(path.as_path());
        }
        let journal = self.journal();
        let lines = written.iter().map(|path| self.line('+', path));
        let lines = lines.chain(removed.iter().map(|path| self.line('-', path)));
        let begun = write_temporary(&journal, &lines.collect::<String>())
            .and_then(|()| fs::rename(temporary(&journal), &journal));
        if let Err(error) = begun {
            remove_temporary(&written);
            remove_temporary(&[&journal]);
            return Err(CliError::write(&journal, error));
        }
        let renamed = rename_all(&written);
        if renamed.is_ok() {
            for path in removed {
                remove(path)?;
                self.remove_empty_folders(path);
            }
        }
        remove(&journal)?;
        renamed
    }

    fn journal(&self) -> PathBuf {
        self.path.join(JOURNAL)
    }

    /// Removes the folders of a removed file that are empty, up to the locked one.
    fn remove_empty_folders(&self, path: &Path) {
        let folders = path.ancestors().skip(1).take_while(|folder| *folder != self.path);
        for folder in folders {
            // Fails for a folder with another file.
            if !folder.starts_with(self.path) || fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }

    fn line(&self, action: char, path: &Path) -> String {
        format!("{action}{}\n", path.strip_prefix(self.path).unwrap_or(path).display())
    }

    /// Completes the renames of an interrupted run.
    fn complete_journal(&self) -> Result<(), CliError> {
        let journal = self.journal();
        let Ok(text) = fs::read_to_string(&journal) else { return Ok(()) };
        for line in text.lines() {
            if let Some(name) = line.strip_prefix('-') {
                let path = self.path.join(name);
                remove(&path)?;
                self.remove_empty_folders(&path);
            } else if let Some(name) = line.strip_prefix('+') {
                let path = self.path.join(name);
                if temporary(&path).is_file() {
                    fs::rename(temporary(&path), &path)
                        .map_err(|error| CliError::write(&path, error))?;
                }
            }
        }
        remove(&journal)
    }
}

/// Removes a file, if it exists.
fn remove(path: &Path) -> Result<(), CliError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(CliError::write(path, error)),
        _ => Ok(()),
    }
}

/// Rejects targets that cannot be replaced, or whose replacement would change another file.
fn check_targets(site: &Path, files: &[(PathBuf, String)]) -> Result<(), CliError> {
    for (path, _) in files {
        let mut folders = path.ancestors().skip(1).take_while(|folder| *folder != site);
        if let Some(link) = folders.find(|folder| folder.starts_with(site) && folder.is_symlink()) {
            return Err(is_link(link));
        }
        let Ok(metadata) = path.symlink_metadata() else { continue };
        if metadata.is_symlink() {
            return Err(is_link(path));
        }
        if metadata.is_dir() {
            let message =
                format!("`{}` is a folder, but a file must be written there", path.display());
            return Err(CliError::invalid(message).help("remove or rename the folder"));
        }
    }
    let existing = files.iter().map(|(path, _)| temporary(path));
    let existing = existing.filter(|path| path.symlink_metadata().is_ok());
    let existing: Vec<String> = existing.map(|path| format!("`{}`", path.display())).collect();
    if existing.is_empty() { Ok(()) } else { Err(temporary_exists(&existing.join(", "))) }
}

fn is_link(path: &Path) -> CliError {
    let message =
        format!("`{}` is a symbolic link, which may point into another site", path.display());
    let help = "replace the link with a copy, or pass the folder that it points to";
    CliError::invalid(message).help(help)
}

fn temporary_exists(paths: &str) -> CliError {
    CliError::invalid(format!("temporary files exist: {paths}"))
        .help("remove or rename them: the files are written under these names first")
}

fn write_error(path: &Path, error: io::Error) -> CliError {
    match error.kind() {
        // Another run has created it since `check_targets`.
        ErrorKind::AlreadyExists => temporary_exists(&format!("`{}`", temporary(path).display())),
        _ => CliError::write(path, error),
    }
}

/// Writes one file: the old content or the new one, never a part. Keeps its access rights, and
/// writes to the target of a symbolic link.
pub(super) fn replace_file(path: &Path, text: &str) -> Result<(), CliError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    write_temporary(&target, text).map_err(|error| write_error(path, error))?;
    rename_all(&[&target])
}

/// The temporary path of a file, in the same folder.
fn temporary(path: &Path) -> PathBuf {
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(".part");
    temporary.into()
}

fn write_temporary(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let temporary = temporary(path);
    let mut file = File::create_new(&temporary)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| match path.metadata() {
        Ok(replaced) => copy_access(&temporary, &replaced),
        Err(_) => Ok(()),
    });
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Copies owner and permissions of the replaced file: the web server is often another user.
fn copy_access(temporary: &Path, replaced: &Metadata) -> io::Result<()> {
    copy_owner(temporary, replaced);
    // Compared first, because some file systems have no permissions to set.
    if temporary.metadata()?.permissions() == replaced.permissions() {
        return Ok(());
    }
    fs::set_permissions(temporary, replaced.permissions())
}

/// Copies the owner, if the user may change it. An error is ignored: the file remains usable, with
/// another owner.
#[cfg(unix)]
fn copy_owner(temporary: &Path, replaced: &Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(temporary, None, Some(replaced.gid()));
    let _ = chown(temporary, Some(replaced.uid()), None);
}

#[cfg(not(unix))]
fn copy_owner(_: &Path, _: &Metadata) {}

/// Renames the temporary files. A failure is rare, because each is in the folder of its target. The
/// error then lists the files that were already replaced.
fn rename_all(paths: &[&Path]) -> Result<(), CliError> {
    for (index, path) in paths.iter().enumerate() {
        let Err(error) = fs::rename(temporary(path), path) else { continue };
        let (replaced, remaining) = paths.split_at(index);
        remove_temporary(remaining);
        if replaced.is_empty() {
            return Err(CliError::write(path, error));
        }
        let replaced: Vec<String> =
            replaced.iter().map(|path| format!("`{}`", path.display())).collect();
        let message = format!("cannot write `{}`: {error}", path.display());
        return Err(CliError::invalid(message)
            .note(format!("already replaced: {}", replaced.join(", ")))
            .help("remove the cause and run the command again"));
    }
    Ok(())
}

fn remove_temporary(paths: &[&Path]) {
    for path in paths {
        // The next run reports files that could not be removed.
        let _ = fs::remove_file(temporary(path));
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;

    #[test]
    fn a_failed_rename_lists_the_files_already_replaced() {
        let name = format!("eligibility-replace-files-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let paths = ["first", "second", "third"].map(|name| folder.join(name));
        // A folder that was created between the check and the rename.
        fs::create_dir_all(folder.join("second").join("child")).unwrap();
        for path in &paths {
            fs::write(temporary(path), "new").unwrap();
        }
        let [first, second, third] = &paths;
        let error = rename_all(&[first, second, third]).unwrap_err().to_string();
        assert!(error.starts_with(&format!("cannot write `{}`: ", second.display())), "{error}");
        let note = format!("\n  = note: already replaced: `{}`\n", first.display());
        assert!(error.contains(&note), "{error}");
        assert_eq!(fs::read_to_string(first).unwrap(), "new");
        assert!(!third.exists() && paths.iter().all(|path| !temporary(path).exists()));
        fs::remove_dir_all(&folder).unwrap();
    }
}
