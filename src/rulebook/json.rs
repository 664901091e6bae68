//! A JSON document as its author wrote it: keys in order, repeated keys kept.
//!
//! `serde_json::Value` sorts keys and silently drops all but the last of a repeated one,
//! and it cannot tell `0.1` from the binary number nearest to it. A rule pack needs all three.

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
    /// A number that is not written as a whole number of 64 bits; as a value, it is the decimal that it stands for
    Fraction(f64),
    /// A string
    String(String),
    /// A list
    Array(Vec<Json>),
    /// An object: keys in the author's order, repeated keys included
    Object(Vec<(String, Json)>),
}

/// The text is not JSON: where it stops being so, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} at line {line} column {column}")]
pub struct SyntaxError {
    /// Line, counted from 1
    pub line: usize,
    /// Column in bytes, counted from 1
    pub column: usize,
    /// What the reader met
    pub message: String,
}

impl Json {
    /// Reads a text. Nesting deeper than 128 levels is refused, so no input exhausts the stack.
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

    /// The value under a key of an object; the first one if the key is repeated.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The entries of an object; none for anything else.
    pub fn entries(&self) -> &[(String, Json)] {
        match self {
            Json::Object(entries) => entries,
            _ => &[],
        }
    }

    /// A key that an object has more than once.
    pub fn repeated_key(&self) -> Option<&str> {
        let entries = self.entries();
        let repeated = entries
            .iter()
            .enumerate()
            .find(|(place, (key, _))| entries.iter().take(*place).any(|(other, _)| other == key));
        repeated.map(|(_, (key, _))| key.as_str())
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Json] {
        match self {
            Json::Array(items) => items,
            _ => &[],
        }
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// The kind of value in an author's words, with the value itself where it is short.
    pub fn describe(&self) -> String {
        match self {
            Json::Null => "`null`".to_owned(),
            Json::Bool(value) => format!("`{value}`"),
            Json::Integer(value) => format!("the number `{value}`"),
            // Not printed: formatting binary numbers would add 13 KB to the browser module.
            Json::Fraction(value) if value.abs() > 1e11 => {
                "a number beyond the limit of 100000000000".to_owned()
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
        // A number beyond 64 signed bits is reported, not used: its exact value does not matter.
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
