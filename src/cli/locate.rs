//! From a JSON Pointer to the bytes it points at.
//!
//! Faults carry pointers; only a report for people needs offsets, so the source is parsed a second time
//! here, by a parser that keeps them.

use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The places of a source text.
pub(super) struct Places<'a> {
    root: Option<Value<'a>>,
    whole: Range<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn of(source: &'a str) -> Places<'a> {
        let ast = parse_to_ast(source, &CollectOptions::default(), &ParseOptions::default());
        Places { root: ast.ok().and_then(|ast| ast.value), whole: 0..source.len() }
    }

    /// The bytes of the value at a pointer; of the nearest thing around it that exists.
    pub(super) fn find(&self, pointer: &str) -> Range<usize> {
        let Some(mut value) = self.root.as_ref() else { return self.whole.clone() };
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            let child = match value {
                Value::Object(object) => object
                    .properties
                    .iter()
                    .find(|entry| entry.name.as_str() == token)
                    .map(|entry| &entry.value),
                Value::Array(array) => token.parse().ok().and_then(|index: usize| array.elements.get(index)),
                _ => None,
            };
            match child {
                Some(child) => value = child,
                None => break,
            }
        }
        let range = value.range();
        range.start..range.end
    }

    /// The bytes of the key that leads to a pointer, where one does.
    pub(super) fn find_key(&self, pointer: &str) -> Option<Range<usize>> {
        let (parent, token) = pointer.rsplit_once('/')?;
        let mut value = self.root.as_ref()?;
        for step in parent.split('/').skip(1) {
            value = match value {
                Value::Object(object) => {
                    &object.properties.iter().find(|entry| entry.name.as_str() == step)?.value
                }
                Value::Array(array) => array.elements.get(step.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        let Value::Object(object) = value else { return None };
        let entry = object.properties.iter().find(|entry| entry.name.as_str() == token)?;
        let range = entry.name.range();
        Some(range.start..range.end)
    }
}
