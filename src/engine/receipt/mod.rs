//! The receipt: pack, day and answers as a short code that an adviser can type from paper.
//!
//! # Why
//!
//! A firm checks itself at home and brings a sheet of paper; at the window the same answers must stand on the
//! screen again, with nothing sent and nothing stored. So the code is the answers. It names nobody.
//!
//! # Format 1
//!
//! Bits, the most significant of each number first, and then five of them to a character (see `text`):
//!
//! | bits | what |
//! |---|---|
//! | 4 | the format: 1 |
//! | 16 | which pack: the last bits of the checksum of its id |
//! | 32 | which questions: all that answers as bits depend on (see `questions`) |
//! | 32 | which rules: [`RulePack::short_hash`] as a number |
//! | varint | the day asked about, from 1 January 2020 |
//! | … | the answers, in the pack's order (see `answer`), up to the last one given |
//! | 0 to 4 | zeros, up to a whole character |
//! | 32 | the checksum of everything before |
//!
//! Every format ends in this checksum, so that a slip of the pen is never taken for a newer format.
//! There is exactly one code for one content.
//!
//! Other rules with the same questions read the code all the same, and the reader is told that they are others. The
//! outcomes are left out: 93 of them would be longer than the answers, and a hash of them could not say which differs.

mod answer;
mod bits;
mod questions;
mod text;

use jiff::civil::Date;

use crate::rulebook::{RulePack, date_from_day_number, day_number, fold_hash};

use super::answers::Answers;
use bits::{Bits, MAX_VARINT_BITS, Reader, checksum};
use questions::questions_hash;

/// What a code holds: a day and the answers. No identity.
///
/// ```
/// use eligibility_check::engine::{Answers, Receipt, ReceiptError};
/// use eligibility_check::rulebook::{RulePack, parse_date};
///
/// let pack = RulePack::from_json(include_str!("../../../rules.json")).unwrap();
/// let (as_of, answers) = (parse_date("2019-05-10").unwrap(), Answers::none(&pack));
/// let code = Receipt::encode(&pack, as_of, &answers);
/// assert_eq!(Receipt::decode(&pack, &code.to_lowercase()), Ok(Receipt { as_of, answers, other_rules: None }));
/// assert_eq!(Receipt::decode(&pack, &code[1..]), Err(ReceiptError::Damaged));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The day asked about
    pub as_of: Date,
    /// What was said
    pub answers: Answers,
    /// The rules it was made with, as [`RulePack::short_hash`] names them; `None` if they are these
    pub other_rules: Option<String>,
}

/// Why a code is not read; the interface and the command each say what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// No character at all
    #[error("the code is empty")]
    Empty,
    /// Longer than any code of this pack
    #[error("the code is longer than any code of this rule pack")]
    TooLong,
    /// A character that stands in no code
    #[error("no code has the character `{0}`")]
    Unreadable(char),
    /// A character is wrong, missing or too many
    #[error("the code is damaged: a character is wrong, missing or too many")]
    Damaged,
    /// Sound, but of a format that came later
    #[error("format {0} of codes is not known")]
    UnknownFormat(u8),
    /// Sound, but of another pack
    #[error("the code was made with another rule pack")]
    OtherPack,
    /// Sound, but of a version of this pack that asks other questions
    #[error("the code was made with a version of this rule pack that asks other questions")]
    OtherVersion,
    /// Sound, but nothing that this pack could have written
    #[error("the code says something that this rule pack does not allow")]
    Impossible,
}

impl ReceiptError {
    /// What to do about it.
    pub fn help(self) -> &'static str {
        match self {
            ReceiptError::Empty => "type the code that stands on the sheet",
            ReceiptError::TooLong => "type the code only, without the text around it",
            ReceiptError::Unreadable(_) => {
                "codes have digits and the letters A to Z without U; I and L are read as 1, O as 0"
            }
            ReceiptError::Damaged => "compare the code with the sheet, five characters at a time",
            ReceiptError::UnknownFormat(_) => "use a newer version of this program",
            ReceiptError::OtherPack => "take the rule pack that stands on the sheet",
            ReceiptError::OtherVersion => {
                "take the version that stands on the sheet, or ask the questions again"
            }
            ReceiptError::Impossible => "ask the questions again; no widget writes such a code",
        }
    }
}

