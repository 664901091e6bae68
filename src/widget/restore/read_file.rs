//! Reads a chosen file in the browser. Nothing is sent to a server.

use gloo::file::Blob;
use gloo::file::futures::read_as_text;
use yew::Callback;
use yew::platform::spawn_local;

use super::import::{Import, ImportSource};
use crate::widget::context::{ScanRequest, ScanResult};

/// Maximum number of bytes read from a text file. Files saved by the widget are much smaller.
const MAX_TEXT_BYTES: u64 = 200_000;

/// Maximum size of a picture, in bytes: above that of phone photos. An error message states it.
const MAX_PICTURE_BYTES: f64 = 20.0 * 1024.0 * 1024.0;

/// Reads a file according to its type, and calls `done` with its content.
pub(super) fn read_file(file: web_sys::File, scan: &Callback<ScanRequest>, done: Callback<Import>) {
    let import = |source| Import { source, content: String::new() };
    if file.name().to_ascii_lowercase().ends_with(".pdf") || file.type_() == "application/pdf" {
        return done.emit(import(ImportSource::Pdf));
    }
    if !file.type_().starts_with("image/") {
        return spawn_local(async move { done.emit(read_text(file).await) });
    }
    if file.size() > MAX_PICTURE_BYTES {
        return done.emit(import(ImportSource::TooLarge));
    }
    let reply = done.reform(move |result| match result {
        ScanResult::Symbol(content) => Import { source: ImportSource::Symbol, content },
        ScanResult::NoSymbol => import(ImportSource::NoSymbol),
        ScanResult::NotAPicture => import(ImportSource::NotAPicture),
        ScanResult::NoReader => import(ImportSource::NoReader),
    });
    scan.emit(ScanRequest { picture: file.into(), reply });
}

/// The text of a file; empty if it cannot be read. `SavedState::parse` rejects an empty text.
async fn read_text(file: web_sys::File) -> Import {
    let beginning = Blob::from(web_sys::Blob::from(file)).slice(0, MAX_TEXT_BYTES);
    let content = read_as_text(&beginning).await.unwrap_or_default();
    let source = if content.starts_with("%PDF-") { ImportSource::Pdf } else { ImportSource::File };
    Import { source, content }
}
