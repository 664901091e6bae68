//! Receipts: the pack, the as-of date and the answers as a short code that an officer can type.
//!
//! # Why
//!
//! A firm answers at home and takes a printed checklist to the service window, where the officer
//! needs the same answers on the screen. Nothing is sent or stored, so the code contains the
//! answers. It contains no personal data. It is not encrypted.
//!
//! # Format 3
//!
//! A sequence of bits, each number with its most significant bit first, five bits per character
//! (see `text`):
//!
//! | bits | content |
//! |---|---|
//! | 4 | format: 3 |
//! | 16 | pack: the lowest bits of the checksum of its id |
//! | 24 | questions: a hash of all that the encoding of answers depends on (see `questions`) |
//! | 32 | rules: [`RulePack::short_hash`] as a number |
//! | varint | as-of date, in days from 1 January 2020 |
//! | … | the chosen topics (see `topics`) |
//! | … | for each answer, in the pack's order: the number of facts since the previous one in gamma code, and the answer (see `answer`) |
//! | 0 to 4 | zeros, up to a whole character |
//! | 32 | checksum of everything before |
//!
//! After every 19 characters, and at the end, a character checks the line (see `lines`).
//!
//! Formats 1 and 2 had no such lines, and are rejected. Every format ends in this checksum, so that
//! a typing error is never reported as another format. The encoding is canonical: each content has
//! exactly one code.
//!
//! A pack with other rules but the same questions decodes the code and reports that the rules
//! differ. The code contains no outcomes: those of the published pack would be longer than the
//! answers, and a hash of them could not show which one differs.

// The content: answers, and the questions that their encoding depends on.
mod answer;
mod questions;
mod topics;

// The code: bits with a checksum, lines with their checks, and their text form.
mod bits;
mod lines;
mod text;

use jiff::civil::Date;

use crate::rulebook::{RulePack, TopicId, date_from_day_number, day_number, fold_hash};

use super::answers::Answers;
use bits::{Bits, MAX_VARINT_BITS, Reader, checksum};
use questions::questions_hash;
use topics::EncodedTopics;

pub use lines::{LineCheck, check_lines};
pub use text::LINE_LENGTH;
pub use text::{code_lines, receipt_link};

/// The content of a code: an as-of date, topics and answers.
///
/// ```
/// use eligibility_check::engine::{Answers, Receipt, ReceiptError};
/// use eligibility_check::rulebook::{RulePack, parse_date};
///
/// let pack = RulePack::from_json(include_str!("../../../rules.json")).unwrap();
/// let (as_of, answers) = (parse_date("2019-05-10").unwrap(), Answers::none(&pack));
/// let code = Receipt::encode(&pack, as_of, &[], &answers);
/// let receipt = Receipt { as_of, topics: Vec::new(), answers, other_rules: None };
/// assert_eq!(Receipt::decode(&pack, &code.to_lowercase()), Ok(receipt));
/// assert_eq!(Receipt::decode(&pack, &code[1..]), Err(ReceiptError::DamagedLine(1)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The requested as-of date
    pub as_of: Date,
    /// The chosen topics, in the pack's order; none if the pack now has other topics
    pub topics: Vec<TopicId>,
    /// The answers
    pub answers: Answers,
    /// The rules that the code was made with, as in [`RulePack::short_hash`]; `None` if they are
    /// the same
    pub other_rules: Option<String>,
}

/// The reason why a code cannot be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// The code has no characters
    #[error("the code is empty")]
    Empty,
    /// Longer than any code of this pack
    #[error("the code is longer than any code of this rule pack")]
    TooLong,
    /// A character outside the alphabet
    #[error("a code never contains the character `{0}`")]
    InvalidCharacter(char),
    /// The check of a line does not match; its number, from 1
    #[error("line {0} of the code is damaged: a character is wrong, missing or extra")]
    DamagedLine(usize),
    /// The checksum does not match
    #[error("the code is damaged: a character is wrong, missing or extra")]
    Damaged,
    /// Intact, but of a format that is no longer read
    #[error("the code has format {0}, which is no longer read")]
    OldFormat(u8),
    /// Intact, but of a newer format
    #[error("unknown format {0} of the code")]
    UnknownFormat(u8),
    /// Intact, but of another pack
    #[error("the code was made with another rule pack")]
    OtherPack,
    /// Intact, but of a version of this pack with other questions
    #[error("the code was made with a version of this rule pack with other questions")]
    OtherVersion,
    /// Intact, but not a code that this pack can produce
    #[error("the code contains answers that this rule pack does not allow")]
    InvalidContent,
}

