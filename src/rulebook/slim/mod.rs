//! The slim form of a pack: one language, already checked. It is what browsers load.
//!
//! # Why
//!
//! An authored pack is checked with all the care that its author deserves: every fault is found, placed and
//! explained. A visitor can mend nothing, and pays for that care with a sixth of the widget. So the native command
//! checks the pack once, and writes down the [`RuleBook`] itself: no keys, no names looked up, one language.
//!
//! What is read must still be whole. A checksum refuses a file that was cut off or altered; and whatever the file
//! says, each place in it lies in its list, each condition fits its facts and no term stands on itself, because
//! otherwise a mistake in the writer would stop the widget in the middle of an answer. What only an author can get
//! wrong, such as an id that stands twice, is not looked for again.
//!
//! # The form
//!
//! One JSON list: marker, format, fingerprint, id, version, language, texts that stand more than once, pools of the other
//! strings, the rest of the pack in the order of `write.rs`, the interface's texts, and the checksum. Below, a row is a list
//! with fixed places; what is absent is `null`, and left out at a row's end. Other things are named by their places, words
//! by the numbers in `marks.rs`, days are `YYYYMMDD`, decimals are whole numbers or `[millionths]`. A string is a number: that
//! of the pool whose next one it is, or, after the pools, a place among the texts that stand more than once.

mod marks;
mod parse;
mod read;
mod read_when;
mod row;
mod write;
mod write_when;

use std::rc::Rc;

use crate::rulebook::{Json, Locale, RuleBook};

/// What a slim pack begins with.
const MARKER: &str = "eligibility-slim";

/// The form's version; any change to the form is another one.
const FORMAT: i64 = 4;

/// How many lists the strings are in, each taken from in turn.
const POOLS: usize = 3;

/// Bytes of the checksum with what stands around it, `,"0123456789abcdef"]`.
const SEAL: usize = 20;

/// Why a text is no slim pack. A page is told; nobody mends anything by it, so it is brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlimError {
    /// Cut off, or something else altogether, such as a page that says "not found"
    #[error("not JSON: no rule pack, or one cut off")]
    NotJson,
    /// Some other JSON
    #[error("not a rule pack")]
    NotAPack,
    /// The form that people write
    #[error("this is an authored pack; make the browser's files with `eligibility bundle`")]
    Authored,
    /// Written by another version of this program
    #[error("the pack has another format; make it anew with `eligibility bundle`")]
    OtherFormat,
    /// Altered after it was written
    #[error("the pack is damaged; make it anew with `eligibility bundle`")]
    Damaged,
}

/// What a slim pack holds.
#[derive(Clone, Debug)]
pub struct Slim {
    /// The rules, in one language
    pub book: RuleBook,
    /// What the interface says in that language; whoever wrote it knows which text is which
    pub interface: Vec<Rc<str>>,
}

impl RuleBook {
    /// The pack in one of its languages, for browsers, with the interface's texts beside it.
    ///
    /// ```
    /// use eligibility_check::rulebook::{Locale, RuleBook, SlimError};
    ///
    /// let authored = include_str!("../../../rules.json");
    /// let interface = ["是".to_owned(), "否".to_owned()];
    /// let slim = RuleBook::from_json(authored).unwrap().to_slim(Locale::ZhHans, &interface);
    /// let read = RuleBook::from_slim(&slim).unwrap();
    /// assert_eq!((read.book.measures.len(), &*read.interface[1]), (93, "否"));
    /// assert_eq!(RuleBook::from_slim(authored).unwrap_err(), SlimError::Authored);
    /// ```
    pub fn to_slim(&self, locale: Locale, interface: &[String]) -> String {
        // `<` as an escape, so that the pack can stand inside a `<script>` as it is.
        let mut text = Json::Array(write::pack(self, locale, interface)).to_text().replace('<', "\\u003c");
        text.pop();
        let checksum = checksum(text.as_bytes());
        text + &format!(",\"{checksum:016x}\"]")
    }

    /// Reads what [`RuleBook::to_slim`] wrote.
    ///
    /// # Errors
    ///
    /// The text is something else, or not as it was written.
    pub fn from_slim(text: &str) -> Result<Slim, SlimError> {
        let Some(json) = parse::parse(text) else {
            let is_object = text.trim_ascii_start().starts_with('{');
            return Err(match is_object {
                true if text.contains("\"measures\"") => SlimError::Authored,
                true => SlimError::NotAPack,
                false => SlimError::NotJson,
            });
        };
        let (format, rest, written) = match json.items() {
            [Json::String(marker), Json::Integer(format), rest @ .., Json::String(written)]
                if marker == MARKER =>
            {
                (*format, rest, written)
            }
            _ => return Err(SlimError::NotAPack),
        };
        if format != FORMAT {
            return Err(SlimError::OtherFormat);
        }
        let summed = text.as_bytes().get(..text.len().saturating_sub(SEAL)).unwrap_or_default();
        if row::hexadecimal(written) != Some(checksum(summed)) {
            return Err(SlimError::Damaged);
        }
        read::pack(rest).ok_or(SlimError::Damaged)
    }
}

/// 64-bit FNV-1a. Each of its steps is one-to-one, so that two texts that differ in one byte never agree.
fn checksum(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
