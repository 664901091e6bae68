//! Reordering of lists.

use crate::rulebook::Json;

use super::edit::{Edit, Edits};
use super::error::EditError;
use super::parse::Document;

impl Document {
    /// Moves an item of a list to another index: that which it has afterwards. Its text stays the
    /// same.
    ///
    /// # Errors
    ///
    /// [`EditError::NoValue`], [`EditError::NotAList`], [`EditError::NoIndex`]
    pub fn move_item(&self, list: &str, from: usize, to: usize) -> Result<Edits, EditError> {
        let place = self.route(list)?.target;
        if !matches!(place.json, Json::Array(_)) {
            return Err(EditError::NotAList(list.to_owned()));
        }
        let children = &place.span.children;
        let range = |index: usize| {
            let range = children.get(index).map(|child| child.range());
            range.ok_or_else(|| EditError::NoIndex {
                pointer: list.to_owned(),
                len: children.len(),
                index,
            })
        };
        let (moved, target) = (range(from)?, range(to)?);
        let text = self.slice(moved.clone());
        let (removed, at, text) = if from < to {
            let next = range(from + 1)?;
            let separator = self.slice(moved.end..next.start);
            (moved.start..next.start, target.end, format!("{separator}{text}"))
        } else if from > to {
            let previous = range(from - 1)?;
            let separator = self.slice(previous.end..moved.start);
            (previous.end..moved.end, target.start, format!("{text}{separator}"))
        } else {
            return Ok(Edits::none());
        };
        let removal = Edit { range: removed, text: String::new() };
        Ok(Edits::sorted(vec![removal, Edit { range: at..at, text }]))
    }
}
