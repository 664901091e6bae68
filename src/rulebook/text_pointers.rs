//! The places of the texts of a pack.

use super::build::build_parts;
use super::json::Json;

/// The JSON Pointers of the texts of a document, which may have faults: the values that the shape
/// of a pack expects to be texts, in no particular order, and some of them more than once.
pub fn text_pointers(document: &Json) -> Vec<String> {
    build_parts(document).0.check.texts
}
