//! Ranges in a text.

use std::ops::Range;

/// The part of a range on its first line. Underlining an object of many lines hides the point.
pub(super) fn first_line(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    match text.find('\n') {
        Some(length) => {
            range.start..range.start + text.get(..length).unwrap_or_default().trim_end().len()
        }
        None => range,
    }
}

/// Whether a range is a JSON string, with its quotation marks.
pub(super) fn is_string(source: &str, range: &Range<usize>) -> bool {
    let text = source.get(range.clone()).unwrap_or_default();
    text.len() > 1 && text.starts_with('"') && text.ends_with('"')
}

/// The line and column of a byte offset. Both count from 1; the column counts bytes.
pub(super) fn line_and_column(source: &str, byte: usize) -> (usize, usize) {
    let before = source.get(..byte).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, byte - line_start + 1)
}
