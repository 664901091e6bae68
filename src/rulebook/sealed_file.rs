//! The form of every file that `eligibility bundle` writes for browsers: a browser pack, or a list
//! of policies.
//!
//! ```json
//! {"eligibility-pack": 8, "checksum": "0123456789abcdef", "pack": {…}}
//! ```
//!
//! The checksum is the 64-bit FNV-1a hash of the text of `pack`. It detects a truncated or altered
//! file. The file has exactly these keys in this order, without spaces between them.

use super::fingerprint::Fnv;
use super::json::Json;

/// The version of the format; any change of the format increments it.
const FORMAT: i64 = 8;

/// The first key of the file, with the format as its value.
const MARKER: &str = "\"eligibility-pack\"";

/// The reason why a text is not a file for browsers. The browser's console shows the message to the
/// page's developer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrowserPackError {
    /// Truncated, or another kind of file, such as an error page
    #[error("not a rule pack: the file is not JSON, or is truncated")]
    NotJson,
    /// JSON, but not a browser pack
    #[error("not a rule pack: the file is JSON, but not written by `eligibility bundle`")]
    NotAPack,
    /// An authored pack
    #[error("this is an authored pack; make the browser's files with `eligibility bundle`")]
    Authored,
    /// A browser pack of another format version
    #[error("the pack has another format; write it again with `eligibility bundle`")]
    OtherFormat,
    /// A list of policies that names none
    #[error("the list names no policy; write it again with `eligibility bundle`, with a pack")]
    EmptyList,
    /// Altered after encoding
    #[error("the pack is damaged; write it again with `eligibility bundle`")]
    Damaged,
}

/// The file with these contents, as JSON.
pub(super) fn seal(contents: &str) -> String {
    // `<` is escaped, so that the text can be inserted into a `<script>` element.
    let contents = contents.replace('<', "\\u003c");
    format!("{{{MARKER}:{FORMAT},\"checksum\":\"{}\",\"pack\":{contents}}}", checksum(&contents))
}

/// The contents of a file that [`seal`] wrote.
///
/// # Errors
///
/// The text is another file, of another format version, or was altered.
pub(super) fn unseal(text: &str) -> Result<Json, BrowserPackError> {
    let contents = checked_contents(text.trim()).ok_or_else(|| error_of(text))?;
    Json::parse(contents).map_err(|_| BrowserPackError::Damaged)
}

/// Whether a text begins like a file for browsers of any format version.
pub fn is_sealed(text: &str) -> bool {
    let object = text.trim_start().strip_prefix('{');
    object.is_some_and(|rest| rest.trim_start().starts_with(MARKER))
}

/// The text of `pack` in a file that [`seal`] wrote. `None` if the file has another form or
/// checksum. Not by serde: parsing these keys would cost 5 KB of the module.
fn checked_contents(text: &str) -> Option<&str> {
    let text = text.strip_prefix('{')?.strip_prefix(MARKER)?.strip_prefix(':')?;
    let text = text.strip_prefix(&FORMAT.to_string())?.strip_prefix(",\"checksum\":\"")?;
    let (written, contents) = text.split_once("\",\"pack\":")?;
    let contents = contents.strip_suffix('}')?;
    (written == checksum(contents)).then_some(contents)
}

/// The reason why a text has no [`checked_contents`].
fn error_of(text: &str) -> BrowserPackError {
    let Ok(file) = Json::parse(text) else { return BrowserPackError::NotJson };
    match file.get("eligibility-pack") {
        Some(Json::Integer(FORMAT)) if file.get("pack").is_some() => BrowserPackError::Damaged,
        Some(Json::Integer(FORMAT)) => BrowserPackError::NotAPack,
        Some(Json::Integer(_)) => BrowserPackError::OtherFormat,
        None if file.get("measures").is_some() => BrowserPackError::Authored,
        _ => BrowserPackError::NotAPack,
    }
}

/// 64-bit FNV-1a in hexadecimal. Each step is a bijection, so texts of equal length that differ in
/// one byte never have the same checksum.
fn checksum(text: &str) -> String {
    let mut hash = Fnv::default();
    text.bytes().for_each(|byte| hash.byte(byte));
    format!("{:016x}", hash.0)
}