impl ReceiptError {
    /// The remedy for the user.
    pub fn help(self) -> &'static str {
        match self {
            ReceiptError::Empty => "type the code that is printed on the checklist",
            ReceiptError::TooLong => "type the code only, without the text around it",
            ReceiptError::InvalidCharacter(_) => {
                "codes have digits and the letters A to Z without U; I and L are read as 1, O as 0"
            }
            ReceiptError::DamagedLine(_) => {
                "compare this line of twenty characters with the checklist"
            }
            ReceiptError::Damaged => {
                "compare the code with the checklist, five characters at a time"
            }
            ReceiptError::OldFormat(_) => "answer the questions again",
            ReceiptError::UnknownFormat(_) => "use a newer version of this program",
            ReceiptError::OtherPack => "use the rule pack named on the checklist",
            ReceiptError::OtherVersion => {
                "use the version named on the checklist, or answer the questions again"
            }
            ReceiptError::InvalidContent => {
                "answer the questions again; this rule pack never produces such a code"
            }
        }
    }
}

/// The format that is written, and the only one that is read.
const FORMAT: u64 = lines::FIRST_FORMAT as u64;

/// 1 January 2020, in days from 1970. The same for every pack, because the period of a policy may
/// be corrected.
const FIRST_DAY: i64 = 18_262;

/// Upper bound on the characters of a code of any pack.
const MAX_SYMBOLS: usize = 20_000;

/// Upper bound on the bits of everything except the answers.
const MAX_HEADER_BITS: usize =
    4 + 16 + questions::HASH_BITS as usize + 32 + MAX_VARINT_BITS + topics::MAX_BITS + 4 + 32;

impl Receipt {
    /// Encodes a receipt in Crockford's base 32, in groups of five. All characters are within the
    /// alphanumeric mode of QR codes.
    ///
    /// Omits an answer that its fact cannot have. No parser of answers lets one through.
    pub fn encode(pack: &RulePack, as_of: Date, topics: &[TopicId], answers: &Answers) -> String {
        let topics = EncodedTopics::new(pack, topics);
        let bits = encode_bits(pack, rules_hash(pack), as_of, &topics, answers);
        text::encode(&lines::with_checks(&text::symbols(bits.as_slice())))
    }

    /// The pack that made a code, as [`Receipt::pack_number`], whatever pack it is.
    ///
    /// # Errors
    ///
    /// The code is damaged, or of another format.
    pub fn pack_of(code: &str) -> Result<u64, ReceiptError> {
        let decoded = intact_bits(&text::decode(code, MAX_SYMBOLS)?)?;
        let mut reader = Reader::new(decoded.as_slice());
        check_format(reader.take(4).ok_or(ReceiptError::InvalidContent)?)?;
        reader.take(16).ok_or(ReceiptError::InvalidContent)
    }

    /// The number of the pack with this id in its codes. Two ids rarely have the same number.
    pub fn pack_number(id: &str) -> u64 {
        let mut bits = Bits::default();
        id.bytes().for_each(|byte| bits.push(u64::from(byte), 8));
        u64::from(checksum(bits.as_slice())) & 0xffff
    }

    /// Decodes a code as people type it: in upper or lower case, with any spaces, hyphens and line
    /// breaks, O for 0, I or L for 1. Also decodes the code in a link (see [`receipt_link`]).
    ///
    /// # Errors
    ///
    /// The first error, in this order: characters, lines, checksum, format, pack, questions,
    /// answers.
    pub fn decode(pack: &RulePack, code: &str) -> Result<Receipt, ReceiptError> {
        let decoded = intact_bits(&text::decode(code, max_symbols(pack))?)?;
        let (content, _) =
            decoded.as_slice().split_last_chunk::<32>().ok_or(ReceiptError::Damaged)?;
        let mut reader = Reader::new(content);
        let mut take = |width| reader.take(width).ok_or(ReceiptError::InvalidContent);
        check_format(take(4)?)?;
        if take(16)? != Receipt::pack_number(&pack.id) {
            return Err(ReceiptError::OtherPack);
        }
        if take(questions::HASH_BITS)? != questions_hash(pack) {
            return Err(ReceiptError::OtherVersion);
        }
        let rules = take(32)?;
        let (as_of, topics, answers) =
            decode_content(pack, &mut reader).ok_or(ReceiptError::InvalidContent)?;
        // Rejects answers that the questions do not allow, and any non-canonical encoding.
        if encode_bits(pack, rules, as_of, &topics, &answers).as_slice() != decoded.as_slice() {
            return Err(ReceiptError::InvalidContent);
        }
        let other_rules = (rules != rules_hash(pack)).then(|| format!("{rules:08x}"));
        // Only other rules have other topics.
        let topics = match topics.of_pack(pack) {
            None if other_rules.is_none() => return Err(ReceiptError::InvalidContent),
            topics => topics.unwrap_or_default(),
        };
        Ok(Receipt { as_of, topics, answers, other_rules })
    }
}

