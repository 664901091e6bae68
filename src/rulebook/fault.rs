//! Faults: what makes a rule pack unusable, said so that its author can mend it.
//!
//! A fault points by JSON Pointer (RFC 6901), never by byte: the same fault is shown as
//! source snippet by the native command and as plain data in a browser.

use std::borrow::Cow;
use std::fmt;

/// The family a fault belongs to; its kebab-case name is stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultCode {
    /// The text is not JSON
    Syntax,
    /// A key that must be there is not
    MissingKey,
    /// A key that means nothing here
    UnknownKey,
    /// The same key twice in one object
    RepeatedKey,
    /// A value of another JSON type or form than expected
    WrongType,
    /// An id that is not kebab-case
    BadId,
    /// Two things of one kind with the same id
    DuplicateId,
    /// An id that nothing has
    UnknownId,
    /// An option that the fact does not have
    UnknownOption,
    /// A fact used as a kind that it is not
    WrongKind,
    /// A text without one of the pack's languages
    MissingLanguage,
    /// A date that does not exist or is not written YYYY-MM-DD
    BadDate,
    /// A number that is not an exact decimal
    BadDecimal,
    /// A number, list or period whose bounds make no sense
    BadRange,
    /// Terms or questions that depend on themselves
    Cycle,
    /// A pack format that this program does not know
    UnknownFormat,
}

impl FaultCode {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            FaultCode::Syntax => "syntax",
            FaultCode::MissingKey => "missing-key",
            FaultCode::UnknownKey => "unknown-key",
            FaultCode::RepeatedKey => "repeated-key",
            FaultCode::WrongType => "wrong-type",
            FaultCode::BadId => "bad-id",
            FaultCode::DuplicateId => "duplicate-id",
            FaultCode::UnknownId => "unknown-id",
            FaultCode::UnknownOption => "unknown-option",
            FaultCode::WrongKind => "wrong-kind",
            FaultCode::MissingLanguage => "missing-language",
            FaultCode::BadDate => "bad-date",
            FaultCode::BadDecimal => "bad-decimal",
            FaultCode::BadRange => "bad-range",
            FaultCode::Cycle => "cycle",
            FaultCode::UnknownFormat => "unknown-format",
        }
    }
}

/// One thing that makes a pack unusable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its family
    pub code: FaultCode,
    /// JSON Pointer to the value at fault; empty for the whole document
    pub pointer: String,
    /// What belongs there
    pub expected: Cow<'static, str>,
    /// What is there
    pub found: Cow<'static, str>,
    /// A name close to the one found, if there is one
    pub near: Option<String>,
    /// JSON Pointer to the other place concerned, such as the first use of a duplicate id
    pub related: Option<String>,
}

impl Fault {
    /// What to do about it, if more can be said than "write what is expected".
    pub fn help(&self) -> Option<String> {
        if let Some(near) = &self.near {
            return Some(match self.code {
                FaultCode::BadDecimal => format!("write the digits alone: \"{near}\""),
                FaultCode::BadDate => format!("write the date as \"{near}\""),
                FaultCode::WrongType if self.expected == "`true` or `false`" => {
                    format!("write {near} without quotation marks")
                }
                _ => format!("did you mean `{near}`?"),
            });
        }
        let is_of = |kind: &str| self.found.ends_with(&format!("a `{kind}` fact"));
        let help = match self.code {
            FaultCode::BadDecimal if self.found.contains(['万', '亿', '萬', '億']) => {
                "write the digits alone, counted in the unit beside them: 5000万 is \"5000\" where that is 万元"
            }
            FaultCode::BadDecimal if self.found.contains("beyond the limit") => {
                "count in a larger unit, such as 万元 or 亿元"
            }
            FaultCode::WrongKind if self.expected == "a `choices` fact" && is_of("choice") => {
                "only one of its options can be chosen: write `is` with one option, or `one-of` with several"
            }
            FaultCode::WrongKind
                if is_of("choices")
                    && ["a fact with one value", "a `choice` fact"].contains(&&*self.expected) =>
            {
                "several of its options can be chosen: write `includes`"
            }
            FaultCode::UnknownKey => "remove the key, or correct its name",
            FaultCode::RepeatedKey => "keep one of them: a reader would silently ignore the other",
            FaultCode::DuplicateId => "give one of them another id",
            FaultCode::BadDecimal => "write an exact decimal in quotes, such as \"37.5\"",
            FaultCode::BadDate => "write the date as \"YYYY-MM-DD\"",
            FaultCode::Cycle => "break the circle: say one of them without the other",
            FaultCode::UnknownFormat => {
                "use the version of this program that the pack was written for"
            }
            FaultCode::Syntax
            | FaultCode::MissingKey
            | FaultCode::WrongType
            | FaultCode::BadId
            | FaultCode::UnknownId
            | FaultCode::UnknownOption
            | FaultCode::WrongKind
            | FaultCode::MissingLanguage
            | FaultCode::BadRange => return None,
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {}", self.expected, self.found)
    }
}

/// A pack that cannot be used: all its faults at once, in the order of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePackError {
    faults: Vec<Fault>,
}

impl RulePackError {
    /// INVARIANT: at least one fault.
    pub(super) fn new(faults: Vec<Fault>) -> RulePackError {
        RulePackError { faults }
    }

    /// The faults; never empty.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for RulePackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.faults.iter().enumerate() {
            let separator = if place == 0 { "" } else { "; " };
            write!(f, "{separator}{}: {fault}", fault.pointer)?;
        }
        Ok(())
    }
}

impl std::error::Error for RulePackError {}
