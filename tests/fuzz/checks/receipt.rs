//! Receipt codes: a decoded code encodes to itself, also if foreign content has a valid checksum.

use eligibility_check::engine::{Answers, Receipt, ReceiptError, answers_from_json};
use eligibility_check::rulebook::RulePack;

use super::{laws, sample};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Number of bits before the hash of the rules, which is arbitrary: format, pack, questions.
const HEADER_BITS: usize = 4 + 16 + 24;

thread_local! {
    static PACKS: [RulePack; 3] = [
        include_str!("../../transcripts/packs/kiosk.json"),
        include_str!("../../transcripts/packs/harbour.json"),
        include_str!("../../../rules.json"),
    ]
    .map(|text| RulePack::from_json(text).unwrap());
}

/// The first byte selects a pack, and whether the other bytes are a code or the content of one.
pub(super) fn check(input: &[u8]) -> bool {
    let Some((choice, rest)) = input.split_first() else { return false };
    PACKS.with(|packs| {
        let pack = &packs[usize::from(*choice) % packs.len()];
        if *choice < 128 {
            std::str::from_utf8(rest).into_iter().for_each(|typed| check_typed(pack, typed));
        } else {
            check_content(pack, rest);
        }
    });
    true
}

fn check_typed(pack: &RulePack, typed: &str) {
    if let Ok(receipt) = Receipt::decode(pack, typed) {
        check_receipt(pack, &receipt, &normalize(typed));
    }
}

/// Asserts that the receipt encodes to the code it was decoded from, and that its answers are
/// valid.
fn check_receipt(pack: &RulePack, receipt: &Receipt, typed: &str) {
    let code = Receipt::encode(pack, receipt.as_of, &receipt.topics, &receipt.answers);
    if receipt.other_rules.is_none() {
        assert_eq!(code.replace('-', ""), typed);
    } else {
        // Topics that the pack no longer has are dropped.
        assert!(code.replace('-', "").len() <= typed.len());
        let ours = Receipt { other_rules: None, ..receipt.clone() };
        assert_eq!(Receipt::decode(pack, &code), Ok(ours));
    }
    let json = laws::answers_json(pack, &receipt.answers);
    assert_eq!(answers_from_json(pack, &json).as_ref(), Ok(&receipt.answers));
}

/// Checks arbitrary content with a valid header and checksum.
fn check_content(pack: &RulePack, bytes: &[u8]) {
    let mut content = header(pack);
    content.extend(
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |shift| byte >> shift & 1 == 1)),
    );
    let typed = in_lines(&with_checksum(content));
    match Receipt::decode(pack, &typed) {
        Ok(receipt) => check_receipt(pack, &receipt, &typed),
        Err(error) => {
            assert!(
                matches!(error, ReceiptError::InvalidContent | ReceiptError::TooLong),
                "{error}"
            )
        }
    }
}

fn header(pack: &RulePack) -> Vec<bool> {
    let code =
        Receipt::encode(pack, sample::day(pack, 0), &[], &Answers::none(pack)).replace('-', "");
    // The header is in the first line.
    let values =
        code.bytes().filter_map(|letter| LETTERS.iter().position(|known| *known == letter));
    values
        .flat_map(|value| (0..5).rev().map(move |shift| value >> shift & 1 == 1))
        .take(HEADER_BITS)
        .collect()
}

/// The first `count` bits as a number. Missing bits are zero.
fn number(bits: &[bool], count: usize) -> u8 {
    (0..count).fold(0, |number, index| number << 1 | u8::from(bits.get(index) == Some(&true)))
}

/// The characters of content with its checksum. The CRC is computed independently of the engine,
/// as a polynomial division.
fn with_checksum(mut content: Vec<bool>) -> Vec<u8> {
    while !(content.len() + 32).is_multiple_of(5) {
        content.push(false);
    }
    let mut remainder = u32::MAX;
    for bit in &content {
        let feedback = (remainder >> 31 == 1) != *bit;
        remainder = remainder << 1 ^ if feedback { 0x04c1_1db7 } else { 0 };
    }
    // The remainder is appended with its least significant bit first.
    content.extend((0..32).map(|shift| !remainder >> shift & 1 == 1));
    content.chunks(5).map(|bits| number(bits, 5)).collect()
}

/// A code with the check of each line: its characters and its number, each times a power of 2 in
/// GF(32).
fn in_lines(characters: &[u8]) -> String {
    let mut code = String::new();
    for (number, line) in (1_u8..).zip(characters.chunks(19)) {
        let twice = |value: u8| if value & 16 == 0 { value << 1 } else { (value ^ 16) << 1 ^ 5 };
        let sum = line.iter().fold(number % 32, |sum, value| twice(sum) ^ value);
        let checked = line.iter().copied().chain([twice(sum)]);
        code.extend(checked.map(|value| char::from(LETTERS[usize::from(value)])));
    }
    code
}

/// A typed code in upper case, without separators, with look-alike letters as digits.
fn normalize(typed: &str) -> String {
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
