//! The text form of a code: Crockford's base 32 (<https://www.crockford.com/base32.html>), in
//! groups of five characters.
//!
//! The alphabet omits I, L and O, which look like digits, and U, which makes words.

use crate::engine::typed::normalise;

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

/// Decodes a typed code of at most `max_bits` bits. Characters that nobody sees do not count.
pub(super) fn decode(text: &str, max_bits: usize) -> Result<Bits, ReceiptError> {
    let mut bits = Bits::default();
    // A copied line may begin with a label.
    let code = text.rsplit([':', '：']).next().unwrap_or(text);
    let letters = code.chars().filter_map(|typed| Some((typed, normalise(typed)?)));
    let letters = letters.filter(|(_, plain)| !matches!(plain, '-' | ' '));
    // The limit is a few thousand. Longer input is rejected unread.
    if letters.clone().count() > max_bits.div_ceil(5) {
        return Err(ReceiptError::TooLong);
    }
    for (typed, plain) in letters {
        let letter = match plain.to_ascii_uppercase() {
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
