//! The pack format for browsers: one language, already checked, as JSON.
//!
//! ```json
//! {
//!   "eligibility-pack": 8,
//!   "checksum": "0123456789abcdef",
//!   "pack": {"rules": {…}, "interface": {…}}
//! }
//! ```
//!
//! `pack` is a [`BrowserPack`] as serde derives it: ids are indices, decimals and dates are
//! strings, and absent keys have their defaults. The checksum is the 64-bit FNV-1a hash of the
//! text of `pack`. The file has exactly these keys in this order, without spaces between them.
//!
//! # Why
//!
//! Checking an authored pack means finding, locating and explaining every fault. A browser needs
//! none of that code. So the native command checks the pack once and serialises the [`RulePack`].
//! The checksum detects a truncated or altered file. `validate` rejects a file that would cause a
//! panic later.

use std::collections::BTreeMap;

use serde::de::{Deserializer, Error};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use super::RulePack;
use super::dependencies::dependencies;
use super::fingerprint::Fnv;
use super::json::Json;
use super::json_decode;
use super::text::Locale;
use super::validate::is_valid;

/// The version of the format; any change of the format increments it.
const FORMAT: i64 = 8;

/// The first key of the file, with the format as its value.
const MARKER: &str = "\"eligibility-pack\"";

/// The reason why a text is not a browser pack. The browser's console shows the message to the
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
    /// Altered after encoding
    #[error("the pack is damaged; write it again with `eligibility bundle`")]
    Damaged,
}

/// The decoded contents of a browser pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrowserPack {
    /// The rules, in one language
    pub rules: RulePack,
    /// The texts of the interface in that language, by name
    pub interface: BTreeMap<String, String>,
}

/// [`BrowserPack`], borrowed for encoding.
#[derive(Serialize)]
struct Contents<'a> {
    rules: &'a RulePack,
    interface: &'a BTreeMap<String, String>,
}

impl BrowserPack {
    /// Encodes a pack in one of its languages, with the texts of the interface.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use eligibility_check::rulebook::{BrowserPack, BrowserPackError, Locale, RulePack};
    ///
    /// let authored = include_str!("../../rules.json");
    /// let interface = BTreeMap::from([("yes".to_owned(), "是".to_owned())]);
    /// let rules = RulePack::from_json(authored).unwrap();
    /// let text = BrowserPack::encode(&rules, Locale::ZhHans, &interface);
    /// let pack = BrowserPack::decode(&text).unwrap();
    /// assert_eq!((pack.rules.measures.len(), pack.interface), (98, interface));
    /// assert_eq!(BrowserPack::decode(authored).unwrap_err(), BrowserPackError::Authored);
    /// ```
    pub fn encode(pack: &RulePack, locale: Locale, interface: &BTreeMap<String, String>) -> String {
        let mut pack = pack.clone();
        pack.reduce_to_language(locale);
        let contents = Contents { rules: &pack, interface };
        // OK because serialising to JSON fails only for maps with keys other than strings.
        let pack = serde_json::to_string(&contents).unwrap_or_default();
        // `<` is escaped, so that the text can be inserted into a `<script>` element.
        let pack = pack.replace('<', "\\u003c");
        format!("{{{MARKER}:{FORMAT},\"checksum\":\"{}\",\"pack\":{pack}}}", checksum(&pack))
    }

    /// Decodes the output of [`BrowserPack::encode`].
    ///
    /// # Errors
    ///
    /// The text is not a browser pack of this format version, or was altered.
    pub fn decode(text: &str) -> Result<BrowserPack, BrowserPackError> {
        let contents = checked_contents(text.trim()).ok_or_else(|| error_of(text))?;
        let contents = Json::parse(contents).map_err(|_| BrowserPackError::Damaged)?;
        json_decode::decode(&contents).ok_or(BrowserPackError::Damaged)
    }

    /// Whether a text begins like a browser pack of any format version.
    pub fn is_marked(text: &str) -> bool {
        let object = text.trim_start().strip_prefix('{');
        object.is_some_and(|rest| rest.trim_start().starts_with(MARKER))
    }
}

/// The text of `pack` in a file that [`BrowserPack::encode`] wrote. `None` if the file has another
/// form or checksum. Not by serde: parsing these keys would cost 5 KB of the module.
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

// The derive is `remote`, so that every deserialised pack passes through `is_valid` here.

impl Serialize for RulePack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RulePack::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for RulePack {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RulePack, D::Error> {
        let mut pack = RulePack::deserialize(deserializer)?;
        match pack.languages.first() {
            Some(locale) if is_valid(&pack) => pack.reduce_to_language(*locale),
            _ => return Err(Error::custom("inconsistent pack")),
        }
        pack.dependencies = dependencies(&pack);
        Ok(pack)
    }
}
