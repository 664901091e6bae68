//! Reads the JSON that a slim pack is made of: lists, strings, whole numbers, `null` and truth values.
//!
//! # Why
//!
//! A whole JSON parser would be a twenty-fifth of the widget. What a slim pack never holds (objects, fractions,
//! surrogate pairs) needs no reader: a text with it was not written by `write.rs`.

use crate::rulebook::Json;

/// Deepest nesting; the same as of authored packs.
const DEEPEST: usize = 128;

/// The value that the text is; `None` of any other text.
pub(super) fn parse(text: &str) -> Option<Json> {
    let mut parse = Parse { rest: text };
    let value = parse.value(DEEPEST)?;
    parse.skip();
    parse.rest.is_empty().then_some(value)
}

struct Parse<'a> {
    rest: &'a str,
}

impl Parse<'_> {
    fn value(&mut self, deeper: usize) -> Option<Json> {
        self.skip();
        if self.takes("[") {
            return self.list(deeper.checked_sub(1)?);
        }
        if self.takes("\"") {
            return self.string().map(Json::String);
        }
        let words = [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
        for (word, value) in words {
            if self.takes(word) {
                return Some(value);
            }
        }
        let end =
            self.rest.find(|char: char| char != '-' && !char.is_ascii_digit()).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        number.parse().ok().map(Json::Integer)
    }

    fn list(&mut self, deeper: usize) -> Option<Json> {
        let mut items = Vec::new();
        self.skip();
        if self.takes("]") {
            return Some(Json::Array(items));
        }
        loop {
            items.push(self.value(deeper)?);
            self.skip();
            if self.takes("]") {
                return Some(Json::Array(items));
            }
            if !self.takes(",") {
                return None;
            }
        }
    }

    /// What stands up to the closing quotation mark.
    fn string(&mut self) -> Option<String> {
        let mut string = String::new();
        loop {
            let end = self.rest.find(['"', '\\'])?;
            let (part, rest) = self.rest.split_at_checked(end)?;
            string.push_str(part);
            self.rest = rest;
            if self.takes("\"") {
                return Some(string);
            }
            self.rest = rest.strip_prefix('\\')?;
            string.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let letter = self.rest.chars().next()?;
        self.rest = self.rest.strip_prefix(letter)?;
        match letter {
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'u' => {
                let (digits, rest) = self.rest.split_at_checked(4)?;
                self.rest = rest;
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)
            }
            other => Some(other),
        }
    }

    fn takes(&mut self, word: &str) -> bool {
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_ascii_start();
    }
}
