//! `Serialize` and `Deserialize` for values of a browser pack that serde cannot derive: decimals,
//! dates, option sets, texts and the fingerprint.
//!
//! Written by hand rather than with `serde_with`: its adapters would need the same conversions.

use std::rc::Rc;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::date::{format_date, parse_date};
use super::decimal::Decimal;
use super::fact::Options;
use super::language::Locale;
use super::text::Text;

/// A string such as `"37.5"`. A JSON number would be parsed as a binary float.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(Error::custom)
    }
}

/// A list of indices into the options of the fact.
impl Serialize for Options {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.indices())
    }
}

impl<'de> Deserialize<'de> for Options {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Options, D::Error> {
        let mut options = Options::EMPTY;
        for index in Vec::<u8>::deserialize(deserializer)? {
            let option = Options::single(usize::from(index));
            if option.is_empty() {
                return Err(Error::custom("option index out of range"));
            }
            options = options.union(option);
        }
        Ok(options)
    }
}

/// The string in the pack's only language. `BrowserPack::encode` reduces a pack to one language
/// first.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // `get` falls back to the first language.
        serializer.serialize_str(&self.get(Locale::ZhHans))
    }
}

/// The string does not state its language. Deserialising [`super::RulePack`] sets it.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        Ok(Text::new(vec![(Locale::ZhHans, Rc::deserialize(deserializer)?)]))
    }
}

/// `YYYY-MM-DD`
pub(super) mod date {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format_date(*date))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        parse_date(&String::deserialize(deserializer)?).ok_or_else(|| Error::custom("not a date"))
    }
}

/// `YYYY-MM-DD`, or absent
pub(super) mod optional_date {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(
        date: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        date.map(format_date).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| parse_date(&text).ok_or_else(|| Error::custom("not a date"))).transpose()
    }
}

/// 16 lower-case hexadecimal digits. A JavaScript number cannot hold every 64-bit integer.
pub(super) mod fingerprint {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(value: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{value:016x}"))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = String::deserialize(deserializer)?;
        let value = u64::from_str_radix(&text, 16).map_err(Error::custom)?;
        // Each value has exactly one form, so that encoding a decoded pack gives the same text.
        if format!("{value:016x}") == text {
            Ok(value)
        } else {
            Err(Error::custom("not 16 hexadecimal digits in lower case"))
        }
    }
}

/// Whether a value equals its default and can be omitted from the JSON.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The default of a flag that is usually set.
pub(super) fn default_true() -> bool {
    true
}

/// Whether such a flag can be omitted.
pub(super) fn is_true(value: &bool) -> bool {
    *value
}
