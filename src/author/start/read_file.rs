//! Reads a chosen or dropped file. Nothing is sent to a server.

use gloo::file::Blob;
use gloo::file::futures::read_as_bytes;

use crate::author::text::{Texts, fill};
use crate::rulebook::is_sealed;

/// Most bytes of a pack, as in the command.
const MAX_BYTES: f64 = 10_000_000.0;

/// Why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::author) enum FileError {
    /// The browser cannot read it
    NotRead,
    /// It is larger than a pack can be
    TooLarge,
    /// It is not text in UTF-8
    NotText,
    /// It is a pack for browsers
    NotAuthored,
}

impl FileError {
    /// The error as a sentence about the file with this name.
    pub(in crate::author) fn text(self, texts: &Texts, name: &str) -> String {
        let text = match self {
            FileError::NotRead => texts.not_read,
            FileError::TooLarge => texts.too_large,
            FileError::NotText => texts.not_text,
            FileError::NotAuthored => texts.not_authored,
        };
        fill(text, &[name])
    }
}

/// The text of a pack in a file, without a byte order mark. It may have any faults.
pub(in crate::author) async fn read_pack(file: web_sys::File) -> Result<String, FileError> {
    if file.size() > MAX_BYTES {
        return Err(FileError::TooLarge);
    }
    let blob = Blob::from(web_sys::Blob::from(file));
    decode(read_as_bytes(&blob).await.map_err(|_| FileError::NotRead)?)
}

/// The text of an authored pack. Line breaks become `\n`, as in the editor.
fn decode(bytes: Vec<u8>) -> Result<String, FileError> {
    let text = String::from_utf8(bytes).map_err(|_| FileError::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if is_sealed(text) {
        return Err(FileError::NotAuthored);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_and_line_breaks_of_windows_are_removed() {
        assert_eq!(decode("\u{feff}{\r\n}\r".into()), Ok("{\n}\n".to_owned()));
    }

    #[test]
    fn a_file_that_is_not_text_is_rejected() {
        assert_eq!(decode(vec![0xff, 0xfe, 0x00]), Err(FileError::NotText));
    }
}
