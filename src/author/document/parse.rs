//! A parsed text: its value, and the range of every value and key.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use crate::rulebook::Json;

use super::error::EditError;
use super::pointer;
use super::spans::{Span, spans};
use super::style::Style;

/// A JSON text with the ranges of its values, for edits by JSON Pointer.
///
/// A pointer to a key that is repeated leads to its first value.
#[derive(Debug)]
pub struct Document {
    pub(super) text: Rc<str>,
    json: Json,
    root: Span,
    style: OnceCell<Style>,
}

/// A value of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'d> {
    pub(super) span: &'d Span,
    pub(super) json: &'d Json,
}

impl<'d> Place<'d> {
    /// A child, by its index among the items or entries.
    pub(super) fn child(self, index: usize) -> Option<Place<'d>> {
        let span = &self.span.children.get(index)?.value;
        let json = match self.json {
            Json::Array(items) => items.get(index)?,
            other => other.entries().get(index).map(|(_, value)| value)?,
        };
        Some(Place { span, json })
    }

    pub(super) fn key_index(self, key: &str) -> Option<usize> {
        self.json.entries().iter().position(|(name, _)| name == key)
    }
}

/// The values on the way from the root to a value, both included.
pub(super) struct Route<'d> {
    pub(super) places: Vec<Place<'d>>,
    /// For each value but the last, the index of the next among its children
    pub(super) indices: Vec<usize>,
    pub(super) target: Place<'d>,
}

impl<'d> Route<'d> {
    /// The route to the parent of the target, and the index of the target. `None` for the root.
    pub(super) fn parent(&self) -> Option<(Route<'d>, usize)> {
        let (index, indices) = self.indices.split_last()?;
        let (_, places) = self.places.split_last()?;
        let target = places.last().copied()?;
        Some((Route { places: places.to_vec(), indices: indices.to_vec(), target }, *index))
    }

    pub(super) fn child(&self, index: usize) -> Option<Route<'d>> {
        let target = self.target.child(index)?;
        let (mut places, mut indices) = (self.places.clone(), self.indices.clone());
        places.push(target);
        indices.push(index);
        Some(Route { places, indices, target })
    }
}

impl Document {
    /// Parses a text.
    ///
    /// # Errors
    ///
    /// [`EditError::NotJson`]
    pub fn parse(text: impl Into<Rc<str>>) -> Result<Document, EditError> {
        let text = text.into();
        let json = Json::parse(&text).map_err(EditError::NotJson)?;
        let root = spans(&text, &json).map_err(EditError::NotJson)?;
        Ok(Document { text, json, root, style: OnceCell::new() })
    }

    /// The text.
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// The value of the text.
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// The value at a pointer.
    pub fn value(&self, pointer: &str) -> Option<&Json> {
        self.route(pointer).ok().map(|route| route.target.json)
    }

    /// The range of the value at a pointer.
    pub fn range(&self, pointer: &str) -> Option<Range<usize>> {
        self.route(pointer).ok().map(|route| route.target.span.range.clone())
    }

    /// The range of the last key of a pointer, with its quotation marks. `None` for items.
    pub fn key_range(&self, pointer: &str) -> Option<Range<usize>> {
        let (parent, index) = self.route(pointer).ok()?.parent()?;
        parent.target.span.children.get(index)?.key.clone()
    }

    /// The pointer to the innermost value at a byte offset. The offset of a key belongs to its
    /// value, white space to the value around it.
    pub fn pointer_at(&self, offset: usize) -> String {
        let mut place = Place { span: &self.root, json: &self.json };
        let mut pointer = String::new();
        loop {
            let children = &place.span.children;
            let count = children.partition_point(|child| child.range().start <= offset);
            let index = count.saturating_sub(1);
            let is_inside = children.get(index).is_some_and(|child| child.range().end >= offset);
            let Some(child) = place.child(index).filter(|_| count > 0 && is_inside) else {
                return pointer;
            };
            pointer = match place.json.entries().get(index) {
                Some((key, _)) => pointer::join(&pointer, key),
                None => pointer::join(&pointer, index),
            };
            place = child;
        }
    }

    pub(super) fn root(&self) -> Place<'_> {
        Place { span: &self.root, json: &self.json }
    }

    pub(super) fn style(&self) -> &Style {
        self.style.get_or_init(|| Style::learn(self))
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    pub(super) fn route(&self, pointer: &str) -> Result<Route<'_>, EditError> {
        let no_value = || EditError::NoValue(pointer.to_owned());
        let target = self.root();
        let mut route = Route { places: vec![target], indices: Vec::new(), target };
        if !pointer.is_empty() && !pointer.starts_with('/') {
            return Err(no_value());
        }
        for token in pointer::split(pointer) {
            let index = match route.target.json {
                Json::Array(_) => pointer::index(&token),
                _ => route.target.key_index(&token),
            };
            let index = index.ok_or_else(no_value)?;
            route.target = route.target.child(index).ok_or_else(no_value)?;
            route.places.push(route.target);
            route.indices.push(index);
        }
        Ok(route)
    }

    /// The white space at the beginning of the line that contains an offset.
    pub(super) fn line_indent(&self, offset: usize) -> &str {
        let before = self.slice(0..offset);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.slice(start..self.text.len());
        let end = line.find(|char| char != ' ' && char != '\t').unwrap_or(line.len());
        line.get(..end).unwrap_or_default()
    }
}
