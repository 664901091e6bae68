//! Citations of provisions.

use crate::author::document::{Document, EditError, Edits, join};
use crate::rulebook::Json;

use super::build::{list, string};

/// Adds an id to the list under a key of an object, at the end.
///
/// # Errors
///
/// [`EditError::NoValue`], [`EditError::NotAnObject`], [`EditError::NotAList`]
pub fn add_id(document: &Document, object: &str, key: &str, id: &str) -> Result<Edits, EditError> {
    let pointer = join(object, key);
    match document.value(&pointer) {
        Some(ids) if ids.items().iter().any(|known| known.as_str() == Some(id)) => {
            Ok(Edits::none())
        }
        Some(ids) => document.insert(&pointer, ids.items().len(), &string(id)),
        None => document.put(object, key, &list([string(id)])),
    }
}

/// Removes an id from the list under a key of an object.
///
/// # Errors
///
/// [`EditError::NoValue`]
pub fn remove_id(
    document: &Document,
    object: &str,
    key: &str,
    id: &str,
) -> Result<Edits, EditError> {
    let pointer = join(object, key);
    let ids = document.value(&pointer).map(Json::items).unwrap_or_default();
    match ids.iter().position(|known| known.as_str() == Some(id)) {
        Some(index) => document.remove(&join(&pointer, index)),
        None => Ok(Edits::none()),
    }
}