/// The format written and read.
const FORMAT: u64 = 1;

/// 1 January 2020, in days from 1970. The same for every pack: the policy's own days may be corrected.
const FIRST_DAY: i64 = 18_262;

/// As many bits as everything but the answers can take.
const MAX_HEADER_BITS: usize = 4 + 16 + 32 + 32 + MAX_VARINT_BITS + 4 + 32;

impl Receipt {
    /// The code: Crockford's base 32 in groups of five, within the alphanumeric mode of QR codes.
    ///
    /// An answer that its fact cannot have is left out; no reader of answers lets one through.
    pub fn encode(pack: &RulePack, as_of: Date, answers: &Answers) -> String {
        text::encode(encode_bits(pack, rules_hash(pack), as_of, answers).as_slice())
    }

    /// Reads a code as people type it: in either case, with any spaces and hyphens, O for 0, I or L for 1.
    ///
    /// # Errors
    ///
    /// The first thing that can be mended: a character before the checksum, and only once that holds the format,
    /// the pack and its questions.
    pub fn decode(pack: &RulePack, code: &str) -> Result<Receipt, ReceiptError> {
        // A few kilobytes; noise beyond them is refused unread.
        if code.len() > text::max_text_bytes(MAX_HEADER_BITS + answer::max_bits(pack)) {
            return Err(ReceiptError::TooLong);
        }
        let typed = text::decode(code)?;
        let (content, sum) =
            typed.as_slice().split_last_chunk::<32>().ok_or(ReceiptError::Damaged)?;
        if Reader::new(sum).take(32) != Some(u64::from(checksum(content))) {
            return Err(ReceiptError::Damaged);
        }
        let mut reader = Reader::new(content);
        let mut take = |width| reader.take(width).ok_or(ReceiptError::Impossible);
        let format = take(4)?;
        if format != FORMAT {
            return Err(ReceiptError::UnknownFormat(u8::try_from(format).unwrap_or_default()));
        }
        if take(16)? != pack_hash(pack) {
            return Err(ReceiptError::OtherPack);
        }
        if take(32)? != questions_hash(pack) {
            return Err(ReceiptError::OtherVersion);
        }
        let made_with = take(32)?;
        let (as_of, answers) = decode_content(pack, &mut reader).ok_or(ReceiptError::Impossible)?;
        // Whatever the questions do not allow, and any second way to say the same, would be written otherwise.
        if encode_bits(pack, made_with, as_of, &answers).as_slice() != typed.as_slice() {
            return Err(ReceiptError::Impossible);
        }
        let other_rules = (made_with != rules_hash(pack)).then(|| format!("{made_with:08x}"));
        Ok(Receipt { as_of, answers, other_rules })
    }
}

fn decode_content(pack: &RulePack, reader: &mut Reader<'_>) -> Option<(Date, Answers)> {
    let as_of = date_from_day_number(FIRST_DAY.checked_add(reader.signed()?)?)
        .filter(|day| day.year() >= 0)?;
    let mut answers = Answers::none(pack);
    for (id, fact) in pack.facts.iter() {
        // Where the code ends, nothing more was said.
        if reader.take(1) == Some(1) {
            answers.set(id, Some(answer::decode(&fact.kind, as_of, reader)?));
        }
    }
    Some((as_of, answers))
}

fn encode_bits(pack: &RulePack, rules: u64, as_of: Date, answers: &Answers) -> Bits {
    let mut bits = Bits::default();
    bits.push(FORMAT, 4);
    bits.push(pack_hash(pack), 16);
    bits.push(questions_hash(pack), 32);
    bits.push(rules, 32);
    bits.push_signed(day_number(as_of) - FIRST_DAY);
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
    // Together with the 32 bits of the checksum, whole characters.
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
