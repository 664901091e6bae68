//! Changes of the structure of conditions, as edits of the document.

use crate::author::document::{Document, EditError, Edits, join};
use crate::rulebook::Json;

use super::build::{list, one, string};

/// How conditions are combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// All hold
    All,
    /// At least one holds
    Any,
    /// The condition does not hold
    Not,
}

/// Puts a first condition under a key of an object. A criterion that the office decided becomes
/// one that the text decides.
///
/// # Errors
///
/// [`EditError::NoValue`], [`EditError::NotAnObject`]
pub fn begin_condition(
    document: &Document,
    object: &str,
    key: &str,
    condition: &Json,
) -> Result<Edits, EditError> {
    let edits = document.put(object, key, condition)?;
    regrade(document, object, edits, "directional", "explicit")
}

/// Puts the condition at a pointer into a group of its own.
///
/// # Errors
///
/// [`EditError::NoValue`]
pub fn wrap(document: &Document, pointer: &str, group: Group) -> Result<Edits, EditError> {
    let condition = value(document, pointer)?.clone();
    let wrapped = match group {
        Group::All => one("all", list([condition])),
        Group::Any => one("any", list([condition])),
        Group::Not => one("not", condition),
    };
    document.set(pointer, &wrapped)
}

/// Replaces the group at a pointer by its only part.
///
/// # Errors
///
/// [`EditError::NoValue`] if there is no such group, or it has several parts
pub fn unwrap_part(document: &Document, pointer: &str) -> Result<Edits, EditError> {
    let part = match value(document, pointer)?.entries() {
        [(group, part)] if group == "not" => Some(part),
        [(group, Json::Array(parts))] if group == "all" || group == "any" => match parts.as_slice()
        {
            [part] => Some(part),
            _ => None,
        },
        [(group, Json::Array(parts))] if group == "at-least-of" => match parts.as_slice() {
            [_, part] => Some(part),
            _ => None,
        },
        _ => None,
    };
    let part = part.ok_or_else(|| EditError::NoValue(pointer.to_owned()))?;
    document.set(pointer, &part.clone())
}

/// Adds a condition at the end of the group at a pointer. Another condition becomes a group `all`
/// of both.
///
/// # Errors
///
/// [`EditError::NoValue`]
pub fn add_part(document: &Document, pointer: &str, part: &Json) -> Result<Edits, EditError> {
    let condition = value(document, pointer)?;
    match condition.entries() {
        [(group, Json::Array(parts))]
            if matches!(group.as_str(), "all" | "any" | "at-least-of") =>
        {
            document.insert(&join(pointer, group), parts.len(), part)
        }
        _ => document.set(pointer, &one("all", list([condition.clone(), part.clone()]))),
    }
}

/// Removes a part of a group. The last part takes the group along: from its own group, or the whole
/// condition with its key. The office then decides a criterion that the text decided.
///
/// # Errors
///
/// [`EditError::NoValue`], [`EditError::WholeDocument`]
pub fn remove_part(document: &Document, pointer: &str) -> Result<Edits, EditError> {
    value(document, pointer)?;
    let Some((parent, token)) = pointer.rsplit_once('/') else {
        return Err(EditError::WholeDocument);
    };
    let is_condition_key = token == "not";
    let (group, is_last) = match document.value(parent) {
        Some(Json::Array(items)) => {
            let least = if parent.ends_with("/at-least-of") { 2 } else { 1 };
            (parent.rsplit_once('/').map(|(group, _)| group), items.len() <= least)
        }
        _ => (Some(parent), is_condition_key),
    };
    match group {
        Some(group) if is_last && !group.is_empty() => remove_part(document, group),
        _ if token == "when" => {
            regrade(document, parent, document.remove(pointer)?, "explicit", "directional")
        }
        _ => document.remove(pointer),
    }
}

/// Edits that also change the grade of an object from one to another. Another grade stays.
fn regrade(
    document: &Document,
    object: &str,
    edits: Edits,
    from: &str,
    to: &str,
) -> Result<Edits, EditError> {
    let grade = join(object, "grade");
    if document.value(&grade).and_then(Json::as_str) != Some(from) {
        return Ok(edits);
    }
    let text = edits.apply(document.text());
    let graded = Document::parse(text.as_str())?.set(&grade, &string(to))?;
    Ok(Edits::between(document.text(), &graded.apply(&text)))
}

fn value<'d>(document: &'d Document, pointer: &str) -> Result<&'d Json, EditError> {
    document.value(pointer).ok_or_else(|| EditError::NoValue(pointer.to_owned()))
}
