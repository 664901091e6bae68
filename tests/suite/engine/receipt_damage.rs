//! Receipts that are not what was printed: each slip is found, noise is refused, and nothing panics.

use std::rc::Rc;

use eligibility_check::engine::{Answers, Receipt, ReceiptError};
use eligibility_check::rulebook::RulePack;
use proptest::prelude::*;

use crate::engine::receipt::{code, kiosk, scenarios};
use crate::support::{HARBOUR, KIOSK, PUBLISHED, date, parse_answers, parse_pack};

const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

thread_local! {
    // A published pack takes longer to read than all the codes made with it.
    static CODES: Vec<(Rc<RulePack>, String)> = codes();
}

/// Codes of each of the three packs, with their packs.
fn codes() -> Vec<(Rc<RulePack>, String)> {
    let (kiosk_book, harbour, published) =
        (parse_pack(KIOSK), parse_pack(HARBOUR), parse_pack(PUBLISHED));
    let nothing =
        Receipt { as_of: date("2019-05-10"), answers: Answers::none(&harbour), other_rules: None };
    let answers = parse_answers(
        &harbour,
        r#"{"registered": true, "founded": "2018-03-01", "revenue": "1234.5"}"#,
    );
    let cases = scenarios(&published);
    let longest = cases.iter().max_by_key(|case| case.answers.count()).unwrap();
    vec![
        (Rc::clone(&harbour), code(&harbour, &nothing)),
        (
            Rc::clone(&harbour),
            code(
                &harbour,
                &Receipt { as_of: date("2021-01-01"), answers: answers, other_rules: None },
            ),
        ),
        (Rc::clone(&kiosk_book), code(&kiosk_book, &kiosk(&kiosk_book))),
        (Rc::clone(&published), code(&published, longest)),
    ]
}

/// The bits of a code, most significant first.
fn bits(code: &str) -> Vec<bool> {
    let values =
        code.replace('-', "").chars().map(|char| LETTERS.find(char).unwrap()).collect::<Vec<_>>();
    values.iter().flat_map(|value| (0..5).rev().map(move |index| value >> index & 1 == 1)).collect()
}

/// Bits as a code without hyphens; zeros fill the last character.
fn letters(bits: &[bool]) -> String {
    let value = |bits: &[bool]| {
        (0..5).fold(0, |value, index| value * 2 + usize::from(bits.get(index) == Some(&true)))
    };
    bits.chunks(5).map(|bits| LETTERS.chars().nth(value(bits)).unwrap()).collect()
}

