//! Damaged receipt codes: typing errors are detected, noise is rejected, and nothing panics.

use std::rc::Rc;

use eligibility_check::engine::{Answers, LineCheck, Receipt, ReceiptError, check_lines};
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

/// Bits before the date: format, pack, questions, rules.
const HEADER: usize = 4 + 16 + 24 + 32;

/// Characters in a line, the last of which checks the others.
const LINE: usize = 20;

/// The characters of a code, without hyphens.
fn characters(code: &str) -> Vec<char> {
    code.chars().filter(|char| *char != '-').collect()
}

/// The bits of characters, most significant first.
fn bits(characters: &[char]) -> Vec<bool> {
    let values = characters.iter().map(|char| LETTERS.find(*char).unwrap());
    values.flat_map(|value| (0..5).rev().map(move |index| value >> index & 1 == 1)).collect()
}

/// The bits of a code without the checks of its lines.
fn content(code: &str) -> Vec<bool> {
    let lines = characters(code);
    bits(&lines.chunks(LINE).flat_map(|line| &line[..line.len() - 1]).copied().collect::<Vec<_>>())
}

/// Bits as characters. Zeros fill the last one.
fn letters(bits: &[bool]) -> Vec<char> {
    let value = |bits: &[bool]| {
        (0..5).fold(0, |value, index| value * 2 + usize::from(bits.get(index) == Some(&true)))
    };
    bits.chunks(5).map(|bits| LETTERS.chars().nth(value(bits)).unwrap()).collect()
}

/// The product in GF(32), by long multiplication and reduction.
fn times(one: usize, other: usize) -> usize {
    let product =
        (0..5).fold(0, |sum, bit| sum ^ if other >> bit & 1 == 1 { one << bit } else { 0 });
    (5..9).rev().fold(product, |rest, bit| {
        if rest >> bit & 1 == 1 { rest ^ 0b10_0101 << (bit - 5) } else { rest }
    })
}

/// Characters with the check of each line, computed independently of the engine: the sum of all
/// characters of the line, each times a power of 2 in GF(32), is the number of the line.
fn in_lines(characters: &[char]) -> String {
    let mut code = String::new();
    for (number, line) in (1..).zip(characters.chunks(LINE - 1)) {
        let values = line.iter().map(|char| LETTERS.find(*char).unwrap());
        let weighted = std::iter::once(number).chain(values).rev().enumerate();
        let check = weighted.fold(0, |sum, (power, value)| {
            sum ^ (0..=power).fold(value, |product, _| times(product, 2))
        });
        code.extend(line);
        code.push(LETTERS.chars().nth(check).unwrap());
    }
    code
}

