//! Downloads a file from memory. Nothing is sent to a server.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use super::file::FileKind;

/// Lifetime of the object URL, in milliseconds. Some browsers read it only after the click.
const URL_LIFETIME: u32 = 60_000;

/// Saves a text as a file. Call it only in event handlers.
pub(super) fn download(kind: FileKind, name: &str, content: &str) {
    download_text(kind.mime_type(), name, content);
}

/// Saves a text of a MIME type as a file. Call it only in event handlers.
pub(crate) fn download_text(mime_type: &str, name: &str, content: &str) {
    save(name, Blob::new_with_options(content, Some(mime_type)));
}

/// Saves bytes of a MIME type as a file. Call it only in event handlers.
#[cfg(feature = "author")]
pub(crate) fn download_bytes(mime_type: &str, name: &str, content: &[u8]) {
    save(name, Blob::new_with_options(content, Some(mime_type)));
}

fn save(name: &str, content: Blob) {
    let url = ObjectUrl::from(content);
    open_download(name, &url);
    Timeout::new(URL_LIFETIME, move || drop(url)).forget();
}

/// Saves the content of an address as a file. Call it only in event handlers.
pub(super) fn open_download(name: &str, address: &str) {
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_download(name);
        link.set_href(address);
        link.click();
    }
}
