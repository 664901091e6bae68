//! Edits of the text of a pack: only the changed values, and everything else as it was.

use std::ops::Range;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::author::document::{Edit as TextEdit, Edits};
use crate::rulebook::Json;

use super::report::Edit;

/// The reason why edits cannot be applied to a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// The text is not JSON
    #[error("the pack is not JSON")]
    Syntax,
    /// The text has no value to edit at a pointer
    #[error("the pack has no value at `{0}`")]
    Missing(String),
}

/// The edits of the text that they were made for: only the changed values.
///
/// # Errors
///
/// The text is another one: not JSON, or without a value that an edit changes.
pub fn text_edits(text: &str, edits: &[Edit]) -> Result<Edits, ApplyError> {
    // Its limit on nesting protects the recursive parser below.
    Json::parse(text).map_err(|_| ApplyError::Syntax)?;
    let ast = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let root = ast.ok().and_then(|ast| ast.value).ok_or(ApplyError::Syntax)?;
    let mut replacements = Vec::new();
    for edit in edits {
        let replacement = replacement(text, &root, edit);
        let (range, text) = replacement.ok_or_else(|| ApplyError::Missing(edit.pointer.clone()))?;
        replacements.push(TextEdit { range, text });
    }
    // Values that are added to one object keep their order.
    Ok(Edits::sorted(replacements))
}

/// The text after the edits.
///
/// # Errors
///
/// Those of [`text_edits`].
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, ApplyError> {
    Ok(text_edits(text, edits)?.apply(text))
}

/// The range of the text that an edit replaces, and its new content.
fn replacement(text: &str, root: &Value<'_>, edit: &Edit) -> Option<(Range<usize>, String)> {
    let (parent, last) = edit.pointer.rsplit_once('/')?;
    let mut value = root;
    for token in parent.split('/').skip(1) {
        value = child(value, &unescape(token))?;
    }
    let last = unescape(last);
    let new = edit.value.to_text();
    match (child(value, &last), value) {
        (Some(old), _) => Some((old.start()..old.end(), new)),
        (None, Value::Object(object)) => Some(add_property(text, object, &last, &new)),
        (None, Value::Array(list)) if last == "-" => {
            let items: Vec<Range<usize>> =
                list.elements.iter().map(|item| item.start()..item.end()).collect();
            Some(add_last(text, list.start(), &items, &new))
        }
        _ => None,
    }
}

fn child<'a>(value: &'a Value<'a>, token: &str) -> Option<&'a Value<'a>> {
    match value {
        Value::Object(object) => {
            let property = object.properties.iter().find(|item| item.name.as_str() == token);
            property.map(|property| &property.value)
        }
        Value::Array(list) => list.elements.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// Adds a key, with the space after the colon of the key before it.
fn add_property(text: &str, object: &Object<'_>, key: &str, new: &str) -> (Range<usize>, String) {
    let colon = object
        .properties
        .last()
        .and_then(|property| text.get(property.name.end()..property.value.start()));
    let key = Json::String(key.to_owned()).to_text();
    let new = format!("{key}{}{new}", colon.unwrap_or(": "));
    let items: Vec<Range<usize>> =
        object.properties.iter().map(|item| item.start()..item.end()).collect();
    add_last(text, object.start(), &items, &new)
}

/// Adds a value behind the last of a list or object, with the space between the last two, or with
/// the line break before the only one.
fn add_last(text: &str, start: usize, items: &[Range<usize>], new: &str) -> (Range<usize>, String) {
    match items {
        [] => (start + 1..start + 1, new.to_owned()),
        [only] => {
            let before = text.get(start + 1..only.start).unwrap_or_default();
            let space = if before.contains('\n') { before } else { " " };
            (only.end..only.end, format!(",{space}{new}"))
        }
        [.., second, last] => {
            let between = text.get(second.end..last.start).unwrap_or(", ");
            (last.end..last.end, format!("{between}{new}"))
        }
    }
}
