//! The text form of a code: Crockford's base 32 (<https://www.crockford.com/base32.html>), in
//! groups of five characters.
//!
//! The alphabet omits I, L and O, which look like digits, and U, which makes words.

use crate::engine::parse_answer::to_half_width;

use super::ReceiptError;
use super::bits::{Bits, Reader};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters between two hyphens: as many as people remember while typing.
const GROUP: usize = 5;

/// Encodes bits, five per character.
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

/// Decodes a typed code.
pub(super) fn decode(text: &str) -> Result<Bits, ReceiptError> {
    let mut bits = Bits::default();
    // A copied line may begin with a label.
    let code = text.rsplit([':', '：']).next().unwrap_or(text);
    for typed in code.chars() {
        let letter = match to_half_width(typed).to_ascii_uppercase() {
            // Word processors exchange hyphens of all lengths.
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | ' ' | '\u{a0}' | '\t' | '\n' | '\r' => {
                continue;
            }
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        };
        let index = LETTERS.iter().position(|known| char::from(*known) == letter);
        let index = index.ok_or(ReceiptError::InvalidCharacter(typed))?;
        bits.push(u64::try_from(index).unwrap_or_default(), 5);
    }
    if bits.len() == 0 { Err(ReceiptError::Empty) } else { Ok(bits) }
}

/// The longest text that can encode `bits` bits: every character full-width and followed by a wide
/// space.
pub(super) fn max_text_bytes(bits: usize) -> usize {
    bits.div_ceil(5) * 6
}
