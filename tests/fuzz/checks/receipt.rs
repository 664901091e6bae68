//! Receipt codes: what is read is written as the same code, also where the checksum is right although nobody wrote it.

use eligibility_check::engine::{Answers, Receipt, ReceiptError, answers_from_json};
use eligibility_check::rulebook::RulePack;

use super::{laws, say};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Bits before the rules, which may be any: the format, the pack, the questions.
const HEAD: usize = 4 + 16 + 32;

thread_local! {
    static BOOKS: [RulePack; 3] = [
        include_str!("../../transcripts/packs/kiosk.json"),
        include_str!("../../transcripts/packs/harbour.json"),
        include_str!("../../../rules.json"),
    ]
    .map(|text| RulePack::from_json(text).unwrap());
}

/// The first byte chooses a pack, and whether the rest is a code or the content of one.
pub(super) fn check(input: &[u8]) -> bool {
    let Some((choice, rest)) = input.split_first() else { return false };
    BOOKS.with(|books| {
        let book = &books[usize::from(*choice) % books.len()];
        if *choice < 128 {
            std::str::from_utf8(rest).into_iter().for_each(|typed| read(book, typed));
        } else {
            forged(book, rest);
        }
    });
    true
}

fn read(book: &RulePack, typed: &str) {
    if let Ok(receipt) = Receipt::decode(book, typed) {
        holds(book, &receipt, &plain(typed));
    }
}

/// The one content that a code has is written as this code, and is fit for use.
fn holds(book: &RulePack, receipt: &Receipt, typed: &str) {
    let code = Receipt::encode(book, receipt.as_of, &receipt.answers);
    if receipt.other_rules.is_none() {
        assert_eq!(code.replace('-', ""), typed);
    } else {
        assert_eq!(code.replace('-', "").len(), typed.len());
        let ours = Receipt { other_rules: None, ..receipt.clone() };
        assert_eq!(Receipt::decode(book, &code), Ok(ours));
    }
    let json = laws::written(book, &receipt.answers);
    assert_eq!(answers_from_json(book, &json).as_ref(), Ok(&receipt.answers));
}

/// Whatever the content, under the right head and checksum.
fn forged(book: &RulePack, bytes: &[u8]) {
    let mut content = head(book);
    content.extend(
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1 == 1)),
    );
    let typed = sealed(content);
    match Receipt::decode(book, &typed) {
        Ok(receipt) => holds(book, &receipt, &typed),
        Err(error) => {
            assert!(matches!(error, ReceiptError::Impossible | ReceiptError::TooLong), "{error}")
        }
    }
}

fn head(book: &RulePack) -> Vec<bool> {
    let code = Receipt::encode(book, say::day(book, 0), &Answers::none(book)).replace('-', "");
    let places =
        code.bytes().filter_map(|letter| LETTERS.iter().position(|known| *known == letter));
    places
        .flat_map(|value| (0..5).rev().map(move |place| value >> place & 1 == 1))
        .take(HEAD)
        .collect()
}

/// So many bits as a number; zeros where there are fewer.
fn number(bits: &[bool], count: usize) -> u8 {
    (0..count).fold(0, |number, place| number << 1 | u8::from(bits.get(place) == Some(&true)))
}

/// Content with its checksum, worked out apart from the engine: as a division of polynomials.
fn sealed(mut content: Vec<bool>) -> String {
    while !(content.len() + 32).is_multiple_of(5) {
        content.push(false);
    }
    let mut remainder = u32::MAX;
    for bit in &content {
        let feedback = (remainder >> 31 == 1) != *bit;
        remainder = remainder << 1 ^ if feedback { 0x04c1_1db7 } else { 0 };
    }
    // The remainder is sent with its last bit first.
    content.extend((0..32).map(|place| !remainder >> place & 1 == 1));
    content.chunks(5).map(|bits| char::from(LETTERS[usize::from(number(bits, 5))])).collect()
}

/// A code without what people may type beside its letters.
fn plain(typed: &str) -> String {
    let narrow = |char: char| match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    };
    let letters = typed.chars().map(|char| match narrow(char).to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    });
    letters.filter(char::is_ascii_alphanumeric).collect()
}
