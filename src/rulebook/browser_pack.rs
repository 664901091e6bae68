//! The pack as browsers load it: one language, already checked, as JSON.
//!
//! ```json
//! {"eligibility-pack": 5, "checksum": "0123456789abcdef", "pack": {"book": {…}, "interface": {…}}}
//! ```
//!
//! `pack` is a [`BrowserPack`] as serde derives it: ids are indices, decimals and days are strings, absent keys have
//! their default. The checksum is the 64-bit FNV-1a hash of the text of `pack`.
//!
//! # Why
//!
//! An authored pack is checked with care for its author: every fault is found, located and explained. Browsers have no use
//! for that. The native command checks the pack once and serialises the [`RulePack`] itself. The checksum refuses a
//! truncated or altered file; `validate` refuses a file that would panic later.

use std::collections::BTreeMap;

use serde::de::{Deserializer, Error, IgnoredAny};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::RulePack;
use super::depends::depends;
use super::fingerprint::Fnv;
use super::text::Locale;
use super::validate::is_valid;

/// The version of the format; any change of the format increments it.
const FORMAT: u64 = 5;

/// The first key of the file, with the format as its value.
const MARKER: &str = "\"eligibility-pack\"";

/// Why a text is not a browser pack. A page developer reads the message in the browser's console.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrowserPackError {
    /// Truncated, or another kind of file, such as an error page
    #[error("not a rule pack: the file is not JSON, or is truncated")]
    NotJson,
    /// JSON of another kind
    #[error("not a rule pack: the file is JSON, but not written by `eligibility bundle`")]
    NotAPack,
    /// The form that people write
    #[error("this is an authored pack; make the browser's files with `eligibility bundle`")]
    Authored,
    /// Written by another version of this program
    #[error("the pack has another format; write it again with `eligibility bundle`")]
    OtherFormat,
    /// Altered after it was written
    #[error("the pack is damaged; write it again with `eligibility bundle`")]
    Damaged,
}

/// The contents of a pack for browsers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrowserPack {
    /// The rules, in one language
    pub book: RulePack,
    /// The interface's texts in that language, by name
    pub interface: BTreeMap<String, String>,
}

/// The same, borrowed.
#[derive(Serialize)]
struct Contents<'a> {
    book: &'a RulePack,
    interface: &'a BTreeMap<String, String>,
}

/// The file. Each key is optional, so that a missing key is not an error of the parser.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(rename = "eligibility-pack")]
    format: Option<u64>,
    checksum: Option<String>,
    #[serde(borrow)]
    pack: Option<&'a RawValue>,
    /// A key of authored packs
    measures: Option<IgnoredAny>,
}

impl BrowserPack {
    /// Writes a pack in one of its languages, with the interface's texts.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use eligibility_check::rulebook::{BrowserPack, BrowserPackError, Locale, RulePack};
    ///
    /// let authored = include_str!("../../rules.json");
    /// let interface = BTreeMap::from([("yes".to_owned(), "是".to_owned())]);
    /// let text = BrowserPack::encode(&RulePack::from_json(authored).unwrap(), Locale::ZhHans, &interface);
    /// let pack = BrowserPack::decode(&text).unwrap();
    /// assert_eq!((pack.book.measures.len(), pack.interface), (93, interface));
    /// assert_eq!(BrowserPack::decode(authored).unwrap_err(), BrowserPackError::Authored);
    /// ```
    pub fn encode(book: &RulePack, locale: Locale, interface: &BTreeMap<String, String>) -> String {
        let mut book = book.clone();
        book.keep_language(locale);
        let contents = Contents { book: &book, interface };
        // OK because only a map whose keys are not strings cannot be written as JSON.
        let pack = serde_json::to_string(&contents).unwrap_or_default();
        // `<` is escaped, so that the text can be put into a `<script>` element as it is.
        let pack = pack.replace('<', "\\u003c");
        format!("{{{MARKER}:{FORMAT},\"checksum\":\"{}\",\"pack\":{pack}}}", checksum(&pack))
    }

    /// Reads what [`BrowserPack::encode`] wrote.
    ///
    /// # Errors
    ///
    /// The text is of another kind, or was altered.
    pub fn decode(text: &str) -> Result<BrowserPack, BrowserPackError> {
        let envelope: Envelope<'_> =
            serde_json::from_str(text).map_err(|error| match error.classify() {
                Category::Data => BrowserPackError::NotAPack,
                Category::Syntax | Category::Eof | Category::Io => BrowserPackError::NotJson,
            })?;
        match envelope {
            Envelope {
                format: Some(FORMAT), checksum: Some(written), pack: Some(pack), ..
            } => {
                if written != checksum(pack.get()) {
                    return Err(BrowserPackError::Damaged);
                }
                serde_json::from_str(pack.get()).map_err(|_| BrowserPackError::Damaged)
            }
            Envelope { format: Some(format), .. } if format != FORMAT => {
                Err(BrowserPackError::OtherFormat)
            }
            Envelope { format: None, measures: Some(_), .. } => Err(BrowserPackError::Authored),
            _ => Err(BrowserPackError::NotAPack),
        }
    }

    /// Whether a text begins like a browser pack of any format.
    pub fn is_marked(text: &str) -> bool {
        let object = text.trim_start().strip_prefix('{');
        object.is_some_and(|rest| rest.trim_start().starts_with(MARKER))
    }
}

/// 64-bit FNV-1a in hexadecimal. Each of its steps is a bijection, so two texts that differ in one byte never agree.
fn checksum(text: &str) -> String {
    let mut hash = Fnv::default();
    text.bytes().for_each(|byte| hash.byte(byte));
    format!("{:016x}", hash.0)
}

// The derived functions are inherent ones, so that no deserialised pack escapes its validation.

impl Serialize for RulePack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RulePack::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for RulePack {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RulePack, D::Error> {
        let mut book = RulePack::deserialize(deserializer)?;
        match book.languages.first() {
            Some(locale) if is_valid(&book) => book.keep_language(*locale),
            _ => return Err(Error::custom("a pack that does not fit together")),
        }
        book.depends = depends(&book);
        Ok(book)
    }
}
