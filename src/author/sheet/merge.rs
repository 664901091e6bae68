//! The comparison of one text: as exported, in the file, and in the pack.

use super::was::{Was, same};

/// The result for one text in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merge {
    /// Both are the same, or both have none
    Same,
    /// The file has a new text
    Changed,
    /// The file has the exported text, and the pack a newer one
    NewerInPack,
    /// The file has none, and the pack has one
    Emptied,
    /// Both have new texts
    BothChanged,
    /// Characters were lost when the file was saved
    LostCharacters,
}

/// Compares a text of the file with the pack. `was` are the hashes of the exported row, with the
/// text under `key`; `None` if they are missing.
pub(super) fn merge(sheet: &str, pack: Option<&str>, was: Option<&Was>, key: &str) -> Merge {
    let current = pack.unwrap_or_default();
    if same(sheet, current) {
        return Merge::Same;
    }
    if sheet.trim().is_empty() {
        return if current.trim().is_empty() { Merge::Same } else { Merge::Emptied };
    }
    if lost_characters(sheet, current) {
        return Merge::LostCharacters;
    }
    let Some(was) = was else { return Merge::Changed };
    match (was.is(key, sheet), was.is(key, current)) {
        (Some(true), _) => Merge::NewerInPack,
        (_, Some(true)) => Merge::Changed,
        (_, Some(false)) => Merge::BothChanged,
        // The exported row had no text in this language.
        (_, None) if current.is_empty() => Merge::Changed,
        (_, None) => Merge::BothChanged,
    }
}

/// Whether the text is the other one with `?` for characters that an encoding does not have, or has
/// replacement characters.
fn lost_characters(sheet: &str, pack: &str) -> bool {
    if sheet.contains('\u{fffd}') && !pack.contains('\u{fffd}') {
        return true;
    }
    // A whole text in characters that the encoding does not have.
    let is_readable = sheet.chars().any(|char| char.is_alphanumeric());
    if !is_readable && sheet.matches('?').count() > 1 {
        return true;
    }
    let mut rest = sheet;
    let mut is_lost = false;
    for char in pack.chars() {
        let question_marks = if char.len_utf16() == 2 { "??" } else { "?" };
        rest = if let Some(after) = rest.strip_prefix(char) {
            after
        } else if let Some(after) = rest.strip_prefix(question_marks).filter(|_| !char.is_ascii()) {
            is_lost = true;
            after
        } else {
            return false;
        };
    }
    is_lost && rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn was(text: &str) -> Was {
        let mut was = Was::default();
        was.add("en", text);
        was
    }

    #[test]
    fn a_text_that_one_side_changed_is_taken_from_that_side() {
        let was = was("old");
        assert_eq!(merge("new", Some("old"), Some(&was), "en"), Merge::Changed);
        assert_eq!(merge("old", Some("new"), Some(&was), "en"), Merge::NewerInPack);
        assert_eq!(merge("new", Some("new"), Some(&was), "en"), Merge::Same);
        assert_eq!(merge("mine", Some("yours"), Some(&was), "en"), Merge::BothChanged);
    }

    #[test]
    fn a_translation_that_both_sides_added_is_a_conflict() {
        let was = was("old");
        assert_eq!(merge("neu", None, Some(&was), "de"), Merge::Changed);
        assert_eq!(merge("neu", Some("frisch"), Some(&was), "de"), Merge::BothChanged);
    }

    #[test]
    fn an_empty_cell_deletes_nothing() {
        assert_eq!(merge(" ", Some("old"), Some(&was("old")), "en"), Merge::Emptied);
        assert_eq!(merge("", None, Some(&was("old")), "de"), Merge::Same);
    }

    #[test]
    fn question_marks_for_characters_are_noticed() {
        assert_eq!(merge("a??b", Some("a😀b"), None, "en"), Merge::LostCharacters);
        assert_eq!(merge("f?r", Some("für"), None, "en"), Merge::LostCharacters);
        assert_eq!(merge("f\u{fffd}r", Some("für"), None, "en"), Merge::LostCharacters);
        assert_eq!(merge("?????", None, None, "zh-Hans"), Merge::LostCharacters);
        assert_eq!(merge("for?", Some("for"), None, "en"), Merge::Changed);
    }
}
