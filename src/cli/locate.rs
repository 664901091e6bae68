//! From a JSON Pointer to the bytes it points at.
//!
//! Faults carry pointers; only a report for people needs offsets, so the source is parsed a second time
//! here, by a parser that keeps them.

use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::rulebook::{Fault, FaultCode};

/// The places of a source text.
pub(super) struct Places<'a> {
    root: Option<Value<'a>>,
    whole: Range<usize>,
}

impl<'a> Places<'a> {
    /// A text that is no JSON has none: it may be nested without end, and the parser would follow it there.
    pub(super) fn of(source: &'a str, faults: &[Fault]) -> Places<'a> {
        if faults.iter().any(|fault| fault.code == FaultCode::Syntax) {
            return Places { root: None, whole: 0..source.len() };
        }
        let ast = parse_to_ast(source, &CollectOptions::default(), &ParseOptions::default());
        Places { root: ast.ok().and_then(|ast| ast.value), whole: 0..source.len() }
    }

    /// The bytes of the value at a pointer; of the nearest thing around it that exists.
    pub(super) fn find(&self, pointer: &str) -> Range<usize> {
        let Some(root) = self.root.as_ref() else { return self.whole.clone() };
        let mut value = root;
        for token in tokens(pointer) {
            match child(value, &token) {
                Some((_, child)) => value = child,
                None => break,
            }
        }
        let range = value.range();
        range.start..range.end
    }

    /// The bytes of the key that leads to a pointer, where one does.
    pub(super) fn find_key(&self, pointer: &str) -> Option<Range<usize>> {
        let mut value = self.root.as_ref()?;
        let mut key = None;
        for token in tokens(pointer) {
            (key, value) = child(value, &token)?;
        }
        key
    }

    /// The same for a key that stands in its object several times: the last of them.
    pub(super) fn find_last_key(&self, pointer: &str) -> Option<Range<usize>> {
        let (object, last) = pointer.rsplit_once('/')?;
        let mut value = self.root.as_ref()?;
        for token in tokens(object) {
            (_, value) = child(value, &token)?;
        }
        let name = unescaped(last);
        let entries = value.as_object()?.properties.iter();
        let range = entries.rev().find(|entry| entry.name.as_str() == name)?.name.range();
        Some(range.start..range.end)
    }
}

/// The reference tokens of a JSON Pointer, without its escapes.
fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(unescaped)
}

fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// A value inside another, with the bytes of its key if it has one.
fn child<'v, 'a>(
    value: &'v Value<'a>,
    token: &str,
) -> Option<(Option<Range<usize>>, &'v Value<'a>)> {
    match value {
        Value::Object(object) => {
            let entry = object.properties.iter().find(|entry| entry.name.as_str() == token)?;
            let range = entry.name.range();
            Some((Some(range.start..range.end), &entry.value))
        }
        Value::Array(array) => Some((None, array.elements.get(token.parse::<usize>().ok()?)?)),
        _ => None,
    }
}