/// Contents with the checksum that they should have, worked out apart from the engine: as a division of
/// polynomials, with its remainder in sending order.
fn sealed(content: &[bool]) -> String {
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
fn every_single_bit_that_is_flipped_is_found() {
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
fn every_code_that_breaks_off_or_lacks_its_beginning_is_found() {
    for (pack, code) in codes() {
        let bits = bits(&code);
        for end in 0..bits.len() {
            let cut = letters(&bits[..end]);
            // What is missing at the end of the last character was perhaps zero anyway.
            if cut.len() < code.replace('-', "").len() {
                let expected = if end == 0 { ReceiptError::Empty } else { ReceiptError::Damaged };
                assert_eq!(Receipt::decode(&pack, &cut), Err(expected), "{code} to {end}");
            }
            assert!(
                Receipt::decode(&pack, &letters(&bits[end + 1..])).is_err(),
                "{code} from {end}"
            );
        }
    }
}

#[test]
fn every_single_wrong_character_is_found() {
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
fn two_exchanged_characters_one_too_many_and_one_too_few_are_found() {
    for (pack, code) in codes() {
        let letters: Vec<char> = code.replace('-', "").chars().collect();
        let refused = |typed: &[char]| {
            let typed: String = typed.iter().collect();
            assert_eq!(Receipt::decode(&pack, &typed), Err(ReceiptError::Damaged), "{typed}");
        };
        for index in 0..letters.len() {
            let mut typed = letters.clone();
            typed.insert(index, letters[index]);
            refused(&typed);
            typed = letters.clone();
            typed.remove(index);
            refused(&typed);
            typed = letters.clone();
            if index > 0 && typed[index] != typed[index - 1] {
                typed.swap(index, index - 1);
                refused(&typed);
            }
        }
    }
}

#[test]
fn a_character_that_no_code_has_is_named_as_it_was_typed() {
    let (pack, code) = codes().remove(2);
    for stray in ['U', 'u', '*', '亭', 'ｕ', '\0', '́', '𝟙'] {
        assert_eq!(
            Receipt::decode(&pack, &format!("{code}{stray}")),
            Err(ReceiptError::Unreadable(stray))
        );
    }
}

#[test]
fn nothing_is_empty_and_a_megabyte_is_too_long_whatever_it_holds() {
    let pack = parse_pack(PUBLISHED);
    for nothing in ["", " ", "-", "\u{3000}\n－"] {
        assert_eq!(Receipt::decode(&pack, nothing), Err(ReceiptError::Empty));
    }
    for piece in ["0", "Z", " ", "*", "亭", "1A2B-"] {
        let noise = piece.repeat(1_048_576 / piece.len());
        assert_eq!(Receipt::decode(&pack, &noise), Err(ReceiptError::TooLong), "{piece}");
    }
}

#[test]
fn a_sound_code_of_a_later_format_is_told_apart_from_a_slip() {
    let (pack, code) = codes().remove(2);
    let bits = bits(&code);
    let mut later = bits[..bits.len() - 32].to_vec();
    assert_eq!(sealed(&later), code.replace('-', ""));
    later[..4].copy_from_slice(&[false, false, true, false]);
    assert_eq!(Receipt::decode(&pack, &sealed(&later)), Err(ReceiptError::UnknownFormat(2)));
}

#[test]
fn a_sound_code_that_says_the_same_in_another_way_is_refused() {
    let pack = parse_pack(KIOSK);
    let nothing =
        Receipt { as_of: date("2020-01-01"), answers: Answers::none(&pack), other_rules: None };
    let code = code(&pack, &nothing);
    let head = &bits(&code)[..4 + 16 + 32 + 32];
    let sealed = |answers: &[u8]| {
        sealed(&[head, &answers.iter().map(|bit| *bit == 1).collect::<Vec<_>>()].concat())
    };
    assert_eq!(sealed(&[0, 0, 0, 0, 0]), code.replace('-', ""));
    for other in [
        // A whole character of unanswered facts at the end; more than there are facts.
        &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
        &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        // The first day, with a group that adds nothing.
        &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        // A value that breaks off, and a day that does not begin.
        &[0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0],
        &[],
        // The fourth of three sites.
        &[0, 0, 0, 0, 0, 0, 1, 0, 1, 1],
        // Takings above their bound: 5000.01.
        &[
            0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1,
            0, 0, 0, 1, 1, 1,
        ],
    ] {
        assert_eq!(
            Receipt::decode(&pack, &sealed(other)),
            Err(ReceiptError::Impossible),
            "{other:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn noise_is_refused(noise in prop_oneof![any::<String>(), "[0-9A-Za-z０-９Ａ-Ｚ -]{0,300}"]) {
        prop_assert!(Receipt::decode(&parse_pack(KIOSK), &noise).is_err());
    }

    #[test]
    fn what_is_sound_and_read_is_the_one_code_of_its_content(
        format in 0..4_u8, answers in prop::collection::vec(any::<bool>(), 0..120), index in 0..4_usize,
    ) {
        let (pack, code) = CODES.with(|codes| codes[index].clone());
        let mut content = bits(&code)[..4 + 16 + 32 + 32].to_vec();
        if format == 0 {
            content[..4].fill(false);
        }
        content.extend(answers);
        let typed = sealed(&content);
        match Receipt::decode(&pack, &typed) {
            Ok(receipt) => prop_assert_eq!(crate::engine::receipt::code(&pack, &receipt).replace('-', ""), typed),
            Err(error) => {
                let expected = if format == 0 { ReceiptError::UnknownFormat(0) } else { ReceiptError::Impossible };
                prop_assert_eq!(error, expected);
            }
        }
    }
}