/// Content with its checksum, computed independently of the engine: CRC-32 as a polynomial
/// division, with the remainder in transmission order.
fn with_checksum(content: &[bool]) -> Vec<char> {
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

/// Asserts that the damage is located in this line.
fn assert_damaged_line(pack: &RulePack, typed: &[char], line: usize) {
    let typed: String = typed.iter().collect();
    assert_eq!(Receipt::decode(pack, &typed), Err(ReceiptError::DamagedLine(line)), "{typed}");
}

/// Asserts that the damage is located in this line or a later one, or not at all.
fn assert_damaged_from(pack: &RulePack, typed: &[char], line: usize) {
    let typed: String = typed.iter().collect();
    let decoded = Receipt::decode(pack, &typed);
    let is_expected = match decoded {
        Err(ReceiptError::DamagedLine(found)) => found >= line,
        _ => decoded == Err(ReceiptError::Damaged),
    };
    assert!(is_expected, "{typed}: {decoded:?}");
}

#[test]
fn the_checks_of_lines_are_those_of_the_description() {
    for (_, code) in codes() {
        assert_eq!(in_lines(&letters(&content(&code))), String::from_iter(characters(&code)));
    }
}

#[test]
fn every_single_wrong_character_is_located() {
    for (pack, code) in codes() {
        let right = characters(&code);
        for index in 0..right.len() {
            for wrong in LETTERS.chars().filter(|letter| *letter != right[index]) {
                let mut typed = right.clone();
                typed[index] = wrong;
                assert_damaged_line(&pack, &typed, index / LINE + 1);
            }
        }
    }
}

#[test]
fn every_exchange_of_two_characters_is_detected_and_located_within_a_line() {
    for (pack, code) in codes() {
        let right = characters(&code);
        for one in 0..right.len() {
            for other in (one + 1..right.len()).filter(|other| right[*other] != right[one]) {
                let mut typed = right.clone();
                typed.swap(one, other);
                let [line, last] = [one, other].map(|index| index / LINE + 1);
                if line == last {
                    assert_damaged_line(&pack, &typed, line);
                } else {
                    assert_damaged_from(&pack, &typed, line);
                }
            }
        }
    }
}

#[test]
fn exchanged_lines_are_detected() {
    for (pack, code) in codes() {
        let mut typed = characters(&code);
        let (first, second) = typed.split_at_mut(LINE);
        let length = second.len().min(LINE);
        first[..length].swap_with_slice(&mut second[..length]);
        assert_damaged_from(&pack, &typed, 1);
    }
}

#[test]
fn every_truncation_at_either_end_is_detected() {
    for (pack, code) in codes() {
        let right = characters(&code);
        assert_eq!(Receipt::decode(&pack, ""), Err(ReceiptError::Empty));
        for end in 1..right.len() {
            assert_damaged_from(&pack, &right[..end], end.div_ceil(LINE));
            assert!(Receipt::decode(&pack, &String::from_iter(&right[end..])).is_err());
        }
    }
}

#[test]
fn repeated_and_missing_characters_are_detected() {
    for (pack, code) in codes() {
        let right = characters(&code);
        for index in 0..right.len() {
            let line = index / LINE + 1;
            let mut typed = right.clone();
            typed.insert(index, right[index]);
            assert_damaged_from(&pack, &typed, line);
            typed = right.clone();
            typed.remove(index);
            assert_damaged_from(&pack, &typed, if index == 0 { 1 } else { line });
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
    let bits = content(&code);
    let mut later = bits[..bits.len() - 32].to_vec();
    assert_eq!(in_lines(&with_checksum(&later)), String::from_iter(characters(&code)));
    later[..4].copy_from_slice(&[false, true, false, false]);
    let typed = in_lines(&with_checksum(&later));
    assert_eq!(Receipt::decode(&pack, &typed), Err(ReceiptError::UnknownFormat(4)));
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
    let head = &content(&code)[..HEADER];
    let typed = |content: &str| {
        let content = content.chars().filter(|char| *char != ' ').map(|char| char == '1');
        in_lines(&with_checksum(&[head, &content.collect::<Vec<_>>()].concat()))
    };
    // The date, and no topics.
    assert_eq!(typed("00000 1"), String::from_iter(characters(&code)));
    for (content, reason) in [
        ("00000 1 00000", "zeros that fill a character"),
        ("00000 1 0001000 1", "an answer to the eighth of six facts"),
        ("10000 00000 1", "the first date, with a group that adds nothing"),
        ("00000 1 00100 0", "no value"),
        ("", "no date"),
        ("00000 010 000000000000 1", "a topic, although the pack has none"),
        ("00000 010 000000000000 0000001000001", "a topic that no code can have"),
        ("00000 1 010 0 11", "the fourth of three options of `site`"),
        ("00000 1 011 0 0 11", "the fourth of two options of `sells`"),
        ("00000 1 011 0 1 10", "one option of `sells` in the form of several"),
        ("00000 1 00100 0 011 10010 00011", "`takings` of 1.00 with two places"),
        (
            "00000 1 00100 0 011 11111 11110 10000 11010 00111",
            "5000.01, above the maximum of `takings`",
        ),
    ] {
        let decoded = Receipt::decode(&pack, &typed(content));
        assert_eq!(decoded, Err(ReceiptError::InvalidContent), "{reason}");
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
        format in 0..5_u8, answers in prop::collection::vec(any::<bool>(), 0..120), index in 0..4_usize,
    ) {
        let (pack, code) = CODES.with(|codes| codes[index].clone());
        let mut head = content(&code)[..HEADER].to_vec();
        for (bit, shift) in head.iter_mut().zip((0..4).rev()) {
            *bit = format >> shift & 1 == 1;
        }
        head.extend(answers);
        let characters = with_checksum(&head);
        let typed = if format < 3 { String::from_iter(characters) } else { in_lines(&characters) };
        match Receipt::decode(&pack, &typed) {
            Ok(receipt) => {
                prop_assert_eq!(format, 3);
                prop_assert_eq!(crate::engine::receipt::code(&pack, &receipt).replace('-', ""), typed);
            }
            Err(error) => {
                let expected = match format {
                    3 => ReceiptError::InvalidContent,
                    1 | 2 => ReceiptError::OldFormat(format),
                    _ => ReceiptError::UnknownFormat(format),
                };
                prop_assert_eq!(error, expected);
            }
        }
    }

    #[test]
    fn each_line_is_checked_as_it_is_typed(index in 0..4_usize, cut in 0..80_usize, breaks in any::<bool>()) {
        let (_, code) = CODES.with(|codes| codes[index].clone());
        let right = characters(&code);
        let cut = cut.min(right.len());
        let lines: Vec<String> = right[..cut].chunks(LINE).map(String::from_iter).collect();
        let checks = check_lines(&lines.join(if breaks { "\n" } else { " " }));
        prop_assert_eq!(checks.len(), lines.len());
        for (index, (line, check)) in lines.iter().zip(checks).enumerate() {
            let is_whole = line.len() == LINE || cut == right.len();
            prop_assert!(check == LineCheck::Right || !is_whole, "line {} of {}: {check:?}", index + 1, code);
            prop_assert!(is_whole || matches!(check, LineCheck::Short(_) | LineCheck::Right));
        }
    }
}
