//! Damaged receipt codes: typing errors are detected, noise is rejected, and nothing panics.

use std::rc::Rc;

use eligibility_check::engine::{Answers, Receipt, ReceiptError};
use eligibility_check::rulebook::RulePack;
use proptest::prelude::*;

use crate::engine::receipt::{code, kiosk, scenarios};
use crate::support::{HARBOUR, KIOSK, PUBLISHED, cases, date, parse_answers, parse_pack};

const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

thread_local! {
    // Parsing the published pack takes longer than decoding all codes.
    static CODES: Vec<(Rc<RulePack>, String)> = codes();
}

/// Codes of each of the three packs, each with its pack.
fn codes() -> Vec<(Rc<RulePack>, String)> {
    let (kiosk_pack, harbour, published) =
        (parse_pack(KIOSK), parse_pack(HARBOUR), parse_pack(PUBLISHED));
    let empty = Receipt {
        as_of: date("2019-05-10"),
        topics: Vec::new(),
        answers: Answers::none(&harbour),
        other_rules: None,
    };
    let answers = parse_answers(
        &harbour,
        r#"{"registered": true, "founded": "2018-03-01", "revenue": "1234.5"}"#,
    );
    let cases = scenarios(&published);
    let longest = cases.iter().max_by_key(|case| case.answers.count()).unwrap();
    vec![
        (Rc::clone(&harbour), code(&harbour, &empty)),
        (
            Rc::clone(&harbour),
            code(
                &harbour,
                &Receipt {
                    as_of: date("2021-01-01"),
                    topics: Vec::new(),
                    answers,
                    other_rules: None,
                },
            ),
        ),
        (Rc::clone(&kiosk_pack), code(&kiosk_pack, &kiosk(&kiosk_pack))),
        (Rc::clone(&published), code(&published, longest)),
    ]
}

/// The bits of a code, most significant first.
fn bits(code: &str) -> Vec<bool> {
    let values =
        code.replace('-', "").chars().map(|char| LETTERS.find(char).unwrap()).collect::<Vec<_>>();
    values.iter().flat_map(|value| (0..5).rev().map(move |index| value >> index & 1 == 1)).collect()
}

/// Bits as a code without hyphens. Zeros fill the last character.
fn letters(bits: &[bool]) -> String {
    let value = |bits: &[bool]| {
        (0..5).fold(0, |value, index| value * 2 + usize::from(bits.get(index) == Some(&true)))
    };
    bits.chunks(5).map(|bits| LETTERS.chars().nth(value(bits)).unwrap()).collect()
}

/// A code of this content with its checksum, computed independently of the engine: CRC-32 as a
/// polynomial division, with the remainder in transmission order.
fn with_checksum(content: &[bool]) -> String {
    let mut content = content.to_vec();
    while !(content.len() + 32).is_multiple_of(5) {
        content.push(false);
    }
    let mut remainder = [true; 32];
    for bit in &content {
        let feedback = remainder[0] != *bit;
        remainder.rotate_left(1);
        remainder[31] = false;
        for (index, power) in (0..32_u32).rev().enumerate() {
            remainder[index] ^= feedback && 0x04c1_1db7_u32 >> power & 1 == 1;
        }
    }
    content.extend(remainder.iter().rev().map(|bit| !bit));
    letters(&content)
}

#[test]
fn every_flipped_bit_is_detected() {
    for (pack, code) in codes() {
        let bits = bits(&code);
        assert_eq!(letters(&bits), code.replace('-', ""));
        for index in 0..bits.len() {
            let mut flipped = bits.clone();
            flipped[index] = !flipped[index];
            assert_eq!(
                Receipt::decode(&pack, &letters(&flipped)),
                Err(ReceiptError::Damaged),
                "{code} {index}"
            );
        }
    }
}

#[test]
fn every_truncation_at_either_end_is_detected() {
    for (pack, code) in codes() {
        let bits = bits(&code);
        for end in 0..bits.len() {
            let truncated = letters(&bits[..end]);
            // Bits missing from the last character may be padding.
            if truncated.len() < code.replace('-', "").len() {
                let expected = if end == 0 { ReceiptError::Empty } else { ReceiptError::Damaged };
                assert_eq!(Receipt::decode(&pack, &truncated), Err(expected), "{code} to {end}");
            }
            assert!(
                Receipt::decode(&pack, &letters(&bits[end + 1..])).is_err(),
                "{code} from {end}"
            );
        }
    }
}

#[test]
fn every_single_wrong_character_is_detected() {
    for (pack, code) in codes() {
        let letters: Vec<char> = code.chars().collect();
        for (index, right) in code.chars().enumerate().filter(|(_, char)| *char != '-') {
            for wrong in LETTERS.chars().filter(|letter| *letter != right) {
                let mut typed = letters.clone();
                typed[index] = wrong;
                let typed: String = typed.iter().collect();
                assert_eq!(Receipt::decode(&pack, &typed), Err(ReceiptError::Damaged), "{typed}");
            }
        }
    }
}

