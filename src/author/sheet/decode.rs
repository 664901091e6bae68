//! The text of a CSV file: UTF-8, UTF-16 with a byte order mark, or GB18030.
//!
//! Excel on a Chinese computer saves CSV in GBK, a part of GB18030. The bytes of another legacy
//! encoding can be valid GB18030 by accident, so it is tried only for a pack with Chinese texts,
//! and the result contains the encoding.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use serde::{Deserialize, Serialize};

use super::error::SheetError;

/// The encoding of a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark
    Utf8,
    /// UTF-16, as Excel saves "Unicode text"
    Utf16,
    /// GB18030 or GBK, as Excel saves CSV on a Chinese computer
    Gb18030,
}

/// Decodes the bytes of a CSV file.
pub(super) fn decode(bytes: &[u8], is_chinese: bool) -> Result<(String, Encoding), SheetError> {
    let (text, encoding) = match bytes {
        [0xff, 0xfe, rest @ ..] => (decode_all(UTF_16LE, rest)?, Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (decode_all(UTF_16BE, rest)?, Encoding::Utf16),
        // A picture, for example. A CSV file of ours has no such byte.
        _ if bytes.contains(&0) => return Err(SheetError::NotASpreadsheet),
        _ => match str::from_utf8(bytes) {
            Ok(text) => (text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(), Encoding::Utf8),
            Err(error) if is_chinese => {
                let text = decode_all(GB18030, bytes);
                let text = text.map_err(|_| SheetError::Encoding(error.valid_up_to()))?;
                (text, Encoding::Gb18030)
            }
            Err(error) => return Err(SheetError::Encoding(error.valid_up_to())),
        },
    };
    // The export escapes it.
    if text.contains('\0') {
        return Err(SheetError::NotASpreadsheet);
    }
    Ok((text, encoding))
}

fn decode_all(
    encoding: &'static encoding_rs::Encoding,
    bytes: &[u8],
) -> Result<String, SheetError> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(|text| text.into_owned()).ok_or(SheetError::NotASpreadsheet)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn a_picture_is_no_spreadsheet_in_any_encoding() {
        for is_chinese in [false, true] {
            assert_eq!(decode(PICTURE, is_chinese), Err(SheetError::NotASpreadsheet));
        }
    }
}
