//! Byte ranges in a source text for JSON Pointers.
//!
//! Faults carry pointers. Only diagnostics need byte offsets, so this parses the source a second
//! time, with a parser that keeps them.

use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::rulebook::{Fault, FaultCode};

/// The byte ranges of the values and keys in a source text.
pub(super) struct Spans<'a> {
    root: Option<Value<'a>>,
    whole: Range<usize>,
}

impl<'a> Spans<'a> {
    /// Parses the source. A text with a syntax fault has no ranges except its own: it may be nested
    /// so deeply that the parser, which is recursive, overflows the stack.
    pub(super) fn new(source: &'a str, faults: &[Fault]) -> Spans<'a> {
        if faults.iter().any(|fault| fault.code == FaultCode::Syntax) {
            return Spans { root: None, whole: 0..source.len() };
        }
        let ast = parse_to_ast(source, &CollectOptions::default(), &ParseOptions::default());
        Spans { root: ast.ok().and_then(|ast| ast.value), whole: 0..source.len() }
    }

    /// The range of the value at a pointer. If there is none, the range of the innermost existing
    /// value on the way to it.
    pub(super) fn value(&self, pointer: &str) -> Range<usize> {
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

    /// The range of the last key in a pointer. `None` if the pointer leads nowhere or into a list.
    pub(super) fn key(&self, pointer: &str) -> Option<Range<usize>> {
        let mut value = self.root.as_ref()?;
        let mut key = None;
        for token in tokens(pointer) {
            (key, value) = child(value, &token)?;
        }
        key
    }

    /// The range of the last occurrence of a repeated key.
    pub(super) fn last_key(&self, pointer: &str) -> Option<Range<usize>> {
        let (object, last) = pointer.rsplit_once('/')?;
        let mut value = self.root.as_ref()?;
        for token in tokens(object) {
            (_, value) = child(value, &token)?;
        }
        let name = unescape(last);
        let entries = value.as_object()?.properties.iter();
        let range = entries.rev().find(|entry| entry.name.as_str() == name)?.name.range();
        Some(range.start..range.end)
    }
}

/// The reference tokens of a JSON Pointer, unescaped.
fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(unescape)
}

fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// A child of a value, with the range of its key if the value is an object.
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
