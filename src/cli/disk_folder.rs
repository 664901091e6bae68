//! A folder on a disk, as the input of `bundle`.

use std::fs::{self, DirEntry};
use std::path::Path;

use crate::bundle::{Folder, OFFLINE_PAGE};

use super::CliError;
use super::input::{read_text, read_written};

/// A folder on a disk.
pub(super) struct DiskFolder<'a>(pub(super) &'a Path);

impl DiskFolder<'_> {
    /// Everything directly in a folder whose name is UTF-8.
    fn children(&self, folder: &str) -> impl Iterator<Item = (String, DirEntry)> {
        let children = fs::read_dir(self.0.join(folder)).into_iter().flatten().flatten();
        children.filter_map(|child| Some((child.file_name().into_string().ok()?, child)))
    }
}

impl Folder for DiskFolder<'_> {
    type Error = CliError;

    fn path(&self, name: &str) -> String {
        let path = if name.is_empty() { self.0.to_owned() } else { self.0.join(name) };
        path.display().to_string()
    }

    fn entries(&self, folder: &str) -> Vec<String> {
        self.children(folder).map(|(name, _)| name).collect()
    }

    fn folders(&self, folder: &str) -> Vec<String> {
        if self.0.join(folder).is_symlink() {
            return Vec::new();
        }
        let is_folder = |child: &DirEntry| child.file_type().is_ok_and(|kind| kind.is_dir());
        let folders = self.children(folder).filter(|(_, child)| is_folder(child));
        folders.map(|(name, _)| name).collect()
    }

    fn exists(&self, name: &str) -> bool {
        self.0.join(name).symlink_metadata().is_ok()
    }

    fn is_file(&self, name: &str) -> bool {
        self.0.join(name).is_file()
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, CliError> {
        let path = self.0.join(name);
        fs::read(&path).map_err(|error| CliError::read(&path, error))
    }

    fn text(&self, name: &str) -> Result<String, CliError> {
        let path = self.0.join(name);
        // The offline page has all packs of a site, so it may be larger than an input.
        if name == OFFLINE_PAGE { read_written(&path) } else { read_text(&path) }
    }
}