#[test]
fn swapped_repeated_and_missing_characters_are_detected() {
    for (pack, code) in codes() {
        let letters: Vec<char> = code.replace('-', "").chars().collect();
        let assert_damaged = |typed: &[char]| {
            let typed: String = typed.iter().collect();
            assert_eq!(Receipt::decode(&pack, &typed), Err(ReceiptError::Damaged), "{typed}");
        };
        for index in 0..letters.len() {
            let mut typed = letters.clone();
            typed.insert(index, letters[index]);
            assert_damaged(&typed);
            typed = letters.clone();
            typed.remove(index);
            assert_damaged(&typed);
            typed = letters.clone();
            if index > 0 && typed[index] != typed[index - 1] {
                typed.swap(index, index - 1);
                assert_damaged(&typed);
            }
        }
    }
}

#[test]
fn a_character_outside_the_alphabet_is_named_as_typed() {
    let (pack, code) = codes().remove(2);
    for stray in ['U', 'u', '*', '亭', 'ｕ', '\0', '́', '𝟙'] {
        assert_eq!(
            Receipt::decode(&pack, &format!("{code}{stray}")),
            Err(ReceiptError::InvalidCharacter(stray))
        );
    }
}

#[test]
fn blank_input_is_empty_and_a_megabyte_is_too_long() {
    let pack = parse_pack(PUBLISHED);
    let spaces = " ".repeat(1_048_576);
    for blank in ["", " ", "-", "\u{3000}\n－", "\u{feff}\u{200b}", &spaces] {
        assert_eq!(Receipt::decode(&pack, blank), Err(ReceiptError::Empty));
    }
    for piece in ["0", "Z", "*", "亭", "1A2B-"] {
        let noise = piece.repeat(1_048_576 / piece.len());
        assert_eq!(Receipt::decode(&pack, &noise), Err(ReceiptError::TooLong), "{piece}");
    }
}

#[test]
fn a_valid_code_of_a_later_format_is_not_reported_as_damaged() {
    let (pack, code) = codes().remove(2);
    let bits = bits(&code);
    let mut later = bits[..bits.len() - 32].to_vec();
    assert_eq!(with_checksum(&later), code.replace('-', ""));
    later[..4].copy_from_slice(&[false, false, true, true]);
    assert_eq!(Receipt::decode(&pack, &with_checksum(&later)), Err(ReceiptError::UnknownFormat(3)));
}

#[test]
fn a_valid_code_in_a_non_canonical_form_is_rejected() {
    let pack = parse_pack(KIOSK);
    let empty = Receipt {
        as_of: date("2020-01-01"),
        topics: Vec::new(),
        answers: Answers::none(&pack),
        other_rules: None,
    };
    let code = code(&pack, &empty);
    let head = &bits(&code)[..4 + 16 + 32 + 32];
    let with_checksum = |answers: &[u8]| {
        with_checksum(&[head, &answers.iter().map(|bit| *bit == 1).collect::<Vec<_>>()].concat())
    };
    // The date, and no topics.
    assert_eq!(with_checksum(&[0, 0, 0, 0, 0, 0]), code.replace('-', ""));
    for other in [
        // Trailing unanswered facts that fill a character, and more of them than the pack has
        // facts.
        &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
        &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        // The first date, with a group that adds nothing.
        &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        // A truncated value, and no date.
        &[0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0],
        &[],
        // Topics without one that is chosen, and more topics than a code can have.
        &[0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
        &[0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1],
        // The fourth of three options of `site`.
        &[0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1],
        // `takings` above its maximum: 5000.01.
        &[
            0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0,
            1, 0, 0, 0, 1, 1, 1,
        ],
    ] {
        assert_eq!(
            Receipt::decode(&pack, &with_checksum(other)),
            Err(ReceiptError::InvalidContent),
            "{other:?}"
        );
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn noise_is_rejected(noise in prop_oneof![any::<String>(), "[0-9A-Za-z０-９Ａ-Ｚ -]{0,300}"]) {
        prop_assert!(Receipt::decode(&parse_pack(KIOSK), &noise).is_err());
    }

    #[test]
    fn a_code_that_decodes_is_the_only_code_of_its_content(
        format in 0..4_u8, answers in prop::collection::vec(any::<bool>(), 0..120), index in 0..4_usize,
    ) {
        let (pack, code) = CODES.with(|codes| codes[index].clone());
        let mut content = bits(&code)[..4 + 16 + 32 + 32].to_vec();
        if format == 0 {
            content[..4].fill(false);
        }
        content.extend(answers);
        let typed = with_checksum(&content);
        match Receipt::decode(&pack, &typed) {
            Ok(receipt) => prop_assert_eq!(crate::engine::receipt::code(&pack, &receipt).replace('-', ""), typed),
            Err(error) => {
                let expected = if format == 0 { ReceiptError::UnknownFormat(0) } else { ReceiptError::InvalidContent };
                prop_assert_eq!(error, expected);
            }
        }
    }
}
