//! The ranges of all values and keys of a JSON text.

use std::ops::Range;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::rulebook::{Json, SyntaxError};

/// The range of a value, with those of its children.
#[derive(Debug)]
pub(super) struct Span {
    pub(super) range: Range<usize>,
    pub(super) children: Vec<Child>,
}

/// An item of a list, or an entry of an object.
#[derive(Debug)]
pub(super) struct Child {
    /// The range of the key with its quotation marks
    pub(super) key: Option<Range<usize>>,
    pub(super) value: Span,
}

impl Child {
    pub(super) fn range(&self) -> Range<usize> {
        let start = self.key.as_ref().map_or(self.value.range.start, |key| key.start);
        start..self.value.range.end
    }
}

/// The range of the value of a text, with those of all values inside. The text has been parsed to
/// `json`: its nesting is bounded, on which the parser here would overflow the stack.
///
/// # Errors
///
/// The parsers disagree, which is not known to happen.
pub(super) fn spans(text: &str, json: &Json) -> Result<Span, SyntaxError> {
    let ast = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    ast.ok().and_then(|ast| span(&ast.value?, json)).ok_or_else(|| SyntaxError {
        line: 1,
        column: 1,
        message: "the ranges of the values are unknown".to_owned(),
    })
}

fn span(ast: &Value<'_>, json: &Json) -> Option<Span> {
    let range = ast.range();
    let children: Option<Vec<Child>> = match (ast, json) {
        (Value::Object(object), Json::Object(entries))
            if object.properties.len() == entries.len() =>
        {
            let child = |(property, (_, json)): (&ObjectProp<'_>, &(_, Json))| {
                let key = property.name.range();
                let value = span(&property.value, json)?;
                Some(Child { key: Some(key.start..key.end), value })
            };
            object.properties.iter().zip(entries).map(child).collect()
        }
        (Value::Array(array), Json::Array(items)) if array.elements.len() == items.len() => {
            let pairs = array.elements.iter().zip(items);
            pairs.map(|(ast, json)| Some(Child { key: None, value: span(ast, json)? })).collect()
        }
        (Value::Object(_) | Value::Array(_), _) => None,
        _ => Some(Vec::new()),
    };
    Some(Span { range: range.start..range.end, children: children? })
}
