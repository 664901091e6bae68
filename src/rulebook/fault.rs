//! Faults: errors that make a rule pack unusable.
//!
//! A fault gives its position as a JSON Pointer (RFC 6901), not as a byte offset. The native
//! command resolves the pointer to a source snippet; other hosts show the fault as plain data.
//! `docs/reference/lints.md` explains each code with an example.

use std::borrow::Cow;
use std::fmt;

/// The kind of a fault. Its kebab-case name is stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultCode {
    /// The text is not JSON
    Syntax,
    /// A required key is missing
    MissingKey,
    /// A key that this object does not have
    UnknownKey,
    /// A key that occurs twice in one object
    RepeatedKey,
    /// A value of another JSON type or form than expected
    WrongType,
    /// An id that is not kebab-case
    BadId,
    /// Two definitions of one kind with the same id
    DuplicateId,
    /// A reference to an id that is not defined
    UnknownId,
    /// A reference to an option that the fact does not have
    UnknownOption,
    /// A fact used as another kind than it has
    WrongKind,
    /// A text without one of the pack's languages
    MissingLanguage,
    /// A date that does not exist or is not in the form `YYYY-MM-DD`
    BadDate,
    /// A number that is not an exact decimal
    BadDecimal,
    /// A number, list or period outside its bounds
    BadRange,
    /// A definition or question that depends on itself, or a number that uses one below it
    Cycle,
    /// A pack format that this version does not support
    UnknownFormat,
}

impl FaultCode {
    /// All codes, in the order of the documentation.
    pub const ALL: [FaultCode; 16] = [
        FaultCode::Syntax,
        FaultCode::MissingKey,
        FaultCode::UnknownKey,
        FaultCode::RepeatedKey,
        FaultCode::WrongType,
        FaultCode::BadId,
        FaultCode::DuplicateId,
        FaultCode::UnknownId,
        FaultCode::UnknownOption,
        FaultCode::WrongKind,
        FaultCode::MissingLanguage,
        FaultCode::BadDate,
        FaultCode::BadDecimal,
        FaultCode::BadRange,
        FaultCode::Cycle,
        FaultCode::UnknownFormat,
    ];

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

/// One error of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The kind of fault
    pub code: FaultCode,
    /// JSON Pointer to the faulty value; empty for the whole document
    pub pointer: String,
    /// A description of the expected value
    pub expected: Cow<'static, str>,
    /// A description of the actual value
    pub found: Cow<'static, str>,
    /// A replacement: a similar name, or the value in the expected form
    pub suggestion: Option<String>,
    /// JSON Pointer to a related value, such as the first definition of a duplicate id
    pub related: Option<String>,
}

impl Fault {
    /// Whether an id is named twice in one list, rather than defined twice.
    pub fn is_repetition(&self) -> bool {
        let is_definition =
            ["an id ", "a unit "].iter().any(|start| self.expected.starts_with(start));
        self.code == FaultCode::DuplicateId && !is_definition
    }

    /// Whether a definition names one below it, without a cycle.
    pub fn is_below(&self) -> bool {
        self.code == FaultCode::Cycle
            && self.expected.starts_with("a quantity that is defined above")
    }

    /// Advice that goes beyond the expected value.
    pub fn help(&self) -> Option<String> {
        if let Some(suggestion) = &self.suggestion {
            return Some(match self.code {
                FaultCode::BadDecimal => format!("write the digits alone: \"{suggestion}\""),
                FaultCode::BadDate => format!("write the date as \"{suggestion}\""),
                FaultCode::WrongType if self.expected == "`true` or `false`" => {
                    format!("write {suggestion} without quotation marks")
                }
                _ => format!("did you mean `{suggestion}`?"),
            });
        }
        let is_of = |kind: &str| self.found.ends_with(&format!("a `{kind}` fact"));
        let help = match self.code {
            FaultCode::BadDecimal if self.found.contains(['万', '亿', '萬', '億']) => {
                "write the digits alone, in the unit of the fact or amount: 5000万 is \"5000\" if \
                 the unit is 万元"
            }
            FaultCode::BadDecimal if self.found.contains("outside the range") => {
                "count in a larger unit, such as thousands or millions"
            }
            FaultCode::WrongKind if self.expected == "a `choices` fact" && is_of("choice") => {
                "a `choice` fact has one option: use `is` with one option, or `one-of` with several"
            }
            FaultCode::WrongKind
                if is_of("choices")
                    && ["a fact with one value", "a `choice` fact"].contains(&&*self.expected) =>
            {
                "a `choices` fact can have several options: use `includes`"
            }
            FaultCode::UnknownKey => "remove the key, or correct its name",
            FaultCode::RepeatedKey => {
                "remove one of them: JSON parsers silently ignore all but one"
            }
            FaultCode::DuplicateId if self.expected.ends_with("one cap only") => {
                "remove it from one of the caps"
            }
            FaultCode::DuplicateId if self.is_repetition() => "remove the repetition",
            FaultCode::DuplicateId => "give one of them another id",
            FaultCode::BadDecimal => "write an exact decimal in quotes, such as \"37.5\"",
            FaultCode::BadDate => "write the date as \"YYYY-MM-DD\"",
            FaultCode::Cycle if self.is_below() => {
                return Some(format!("move {} above this one", self.found));
            }
            FaultCode::Cycle => "break the cycle: remove one of the references",
            FaultCode::UnknownFormat => "use a version of this program that supports the format",
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

/// The problem first (missing, unknown or repeated), then the expected value.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { expected, found, .. } = self;
        match self.code {
            FaultCode::MissingKey | FaultCode::MissingLanguage => write!(f, "missing {expected}"),
            FaultCode::UnknownKey => write!(f, "unknown key {found}, expected {expected}"),
            FaultCode::RepeatedKey => write!(f, "repeated key {found}, expected {expected}"),
            FaultCode::DuplicateId if self.is_repetition() => {
                write!(f, "repeated id {found}, expected {expected}")
            }
            FaultCode::DuplicateId => write!(f, "duplicate id {found}, expected {expected}"),
            FaultCode::UnknownId => write!(f, "unknown id {found}, expected {expected}"),
            FaultCode::UnknownOption => write!(f, "unknown option {found}, expected {expected}"),
            FaultCode::Cycle if self.is_below() => {
                write!(f, "expected {expected}, found {found}, which is defined below")
            }
            FaultCode::Cycle => write!(f, "{found}, expected {expected}"),
            FaultCode::Syntax
            | FaultCode::WrongType
            | FaultCode::BadId
            | FaultCode::WrongKind
            | FaultCode::BadDate
            | FaultCode::BadDecimal
            | FaultCode::BadRange
            | FaultCode::UnknownFormat => write!(f, "expected {expected}, found {found}"),
        }
    }
}

/// All faults of a pack. The pack cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePackError {
    faults: Vec<Fault>,
}

impl RulePackError {
    /// INVARIANT: at least one fault.
    pub(super) fn new(faults: Vec<Fault>) -> RulePackError {
        RulePackError { faults }
    }

    /// The faults; at least one.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for RulePackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{}: {fault}", fault.pointer)?;
        }
        Ok(())
    }
}

impl std::error::Error for RulePackError {}
