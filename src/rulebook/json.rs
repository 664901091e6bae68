//! A JSON document with keys in source order and repeated keys retained.
//!
//! `serde_json` parses it, but `serde_json::Value` does not suffice. It sorts keys unless the
//! feature `preserve_order` is on. It also drops all but the last of repeated keys, which a fault
//! must report. And it converts numbers to binary floats, which round 4999.9999999999999999 to
//! 5000. Here such a number keeps its text.

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
    /// Any other number, as written: with a fraction, with an exponent, or beyond 64 bits.
    /// [`Decimal::from_json_number`] parses it exactly
    ///
    /// [`Decimal::from_json_number`]: super::Decimal::from_json_number
    Number(String),
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
        let parsed = serde_json::from_str(text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            let message = error.to_string();
            let message = match message.split(" at line ").next().unwrap_or_default() {
                "recursion limit exceeded" => "nesting deeper than 128 levels".to_owned(),
                message if message.ends_with("hex escape") => {
                    "half of an escaped character".to_owned()
                }
                message => message.to_owned(),
            };
            SyntaxError { line, column, message }
        });
        let Parsed(mut json) = parsed?;
        json.restore_numbers(&mut number_texts(text));
        Ok(json)
    }

    /// Sets the text of each number, given the texts of all numbers in source order.
    fn restore_numbers<'a>(&mut self, texts: &mut impl Iterator<Item = &'a str>) {
        match self {
            Json::Integer(_) => drop(texts.next()),
            Json::Number(text) => text.push_str(texts.next().unwrap_or_default()),
            Json::Array(items) => items.iter_mut().for_each(|item| item.restore_numbers(texts)),
            Json::Object(entries) => {
                entries.iter_mut().for_each(|(_, value)| value.restore_numbers(texts));
            }
            Json::Null | Json::Bool(_) | Json::String(_) => {}
        }
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
            Json::Number(text) => quoted("number", text),
            Json::String(text) => quoted("string", text),
            Json::Array(items) => format!("a list of {}", items.len()),
            Json::Object(_) => "an object".to_owned(),
        }
    }
}

/// A text in a message, with its noun, cut to 40 characters.
fn quoted(noun: &str, text: &str) -> String {
    match text.char_indices().nth(40) {
        None => format!("the {noun} `{text}`"),
        Some((cut, _)) => format!("the {noun} `{}…`", text.get(..cut).unwrap_or_default()),
    }
}

/// The numbers of a valid JSON text, in source order. Outside strings, only numbers begin with a
/// digit or a minus sign.
fn number_texts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let start =
                rest.find(|char: char| char == '"' || char == '-' || char.is_ascii_digit())?;
            rest = rest.get(start..)?;
            if let Some(string) = rest.strip_prefix('"') {
                rest = after_string(string)?;
                continue;
            }
            let is_part = |char: char| char.is_ascii_alphanumeric() || "+-.".contains(char);
            let end = rest.find(|char| !is_part(char)).unwrap_or(rest.len());
            let (number, after) = rest.split_at_checked(end)?;
            rest = after;
            return Some(number);
        }
    })
}

/// The text after the closing quotation mark of a string.
fn after_string(mut rest: &str) -> Option<&str> {
    loop {
        let at = rest.find(['"', '\\'])?;
        let is_end = rest.as_bytes().get(at) == Some(&b'"');
        // An escape has at least one more character, which is ASCII.
        rest = rest.get(at + if is_end { 1 } else { 2 }..)?;
        if is_end {
            return Some(rest);
        }
    }
}

/// A value whose [`Json::Number`]s have no text yet.
struct Parsed(Json);

struct JsonVisitor;

impl<'de> Deserialize<'de> for Parsed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Parsed, D::Error> {
        deserializer.deserialize_any(JsonVisitor).map(Parsed)
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
        Ok(i64::try_from(value).map_or_else(|_| Json::Number(String::new()), Json::Integer))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Number(String::new()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(Parsed(item)) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, Parsed(value))) = object.next_entry()? {
            entries.push((key, value));
        }
        Ok(Json::Object(entries))
    }
}