/// Accepts only the format that is written.
fn check_format(format: u64) -> Result<(), ReceiptError> {
    let number = u8::try_from(format).unwrap_or_default();
    match format {
        FORMAT => Ok(()),
        1 | 2 => Err(ReceiptError::OldFormat(number)),
        _ => Err(ReceiptError::UnknownFormat(number)),
    }
}

/// Upper bound on the characters of a code of this pack, with those that check a line.
fn max_symbols(pack: &RulePack) -> usize {
    let symbols = (MAX_HEADER_BITS + answer::max_bits(pack)).div_ceil(5);
    symbols + symbols.div_ceil(LINE_LENGTH - 1)
}

/// The bits of a code without the checks of its lines, if all checks and the checksum match.
fn intact_bits(symbols: &[u8]) -> Result<Bits, ReceiptError> {
    let format = symbols.first().map_or(0, |first| first >> 1);
    let without_checks = lines::without_checks(symbols);
    if format < lines::FIRST_FORMAT {
        let bits = text::bits(symbols);
        return match without_checks {
            _ if has_checksum(&bits) => Ok(bits),
            // The first character is wrong.
            Err(wrong) if wrong == [1] && symbols.len() > LINE_LENGTH => {
                Err(ReceiptError::DamagedLine(1))
            }
            _ => Err(ReceiptError::Damaged),
        };
    }
    let symbols = without_checks.map_err(|wrong| {
        wrong.first().map_or(ReceiptError::Damaged, |line| ReceiptError::DamagedLine(*line))
    })?;
    let bits = text::bits(&symbols);
    if has_checksum(&bits) { Ok(bits) } else { Err(ReceiptError::Damaged) }
}

fn has_checksum(bits: &Bits) -> bool {
    bits.as_slice().split_last_chunk::<32>().is_some_and(|(content, sum)| {
        Reader::new(sum).take(32) == Some(u64::from(checksum(content)))
    })
}

fn decode_content(
    pack: &RulePack,
    reader: &mut Reader<'_>,
) -> Option<(Date, EncodedTopics, Answers)> {
    let as_of = date_from_day_number(FIRST_DAY.checked_add(reader.signed()?)?)
        .filter(|day| day.year() >= 0)?;
    let topics = EncodedTopics::decode(reader)?;
    let mut answers = Answers::none(pack);
    let mut facts = pack.facts.iter();
    // Zeros that fill the last character are the beginning of a gamma code.
    while let Some(distance) = reader.gamma() {
        let (id, fact) = facts.nth(usize::try_from(distance - 1).ok()?)?;
        answers.set(id, Some(answer::decode(&fact.kind, as_of, reader)?));
    }
    Some((as_of, topics, answers))
}

fn encode_bits(
    pack: &RulePack,
    rules: u64,
    as_of: Date,
    topics: &EncodedTopics,
    answers: &Answers,
) -> Bits {
    let mut bits = Bits::default();
    bits.push(FORMAT, 4);
    bits.push(Receipt::pack_number(&pack.id), 16);
    bits.push(questions_hash(pack), questions::HASH_BITS);
    bits.push(rules, 32);
    bits.push_signed(day_number(as_of) - FIRST_DAY);
    topics.encode(&mut bits);
    let mut distance = 1;
    for (id, fact) in pack.facts.iter() {
        match answers.get(id).filter(|answer| answer::is_possible(&fact.kind, *answer)) {
            None => distance += 1,
            Some(answer) => {
                bits.push_gamma(distance);
                answer::encode(&fact.kind, as_of, answer, &mut bits);
                distance = 1;
            }
        }
    }
    // Pads to whole characters, the 32 bits of the checksum included.
    while !(bits.len() + 32).is_multiple_of(5) {
        bits.push(0, 1);
    }
    let sum = checksum(bits.as_slice());
    bits.push(u64::from(sum), 32);
    bits
}

fn rules_hash(pack: &RulePack) -> u64 {
    u64::from(fold_hash(pack.fingerprint))
}
