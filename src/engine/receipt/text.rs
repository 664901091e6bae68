//! Bits as text: base 32 by D. Crockford (<https://www.crockford.com/base32.html>), in groups of five.
//!
//! Its letters leave out I, L, O and U: the first three look like digits, and U makes words.

use crate::engine::parse_answer::to_half_width;

use super::ReceiptError;
use super::bits::{Bits, Reader};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters between two hyphens: as many as are kept in mind while typing.
const GROUP: usize = 5;

/// The code of so many whole characters.
pub(super) fn encode(bits: &[bool]) -> String {
    let mut text = String::new();
    for (index, bits) in bits.chunks(5).enumerate() {
        if index > 0 && index.is_multiple_of(GROUP) {
            text.push('-');
        }
        let letter =
            Reader::new(bits).take(5).and_then(|value| LETTERS.get(usize::try_from(value).ok()?));
        // OK because five bits are less than 32, and receipts fill their last character.
        text.push(char::from(letter.copied().unwrap_or(b'0')));
    }
    text
}

/// The bits of a code as people type it.
pub(super) fn decode(text: &str) -> Result<Bits, ReceiptError> {
    let mut bits = Bits::default();
    // A line copied whole begins with what it is called.
    let code = text.rsplit([':', '：']).next().unwrap_or(text);
    for typed in code.chars() {
        let letter = match to_half_width(typed).to_ascii_uppercase() {
            // Hyphens of every length: word processors exchange them.
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | ' ' | '\u{a0}' | '\t' | '\n' | '\r' => {
                continue;
            }
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        };
        let index = LETTERS.iter().position(|known| char::from(*known) == letter);
        let index = index.ok_or(ReceiptError::Unreadable(typed))?;
        bits.push(u64::try_from(index).unwrap_or_default(), 5);
    }
    if bits.len() == 0 { Err(ReceiptError::Empty) } else { Ok(bits) }
}

/// The longest text that may hold so many bits: every character full-width, and a wide space after it.
pub(super) fn max_text_bytes(bits: usize) -> usize {
    bits.div_ceil(5) * 6
}
