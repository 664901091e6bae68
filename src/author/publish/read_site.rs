//! Reading a chosen site. Nothing is sent to a server.

use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::file::Blob;
use gloo::file::futures::read_as_bytes;
use wasm_bindgen::JsCast;
use web_sys::File;

use super::archive::{MAX_FILES, MAX_SIZE, stored_zip_of};
use super::element::FolderFile;
use super::refusal::SiteError;

/// A site that the person has chosen, as a ZIP file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ChosenSite {
    /// The name of the folder or file
    pub(super) name: Rc<str>,
    /// The ZIP file
    pub(super) zip: Rc<[u8]>,
}

/// Reads a site in a ZIP file.
pub(super) async fn read_zip(files: Vec<File>) -> Result<ChosenSite, SiteError> {
    let file = files.into_iter().next().ok_or(SiteError::None)?;
    let name = file.name().into();
    if file.size() > MAX_SIZE as f64 {
        return Err(SiteError::TooLarge);
    }
    let zip = bytes(file).await?.into();
    Ok(ChosenSite { name, zip })
}

/// Reads all files of a folder.
pub(super) async fn read_folder(chosen: Vec<File>) -> Result<ChosenSite, SiteError> {
    let size: f64 = chosen.iter().map(|file| file.size()).sum();
    if size > MAX_SIZE as f64 || chosen.len() > MAX_FILES {
        return Err(SiteError::TooLarge);
    }
    let mut files = BTreeMap::new();
    for file in chosen {
        let path = file.unchecked_ref::<FolderFile>().path();
        files.insert(path, bytes(file).await?);
    }
    let first = files.keys().next().ok_or(SiteError::None)?;
    let name = first.split('/').next().unwrap_or_default().into();
    let zip = stored_zip_of(&files).map_err(|_| SiteError::TooLarge)?;
    Ok(ChosenSite { name, zip: zip.into() })
}

async fn bytes(file: File) -> Result<Vec<u8>, SiteError> {
    let blob = Blob::from(web_sys::Blob::from(file));
    read_as_bytes(&blob).await.map_err(|_| SiteError::Damaged)
}
