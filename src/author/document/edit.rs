//! Edits of a text.

use std::ops::Range;

use super::offsets::Offsets;

/// The replacement of a range of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The range in bytes
    pub range: Range<usize>,
    /// The new text of the range
    pub text: String,
}

/// Edits of one text: sorted, and without overlaps. All ranges are those of the text before the
/// edits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// No change.
    pub fn none() -> Edits {
        Edits::default()
    }

    /// One replacement.
    pub(super) fn one(range: Range<usize>, text: impl Into<String>) -> Edits {
        Edits(vec![Edit { range, text: text.into() }])
    }

    /// Several replacements, which must not overlap.
    pub(in crate::author) fn sorted(mut edits: Vec<Edit>) -> Edits {
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        Edits(edits)
    }

    /// The smallest single edit from one text to another, such as after several operations.
    pub fn between(old: &str, new: &str) -> Edits {
        if old == new {
            return Edits::none();
        }
        let prefix = common(old.chars().zip(new.chars()));
        let (old_rest, new_rest) = (tail(old, prefix), tail(new, prefix));
        let suffix = common(old_rest.chars().rev().zip(new_rest.chars().rev()));
        let text = new_rest.get(..new_rest.len() - suffix).unwrap_or_default();
        Edits::one(prefix..old.len() - suffix, text)
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The edits, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.0.iter()
    }

    /// The text after the edits. Ranges outside the text are ignored.
    pub fn apply(&self, text: &str) -> String {
        let mut result = String::with_capacity(text.len() + 256);
        let mut done = 0;
        for edit in &self.0 {
            if let Some(before) = text.get(done..edit.range.start)
                && text.is_char_boundary(edit.range.end)
            {
                result.push_str(before);
                result.push_str(&edit.text);
                done = edit.range.end;
            }
        }
        result.push_str(tail(text, done));
        result
    }

    /// The edits with ranges in UTF-16 code units, as the editor counts.
    pub fn to_utf16(&self, offsets: &Offsets) -> Edits {
        let edits = self.0.iter().map(|edit| {
            let Range { start, end } = edit.range;
            Edit { range: offsets.to_utf16(start)..offsets.to_utf16(end), text: edit.text.clone() }
        });
        Edits(edits.collect())
    }
}

/// The number of bytes of the equal characters at the beginning.
fn common(pairs: impl Iterator<Item = (char, char)>) -> usize {
    pairs.take_while(|(old, new)| old == new).map(|(char, _)| char.len_utf8()).sum()
}

fn tail(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}
