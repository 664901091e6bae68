//! ZIP files, from memory to memory.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use encoding_rs::GB18030;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::refusal::SiteError;

/// Most bytes of a site, unpacked and packed.
pub(super) const MAX_SIZE: u64 = 300_000_000;

/// Most files of a site.
pub(super) const MAX_FILES: usize = 20_000;

/// A ZIP file with these files: the same files always give the same bytes.
///
/// # Errors
///
/// A name or a file is too long for the format.
pub fn zip_of(files: &BTreeMap<String, Vec<u8>>) -> ZipResult<Vec<u8>> {
    write(files, CompressionMethod::Deflated)
}

/// A ZIP file without compression, to pass a folder on.
pub(super) fn stored_zip_of(files: &BTreeMap<String, Vec<u8>>) -> ZipResult<Vec<u8>> {
    write(files, CompressionMethod::Stored)
}

fn write(files: &BTreeMap<String, Vec<u8>>, method: CompressionMethod) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of a ZIP file.
pub(super) fn unzip(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, SiteError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SiteError::Damaged)?;
    if archive.len() > MAX_FILES {
        return Err(SiteError::TooLarge);
    }
    let mut files = BTreeMap::new();
    let mut left = MAX_SIZE;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|_| SiteError::Damaged)?;
        let name = file_name(file.name_raw());
        if name.ends_with('/') {
            continue;
        }
        if !is_safe(&name) {
            return Err(SiteError::UnsafeName);
        }
        let mut content = Vec::new();
        // The sizes that an archive states can be wrong.
        let size = file.take(left + 1).read_to_end(&mut content);
        let size = u64::try_from(size.map_err(|_| SiteError::Damaged)?).unwrap_or(u64::MAX);
        left = left.checked_sub(size).ok_or(SiteError::TooLarge)?;
        files.insert(name, content);
    }
    Ok(files)
}

/// A name with the slashes of an address. Windows in Chinese writes GB18030.
fn file_name(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => GB18030.decode_without_bom_handling(raw).0.into_owned(),
    };
    name.replace('\\', "/")
}

/// Whether a name stays inside the folder on every system.
fn is_safe(name: &str) -> bool {
    let is_part = |part: &str| !matches!(part, "" | "." | "..");
    name.split('/').all(is_part) && !name.contains([':', '\0'])
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> BTreeMap<String, Vec<u8>> {
        names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect()
    }

    #[test]
    fn files_survive_packing_and_always_give_the_same_bytes() {
        let files = files(&["b/c.txt", "a.txt", "图/甲.txt"]);
        for pack in [zip_of, stored_zip_of] {
            let bytes = pack(&files).unwrap();
            assert_eq!(bytes, pack(&files).unwrap());
            assert_eq!(unzip(&bytes).unwrap(), files);
        }
    }

    #[test]
    fn names_that_lead_out_of_the_folder_are_rejected() {
        for name in ["../a", "a/../../b", "/a", "C:/a", "a\\..\\b", "a//b"] {
            let bytes = zip_of(&files(&[name])).unwrap();
            assert_eq!(unzip(&bytes), Err(SiteError::UnsafeName), "{name}");
        }
    }

    #[test]
    fn something_else_than_a_zip_file_is_rejected() {
        let cut = zip_of(&files(&["a.txt"])).unwrap();
        for bytes in [&b""[..], b"PK", b"<html>", cut.get(..cut.len() / 2).unwrap_or_default()] {
            assert_eq!(unzip(bytes), Err(SiteError::Damaged));
        }
    }
}
