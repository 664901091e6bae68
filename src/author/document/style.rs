//! The style of a text: its indentation, its separators, and which values are on one line.
//!
//! Authors differ: some write a criterion on one line, others on ten. So nothing is configured. The
//! layout of a new value is that of the most similar value in the text: the one under the same key
//! whose length on one line is nearest.

use std::collections::HashMap;

use super::parse::Document;
use super::piece::Piece;
use super::style_survey::Survey;

/// How the items of a list, or the entries of an object, are separated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// All on one line
    Flat,
    /// Without line breaks of its own, around values that have some: `{"id": "a", "title": {⏎…`
    Hugged,
    /// Each on its own line
    Expanded,
}

/// A list or object of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Example {
    pub(super) width: usize,
    pub(super) form: Form,
}

/// The role of a value: the nearest key above it, and the number of lists between.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role<'a> {
    pub(super) key: &'a str,
    pub(super) lists: usize,
}

impl<'a> Role<'a> {
    pub(super) const ROOT: Role<'static> = Role { key: "", lists: 0 };

    pub(super) fn entry(key: &'a str) -> Role<'a> {
        Role { key, lists: 0 }
    }

    pub(super) fn item(self) -> Role<'a> {
        Role { lists: self.lists + 1, ..self }
    }
}

/// The lists and objects of a text with a certain role.
#[derive(Debug, Default)]
pub(super) struct Examples {
    pub(super) lists: Vec<Example>,
    pub(super) objects: Vec<Example>,
}

/// The style of a text.
#[derive(Debug)]
pub(super) struct Style {
    pub(super) newline: &'static str,
    /// One level of indentation
    pub(super) indent: String,
    /// Between a key and its value
    pub(super) colon: String,
    /// Between values on one line
    pub(super) comma: String,
    /// Inside the brackets of a list on one line
    pub(super) list_padding: String,
    /// Inside the braces of an object on one line
    pub(super) object_padding: String,
    /// Whether the whole text is on one line
    pub(super) is_one_line: bool,
    /// By key and number of lists
    pub(super) roles: HashMap<String, Vec<Examples>>,
    /// By height
    pub(super) heights: Vec<Examples>,
}

/// The longest line that is written without an example of that length.
const MAX_WIDTH: usize = 100;

impl Style {
    pub(super) fn learn(document: &Document) -> Style {
        Survey::of(document).into_style()
    }

    /// The form for a value that is not empty.
    pub(super) fn form(&self, piece: &Piece, role: Role<'_>) -> Form {
        let width = self.width(piece);
        if self.is_one_line {
            return Form::Flat;
        }
        let is_list = matches!(piece, Piece::List(_));
        let of = |examples: &Examples| {
            let examples = if is_list { &examples.lists } else { &examples.objects };
            examples.iter().copied().min_by_key(|example| example.width.abs_diff(width))
        };
        let same_role = self.roles.get(role.key).and_then(|lists| lists.get(role.lists));
        let same_role = same_role.and_then(of).filter(|example| {
            // A short value is not like a long one that needs several lines.
            example.form == Form::Flat || example.width <= 2 * width || width > MAX_WIDTH / 2
        });
        let nearest = same_role.or_else(|| self.heights.get(piece.height()).and_then(of));
        match nearest {
            Some(example) if example.form == Form::Flat => {
                let is_longer = width > MAX_WIDTH && width > example.width + example.width / 4;
                if is_longer { Form::Expanded } else { Form::Flat }
            }
            Some(example) => example.form,
            None if width <= MAX_WIDTH - 20 => Form::Flat,
            None => Form::Expanded,
        }
    }

    /// The number of characters on one line.
    pub(super) fn width(&self, piece: &Piece) -> usize {
        let count = |text: &str| text.chars().count();
        let separators = |len: usize, padding: &str| {
            2 + 2 * count(padding) + len.saturating_sub(1) * count(&self.comma)
        };
        match piece {
            Piece::Scalar(text) => count(text),
            Piece::List(items) => {
                let items_width: usize = items.iter().map(|item| self.width(item)).sum();
                items_width + separators(items.len(), &self.list_padding)
            }
            Piece::Object(entries) => {
                let width = |entry: &super::piece::Entry| {
                    count(&entry.written) + count(&self.colon) + self.width(&entry.value)
                };
                let entries_width: usize = entries.iter().map(width).sum();
                entries_width + separators(entries.len(), &self.object_padding)
            }
        }
    }
}
