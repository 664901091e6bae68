//! Reading a chosen spreadsheet. Nothing is sent to a server.

use std::rc::Rc;

use gloo::file::Blob;
use gloo::file::futures::read_as_bytes;
use web_sys::File;

use crate::author::sheet::MAX_FILE_SIZE;
use crate::author::start::FileError;
use crate::author::text::{Texts, fill};

/// A chosen file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ChosenSheet {
    /// Its name
    pub(super) name: Rc<str>,
    /// Its content
    pub(super) content: Rc<[u8]>,
}

/// Why a chosen file has no content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnreadSheet {
    /// It is larger than an import accepts
    TooLarge,
    /// The browser cannot read it
    NotRead,
}

impl UnreadSheet {
    /// The sentence about a file with a name.
    pub(super) fn text(self, texts: &Texts, name: &str) -> String {
        match self {
            UnreadSheet::TooLarge => fill(texts.sheets.too_large, &[name]),
            UnreadSheet::NotRead => FileError::NotRead.text(texts, name),
        }
    }
}

/// Reads a file. A larger one than an import accepts is not read.
pub(super) async fn read_sheet(file: File) -> Result<ChosenSheet, UnreadSheet> {
    if file.size() > MAX_FILE_SIZE as f64 {
        return Err(UnreadSheet::TooLarge);
    }
    let name = file.name().into();
    let blob = Blob::from(web_sys::Blob::from(file));
    let content = read_as_bytes(&blob).await.map_err(|_| UnreadSheet::NotRead)?;
    Ok(ChosenSheet { name, content: content.into() })
}
