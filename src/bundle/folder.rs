//! A folder of files, on a disk or in memory: the input of `bundle`.

use std::collections::{BTreeMap, BTreeSet};

use super::BundleError;

/// A folder of files. Names are relative to it and have the slashes of an address.
pub trait Folder {
    /// The error of reading a file
    type Error: From<BundleError>;

    /// A name in messages. The empty name is that of the folder itself.
    fn path(&self, name: &str) -> String;

    /// The names of everything directly in a folder, in any order. Empty if it does not exist.
    fn entries(&self, folder: &str) -> Vec<String>;

    /// The names of the folders directly in a folder, in any order. Links are not followed: they
    /// may lead into another site.
    fn folders(&self, folder: &str) -> Vec<String>;

    /// Whether anything has this name, also a folder or a link that leads nowhere.
    fn exists(&self, name: &str) -> bool;

    /// Whether a file has this name.
    fn is_file(&self, name: &str) -> bool;

    /// The content of a file.
    fn bytes(&self, name: &str) -> Result<Vec<u8>, Self::Error>;

    /// The text of a file in UTF-8, without a byte order mark.
    fn text(&self, name: &str) -> Result<String, Self::Error>;
}

/// The unchanged text of a file. `None` if there is no such file, or it is not UTF-8.
pub(super) fn unchanged_text(folder: &impl Folder, name: &str) -> Option<String> {
    String::from_utf8(folder.bytes(name).ok()?).ok()
}

/// A folder in memory: the content of each file by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryFolder(pub BTreeMap<String, Vec<u8>>);

impl MemoryFolder {
    /// The names in a folder, each with whether it is a folder itself.
    fn children(&self, folder: &str) -> BTreeSet<(&str, bool)> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let inside = self.0.keys().filter_map(|name| name.strip_prefix(&prefix));
        let child = |name: &'_ str| name.split_once('/').map(|(folder, _)| folder.len());
        inside
            .filter_map(|name| match child(name) {
                Some(length) => Some((name.get(..length)?, true)),
                None => Some((name, false)),
            })
            .collect()
    }
}

impl Folder for MemoryFolder {
    type Error = BundleError;

    fn path(&self, name: &str) -> String {
        if name.is_empty() { "site".to_owned() } else { name.to_owned() }
    }

    fn entries(&self, folder: &str) -> Vec<String> {
        self.children(folder).into_iter().map(|(name, _)| name.to_owned()).collect()
    }

    fn folders(&self, folder: &str) -> Vec<String> {
        let folders = self.children(folder).into_iter().filter(|(_, is_folder)| *is_folder);
        folders.map(|(name, _)| name.to_owned()).collect()
    }

    fn exists(&self, name: &str) -> bool {
        self.is_file(name) || !self.children(name).is_empty()
    }

    fn is_file(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, BundleError> {
        let missing = || BundleError { message: format!("`{name}` does not exist"), help: None };
        self.0.get(name).cloned().ok_or_else(missing)
    }

    fn text(&self, name: &str) -> Result<String, BundleError> {
        let text = String::from_utf8(self.bytes(name)?).map_err(|_| {
            BundleError::new(format!("`{name}` is not UTF-8 text"), "save the file as UTF-8")
        })?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }
}
