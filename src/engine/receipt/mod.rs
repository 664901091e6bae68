//! Receipts: the pack, the as-of date and the answers as a short code that an officer can type.
//!
//! # Why
//!
//! A firm answers at home and takes a printed checklist to the service window, where the officer
//! needs the same answers on the screen. Nothing is sent or stored, so the code contains the
//! answers. It contains no personal data. It is not encrypted.
//!
//! # Format 2
//!
//! A sequence of bits, each number with its most significant bit first, five bits per character
//! (see `text`):
//!
//! | bits | content |
//! |---|---|
//! | 4 | format: 2 |
//! | 16 | pack: the lowest bits of the checksum of its id |
//! | 32 | questions: a hash of all that the encoding of answers depends on (see `questions`) |
//! | 32 | rules: [`RulePack::short_hash`] as a number |
//! | varint | as-of date, in days from 1 January 2020 |
//! | … | the chosen topics (see `topics`) |
//! | … | answers, in the pack's order (see `answer`), up to the last one given |
//! | 0 to 4 | zeros, up to a whole character |
//! | 32 | checksum of everything before |
//!
//! Format 1 has no topics and is still decoded. Every format ends in this checksum, so that a
//! typing error is never reported as a newer format. The encoding is canonical: each content has
//! exactly one code in each format.
//!
//! A pack with other rules but the same questions decodes the code and reports that the rules
//! differ. The code contains no outcomes: the 93 outcomes of the published pack would be longer
//! than the answers, and a hash of them could not show which one differs.

// The content: answers, and the questions that their encoding depends on.
mod answer;
mod questions;
mod topics;

// The code: bits with a checksum, and their text form.
mod bits;
mod text;

use jiff::civil::Date;

use crate::rulebook::{RulePack, TopicId, date_from_day_number, day_number, fold_hash};

use super::answers::Answers;
use bits::{Bits, MAX_VARINT_BITS, Reader, checksum};
use questions::questions_hash;
use topics::EncodedTopics;

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
/// assert_eq!(Receipt::decode(&pack, &code[1..]), Err(ReceiptError::Damaged));
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
    /// The checksum does not match
    #[error("the code is damaged: a character is wrong, missing or extra")]
    Damaged,
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
            ReceiptError::Damaged => {
                "compare the code with the checklist, five characters at a time"
            }
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

/// The format that is written.
const FORMAT: u64 = 2;

/// The format without topics, which is still read.
const FORMAT_WITHOUT_TOPICS: u64 = 1;

/// 1 January 2020, in days from 1970. The same for every pack, because the period of a policy may
/// be corrected.
const FIRST_DAY: i64 = 18_262;

/// Upper bound on the bits of everything except the answers.
const MAX_HEADER_BITS: usize = 4 + 16 + 32 + 32 + MAX_VARINT_BITS + 4 + 32;

impl Receipt {
    /// Encodes a receipt in Crockford's base 32, in groups of five. All characters are within the
    /// alphanumeric mode of QR codes.
    ///
    /// Omits an answer that its fact cannot have. No parser of answers lets one through.
    pub fn encode(pack: &RulePack, as_of: Date, topics: &[TopicId], answers: &Answers) -> String {
        let topics = EncodedTopics::new(pack, topics);
        let rules = rules_hash(pack);
        text::encode(encode_bits(pack, FORMAT, rules, as_of, &topics, answers).as_slice())
    }

    /// Decodes a code as people type it: in upper or lower case, with any spaces and hyphens, O for
    /// 0, I or L for 1.
    ///
    /// # Errors
    ///
    /// The first error, in this order: characters, checksum, format, pack, questions, answers.
    pub fn decode(pack: &RulePack, code: &str) -> Result<Receipt, ReceiptError> {
        let decoded =
            text::decode(code, MAX_HEADER_BITS + topics::MAX_BITS + answer::max_bits(pack))?;
        let (content, sum) =
            decoded.as_slice().split_last_chunk::<32>().ok_or(ReceiptError::Damaged)?;
        if Reader::new(sum).take(32) != Some(u64::from(checksum(content))) {
            return Err(ReceiptError::Damaged);
        }
        let mut reader = Reader::new(content);
        let mut take = |width| reader.take(width).ok_or(ReceiptError::InvalidContent);
        let format = take(4)?;
        if format != FORMAT && format != FORMAT_WITHOUT_TOPICS {
            return Err(ReceiptError::UnknownFormat(u8::try_from(format).unwrap_or_default()));
        }
        if take(16)? != pack_hash(pack) {
            return Err(ReceiptError::OtherPack);
        }
        if take(32)? != questions_hash(pack) {
            return Err(ReceiptError::OtherVersion);
        }
        let rules = take(32)?;
        let (as_of, topics, answers) =
            decode_content(pack, format, &mut reader).ok_or(ReceiptError::InvalidContent)?;
        // Rejects answers that the questions do not allow, and any non-canonical encoding.
        if encode_bits(pack, format, rules, as_of, &topics, &answers).as_slice()
            != decoded.as_slice()
        {
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

fn decode_content(
    pack: &RulePack,
    format: u64,
    reader: &mut Reader<'_>,
) -> Option<(Date, EncodedTopics, Answers)> {
    let as_of = date_from_day_number(FIRST_DAY.checked_add(reader.signed()?)?)
        .filter(|day| day.year() >= 0)?;
    let topics = match format {
        FORMAT_WITHOUT_TOPICS => EncodedTopics::default(),
        _ => EncodedTopics::decode(reader)?,
    };
    let mut answers = Answers::none(pack);
    for (id, fact) in pack.facts.iter() {
        // After the end of the code, all answers are missing.
        if reader.take(1) == Some(1) {
            answers.set(id, Some(answer::decode(&fact.kind, as_of, reader)?));
        }
    }
    Some((as_of, topics, answers))
}

fn encode_bits(
    pack: &RulePack,
    format: u64,
    rules: u64,
    as_of: Date,
    topics: &EncodedTopics,
    answers: &Answers,
) -> Bits {
    let mut bits = Bits::default();
    bits.push(format, 4);
    bits.push(pack_hash(pack), 16);
    bits.push(questions_hash(pack), 32);
    bits.push(rules, 32);
    bits.push_signed(day_number(as_of) - FIRST_DAY);
    if format != FORMAT_WITHOUT_TOPICS {
        topics.encode(&mut bits);
    }
    let mut end = bits.len();
    for (id, fact) in pack.facts.iter() {
        match answers.get(id).filter(|answer| answer::is_possible(&fact.kind, *answer)) {
            None => bits.push(0, 1),
            Some(answer) => {
                bits.push(1, 1);
                answer::encode(&fact.kind, as_of, answer, &mut bits);
                end = bits.len();
            }
        }
    }
    bits.truncate(end);
    // Pads to whole characters, the 32 bits of the checksum included.
    while !(bits.len() + 32).is_multiple_of(5) {
        bits.push(0, 1);
    }
    let sum = checksum(bits.as_slice());
    bits.push(u64::from(sum), 32);
    bits
}

fn pack_hash(pack: &RulePack) -> u64 {
    let mut id = Bits::default();
    pack.id.bytes().for_each(|byte| id.push(u64::from(byte), 8));
    u64::from(checksum(id.as_slice())) & 0xffff
}

fn rules_hash(pack: &RulePack) -> u64 {
    u64::from(fold_hash(pack.fingerprint))
}
