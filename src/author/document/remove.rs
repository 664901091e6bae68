//! Removal of items and keys.

use super::edit::Edits;
use super::error::EditError;
use super::parse::{Document, Route};

impl Document {
    /// Removes an item or a key, with its comma.
    ///
    /// # Errors
    ///
    /// [`EditError::NoValue`], [`EditError::WholeDocument`]
    pub fn remove(&self, pointer: &str) -> Result<Edits, EditError> {
        let (parent, index) = self.route(pointer)?.parent().ok_or(EditError::WholeDocument)?;
        Ok(self.remove_child(&parent, index))
    }

    pub(super) fn remove_child(&self, route: &Route<'_>, index: usize) -> Edits {
        let span = route.target.span;
        let range = |index: usize| span.children.get(index).map(|child| child.range());
        let Some(child) = range(index) else { return Edits::none() };
        let before = index.checked_sub(1).and_then(range);
        let removed = match (before, range(index + 1)) {
            (None, None) => span.range.start + 1..span.range.end - 1,
            (Some(before), None) => before.end..child.end,
            (None, Some(after)) => child.start..after.start,
            (Some(before), Some(after)) => {
                let breaks = |range: std::ops::Range<usize>| self.slice(range).contains('\n');
                // The last on its line: the next line stays a line.
                if !breaks(before.end..child.start) && breaks(child.end..after.start) {
                    before.end..child.end
                } else {
                    child.start..after.start
                }
            }
        };
        Edits::one(removed, "")
    }
}
