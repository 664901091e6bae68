//! Reads the text of a document from a file. Nothing is sent to a server.

use crate::author::start::{FileError, read_pack};
use crate::author::text::{CaseTexts, fill};

/// The text of a file, or the reason why it cannot be read.
pub(super) async fn read_source(file: web_sys::File, texts: &CaseTexts) -> Result<String, String> {
    let name = file.name();
    read_pack(file).await.map_err(|error| {
        let text = match error {
            FileError::NotRead => texts.source_not_read,
            FileError::TooLarge => texts.source_too_large,
            FileError::NotText | FileError::NotAuthored => texts.source_not_text,
        };
        fill(text, &[&name])
    })
}
