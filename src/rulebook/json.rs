//! A JSON document with keys in source order and repeated keys retained.
//!
//! `serde_json` parses it, but `serde_json::Value` does not suffice. It sorts keys unless the
//! feature `preserve_order` is on. It also drops all but the last of repeated keys, which a fault
//! must report.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// One JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number
    Integer(i64),
    /// A number that is not a 64-bit integer. [`Decimal::from_f64`] recovers the decimal that the
    /// author wrote
    ///
    /// [`Decimal::from_f64`]: super::Decimal::from_f64
    Fraction(f64),
    /// A string
    String(String),
    /// A list
    Array(Vec<Json>),
    /// An object: keys in source order, with repeated keys
    Object(Vec<(String, Json)>),
}

/// A syntax error of a JSON text, with its position.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} at line {line} column {column}")]
pub struct SyntaxError {
    /// Line, counted from 1
    pub line: usize,
    /// Column in bytes, counted from 1
    pub column: usize,
    /// The parser's message
    pub message: String,
}

impl Json {
    /// Parses a text.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or is nested deeper than 128 levels. The limit bounds the stack.
    pub fn parse(text: &str) -> Result<Json, SyntaxError> {
        serde_json::from_str(text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            let message = error.to_string();
            let message = match message.split(" at line ").next().unwrap_or_default() {
                "recursion limit exceeded" => "nesting deeper than 128 levels".to_owned(),
                message => message.to_owned(),
            };
            SyntaxError { line, column, message }
        })
    }

    /// The value of a key of an object; the first value if the key is repeated.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The entries of an object; empty for other values.
    pub fn entries(&self) -> &[(String, Json)] {
        match self {
            Json::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The first key that an object has more than once.
    pub fn repeated_key(&self) -> Option<&str> {
        let entries = self.entries();
        let repeated = entries
            .iter()
            .enumerate()
            .find(|(index, (key, _))| entries.iter().take(*index).any(|(other, _)| other == key));
        repeated.map(|(_, (key, _))| key.as_str())
    }

    /// The items of a list; empty for other values.
    pub fn items(&self) -> &[Json] {
        match self {
            Json::Array(items) => items,
            _ => &[],
        }
    }

    /// The string, if the value is a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value in words for a message: its kind, and the value itself if it is short.
    pub fn describe(&self) -> String {
        match self {
            Json::Null => "`null`".to_owned(),
            Json::Bool(value) => format!("`{value}`"),
            Json::Integer(value) => format!("the number `{value}`"),
            // Not printed: formatting binary numbers would add 13 KB to the browser module.
            Json::Fraction(value) if value.abs() > 1e11 => {
                "a number outside the range -100000000000 to 100000000000".to_owned()
            }
            Json::Fraction(_) => "a number that is not whole".to_owned(),
            Json::String(text) => match text.char_indices().nth(40) {
                None => format!("the string `{text}`"),
                Some((cut, _)) => format!("the string `{}…`", text.get(..cut).unwrap_or_default()),
            },
            Json::Array(items) => format!("a list of {}", items.len()),
            Json::Object(_) => "an object".to_owned(),
        }
    }
}

struct JsonVisitor;

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        // A number beyond 64 signed bits is reported and never used, so it may be inexact.
        Ok(i64::try_from(value).map_or(Json::Fraction(value as f64), Json::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Fraction(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = object.next_entry()? {
            entries.push(entry);
        }
        Ok(Json::Object(entries))
    }
}
