//! The JSON forms of values that serde cannot derive: exact decimals, days, option sets, texts and the fingerprint.

use std::rc::Rc;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::date::{date_text, parse_date};
use super::decimal::Decimal;
use super::fact::Options;
use super::text::{Locale, Text};

/// A string such as `"37.5"`: a JSON number would be read as a binary float.
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
        serializer.collect_seq(self.places())
    }
}

impl<'de> Deserialize<'de> for Options {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Options, D::Error> {
        let mut options = Options::NONE;
        for index in Vec::<u8>::deserialize(deserializer)? {
            let option = Options::one(usize::from(index));
            if option.is_empty() {
                return Err(Error::custom("no fact has so many options"));
            }
            options = options.with(option);
        }
        Ok(options)
    }
}

/// The string in the pack's only language. A pack in several languages is reduced to one before it is serialised.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // `get` falls back to the first language.
        serializer.serialize_str(&self.get(Locale::ZhHans))
    }
}

/// The string does not name its language; [`super::RulePack`] sets it from its own.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        Ok(Text::new(vec![(Locale::ZhHans, Rc::deserialize(deserializer)?)]))
    }
}

/// `YYYY-MM-DD`
pub(super) mod date {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&date_text(*date))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        parse_date(&String::deserialize(deserializer)?).ok_or_else(|| Error::custom("not a date"))
    }
}

/// `YYYY-MM-DD`, or nothing
pub(super) mod optional_date {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(
        date: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        date.map(date_text).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| parse_date(&text).ok_or_else(|| Error::custom("not a date"))).transpose()
    }
}

/// 16 hexadecimal digits in lower case: JavaScript cannot hold every 64-bit number.
pub(super) mod fingerprint {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(value: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{value:016x}"))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = String::deserialize(deserializer)?;
        let value = u64::from_str_radix(&text, 16).map_err(Error::custom)?;
        // One value has one form: no sign, no capitals, no digit less.
        if format!("{value:016x}") == text {
            Ok(value)
        } else {
            Err(Error::custom("not 16 hexadecimal digits in lower case"))
        }
    }
}

/// Whether a value may be left out of the JSON, because its reader assumes it.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The value of an absent flag that is usually set.
pub(super) fn yes() -> bool {
    true
}

/// Whether such a flag may be left out.
pub(super) fn is_yes(value: &bool) -> bool {
    *value
}
