//! Insertion of items and keys.

use crate::rulebook::{Json, key_order};

use super::edit::Edits;
use super::error::EditError;
use super::parse::{Document, Route};
use super::piece::{Change, Piece, quoted};
use super::pointer;
use super::style::Role;

/// Where a new key is inserted into an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPosition<'a> {
    /// Before all other keys
    First,
    /// After all other keys
    Last,
    /// Before this key; at the end if there is none
    Before(&'a str),
    /// After this key; at the end if there is none
    After(&'a str),
    /// In the order of the schema of packs; at the end if the schema does not have the key
    Schema,
}

impl Document {
    /// Inserts an item into a list. The number of items is the index for the end.
    ///
    /// # Errors
    ///
    /// [`EditError::NoValue`], [`EditError::NotAList`], [`EditError::NoIndex`]
    pub fn insert(&self, list: &str, index: usize, value: &Json) -> Result<Edits, EditError> {
        let route = self.route(list)?;
        let Json::Array(items) = route.target.json else {
            return Err(EditError::NotAList(list.to_owned()));
        };
        let len = items.len();
        if index > len {
            return Err(EditError::NoIndex { pointer: list.to_owned(), len, index });
        }
        Ok(self.insert_child(&route, index, None, &Piece::new(value)))
    }

    /// Inserts a key into an object.
    ///
    /// # Errors
    ///
    /// [`EditError::NoValue`], [`EditError::NotAnObject`], [`EditError::KeyExists`]
    pub fn insert_key(
        &self,
        object: &str,
        key: &str,
        value: &Json,
        position: KeyPosition<'_>,
    ) -> Result<Edits, EditError> {
        let route = self.route(object)?;
        let Json::Object(entries) = route.target.json else {
            return Err(EditError::NotAnObject(object.to_owned()));
        };
        let find = |key: &str| entries.iter().position(|(name, _)| name == key);
        if find(key).is_some() {
            return Err(EditError::KeyExists(key.to_owned()));
        }
        let index = match position {
            KeyPosition::First => Some(0),
            KeyPosition::Last => None,
            KeyPosition::Before(other) => find(other),
            KeyPosition::After(other) => find(other).map(|index| index + 1),
            KeyPosition::Schema => schema_index(self.json(), object, entries, key),
        };
        let index = index.unwrap_or(entries.len());
        Ok(self.insert_child(&route, index, Some(key), &Piece::new(value)))
    }

    /// Sets a key of an object, or inserts it in the order of the schema.
    ///
    /// # Errors
    ///
    /// [`EditError::NoValue`], [`EditError::NotAnObject`]
    pub fn put(&self, object: &str, key: &str, value: &Json) -> Result<Edits, EditError> {
        match self.route(object)?.target.key_index(key) {
            Some(_) => self.set(&pointer::join(object, key), value),
            None => self.insert_key(object, key, value, KeyPosition::Schema),
        }
    }

    pub(super) fn insert_child(
        &self,
        route: &Route<'_>,
        index: usize,
        key: Option<&str>,
        value: &Piece,
    ) -> Edits {
        let span = route.target.span;
        let level = route.places.len() - 1;
        let change = || Change::Insert(index, key.map(str::to_owned), value.clone());
        let line = self.line_level(route);
        let broken = line.and_then(|line| self.broken_line(route, line, change()));
        if let Some(edits) = broken {
            return edits;
        }
        let (Some(first), Some(last)) = (span.children.first(), span.children.last()) else {
            let piece = Piece::changed(self, route, level, change());
            let piece = piece.unwrap_or_else(|| value.clone());
            let indent = self.line_indent(span.range.start);
            let text = match line {
                Some(_) => self.style().flat(&piece),
                None => self.style().layout(&piece, route.role(level), indent),
            };
            return Edits::one(span.range.clone(), text);
        };
        let separator = self.separator(route, index);
        let (at, is_last) = match span.children.get(index) {
            Some(next) => (next.range().start, false),
            None => (last.range().end, true),
        };
        let mut text = match key {
            Some(key) => format!("{}{}", quoted(key), self.style().colon),
            None => String::new(),
        };
        let role = key.map_or_else(|| route.role(level).item(), Role::entry);
        // The new value is on its own line, or on that of its neighbour.
        let indent = match separator.rsplit_once('\n') {
            // Without the comma of a line that begins with one.
            Some((_, line)) => line.split(',').next().unwrap_or_default(),
            None => self.line_indent(if is_last { at } else { first.range().start }),
        };
        text.push_str(&match line {
            Some(_) => self.style().flat(value),
            None => self.style().layout(value, role, indent),
        });
        let text =
            if is_last { format!("{separator}{text}") } else { format!("{text}{separator}") };
        Edits::one(at..at, text)
    }

    /// The comma and white space between a new child at an index and its neighbour.
    fn separator(&self, route: &Route<'_>, index: usize) -> String {
        let children = &route.target.span.children;
        let before = index.min(children.len() - 1).saturating_sub(1);
        match (children.get(before), children.get(before + 1)) {
            (Some(left), Some(right)) => {
                self.slice(left.range().end..right.range().start).to_owned()
            }
            (Some(only), None) => {
                let opening = route.target.span.range.start + 1..only.range().start;
                match self.slice(opening) {
                    space if space.contains('\n') => format!(",{space}"),
                    _ => self.style().comma.clone(),
                }
            }
            _ => self.style().comma.clone(),
        }
    }
}

/// The index for a new key in the order of the schema.
fn schema_index(
    document: &Json,
    object: &str,
    entries: &[(String, Json)],
    key: &str,
) -> Option<usize> {
    let order = key_order(document, &pointer::split(object).collect::<Vec<_>>());
    let rank = |key: &str| order.iter().position(|name| *name == key);
    let rank_of_new = rank(key)?;
    let is_after = |(name, _): &(String, Json)| rank(name).is_some_and(|rank| rank < rank_of_new);
    match entries.iter().rposition(is_after) {
        Some(index) => Some(index + 1),
        None => entries.iter().position(|(name, _)| rank(name).is_some()),
    }
}
