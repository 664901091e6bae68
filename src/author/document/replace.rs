//! Changes that affect the layout of the line they are on.
//!
//! A list or object on one line may become too long for it by an insertion. Then the outermost
//! value on that line is laid out again, and its strings and numbers keep their notation.

use super::edit::{Edit, Edits};
use super::parse::{Document, Route};
use super::piece::{Change, Piece};
use super::style::{Form, Role};

impl Route<'_> {
    /// The role of the value at a level.
    pub(super) fn role(&self, level: usize) -> Role<'_> {
        let mut role = Role::ROOT;
        for (place, index) in self.places.iter().zip(&self.indices).take(level) {
            role = match place.json.entries().get(*index) {
                Some((key, _)) => Role::entry(key),
                None => role.item(),
            };
        }
        role
    }
}

impl Document {
    /// The level of the outermost value that is on the same line as the whole of a value.
    pub(super) fn line_level(&self, route: &Route<'_>) -> Option<usize> {
        let is_flat = |level: &usize| {
            let place = route.places.get(*level);
            place.is_some_and(|place| !self.slice(place.span.range.clone()).contains('\n'))
        };
        (0..route.places.len()).rev().take_while(is_flat).last()
    }

    /// The new layout of the value at a level, if it does not fit on one line after a change of the
    /// target.
    pub(super) fn broken_line(
        &self,
        route: &Route<'_>,
        level: usize,
        change: Change,
    ) -> Option<Edits> {
        let range = route.places.get(level)?.span.range.clone();
        let piece = Piece::changed(self, route, level, change)?;
        let role = route.role(level);
        if piece.is_empty() || self.style().form(&piece, role) == Form::Flat {
            return None;
        }
        let text = self.style().layout(&piece, role, self.line_indent(range.start));
        let within = Edits::between(self.slice(range.clone()), &text);
        let moved = within.iter().map(|edit| {
            let moved = edit.range.start + range.start..edit.range.end + range.start;
            Edit { range: moved, text: edit.text.clone() }
        });
        Some(Edits::sorted(moved.collect()))
    }
}
