//! Replacement of values.

use crate::rulebook::Json;

use super::edit::Edits;
use super::error::EditError;
use super::parse::{Document, Route};
use super::piece::{Change, Piece};

/// The only difference between two lists or objects.
enum Difference<'v> {
    /// The child at this index has another value
    Child(usize, &'v Json),
    /// There is a new child at this index
    Added(usize, Option<&'v str>, &'v Json),
    /// The child at this index is gone
    Removed(usize),
    /// Any other
    Whole,
}

impl Document {
    /// Replaces a value. Of a list or object in which a single part changes, only that part is
    /// replaced.
    ///
    /// # Errors
    ///
    /// [`EditError::NoValue`]
    pub fn set(&self, pointer: &str, value: &Json) -> Result<Edits, EditError> {
        Ok(self.set_at(&self.route(pointer)?, value))
    }

    fn set_at(&self, route: &Route<'_>, value: &Json) -> Edits {
        if route.target.json == value {
            return Edits::none();
        }
        match difference(route.target.json, value) {
            Difference::Child(index, value) => {
                if let Some(child) = route.child(index) {
                    return self.set_at(&child, value);
                }
            }
            Difference::Added(index, key, value) => {
                return self.insert_child(route, index, key, &Piece::new(value));
            }
            Difference::Removed(index) => return self.remove_child(route, index),
            Difference::Whole => {}
        }
        self.replace(route, &Piece::new(value))
    }

    fn replace(&self, route: &Route<'_>, piece: &Piece) -> Edits {
        let range = route.target.span.range.clone();
        let around = route.parent().and_then(|(parent, _)| self.line_level(&parent));
        let broken =
            around.and_then(|line| self.broken_line(route, line, Change::Set(piece.clone())));
        if let Some(edits) = broken {
            return edits;
        }
        let role = route.role(route.places.len() - 1);
        let text = match around {
            Some(_) => self.style().flat(piece),
            None => self.style().layout(piece, role, self.line_indent(range.start)),
        };
        Edits::one(range, text)
    }
}

fn difference<'v>(old: &Json, new: &'v Json) -> Difference<'v> {
    match (old, new) {
        (Json::Array(old), Json::Array(new)) => {
            let (old, new) = (old.iter().map(|item| (None, item)), new.iter());
            only_difference(old.collect(), new.map(|item| (None, item)).collect())
        }
        (Json::Object(_), Json::Object(_)) => {
            // The entries of a repeated key cannot be told apart.
            if old.repeated_key().is_some() || new.repeated_key().is_some() {
                return Difference::Whole;
            }
            only_difference(named(old), named(new))
        }
        _ => Difference::Whole,
    }
}

type Named<'v> = (Option<&'v str>, &'v Json);

fn named(object: &Json) -> Vec<Named<'_>> {
    object.entries().iter().map(|(key, value)| (Some(key.as_str()), value)).collect()
}

fn only_difference<'v>(old: Vec<Named<'_>>, new: Vec<Named<'v>>) -> Difference<'v> {
    let same = |(old, new): &(&Named<'_>, &Named<'_>)| old == new;
    let prefix = old.iter().zip(&new).take_while(same).count();
    let rest = old.len().min(new.len()) - prefix;
    let suffix = old.iter().rev().zip(new.iter().rev()).take_while(same).take(rest).count();
    let (removed, added) = (old.len() - prefix - suffix, new.len() - prefix - suffix);
    let (before, after) = (old.get(prefix), new.get(prefix));
    match (removed, added, before, after) {
        (1, 1, Some((old_key, _)), Some((key, value))) if old_key == key => {
            Difference::Child(prefix, value)
        }
        (0, 1, _, Some((key, value))) => Difference::Added(prefix, *key, value),
        (1, 0, Some(_), _) => Difference::Removed(prefix),
        _ => Difference::Whole,
    }
}
