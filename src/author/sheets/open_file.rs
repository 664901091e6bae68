//! Reading a chosen spreadsheet. Nothing is sent to a server.

use std::rc::Rc;

use gloo::file::Blob;
use gloo::file::futures::read_as_bytes;
use web_sys::File;

use crate::author::sheet::{MAX_FILE_SIZE, SheetError};

use super::exchange::SheetFailure;

/// A chosen file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ChosenSheet {
    /// Its name
    pub(super) name: Rc<str>,
    /// Its content
    pub(super) content: Rc<[u8]>,
}

/// Reads a file. A larger one than an import accepts is not read.
pub(super) async fn read_sheet(file: File) -> Result<ChosenSheet, SheetFailure> {
    if file.size() > MAX_FILE_SIZE as f64 {
        return Err(SheetError::TooLarge.into());
    }
    let name = file.name().into();
    let blob = Blob::from(web_sys::Blob::from(file));
    let content = read_as_bytes(&blob).await;
    let content = content.map_err(|error| SheetError::Damaged(error.to_string()))?;
    Ok(ChosenSheet { name, content: content.into() })
}
