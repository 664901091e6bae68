//! Reads a file that the person chose. It is read in the browser, and sent nowhere.

use gloo::file::Blob;
use gloo::file::futures::read_as_text;
use yew::Callback;
use yew::platform::spawn_local;

use super::source::{Import, ImportSource};
use crate::widget::context::{ScanRequest, ScanResult};

/// Far more bytes than any file of ours has; the rest is not read.
const MOST_TEXT: u64 = 200_000;

/// As large as photos of phones are, in bytes; a message names it.
const MOST_PICTURE: f64 = 20.0 * 1024.0 * 1024.0;

/// Reads a file, by its type, and hands over what it contains.
pub(super) fn read_file(file: web_sys::File, scan: &Callback<ScanRequest>, done: Callback<Import>) {
    let import = |source| Import { source, content: String::new() };
    if file.name().to_ascii_lowercase().ends_with(".pdf") || file.type_() == "application/pdf" {
        return done.emit(import(ImportSource::Pdf));
    }
    if !file.type_().starts_with("image/") {
        return spawn_local(async move { done.emit(read_text(file).await) });
    }
    if file.size() > MOST_PICTURE {
        return done.emit(import(ImportSource::TooLarge));
    }
    let reply = done.reform(move |result| match result {
        ScanResult::Symbol(content) => Import { source: ImportSource::Symbol, content },
        ScanResult::NoSymbol => import(ImportSource::NoSymbol),
        ScanResult::NotAPicture => import(ImportSource::NotAPicture),
    });
    scan.emit(ScanRequest { picture: file.into(), reply });
}

/// A file that cannot be read has no text, and is refused like any other file that is not ours.
async fn read_text(file: web_sys::File) -> Import {
    let beginning = Blob::from(web_sys::Blob::from(file)).slice(0, MOST_TEXT);
    let content = read_as_text(&beginning).await.unwrap_or_default();
    let source = if content.starts_with("%PDF-") { ImportSource::Pdf } else { ImportSource::File };
    Import { source, content }
}
