//! The pack format for browsers: one language, already checked, as JSON.
//!
//! The file is sealed ([`super::sealed_file`]). Its content is a [`BrowserPack`] as serde derives
//! it: ids are indices, decimals and dates are strings, and absent keys have their defaults.
//!
//! # Why
//!
//! Checking an authored pack means finding, locating and explaining every fault. A browser needs
//! none of that code. So the native command checks the pack once and serialises the [`RulePack`].
//! `validate` rejects a file that would cause a panic later.

use std::collections::BTreeMap;

use serde::de::{Deserializer, Error};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use super::RulePack;
use super::dependencies::dependencies;
use super::json_decode;
use super::language::Locale;
use super::sealed_file::{BrowserPackError, seal, unseal};
use super::validate::is_valid;

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
        seal(&serde_json::to_string(&contents).unwrap_or_default())
    }

    /// Decodes the output of [`BrowserPack::encode`].
    ///
    /// # Errors
    ///
    /// The text is not a browser pack of this format version, or was altered.
    pub fn decode(text: &str) -> Result<BrowserPack, BrowserPackError> {
        let contents = unseal(text)?;
        json_decode::decode(&contents).ok_or(BrowserPackError::Damaged)
    }
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
