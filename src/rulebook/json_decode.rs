//! Deserialises the types of a browser pack from a parsed [`Json`].
//!
//! # Why
//!
//! `serde_json` adds code to every derived `Deserialize`: it parses, and it describes errors. A
//! browser needs neither. The module has the parser of [`Json`] anyway, and a damaged pack has one
//! message. Deserialising from [`Json`] saves 23 KB of the module
//! (`docs/adr/0004-json-for-the-browsers-pack.md`).
//!
//! A struct is deserialised as the sequence of its fields, which needs less code than a map. So
//! every field that can be absent needs `#[serde(default)]`, even if it is an `Option`.

use std::fmt;

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer,
    MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::json::Json;

/// Deserialises a value. Returns `None` if the JSON has another form.
pub(super) fn decode<T: DeserializeOwned>(json: &Json) -> Option<T> {
    T::deserialize(Value(json)).ok()
}

/// The JSON has another form.
#[derive(Debug, thiserror::Error)]
#[error("the JSON has another form")]
struct Mismatch;

impl Error for Mismatch {
    fn custom<T: fmt::Display>(_: T) -> Mismatch {
        Mismatch
    }
}

type Result<T> = std::result::Result<T, Mismatch>;

/// A value to deserialise.
struct Value<'de>(&'de Json);

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.0 {
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Integer(value) => visitor.visit_i64(*value),
            Json::String(text) => visitor.visit_str(text),
            Json::Array(items) => {
                let mut items = Items(items);
                let value = visitor.visit_seq(&mut items)?;
                if items.0.is_empty() { Ok(value) } else { Err(Mismatch) }
            }
            Json::Object(entries) => visitor.visit_map(Entries(entries)),
            Json::Null | Json::Number(_) => Err(Mismatch),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.0 {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let Json::Object(entries) = self.0 else { return Err(Mismatch) };
        let mut values = Fields { object: self.0, fields: fields.iter(), found: 0 };
        let value = visitor.visit_seq(&mut values)?;
        // Otherwise a key is unknown or repeated.
        if values.found == entries.len() { Ok(value) } else { Err(Mismatch) }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_enum(Variant::new(self.0, variants).ok_or(Mismatch)?)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// The items of a list.
struct Items<'de>(&'de [Json]);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some((item, rest)) = self.0.split_first() else { return Ok(None) };
        self.0 = rest;
        seed.deserialize(Value(item)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The values of an object in the order of a struct's fields; `None` for an absent key.
struct Fields<'de> {
    object: &'de Json,
    fields: std::slice::Iter<'static, &'static str>,
    found: usize,
}

impl<'de> Fields<'de> {
    fn next(&mut self) -> Option<&'de Json> {
        let value = self.object.get(self.fields.next()?)?;
        self.found += 1;
        Some(value)
    }
}

impl<'de> SeqAccess<'de> for Fields<'de> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        self.next().map(|value| seed.deserialize(Value(value))).transpose()
    }
}

/// The entries of a map.
struct Entries<'de>(&'de [(String, Json)]);

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some((key, _)) = self.0.first() else { return Ok(None) };
        seed.deserialize(key.as_str().into_deserializer()).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value> {
        let ((_, value), rest) = self.0.split_first().ok_or(Mismatch)?;
        self.0 = rest;
        seed.deserialize(Value(value))
    }
}

/// A variant: its name, or an object with the name as the only key.
struct Variant<'de> {
    index: u32,
    content: Option<&'de Json>,
}

impl<'de> Variant<'de> {
    fn new(json: &'de Json, variants: &[&str]) -> Option<Variant<'de>> {
        let (name, content) = match json {
            Json::String(name) => (name, None),
            Json::Object(entries) => match entries.as_slice() {
                [(name, content)] => (name, Some(content)),
                _ => return None,
            },
            _ => return None,
        };
        let index = variants.iter().position(|variant| variant == name)?;
        Some(Variant { index: u32::try_from(index).ok()?, content })
    }

    fn content(self) -> Result<Value<'de>> {
        self.content.map(Value).ok_or(Mismatch)
    }
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Mismatch;
    type Variant = Variant<'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Variant<'de>)> {
        let index: U32Deserializer<Mismatch> = self.index.into_deserializer();
        Ok((seed.deserialize(index)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Mismatch;

    fn unit_variant(self) -> Result<()> {
        if self.content.is_none() { Ok(()) } else { Err(Mismatch) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(self.content()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.content()?.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.content()?.deserialize_struct("", fields, visitor)
    }
}
