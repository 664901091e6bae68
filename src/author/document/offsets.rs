//! Byte offsets and UTF-16 offsets of a text.
//!
//! Rust counts bytes, editors in browsers count UTF-16 code units. The conversion counts from the
//! nearest of many known positions, so its time does not depend on the length of the text.

use std::rc::Rc;

/// The distance of known positions, in bytes.
const STEP: usize = 512;

/// A text with its known positions.
#[derive(Clone, Debug)]
pub struct Offsets {
    text: Rc<str>,
    /// Byte offset and UTF-16 offset, ascending in both
    known: Vec<(usize, usize)>,
    /// The length in UTF-16 code units
    len_utf16: usize,
}

impl Offsets {
    /// Counts a text once.
    pub fn new(text: impl Into<Rc<str>>) -> Offsets {
        let text = text.into();
        let mut known = vec![(0, 0)];
        let (mut next, mut utf16) = (STEP, 0);
        for (byte, char) in text.char_indices() {
            if byte >= next {
                known.push((byte, utf16));
                next = byte + STEP;
            }
            utf16 += char.len_utf16();
        }
        Offsets { text, known, len_utf16: utf16 }
    }

    /// The UTF-16 offset of a byte offset. An offset within a character counts as that of the
    /// character, one beyond the end as the end.
    pub fn to_utf16(&self, byte: usize) -> usize {
        if byte >= self.text.len() {
            return self.len_utf16;
        }
        let (start, mut utf16) = self.before(|(known, _)| *known <= byte);
        let mut at = start;
        for char in self.text.get(start..).unwrap_or_default().chars() {
            if at + char.len_utf8() > byte {
                break;
            }
            at += char.len_utf8();
            utf16 += char.len_utf16();
        }
        utf16
    }

    /// The byte offset of a UTF-16 offset. An offset within a surrogate pair counts as that of the
    /// character, one beyond the end as the end.
    pub fn to_byte(&self, utf16: usize) -> usize {
        if utf16 >= self.len_utf16 {
            return self.text.len();
        }
        let (mut byte, mut at) = self.before(|(_, known)| *known <= utf16);
        for char in self.text.get(byte..).unwrap_or_default().chars() {
            if at + char.len_utf16() > utf16 {
                break;
            }
            byte += char.len_utf8();
            at += char.len_utf16();
        }
        byte
    }

    fn before(&self, is_before: impl Fn(&(usize, usize)) -> bool) -> (usize, usize) {
        let count = self.known.partition_point(is_before);
        self.known.get(count.saturating_sub(1)).copied().unwrap_or_default()
    }
}
