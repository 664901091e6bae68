//! Errors of operations on a document.

use crate::rulebook::SyntaxError;

/// The reason why an operation is impossible. The text stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text is not JSON, or nested deeper than 128 levels
    #[error("not JSON: {0}")]
    NotJson(SyntaxError),
    /// A pointer leads to no value
    #[error("no value at `{0}`")]
    NoValue(String),
    /// The value at a pointer is not a list
    #[error("the value at `{0}` is not a list")]
    NotAList(String),
    /// The value at a pointer is not an object
    #[error("the value at `{0}` is not an object")]
    NotAnObject(String),
    /// A list has no such index
    #[error("the list at `{pointer}` has {len} items, so there is no index {index}")]
    NoIndex {
        /// The list
        pointer: String,
        /// The number of its items
        len: usize,
        /// The wanted index
        index: usize,
    },
    /// The object has the key already
    #[error("the object has the key `{0}` already")]
    KeyExists(String),
    /// The whole document cannot be removed, and has no key
    #[error("the whole document cannot be removed or renamed")]
    WholeDocument,
    /// An id has other characters than ids may have
    #[error("`{0}` is not an id: lower-case letters, digits and single hyphens")]
    BadId(String),
    /// Another definition has the id
    #[error("another definition has the id `{0}`")]
    IdTaken(String),
    /// Nothing has the id
    #[error("nothing has the id `{0}`")]
    UnknownId(String),
}
