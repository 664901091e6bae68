//! The text form of a code: Crockford's base 32 (<https://www.crockford.com/base32.html>), in
//! groups of five characters.
//!
//! The alphabet omits I, L and O, which look like digits, and U, which makes words.

use crate::engine::typed::normalise;

use super::ReceiptError;
use super::bits::{Bits, Reader};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters in a line, its check included. Only the last line may be shorter.
pub const LINE_LENGTH: usize = 20;

/// Characters between two hyphens: as many as people remember while typing.
const GROUP: usize = 5;

/// The parameter of a fragment that holds a code.
const FRAGMENT: &str = "#r=";

/// The symbols of bits, five each. Missing bits are zero.
pub(super) fn symbols(bits: &[bool]) -> Vec<u8> {
    let symbol = |bits: &[bool]| {
        let value = Reader::new(bits).take(5).and_then(|value| u8::try_from(value).ok());
        // OK because receipts fill their last character.
        value.unwrap_or_default()
    };
    bits.chunks(5).map(symbol).collect()
}

/// The bits of symbols.
pub(super) fn bits(symbols: &[u8]) -> Bits {
    let mut bits = Bits::default();
    symbols.iter().for_each(|symbol| bits.push(u64::from(*symbol), 5));
    bits
}

/// Encodes symbols, in groups.
pub(super) fn encode(symbols: &[u8]) -> String {
    let mut text = String::new();
    for (index, symbol) in symbols.iter().enumerate() {
        if index > 0 && index.is_multiple_of(GROUP) {
            text.push('-');
        }
        let letter = LETTERS.get(usize::from(*symbol)).copied();
        // OK because symbols are less than 32.
        text.push(char::from(letter.unwrap_or(b'0')));
    }
    text
}

/// The lines of an encoded code, with a space between two groups.
pub fn code_lines(code: &str) -> Vec<String> {
    // A line has four groups, each with a hyphen after it.
    let line_bytes = LINE_LENGTH + LINE_LENGTH / GROUP;
    let letters: Vec<char> = code.chars().collect();
    let lines = letters.chunks(line_bytes).map(|line| line.iter().collect::<String>());
    lines.map(|line| line.trim_end_matches('-').replace('-', " ")).collect()
}

/// The address of a page with a code in its fragment, which browsers do not send to the server.
pub fn receipt_link(page: &str, code: &str) -> String {
    format!("{page}{FRAGMENT}{}", code.replace('-', ""))
}

/// The code in a typed text: in the fragment of an address, or after a label.
pub(super) fn typed_code(text: &str) -> &str {
    match text.rsplit_once(FRAGMENT) {
        // Apps append parameters of their own.
        Some((_, code)) => {
            let is_code = |typed: char| {
                typed.is_ascii_alphanumeric() || is_separator(typed) || symbol(typed).is_some()
            };
            code.split(|typed| !is_code(typed)).next().unwrap_or_default()
        }
        None => text.rsplit([':', '：']).next().unwrap_or(text),
    }
}

/// Whether a character is a space or a hyphen, or one that nobody sees.
pub(super) fn is_separator(typed: char) -> bool {
    normalise(typed).is_none_or(|plain| matches!(plain, '-' | ' '))
}

/// The symbol of a typed character.
pub(super) fn symbol(typed: char) -> Option<u8> {
    let letter = match normalise(typed)?.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    let index = LETTERS.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(index).ok()
}

/// Decodes a typed code of at most `max` symbols.
pub(super) fn decode(text: &str, max: usize) -> Result<Vec<u8>, ReceiptError> {
    let letters = || typed_code(text).chars().filter(|typed| !is_separator(*typed));
    // The limit is a few thousand. Longer input is rejected unread.
    if letters().count() > max {
        return Err(ReceiptError::TooLong);
    }
    let symbols: Result<Vec<u8>, ReceiptError> =
        letters().map(|typed| symbol(typed).ok_or(ReceiptError::InvalidCharacter(typed))).collect();
    symbols
        .and_then(|symbols| if symbols.is_empty() { Err(ReceiptError::Empty) } else { Ok(symbols) })
}
