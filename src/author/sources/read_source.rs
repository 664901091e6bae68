//! Reads the text of a document from a file. Nothing is sent to a server.

use crate::author::start::{FileError, read_pack};
use crate::author::text::{Texts, fill};

/// The text of a file, or the reason why it cannot be read.
pub(super) async fn read_source(file: web_sys::File, texts: &Texts) -> Result<String, String> {
    let name = file.name();
    read_pack(file).await.map_err(|error| {
        let text = match error {
            FileError::NotRead => return error.text(texts, &name),
            FileError::TooLarge => texts.cases.source_too_large,
            FileError::NotText | FileError::NotAuthored => texts.cases.source_not_text,
        };
        fill(text, &[&name])
    })
}
